"""Pairs -> statements: what the desk said holds, long wordings join, a short one goes to one statement.

A short phrase stands in many statements, so it never makes two of them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.occasions import UNKNOWN, may_be_one
from generator.link.voices import closeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.link.evidence import Item

LONG = 40  # weight: lighter wordings never join two statements. 30 to 55 score alike, 20 costs 4 of F1
MANY_HAVE = 3  # statements in which a short one stands: a stock phrase, which tells of none
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items by their numbers, the lower first: how alike, and what the desk said of them.

    ``unlike`` have words in common and each goes on in other words: only the desk may make them one.
    """

    alike: Mapping[Pair, float]
    required: Sequence[Pair] = ()
    forbidden: Sequence[Pair] = ()
    unlike: Sequence[Pair] = ()


class Groups:
    """Groups of numbers that grow together, but never over a forbidden pair."""

    def __init__(self, count: int, forbidden: Iterable[Pair]) -> None:
        self._parents = list(range(count))
        self._members = [{i} for i in range(count)]
        self._foes = _partners(count, forbidden)

    def root(self, i: int) -> int:
        """Return the first of the group."""
        while self._parents[i] != i:
            self._parents[i] = self._parents[self._parents[i]]
            i = self._parents[i]
        return i

    def join(self, a: int, b: int) -> bool:
        """Make two groups one, unless a pair of theirs is forbidden; tell whether they are one now."""
        x, y = sorted((self.root(a), self.root(b)))
        if x == y:
            return True
        if self._foes[x] & self._members[y]:
            return False
        self._parents[y] = x
        self._members[x] |= self._members[y]
        self._foes[x] |= self._foes[y]
        return True

    def alone(self, i: int) -> bool:
        """Tell whether a number is in no other's group."""
        return len(self._members[self.root(i)]) == 1

    def all(self) -> list[list[int]]:
        """Return the groups, each in order."""
        return [sorted(self._members[i]) for i, parent in enumerate(self._parents) if i == parent]


def grouped(items: Sequence[Item], pairs: Pairs) -> list[list[int]]:
    """Group ``items``, which come in the order of their ranks.

    Where the desk says both of a pair, that it is one and that it is not, it is not.
    """
    groups, alike = _Told(items, pairs), pairs.alike
    for a, b in sorted(pairs.required):
        groups.join(a, b)
    homes: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if _is_long(items[a]) and _is_long(items[b]):
            groups.join_likely(a, b)
        else:
            homes[a].append(b)
            homes[b].append(a)
    for i in sorted(homes):
        if not _is_long(items[i]) and groups.alone(i):
            fits = [j for j in homes[i] if j < i or _is_long(items[j])]
            if len({groups.root(j) for j in fits if _is_long(items[j])}) >= MANY_HAVE:
                continue
            fits.sort(key=lambda j: (*_distance(items[i], items[j]), -alike[min(i, j), max(i, j)], j))
            any(groups.join_likely(i, j) for j in fits)
    return groups.all()


class _Told(Groups):
    """Groups that know what is told of theirs: no third makes two of two occasions one, or two unlike."""

    def __init__(self, items: Sequence[Item], pairs: Pairs) -> None:
        super().__init__(len(items), pairs.forbidden)
        self._items = items
        self._unlike = _partners(len(items), pairs.unlike)
        self._occasions = [{item.occasion} - {UNKNOWN} for item in items]

    def join(self, a: int, b: int) -> bool:
        """Join, and put together what is told."""
        x, y = self.root(a), self.root(b)
        joined = super().join(a, b)
        if joined and x != y:
            root, gone = sorted((x, y))
            self._occasions[root] |= self._occasions[gone]
            self._unlike[root] |= self._unlike[gone]
        return joined

    def join_likely(self, a: int, b: int) -> bool:
        """Join unless the groups are of two occasions; of a pair so alike that it joined all the same, do.

        Two that go on in other words are never joined.
        """
        x, y = self.root(a), self.root(b)
        if self._unlike[x] & self._members[y]:
            return False
        ours, theirs = self._occasions[x], self._occasions[y]
        one = not ours or not theirs or any(may_be_one(x, y) for x in ours for y in theirs)
        if one or not may_be_one(self._items[a].occasion, self._items[b].occasion):
            return self.join(a, b)
        return False


def _partners(count: int, pairs: Iterable[Pair]) -> list[set[int]]:
    of: list[set[int]] = [set() for _ in range(count)]
    for a, b in pairs:
        of[a].add(b)
        of[b].add(a)
    return of


def _is_long(item: Item) -> bool:
    return item.wording.whole >= LONG


def _distance(short: Item, other: Item) -> tuple[int, bool, int]:
    """Order where a short wording may belong: to the same speaker, the same report, the same days."""
    days = abs(short.day - other.day) if short.day is not None and other.day is not None else 0
    return -closeness(short.voice, other.voice), short.article != other.article, days
