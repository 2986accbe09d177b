from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publish.show.changes import open_changes
from generator.publish.show.noting import note_html, reads
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus, Note
    from generator.model.settings import Settings
    from generator.publish.show.frame import Frame

TOLD = "The report has: <del>“{}”</del>; the desk: <ins>“a pier &amp; a quay”</ins>"


def mended(frame: Frame) -> Note:
    """Return a note that is put to its passage and says what ought to stand there."""
    note = next(n for n in frame.ledger.corpus.notes if n.span)
    return replace(note, instead="a pier & a quay", kind="correction", date="2026-03-12")


def passage(frame: Frame, note: Note) -> str:
    assert note.span is not None
    return note.span.of(frame.ledger.articles[note.article].text)


def test_the_words_of_the_report_stand_struck_beside_those_of_the_desk(frame: Frame) -> None:
    note, cards = mended(frame), frame.cards("notes/index.html")
    told = TOLD.format(passage(frame, note))
    assert reads(frame.ledger, note) == told
    assert note_html(cards, note).startswith(f"<p>{told}.</p>\n<p>")
    assert "<del>" not in note_html(cards, note, shown=False)


def test_a_note_that_does_not_say_it_is_as_it_was(frame: Frame) -> None:
    note = mended(frame)
    for plain in (replace(note, instead=None), replace(note, span=None)):
        assert reads(frame.ledger, plain) == ""
        assert note_html(frame.cards("notes/index.html"), plain).startswith("<p>")
        assert "<ins>" not in note_html(frame.cards("notes/index.html"), plain)


def test_a_correction_is_told_so_and_without_the_words_where_these_may_not_stand(
    corpus: Corpus, settings: Settings, frame: Frame
) -> None:
    note = mended(frame)
    articles = tuple(replace(a, changes=()) for a in corpus.articles)
    ledger = open_ledger(replace(corpus, articles=articles, notes=(note,)), settings)
    (entry,) = open_changes(ledger).entries
    assert (entry.change, entry.brief) == (TOLD.format(passage(frame, note)), "Note of the desk")
