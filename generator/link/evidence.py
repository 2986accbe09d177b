"""Whether two quotations are one statement: the words they share, who speaks, the days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.link.likeness import Weighed, compare
from generator.link.occasions import UNKNOWN, Occasion, may_be_one, occasions
from generator.link.voices import Closeness, Voice, voices
from generator.link.wording import RARE, pieces
from generator.model.findings import Form, Kind, Quote
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article

STATEMENTS = frozenset({Form.DIRECT, Form.MIXED, Form.HEADLINE})
# The weight of words that two wordings must share in one piece. Set on 48 events, each told by three outlets,
# where F1 is 94.9: of the 23 by whose errors SEAM and ALL were found 97.5, of the other 25 92.6. Any figure
# here a third higher costs at most 0.9 of it, a third lower as much, but: LEFT at 0.27 and APART at 16 cost
# 1.8. SLIP changes nothing there. What DAYS and OTHER_DAYS do is not measured: all were told at once.
NEEDED = {Closeness.ONE: 10, Closeness.NEAR: 12, Closeness.UNTOLD: 24, Closeness.APART: 24}
INSIDE = {Closeness.ONE: 7, Closeness.UNTOLD: 16}  # one whole in the other, in reports of one day or the next
OTHER_DAYS = 50  # where the reports are of days far apart: people use their phrases again
DAYS = 3  # a statement is news for so long
WEEKS = 14  # days in which reports look back on it, and repeat its very words
LOOKED_BACK = 24
AGAINST = 0.25  # of what is shared may stand against other words in the same place; more is another statement
SLIP = 1 / 3  # of it, where that is one word: a slip of the pen or of the ear
LEFT = 0.4  # of what the lighter wording has beside is needed too
SEAM = 0.25  # of it, where one wording ends with what the other begins with: two halves of one statement
ALL = 0.9  # of the heavier wording: who has so much of its words has them all, in whatever order
TITLE = 6  # words that a title has at most
_TITLED = re.compile(r"[^\W\d_][\w'’-]*")
# Not capitalised in titles (Chicago Manual of Style, 8.159).
_SMALL = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "but",
    "by",
    "for",
    "from",
    "in",
    "nor",
    "of",
    "on",
    "or",
    "the",
    "to",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A quotation as it is compared; ``day`` counts days, None where neither report nor editor tells one.

    ``rank`` puts the fullest wording first, then the earliest. ``name``: it is nothing but a person's name,
    as of a programme that is called so, and like no other. ``title``: it is spelt as titles and slogans are,
    which many say, and like words of the same speaker only.
    """

    article: str
    quote: Quote
    rank: tuple[int, str, str, int, str]
    day: int | None
    voice: Voice
    wording: Weighed
    name: bool = False
    title: bool = False
    occasion: Occasion = UNKNOWN


def items(article: Article) -> Iterator[Item]:
    """Return the quotations of an article that are somebody's statement and have words."""
    published = (article.front.published or "")[:10]
    day = _day(published)
    names = {bare(m.name) for m in article.mentions if m.kind is Kind.PERSON}
    stated = [q for q in article.quotes if q.form in STATEMENTS and not q.hidden]
    for (quote, voice), occasion in zip(voices(article, stated), occasions(article, stated), strict=True):
        wording = Weighed.of(pieces(quote.text))
        start = quote.parts[0].start if quote.parts else 0
        rank = (-len(wording.words), published or "9999", article.id, start, quote.id)
        if wording.words:
            name = wording.line.strip() in names
            told = day if quote.day is None else _day(quote.day)
            yield Item(article.id, quote, rank, told, voice, wording, name, _is_title(quote), occasion)


def _is_title(quote: Quote) -> bool:
    """Tell whether words in a reporter's own sentence are spelt as a title, a slogan or a name is."""
    words = _TITLED.findall(quote.text) if quote.form is Form.MIXED else ()
    if not 1 < len(words) <= TITLE:
        return False
    small = [w for w in words if not w[0].isupper()]
    return words[0] not in small and words[-1] not in small and set(small) <= _SMALL


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None


def strength(a: Item, b: Item, close: Closeness) -> float:
    """Return how much speaks for two quotations being one statement: 0 where it does not suffice.

    Below 0 they tell that they are two: they have enough in common, and each goes on in other words.
    A single word is like its like only: it stands in too many statements.
    """
    if close is not Closeness.ONE and (a.title or b.title):
        return 0
    x, y = a.wording, b.wording
    light, heavy = (x, y) if x.whole < y.whole or (x.whole == y.whole and x.words <= y.words) else (y, x)
    needed, inside = _asked(a, b, close)
    if light.whole < inside or (len(light.words) == 1 and light.words != heavy.words):
        return 0
    if light.line in heavy.line:
        return light.whole + (light.words == heavy.words)  # its like comes before what holds it
    shared = light.in_common(heavy)
    if shared < needed + SEAM * (light.whole - shared):
        return 0
    like = compare(light, heavy)
    beside = 0 if shared >= ALL * heavy.whole else (SEAM if like.seam else LEFT) * like.left
    if like.run < needed + beside:
        return 0
    against = max(AGAINST * like.shared, min(SLIP * like.shared, RARE))
    return like.shared if like.against <= against else -like.against


def _asked(a: Item, b: Item, close: Closeness) -> tuple[int, int]:
    """Return what the words in common must weigh, and what those of a wording that is whole in the other."""
    apart = abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    if not may_be_one(a.occasion, b.occasion):
        return OTHER_DAYS, OTHER_DAYS
    if apart <= 1:
        return NEEDED[close], INSIDE.get(close, NEEDED[close])
    if apart <= DAYS:
        return NEEDED[close], NEEDED[close]
    looks_back = apart <= WEEKS and close is Closeness.ONE and not (a.title or b.title)
    return OTHER_DAYS, LOOKED_BACK if looks_back else OTHER_DAYS
