"""Whether two quotations are one statement: the words they share, who speaks, the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.link.likeness import Weighed, compare, in_common
from generator.link.voices import Closeness, Voice, voices
from generator.link.wording import pieces, words
from generator.model.findings import Form, Kind, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article

STATEMENTS = frozenset({Form.DIRECT, Form.MIXED, Form.HEADLINE})
# The weight of words that two wordings must share in one piece. Set on half of 48 events, each told by three
# outlets, so that the figures beside stand on a plateau: a third more or less moves F1 by less than a point.
NEEDED = {Closeness.ONE: 12, Closeness.NEAR: 16, Closeness.APART: 30}
WHOLE = {Closeness.ONE: 7, Closeness.NEAR: 12, Closeness.APART: 24}  # where neither has a word beside
INSIDE = 7  # where one stands whole in the other, of one speaker, in reports of one day or the next
OTHER_DAYS = 36  # where the reports are of days far apart: people use their phrases again
DAYS = 3  # a statement is news for so long
AGAINST = 0.25  # of what is shared may stand against other words in the same place; more is another statement
LEFT = 0.4  # of what the lighter wording has beside is needed too


@dataclass(frozen=True, slots=True)
class Item:
    """A quotation as it is compared; ``day`` counts days, None where the report tells none.

    ``rank`` puts the fullest wording first, then the earliest. ``name``: it is nothing but a person's name,
    as of a programme that is called so, and like no other.
    """

    article: str
    quote: Quote
    rank: tuple[int, str, str, int, str]
    day: int | None
    voice: Voice
    wording: Weighed
    name: bool = False


def items(article: Article) -> Iterator[Item]:
    """Return the quotations of an article that are somebody's statement and have words."""
    published = (article.front.published or "")[:10]
    day = _day(published)
    names = {words(m.name) for m in article.mentions if m.kind is Kind.PERSON}
    for quote, voice in voices(article):
        if quote.form in STATEMENTS and not quote.hidden:
            wording = Weighed.of(pieces(quote.text))
            start = quote.parts[0].start if quote.parts else 0
            rank = (-len(wording.words), published or "9999", article.id, start, quote.id)
            if wording.words:
                yield Item(article.id, quote, rank, day, voice, wording, wording.words in names)


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None


def strength(a: Item, b: Item, close: Closeness) -> float:
    """Return how much speaks for two quotations being one statement: 0 where it does not suffice."""
    x, y = a.wording, b.wording
    apart = abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    needed = NEEDED[close] if apart <= DAYS else max(OTHER_DAYS, NEEDED[close])
    if x.line in y.line or y.line in x.line:
        if apart <= DAYS and x.words == y.words:
            needed = WHOLE[close]
        elif apart <= 1 and close is Closeness.ONE and min(len(x.words), len(y.words)) > 1:
            needed = INSIDE
        shared = min(x.whole, y.whole)
        return shared if shared >= needed else 0
    if in_common(x, y) < needed:
        return 0
    like = compare(x, y)
    suffices = like.run >= needed + LEFT * like.left and like.against <= AGAINST * like.shared
    return like.shared if suffices else 0
