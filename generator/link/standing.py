"""The groups that stand, and what becomes of them when quotations come, go, or are like others than before.

A step that joins two groups depends on these two alone, so a group none of whose quotations changed was made
by the same steps as it would be now, unless one that did change is to join it. So what changed is grouped
anew with the groups it meets as they were made, step by step; one that is joined is grouped anew as well. It
comes to the same as to group everything from the start, which a property of the tests holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.link.evidence import Item
from generator.link.groups import (
    MANY_HAVE,
    ONE_SHORT,
    REQUIRED,
    Group,
    Pairs,
    Step,
    grouped,
    is_long,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


_ALONE: Final[list[Step]] = []  # of all groups of one
Said = Callable[[int], Collection[int]]


@dataclass(frozen=True, slots=True)
class Ties:
    """What holds between quotations, by their numbers: how alike, and what the desk said of them."""

    items: Sequence[Item]
    alike: Mapping[int, Mapping[int, float]]  # below 0: they tell of two
    required: Said
    forbidden: Said


@dataclass(slots=True)
class Standing:
    """The groups of all quotations."""

    ties: Ties
    _of: dict[int, Group] = field(default_factory=dict)

    def group(self, i: int) -> Group:
        """Return the group of a quotation."""
        return self._of[i]

    def beside(self, numbers: Iterable[int]) -> set[int]:
        """Return those in a group with some of these, themselves among them."""
        return {j for i in numbers for j in (self._of[i].members if i in self._of else (i,))}

    def regroup(self, changed: set[int], parted: set[int], gone: set[int]) -> tuple[list[Group], list[Group]]:
        """Group anew whatever ``changed``; return the groups that are no more, and those that are new.

        ``parted`` are like fewer than before, of those that ``gone`` were or that changed.
        """
        anew = self.beside(changed | gone) - gone
        made: dict[frozenset[int], _Piece] = {}
        while True:
            made = {piece: made.get(piece) or self._settle(piece) for piece in self._pieces(anew)}
            more = {i for piece in made.values() for i in piece.joined}
            more = more or self._unsettled(anew, parted - gone, made)
            if not more:
                break
            anew |= self.beside(more)
        return self._replace(anew | gone, [group for piece in made.values() for group in piece.groups])

    def _replace(self, numbers: set[int], new: list[Group]) -> tuple[list[Group], list[Group]]:
        old = {id(group): group for i in numbers if (group := self._of.pop(i, None))}
        for group in new:
            self._of.update(dict.fromkeys(group.members, group))
        return list(old.values()), new

    def _near(self, i: int) -> Iterator[int]:
        """Yield those to which a quotation may be joined by a step."""
        yield from (j for j, s in self.ties.alike.get(i, {}).items() if s > 0)
        yield from self.ties.required(i)

    def _pieces(self, anew: set[int]) -> Iterator[frozenset[int]]:
        """Yield what hangs together among those to be grouped anew."""
        left = set(anew)
        while left:
            first = left.pop()
            piece, todo = {first}, [first]
            while todo:
                near = {j for j in self._near(todo.pop()) if j in left}
                left -= near
                piece |= near
                todo += near
            yield frozenset(piece)

    def _settle(self, piece: frozenset[int]) -> _Piece:
        """Group a piece among the groups that it meets."""
        met = {id(g): g for i in piece for j in self._near(i) if j not in piece for g in (self._of[j],)}
        if not met and len(piece) == 1:
            return _Piece([Group(list(piece), _ALONE)], set())
        settled = {i for group in met.values() for i in group.members}
        order = sorted((*piece, *settled), key=lambda i: self.ties.items[i].rank)
        local = {i: n for n, i in enumerate(order)}
        pairs = self._pairs(piece, local, list(met.values()))
        groups, joined = [], set()
        for found in grouped([self.ties.items[i] for i in order], pairs):
            members = [order[n] for n in found.members]
            held = settled.intersection(members)
            if not held:
                steps = [(kind, s, order[a], order[b]) for kind, s, a, b in found.steps]
                groups.append(Group(members, steps))
            elif len(held) < len(members):
                joined |= held
        return _Piece(groups, joined)

    def _pairs(self, piece: frozenset[int], local: Mapping[int, int], met: Sequence[Group]) -> Pairs:
        """Return what is to be known of a piece and the groups it meets, in local numbers."""
        alike, unlike = {}, []
        for i in piece:
            n = local[i]
            for j, strength in self.ties.alike.get(i, {}).items():
                m = local.get(j)
                if m is None or (m < n and j in piece):
                    continue
                pair = (n, m) if n < m else (m, n)
                if strength > 0:
                    alike[pair] = strength
                else:
                    unlike.append(pair)
        return Pairs(
            alike,
            self._said(self.ties.required, piece, local),
            self._said(self.ties.forbidden, piece, local),
            unlike,
            frozenset(local[i] for group in met for i in group.members),
            [(kind, s, local[a], local[b]) for group in met for kind, s, a, b in group.steps],
        )

    def _said(self, said: Said, piece: frozenset[int], local: Mapping[int, int]) -> list[tuple[int, int]]:
        """Return what the desk said of quotations, in local numbers."""
        pairs = ((local[i], local[j]) for i in piece for j in said(i) if j in local)
        return sorted({(min(pair), max(pair)) for pair in pairs})

    def _unsettled(self, anew: set[int], parted: set[int], made: Mapping[frozenset[int], _Piece]) -> set[int]:
        """Return short wordings beside what is grouped anew whose place may be another one now."""
        now = {i: id(group) for piece in made.values() for group in piece.groups for i in group.members}
        items = self.ties.items
        near = {j for i in anew for j, s in self.ties.alike.get(i, {}).items() if s > 0}
        short = {i for i in (near | parted) - anew if not is_long(items[i])}
        return {i for i in short if self._may_move(i, now)}

    def _may_move(self, i: int, now: Mapping[int, int]) -> bool:
        """Tell whether a short wording may belong elsewhere; a stock phrase that was one is one still."""
        steps = self._of[i].steps
        if any(kind == REQUIRED and i in (a, b) for kind, _, a, b in steps):
            return False
        homes = set()
        for j, strength in self.ties.alike.get(i, {}).items():
            if strength > 0 and is_long(self.ties.items[j]):
                homes.add(now.get(j) or id(self._of[j]))
                if len(homes) >= MANY_HAVE:
                    return any(kind == ONE_SHORT and a == i for kind, _, a, _ in steps)
        return True


@dataclass(frozen=True, slots=True)
class _Piece:
    """What became of a piece: its groups, and those of other groups that it joined."""

    groups: list[Group]
    joined: set[int]
