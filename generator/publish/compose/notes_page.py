"""All that the desk noted, in its own files and in the bodies of articles, and the page of it.

Notes for the desk alone are not among it, not even in a preview, where they stand at their passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.forms.asides import attributes
from generator.forms.plain import iso
from generator.forms.tables import NOTE_KINDS
from generator.model.article import Article
from generator.model.backmatter import NoteRow, NotesView
from generator.model.parts import Link, NoteView
from generator.publish.address import urls
from generator.publish.compose.article_page import is_excerpt
from generator.publish.show.frame import Frame, page
from generator.publish.show.noting import note_html
from generator.publish.weave.asides import is_public, written_in
from generator.publish.weave.body import desk_html, plain_words
from generator.publish.weave.passages import ASIDE, blocks, named_asides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Note
    from generator.model.site import Page
    from generator.publish.show.cards import Cards

_BORDERS = re.compile(r'^<aside[^>]*>\s*(?:<p class="by"[^>]*>.*?</p>\s*)?|\s*</aside>$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Written:
    """A note in the body of an article, and the same as HTML."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as the page of all notes shows it; ``anchor`` is its place on the page of its article."""

    article: Article
    note: NoteView
    anchor: str


def notes_pages(frame: Frame) -> list[Page]:
    """Return the page of the desk's notes; none where there are none."""
    cards, say = frame.cards(urls.NOTES), frame.tongue.say
    if not cards.has_notes:
        return []
    feed = Link(say("feed.notes"), cards.to(urls.NOTES_ATOM))
    shell = frame.shell(urls.NOTES, say("nav.notes"), say("notes.about"), feed)
    rows = (
        NoteRow(n.note, cards.report(n.article), cards.to(urls.article(n.article.id), n.anchor))
        for n in noted(frame)
    )
    return [page(urls.NOTES, "notes", NotesView(shell, tuple(rows)))]


def noted(frame: Frame) -> list[Noted]:
    """Return the desk's notes for everybody, the newest first, the undated last."""
    cards = frame.cards(urls.NOTES)
    found = [n for note in frame.ledger.corpus.notes if note.public for n in _of_file(frame, cards, note)]
    found += [n for article in frame.ledger.corpus.articles for n in _of_body(cards, article)]
    return sorted(found, key=lambda n: n.note.day.iso, reverse=True)


def _of_file(frame: Frame, cards: Cards, note: Note) -> Iterator[Noted]:
    article = frame.ledger.articles.get(note.article)
    if article is None:
        return
    shown = note.span is not None and not is_excerpt(frame, article)
    view = NoteView(
        id=f"n-{note.id}",
        mark="",
        kind=note.kind,
        by=note.by or frame.tongue.say("desk"),
        day=cards.day(note.date or ""),
        quoted=plain_words(note.span.of(article.text)) if note.span and shown else "",
        body_html=note_html(cards, note, shown=shown),
        language=frame.ledger.language(article),
        label=frame.tongue.named("note", note.kind),
    )
    yield Noted(article, view, view.id)


def _of_body(cards: Cards, article: Article) -> Iterator[Noted]:
    written = list(_in_body(cards, article))
    for one, aside in zip(written, named_asides([w.html for w in written]), strict=True):
        if not is_public(one.text):
            continue
        given = attributes(one.text.partition("\n")[0])
        kind = given.get("kind", "")
        kind = kind if kind in NOTE_KINDS else "context"
        view = NoteView(
            id=f"{article.id}.{aside.id}",
            mark="",
            kind=kind,
            by=given.get("by") or cards.tongue.say("desk"),
            day=cards.day(iso(given.get("date", ""), moment=False) or ""),
            quoted="",
            body_html=_BORDERS.sub("", aside.html),
            label=cards.tongue.say(f"note.{kind}"),
        )
        yield Noted(article, view, aside.id)


def _in_body(cards: Cards, article: Article) -> Iterator[_Written]:
    for n, text in enumerate(written_in(article)):
        for html in blocks(desk_html(text, cards.around, f"{article.id}.{n}")):
            if html.startswith(ASIDE):
                yield _Written(text, html)
