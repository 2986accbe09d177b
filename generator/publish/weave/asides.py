"""The desk's own notes in the bodies of articles, and whether there are any notes for the public at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.forms.asides import is_for_desk
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.model.corpus import Corpus


def written_in(article: Article) -> Iterator[str]:
    """Yield the desk's notes in a body, as they were written."""
    for block in article.blocks:
        if block.rule == DESK_NOTE:
            yield block.span.of(article.text)


def is_public(written: str) -> bool:
    """Tell whether a note of a body is for the public: its first line says so."""
    return not is_for_desk(written.partition("\n")[0])


def has_public_notes(corpus: Corpus) -> bool:
    """Tell whether there is a note for the public, in a file of its own or in a body."""
    if any(note.public for note in corpus.notes):
        return True
    return any(is_public(written) for article in corpus.articles for written in written_in(article))
