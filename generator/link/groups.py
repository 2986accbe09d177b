"""Pairs -> statements: what the desk said holds, long wordings join, a short one goes to one statement.

A short phrase stands in many statements, so it never makes two of them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.evidence import days_apart
from generator.link.occasions import UNKNOWN, may_be_one
from generator.link.voices import closeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.link.evidence import Item

LONG = 40  # weight: lighter wordings never join two statements. 30 to 55 score alike, 20 costs 4 of F1
MANY_HAVE = 3  # statements in which a short one stands: a stock phrase, which tells of none
REQUIRED, BOTH_LONG, ONE_SHORT = range(3)  # in this order pairs are joined
Pair = tuple[int, int]
Step = tuple[int, float, int, int]  # that joined two: of which kind, how alike below 0, the numbers


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items by their numbers, the lower first: how alike, and what the desk said of them.

    ``unlike`` have words in common and each goes on in other words: only the desk may make them one.
    ``settled`` are grouped already, by the steps that ``stood``; of them no pairs are given but with others.
    """

    alike: Mapping[Pair, float]
    required: Sequence[Pair] = ()
    forbidden: Sequence[Pair] = ()
    unlike: Sequence[Pair] = ()
    settled: frozenset[int] = frozenset()
    stood: Sequence[Step] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Items that are one statement by their numbers, in order, and the steps that made them one."""

    members: list[int]
    steps: list[Step]


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


def grouped(items: Sequence[Item], pairs: Pairs) -> list[Group]:
    """Group ``items``, which come in the order of their ranks.

    Where the desk says both of a pair, that it is one and that it is not, it is not.
    """
    groups, long = _Told(items, pairs), [is_long(item) for item in items]
    certain = set(pairs.stood)
    todo = [step for step in certain if step[0] != ONE_SHORT]
    todo += [(REQUIRED, 0.0, a, b) for a, b in pairs.required]
    homes: dict[int, list[int]] = defaultdict(list)
    for (a, b), strength in pairs.alike.items():
        if long[a] and long[b]:
            todo.append((BOTH_LONG, -strength, a, b))
        else:
            homes[a].append(b)
            homes[b].append(a)
    for step in sorted(todo):
        groups.take(step, likely=step[0] == BOTH_LONG and step not in certain)
    short = {step[2]: step for step in certain if step[0] == ONE_SHORT}
    for i in sorted({*homes, *short} if short else homes):
        if i in short:
            groups.take(short[i], likely=False)
        elif not long[i] and i not in pairs.settled and groups.alone(i):
            for j in _fits(i, homes[i], groups, pairs):
                if groups.take((ONE_SHORT, 0.0, i, j), likely=True):
                    break
    return groups.made()


def _fits(i: int, near: Sequence[int], groups: _Told, pairs: Pairs) -> list[int]:
    """Return what a short wording may be joined to, the likeliest first; of a stock phrase nothing."""
    items, alike = groups.items, pairs.alike
    fits = [j for j in near if j < i or is_long(items[j])]
    if len({groups.root(j) for j in fits if is_long(items[j])}) >= MANY_HAVE:
        return []
    return sorted(fits, key=lambda j: (*_distance(items[i], items[j]), -alike[min(i, j), max(i, j)], j))


class _Told(Groups):
    """Groups that know what is told of theirs: no third makes two of two occasions one, or two unlike."""

    def __init__(self, items: Sequence[Item], pairs: Pairs) -> None:
        super().__init__(len(items), pairs.forbidden)
        self.items = items
        self._steps: list[Step] = []
        self._unlike = _partners(len(items), pairs.unlike)
        self._occasions = [{item.occasion} - {UNKNOWN} for item in items]

    def take(self, step: Step, *, likely: bool) -> bool:
        """Join a pair, where it is only ``likely`` if nothing is told against it; tell whether it is one."""
        _, _, a, b = step
        if self.root(a) == self.root(b):
            return True
        joined = self.join_likely(a, b) if likely else self.join(a, b)
        if joined:
            self._steps.append(step)
        return joined

    def made(self) -> list[Group]:
        """Return the groups with the steps that made them."""
        of = {members[0]: Group(members, []) for members in self.all()}
        for step in self._steps:
            of[self.root(step[2])].steps.append(step)
        return list(of.values())

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
        if one or not may_be_one(self.items[a].occasion, self.items[b].occasion):
            return self.join(a, b)
        return False


def _partners(count: int, pairs: Iterable[Pair]) -> list[set[int]]:
    of: list[set[int]] = [set() for _ in range(count)]
    for a, b in pairs:
        of[a].add(b)
        of[b].add(a)
    return of


def is_long(item: Item) -> bool:
    """Tell whether a wording is long enough to make two statements one."""
    return item.wording.whole >= LONG


def _distance(short: Item, other: Item) -> tuple[int, bool, int]:
    """Order where a short wording may belong: to the same speaker, the same report, the same days."""
    near = short.article != other.article
    return -closeness(short.voice, other.voice), near, days_apart(short, other)
