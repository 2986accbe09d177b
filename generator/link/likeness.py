"""How alike two wordings are: what they share in one piece, and what each has in the other's place.

Greedy string tiling (Wise 1993, as used against plagiarism): the heaviest run of words that both have is
laid first, then the next of what is left, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.knowledge.spelling import Words
from generator.link.wording import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

Tile = tuple[int, int, int]  # where it begins in one, where in the other, words

OFTEN = 50  # places of one word are compared, so that time is linear in the length
PAIR, LONE = 0.7, 0.3  # of its weight: two words alike by themselves, and one
KEPT = 1 << 16  # wordings, and pairs of them: what agencies send out and people repeat is compared again


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A wording and the weights of its words; ``sums[n]`` is the weight of the first ``n``.

    ``cuts`` are its ends and where words were left out between, counted in words; ``line`` has all words with
    a space on either side of each, ``bag`` what each word weighs in all its places.
    Wordings of the same pieces are one object.
    """

    words: Words
    sums: tuple[int, ...]
    whole: int
    cuts: tuple[int, ...]
    line: str
    bag: Mapping[str, int]

    @classmethod
    def of(cls, pieces: Sequence[Words]) -> Weighed:
        """Weigh the words of all pieces."""
        return _weighed(tuple(pieces))

    def in_common(self, other: Weighed) -> int:
        """Return the weight of its words that the other has too: no two can share more."""
        return _in_common(self, other)

    def part(self, start: int, end: int) -> int:
        """Return the weight of the words ``[start, end)``."""
        return self.sums[end] - self.sums[start]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two wordings share, in the weight of words.

    ``run``: the heaviest run of words in both. ``shared``: all that is in both. ``against``: where each has
    words on the same side of that run that the other has not. ``left``: what the lighter one has beside.
    ``seam``: the run ends one, or what stands before a gap in it, and begins the other.
    """

    run: float
    shared: float
    against: float
    left: float
    seam: bool


@lru_cache(KEPT)
def _weighed(pieces: tuple[Words, ...]) -> Weighed:
    words = tuple([word for piece in pieces for word in piece])
    cuts = (0, *accumulate(len(piece) for piece in pieces))
    weights = weigh(words)
    sums = (0, *accumulate(weights))
    bag: dict[str, int] = {}
    for word, weight in zip(words, weights, strict=True):
        bag[word] = bag.get(word, 0) + weight
    return Weighed(words, sums, sums[-1], cuts, f" {' '.join(words)} ", bag)


@lru_cache(KEPT)
def _in_common(a: Weighed, b: Weighed) -> int:
    return sum([a.bag[word] for word in a.bag.keys() & b.bag.keys()])


@lru_cache(KEPT)
def compare(a: Weighed, b: Weighed) -> Likeness:
    """Return how alike two wordings are."""
    light, heavy = (a, b) if (a.whole, a.words) <= (b.whole, b.words) else (b, a)
    tiles = _tiles(light, heavy)
    if not tiles:
        return Likeness(0, 0, min(light.whole, heavy.whole), light.whole, seam=False)
    i, j, n = tiles[0]
    shared = sum(_worth(light, heavy, tile) for tile in tiles)
    ours = _bare(light, i, i + n, [(t[0], t[2]) for t in tiles])
    theirs = _bare(heavy, j, j + n, [(t[1], t[2]) for t in tiles])
    against = sum(map(min, ours, theirs))
    begins, ends = (i in light.cuts, j in heavy.cuts), (i + n in light.cuts, j + n in heavy.cuts)
    seam = (begins[0] and ends[1]) or (begins[1] and ends[0])
    return Likeness(light.part(i, i + n), shared, against, light.whole - shared, seam)


def _worth(light: Weighed, heavy: Weighed, tile: Tile) -> float:
    i, _, n = tile
    weight = light.part(i, i + n)
    if n > 2 or n in (len(light.words), len(heavy.words)):  # noqa: PLR2004
        return weight
    return weight * (PAIR if n > 1 else LONE)


def _bare(w: Weighed, start: int, end: int, laid: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the weight of the words without a tile before the run and behind, where none are left out."""
    since = w.cuts[bisect_right(w.cuts, start) - 1]
    until = w.cuts[bisect_left(w.cuts, end)]
    before = w.part(since, start) - sum(w.part(at, at + n) for at, n in laid if since <= at < start)
    after = w.part(end, until) - sum(w.part(at, at + n) for at, n in laid if end <= at < until)
    return max(0, before), max(0, after)


def _tiles(a: Weighed, b: Weighed) -> list[Tile]:
    """Return the runs of words in both, the heaviest first, none over another."""
    runs = sorted(_runs(a.words, b.words), key=lambda t: (a.sums[t[0]] - a.sums[t[0] + t[2]], t))
    taken_a, taken_b = bytearray(len(a.words)), bytearray(len(b.words))
    tiles = []
    for i, j, n in runs:
        start = next((k for k in range(n) if not taken_a[i + k] and not taken_b[j + k]), n)
        end = next((k for k in range(start, n) if taken_a[i + k] or taken_b[j + k]), n)
        if end > start:
            tiles.append((i + start, j + start, end - start))
            taken_a[i + start : i + end] = taken_b[j + start : j + end] = b"\1" * (end - start)
    return sorted(tiles, key=lambda t: (a.sums[t[0]] - a.sums[t[0] + t[2]], t))


def _runs(a: Words, b: Words) -> list[Tile]:
    """Return every run of words in both that cannot be made longer."""
    places = _places(a)
    runs: list[Tile] = []
    going: dict[int, int] = {}  # words of the runs that go on, by where in a they end
    for j, word in enumerate(b):
        ends = places.get(word)
        now = {i: going.pop(i - 1, 0) + 1 for i in ends} if ends else {}
        if going:
            runs += [(i - n + 1, j - n, n) for i, n in going.items()]
        going = now
    return runs + [(i - n + 1, len(b) - n, n) for i, n in going.items()]


@lru_cache(maxsize=4096)
def _places(words: Words) -> dict[str, list[int]]:
    """Return where each word stands: a wording is laid beside many others."""
    places: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        at = places.setdefault(word, [])
        if len(at) < OFTEN:
            at.append(i)
    return places
