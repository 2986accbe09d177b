"""One person whom two reports spell otherwise: who is at the head of a state is so for all of them.

A report that has "President Bashir" for "President Bashar" and does not say of what makes nobody else. So
who has the office of a head of state or government, and no state, is whoever in the other reports has that
office of a state, the same family name, and a given name that is one letter away; if that is one alone.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.knowledge.tables import table
from generator.link.offices import folded, office_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEADS = frozenset(("head-of-state", "head-of-government"))
_LEAST = 4  # letters of a given name: "Ann" and "Ana" are two


class Head(NamedTuple):
    """Whoever is at the head of something; ``actors`` are those of which the reports say it."""

    ident: str
    key: tuple[str, ...]  # the folded words of the name
    roles: frozenset[str]
    actors: frozenset[str]


def respelt(met: Iterable[Head], apart: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return for each id that is a misspelling the id of the person; ``apart`` says who is somebody else."""
    by_family: dict[str, list[tuple[Head, frozenset[str]]]] = defaultdict(list)
    for head in met:
        offices = frozenset(map(office_of, head.roles)) & _offices()
        if len(head.key) > 1 and offices:
            by_family[head.key[-1]].append((head, offices))
    found = {}
    for namesakes in by_family.values():
        for head, offices in namesakes:
            fits = {
                other.ident
                for other, theirs in namesakes
                if not head.actors and other.actors and offices & theirs and _is_near(head.key, other.key)
            }
            if len(fits) == 1 and not fits & apart.get(head.ident, frozenset()):
                found[head.ident] = fits.pop()
    return found


@cache
def _offices() -> frozenset[str]:
    return frozenset(folded(row.office) for row in table("offices") if row.rank in _HEADS)


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names differ in one letter of the given name."""
    if one[1:] != other[1:] or min(len(one[0]), len(other[0])) < _LEAST:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
