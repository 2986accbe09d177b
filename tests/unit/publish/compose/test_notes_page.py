from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.backmatter import NotesView
from generator.model.text import Span
from generator.publish.compose.article_page import article_pages
from generator.publish.compose.notes_page import notes_pages
from generator.publish.plan import open_frame
from generator.publish.weave.links import DESK_NOTE
from generator.publish.weave.passages import margin

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.corpus import Corpus
    from generator.publish.show.frame import Frame

IN_BODY = '::: note {by="Rosa" kind="verified" date="2026-03-12"}\nThe quay is *old*.\n:::'
FOR_DESK = '::: note {audience="desk"}\nAsk Zebedee.\n:::'


def with_notes(article: Article, *notes: str) -> Article:
    for words in notes:
        start = len(article.text) + 2
        block = Block(Role.BOILERPLATE, Span(start, start + len(words)), 9, DESK_NOTE)
        article = replace(article, text=f"{article.text}\n\n{words}", blocks=(*article.blocks, block))
    return article


def noted(corpus: Corpus, frame: Frame, *notes: str, keep: bool = False) -> Frame:
    articles = tuple(with_notes(a, *notes) if a.id == "a1" else a for a in corpus.articles)
    kept = corpus.notes if keep else ()
    return open_frame(replace(corpus, articles=articles, notes=kept), frame.ledger.settings)


def view(frame: Frame) -> NotesView:
    (page,) = notes_pages(frame)
    assert page.path == "notes/index.html"
    assert isinstance(page.view, NotesView)
    return page.view


def test_notes_stand_newest_first_with_what_they_are_about(frame: Frame) -> None:
    first, second = view(frame).rows
    assert (first.note.label, first.note.by, first.note.day.iso) == ("Disputed", "Rosa", "2026-03-11")
    assert (first.note.quoted, first.href) == ("the quay", "../articles/a1/index.html#n-n1")
    assert (second.note.by, second.note.day.iso, second.note.quoted) == ("Desk", "", "")
    assert first.report.title == "Aldoria says ‘never again’"


def test_a_note_of_a_body_has_the_address_that_it_has_on_the_page_of_its_report(
    corpus: Corpus, frame: Frame
) -> None:
    made = noted(corpus, frame, IN_BODY, IN_BODY)
    rows = view(made).rows
    (page,) = article_pages(made, {"a1"})
    beside = margin(page.view)  # type: ignore[arg-type]
    assert [row.href.partition("#")[2] for row in rows] == [
        aside.id for passage in beside.passages for aside in passage.asides
    ]
    note = rows[0].note
    assert (note.label, note.by, note.day.iso) == ("Verified", "Rosa", "2026-03-12")
    assert re.sub(r"\s+", " ", note.body_html) == "<p>The quay is <em>old</em>.</p>"
    assert len({row.note.id for row in rows}) == 2


def test_what_is_for_the_desk_alone_never_gets_there(corpus: Corpus, frame: Frame) -> None:
    hidden = tuple(replace(note, public=False) for note in corpus.notes[:1])
    made = noted(replace(corpus, notes=(*hidden, *corpus.notes[1:])), frame, FOR_DESK, IN_BODY, keep=True)
    assert [row.note.by for row in view(made).rows] == ["Rosa", "Desk"]
    assert "Zebedee" not in repr(view(made))


def test_where_there_are_none_there_is_no_page_and_no_way_to_it(corpus: Corpus, frame: Frame) -> None:
    made = noted(corpus, frame, FOR_DESK)
    assert notes_pages(made) == []
    assert "Notes" not in [link.text for link in made.cards("index.html").nav]


def test_an_excerpt_gives_no_passage(corpus: Corpus, frame: Frame) -> None:
    settings = replace(frame.ledger.settings, text="excerpt")
    assert [row.note.quoted for row in view(open_frame(corpus, settings)).rows] == ["", ""]
