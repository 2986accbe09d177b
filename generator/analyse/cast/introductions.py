"""How a sentence introduces a name: which of its words are the name, and whether it is a person's at all."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.name.namesakes import is_acronym, is_brand
from generator.analyse.word import gender
from generator.analyse.word.words import FUNCTION
from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cue.clauses import Clause
    from generator.analyse.name.names import Nominal

_SHORT = 4  # tokens of what is no headline yet


def is_title(c: Clause) -> bool:
    """Tell whether a sentence is written as a headline is: all but function words have a capital."""
    for t in c.sentence.toks:
        if t.word and not t.capital and t.low not in FUNCTION and not t.low[0].isdigit():
            return False
    return len(c.sentence.toks) > _SHORT


@cache
def _openers() -> frozenset[str]:
    """Return the commonest words, with which a sentence may begin before a name: "See Berg"."""
    return frozenset(word for _, words in rows("common") for word in words.split())


def told(n: Nominal, *, titled: bool) -> Nominal | None:
    """Return a nominal by the words of the name alone, None where a headline has more than a name."""
    first, _, rest = n.name.partition(" ")
    if not rest:
        return n
    if titled:
        return n if gender.is_given(first) and rest.count(" ") <= 1 else None
    opens = first.lower() in _openers() or (first.endswith("ing") and not gender.is_given(first))
    return replace(n, name=rest) if opens and n.first == 0 and not n.role else n


def no_name(n: Nominal) -> bool:
    """Tell whether a name is a brand, an acronym, or ends in one: "Northland NFU", not "JOHN DOE"."""
    if n.title or n.role:
        return False
    if " " in n.name and n.name.isupper():
        return not gender.is_given(n.name.split()[0])
    return is_acronym(n.name) or is_brand(n.name)


def has_article(n: Nominal, c: Clause) -> bool:
    """Tell whether an article leads to a name and no noun follows it: "the Northland Shoal"."""
    toks = c.sentence.toks
    if n.title or n.role or not n.first or toks[n.first - 1].low != "the":
        return False
    after = toks[n.last + 1] if n.last + 1 < len(toks) else None
    return after is None or not after.word or after.low in FUNCTION


def places(n: Nominal, c: Clause) -> Iterator[str]:
    """Yield the words of the place that stands with somebody in office: "Marrow Sen. Ada Berg of Fenland"."""
    toks = c.sentence.toks
    for k in (n.first - 1, n.last + 2 if n.last + 2 < len(toks) and toks[n.last + 1].low == "of" else -1):
        if k >= 0 and toks[k].capital:
            yield toks[k].low


def actors_before(n: Nominal, c: Clause) -> tuple[str, ...]:
    """Return whose the office before a title and a name is: "the Danish army chief, Gen. Otto Quell"."""
    if n.first < 2 or not (n.title or n.role) or c.sentence.toks[n.first - 1].text != ",":  # noqa: PLR2004
        return ()
    return next((m.actors for m in c.sentence.noms if m.last == n.first - 2 and m.sort == "office"), ())
