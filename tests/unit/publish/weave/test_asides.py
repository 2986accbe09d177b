from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.text import Span
from generator.publish.weave.asides import has_public_notes, is_public, written_in
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from generator.model.corpus import Corpus


def test_whom_a_note_is_for_stands_in_its_first_line() -> None:
    assert is_public('::: note {by="Rosa"}\nNot for audience="desk".\n:::')
    assert not is_public('::: note {audience="desk"}\nAsk.\n:::')
    assert not is_public('::: note {audience="dsk"}\nAsk.\n:::')


def test_notes_for_the_public_are_found_wherever_they_stand(corpus: Corpus) -> None:
    assert has_public_notes(corpus)
    closed = replace(corpus, notes=tuple(replace(note, public=False) for note in corpus.notes))
    assert not has_public_notes(closed)
    article, words = closed.articles[0], "::: note\nAn old quay.\n:::"
    block = Block(Role.BOILERPLATE, Span(len(article.text), len(article.text + words)), 9, DESK_NOTE)
    noted = replace(article, text=article.text + words, blocks=(*article.blocks, block))
    assert list(written_in(noted)) == [words]
    assert has_public_notes(replace(closed, articles=(noted, *closed.articles[1:])))
