"""Whose a wording may be: the speaker's name, and the names beside the quotation.

Reports leave the speaker out and readers of reports take the wrong one for the speaker, so a name beside
the quotation counts too, if for less.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.link.offices import is_of_people
from generator.model.findings import Kind
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import Article
    from generator.model.findings import Mention, Quote

BESIDE = 300  # letters before and after a quotation: about the sentence before and the one behind
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Closeness(IntEnum):
    """How much speaks for one speaker of two wordings."""

    APART = 0
    UNTOLD = 1  # of one at least it is not told who speaks: "the nominee", "members of the board", nobody
    NEAR = 2  # the one's name stands beside the other's words, or both speak for one actor
    ONE = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as the report tells; names are folded, and empty where there are none.

    ``itself``: an actor speaks as such, as "Moscow" or by a ministry, and nobody of it.
    """

    person: str | None = None
    family: str = ""
    given: tuple[str, ...] = ()
    actor: str | None = None
    beside: frozenset[str] = frozenset()
    itself: bool = False


def voices(article: Article, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Voice]]:
    """Return each of an article's quotes with its voice."""
    people = sorted((m for m in article.mentions if m.kind is Kind.PERSON), key=lambda m: m.span)
    starts = [m.span.start for m in people]
    for quote in quotes:
        near = _beside(quote, people, starts)
        s = quote.speaker
        if s is None:
            yield quote, Voice(beside=near)
        else:
            given, family = name_parts(s.name)
            itself = bool(s.actor) and not s.person and not is_of_people(s.name)
            yield quote, Voice(s.person, family, given if s.person else (), s.actor, near, itself)


def _beside(quote: Quote, people: Sequence[Mention], starts: Sequence[int]) -> frozenset[str]:
    if not quote.parts:
        return frozenset()
    since = bisect_left(starts, quote.parts[0].start - BESIDE)
    until = bisect_left(starts, quote.parts[-1].end + BESIDE)
    return frozenset([name_parts(m.name)[1] for m in people[since:until]])


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[tuple[str, ...], str]:
    """Return a name's given words and its family name, folded."""
    found = [w for w in _WORD.findall(bare(name).replace(".", " ")) if w not in _BEHIND]
    return tuple(found[:-1]), found[-1] if found else ""


def closeness(a: Voice, b: Voice) -> Closeness:
    """Tell how much speaks for one speaker."""
    if a.person and a.person == b.person:
        return Closeness.ONE
    if a.family and a.family == b.family:
        namesakes = a.person and b.person and a.given and a.given == b.given
        return Closeness.ONE if not namesakes and _may_be_one(a.given, b.given) else Closeness.APART
    if a.family in b.beside or b.family in a.beside:
        return Closeness.NEAR
    if a.person and b.person:
        return Closeness.APART
    if a.actor is not None and a.actor == b.actor:
        return Closeness.NEAR
    described = [bool(v.family) for v in (a, b) if not (v.person or v.actor)]
    untold = described and described != [True, True]  # a porter is no cook
    return Closeness.UNTOLD if untold else Closeness.APART


def strangers(a: Voice, b: Voice) -> bool:
    """Tell at once of two voices that they have nothing in common by which they are one or near."""
    return not (
        a.person == b.person
        or a.actor == b.actor
        or a.family == b.family
        or a.family in b.beside
        or b.family in a.beside
    )


def _may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two of one family name may be one: no given name, the same, or one short for the other."""
    if not a or not b:
        return True
    return any(x == y or x[:2] == y[:2] or (x[0] == y[0] and 1 in (len(x), len(y))) for x in a for y in b)
