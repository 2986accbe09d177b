"""A note of the desk as HTML; where it says what a passage ought to read, the old words beside the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.phrase import phrases
from generator.publish.weave.body import desk_html
from generator.publish.weave.sentence import as_read

if TYPE_CHECKING:
    from generator.model.corpus import Note
    from generator.publish.show.cards import Cards
    from generator.publish.tally.ledger import Ledger


def note_html(cards: Cards, note: Note, *, shown: bool = True) -> str:
    """Return what a note says; ``shown``: the passage may stand there, as that of no excerpt may."""
    body = desk_html(note.body, cards.around, note.id)
    told = reads(cards.ledger, note) if shown else ""
    return f"<p{cards.around.by_desk.ours}>{told}.</p>\n{body}" if told else body


def reads(ledger: Ledger, note: Note) -> str:
    """Return as HTML what the report has and what ought to stand there, "" where a note does not say it."""
    if not note.instead or note.span is None:
        return ""
    article = ledger.articles[note.article]
    tongue = ledger.tongue.quoting(ledger.language(article))
    had = as_read(article, note.span).strip()
    return phrases.corrected(tongue, "reads", tongue.quoted(had), tongue.quoted(note.instead))
