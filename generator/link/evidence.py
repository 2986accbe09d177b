"""Whether two quotations are one statement: the words they share, who speaks, the days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.knowledge.spelling import pieces
from generator.link.likeness import KEPT, Weighed, compare
from generator.link.occasions import UNKNOWN, Occasion, may_be_one, occasions
from generator.link.voices import Closeness, Voice, voices
from generator.link.wording import RARE
from generator.model.findings import Form, Kind, Quote
from generator.model.moments import appeared as first_told
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
_NEVER = max(Closeness) + 1
# Both by the number of a closeness: to look a member of an enum up in a dict calls its hash, in Python.
_NEEDED = tuple([NEEDED[close] for close in Closeness])
_INSIDE = tuple([INSIDE.get(close, NEEDED[close]) for close in Closeness])
OTHER_DAYS = 50  # where the reports are of days far apart: people use their phrases again
DAYS = 3  # a statement is news for so long
WEEKS = 14  # days in which reports look back on it, and repeat its very words
LOOKED_BACK = 24
KNOWN_DAY = 20  # where one of the two reports tells the day of the words, on which the other may look back
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
    """A quotation as it is compared; ``day`` counts days, None where its report states none.

    ``said`` is the day of the words, None where neither report nor editor tells it.
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
    said: int | None = None


def items(article: Article) -> Iterator[Item]:
    """Return the quotations of an article that are somebody's statement and have words."""
    published = (article.front.published or "")[:10]
    day = _day(published)
    appeared = " ".join(first_told(article.front.published, "UTC")[1:]) if published else "9999"
    names = {bare(m.name) for m in article.mentions if m.kind is Kind.PERSON}
    stated = [q for q in article.quotes if q.form in STATEMENTS and not q.hidden]
    for (quote, voice), occasion in zip(voices(article, stated), occasions(article, stated), strict=True):
        wording = Weighed.of(pieces(quote.text))
        start = quote.parts[0].start if quote.parts else 0
        rank = (-len(wording.words), appeared, article.id, start, quote.id)
        if wording.words:
            name = wording.line.strip() in names
            said = _day(quote.said_on or "")
            yield Item(article.id, quote, rank, day, voice, wording, name, _is_title(quote), occasion, said)


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


@dataclass(frozen=True, slots=True)
class Met:
    """Two wordings before they are laid side by side, which few pairs need.

    ``bears`` is the most that may be asked of them; ``whole``: the lighter one stands whole in the other.
    ``least``: how much must speak for one speaker at least, on one day and one occasion.
    """

    light: Weighed
    heavy: Weighed
    bears: float
    whole: bool
    least: int


@lru_cache(KEPT)
def meet(a: Weighed, b: Weighed) -> Met:
    """Return what two wordings have in common.

    A single word is like its like only: it stands in too many statements.
    """
    light, heavy = (a, b) if a.whole < b.whole or (a.whole == b.whole and a.words <= b.words) else (b, a)
    whole = light.line in heavy.line and (len(light.words) > 1 or light.words == heavy.words)
    bears = float(light.whole)
    if not whole:
        shared = light.in_common(heavy) if len(light.words) > 1 else 0
        bears = shared - SEAM * (light.whole - shared)
    return Met(light, heavy, bears, whole, _least(bears, _INSIDE if whole else _NEEDED))


def strength(a: Item, b: Item, close: Closeness) -> float:
    """Return how much speaks for two quotations being one statement: 0 where it does not suffice.

    Below 0 they tell that they are two: they have enough in common, and each goes on in other words.
    """
    if close is not Closeness.ONE and (a.title or b.title):
        return 0
    met = meet(a.wording, b.wording)
    needed, inside = _asked(a, b, close)
    if met.bears < (inside if met.whole else needed):
        return 0
    if met.whole:  # its like comes before what holds it
        return met.light.whole + (met.light.words == met.heavy.words)
    run, beside, found = _laid(met.light, met.heavy)
    return 0 if run < needed + beside else found


def least_of(met: Met) -> int:
    """Return how much must speak for one speaker at least, now that two wordings are laid side by side."""
    if met.whole:
        return met.least
    run, beside, _ = _laid(met.light, met.heavy)
    return _least(run, _NEEDED, beside)


def _least(found: float, asked: tuple[int, ...], beside: float = 0) -> int:
    """Return the least closeness for which it suffices."""
    for close, needed in enumerate(asked):
        if found >= needed + beside:
            return close
    return _NEVER


@lru_cache(KEPT)
def _laid(light: Weighed, heavy: Weighed) -> tuple[float, float, float]:
    """Return the heaviest run that both have, what is needed for what is beside it, how alike they are."""
    like = compare(light, heavy)
    nearly_all = light.in_common(heavy) >= ALL * heavy.whole
    beside = 0 if nearly_all else (SEAM if like.seam else LEFT) * like.left
    against = max(AGAINST * like.shared, min(SLIP * like.shared, RARE))
    return like.run, beside, like.shared if like.against <= against else -like.against


def _asked(a: Item, b: Item, close: Closeness) -> tuple[int, int]:
    """Return what the words in common must weigh, and what those of a wording that is whole in the other."""
    apart = days_apart(a, b)
    if a.occasion and b.occasion and not may_be_one(a.occasion, b.occasion):
        return OTHER_DAYS, OTHER_DAYS
    if apart <= 1:
        return _NEEDED[close], _INSIDE[close]
    if apart <= DAYS:
        return _NEEDED[close], _NEEDED[close]
    looks_back = apart <= WEEKS and close is Closeness.ONE and not (a.title or b.title)
    looked_back = LOOKED_BACK if a.said is None and b.said is None else KNOWN_DAY
    return OTHER_DAYS, looked_back if looks_back else OTHER_DAYS


def days_apart(a: Item, b: Item) -> int:
    """Return how many days lie between two quotations, 0 where that is not known.

    Two days of saying tell more than those of the reports: the next day may be a slip, or a clock elsewhere,
    but what was said on others is not the same, and no report has words before they were said. Where one is
    told, the other's report may be of that day, or look back with it.
    """
    if a.said is None and b.said is None:  # as of most
        return abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    if a.said is not None and b.said is not None:
        apart = abs(a.said - b.said)
        return apart if apart <= 1 else WEEKS + 1
    said, other = (a, b) if a.said is not None else (b, a)
    if other.day is None:
        return 0
    if said.said is not None and other.day < said.said - 1:
        return WEEKS + 1
    return min([abs(day - other.day) for day in (said.said, said.day) if day is not None], default=0)
