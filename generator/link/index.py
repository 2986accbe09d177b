"""Which quotations to compare: those that share a run of words that tells enough.

Each shortest run of words of some weight is a key. Two wordings that have a run of that weight in common have
the key with which it begins in common: so nothing is missed, and no quotation is compared with all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from generator.link.evidence import INSIDE, NEEDED
from generator.link.voices import Closeness

if TYPE_CHECKING:
    from generator.knowledge.spelling import Words
    from generator.link.evidence import Item
    from generator.link.likeness import Weighed

MANY = 64  # wordings with one key: of more, only the fullest are compared with all, for all share the phrase
MANY_SAY = 3  # voices with a key: a term, which is no sign of one speaker
OF_ONE, OF_ANY = INSIDE[Closeness.ONE], NEEDED[Closeness.NEAR]


class Index:
    """The quotations by their keys: lighter keys for those of one family name, heavier ones for all.

    A key is the hash of a run of words, which is a tenth of its size: two runs that have one hash make a
    comparison too many.
    """

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._holders: dict[int, int | list[int]] = {}  # most keys are held once

    def add(self, i: int) -> tuple[set[int], set[int]]:
        """Index quotation ``i``; return what to compare it with, and what to compare with less from now on.

        Several must come in the order of their ranks.
        """
        found: set[int] = set()
        pushed = set()
        rank = self._items[i].rank
        for key in _keys(self._items[i]):
            held = self._holders.setdefault(key, i)
            if held == i:
                continue
            if isinstance(held, int):
                held = self._holders[key] = [held]
            behind = not held or self._items[held[-1]].rank <= rank  # mostly so: several come in order
            at = len(held) if behind else bisect_right(held, rank, key=self._rank)
            found.update(held if at < MANY else held[:MANY])
            held.insert(at, i)
            if len(held) > MANY:
                pushed.add(held[MANY])
        return found, pushed - {i}

    def remove(self, i: int) -> set[int]:
        """Take quotation ``i`` out; return what is to be compared with more from now on."""
        pulled = set()
        for key in _keys(self._items[i]):
            held = self._holders[key]
            if isinstance(held, int):
                del self._holders[key]
                continue
            at = held.index(i)
            del held[at]
            if at < MANY <= len(held):
                pulled.add(held[MANY - 1])
        return pulled

    def near(self, i: int) -> set[int]:
        """Return the quotations to compare with quotation ``i``."""
        found: set[int] = set()
        for key in _keys(self._items[i]):
            held = self._holders[key]
            if isinstance(held, int):
                continue
            fullest = held[:MANY]
            found.update(held if len(held) <= MANY or i in fullest else fullest)
        found.discard(i)
        return found

    def phrases(self, i: int) -> list[int]:
        """Return the heavier keys of a quotation, in the order of its words."""
        return [hash(run) for run in _runs(self._items[i].wording, OF_ANY)]

    def is_term(self, phrase: int) -> bool:
        """Tell whether many say a phrase: people by their families, an actor in whatever name it speaks.

        "The ministry", "Moscow" and "Russia" are one voice.
        """
        held = self._holders.get(phrase, [])
        voices = (self._items[k].voice for k in ([held] if isinstance(held, int) else held))
        return len({v.actor if v.itself else v.family for v in voices} - {""}) >= MANY_SAY

    def _rank(self, i: int) -> tuple[int, str, str, int, str]:
        return self._items[i].rank


def _keys(item: Item) -> set[int]:
    """Return what another quotation must have one of."""
    if item.name:
        return set()
    keys = set(map(hash, _runs(item.wording, OF_ANY)))
    if family := item.voice.family:
        keys.update([hash((family, run)) for run in _runs(item.wording, OF_ONE)])
    return keys


def _runs(w: Weighed, least: float) -> list[Words]:
    """Return each shortest run of words that weighs ``least``."""
    sums, words, count = w.sums, w.words, len(w.sums)
    ends = [bisect_left(sums, before + least, start) for start, before in enumerate(sums)]
    return [words[start:end] for start, end in enumerate(ends) if end < count]
