"""How many words of a report may still be shown, where several reports have words in common.

What one newspaper printed of an agency's report another printed at greater length: of each no more than its
share may stand in the site, whichever page shows it. So words of the same run count in every report that has
them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING
from zlib import crc32

from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RUN = 8  # words in a row that are no chance
_WORDS = re.compile(r"\S+")
_OPENING = 8  # words of an opening below which it tells nothing


class Ration:
    """The words of one report: which are shown so far, and what may be shown of them yet.

    ``units`` are what its words are known by in all reports that it shares words with.
    """

    def __init__(self, words: Sequence[tuple[int, int]], units: Sequence[int], stock: Stock) -> None:
        """Begin with nothing shown of ``words``, which are where each stands in the text."""
        self._words = words
        self._units = units
        self._stock = stock

    def take(self, spans: Sequence[Span]) -> bool:
        """Show the words of all these stretches, if they fit."""
        return self._stock.take({self._units[n] for span in spans for n in self._of(span)})

    def lead(self, story: Sequence[Span], words: int) -> list[Span]:
        """Show as many of the first words as may be, and return where they stand; too few are none."""
        before, found, left = self._stock.level(), list[Span](), words
        for span in story:
            inside = self._of(span)[:left]
            fit = list(takewhile(lambda n: self.take((Span(*self._words[n]),)), inside))
            if fit:
                found.append(Span(self._words[fit[0]][0], self._words[fit[-1]][1]))
            left -= len(fit)
            if left <= 0 or len(fit) < len(inside):
                break
        if found and left > max(0, words - _OPENING) and not self._stock.shows(self._units):
            self._stock.restore(before)
            found = []
        return found

    def _of(self, span: Span) -> range:
        first = bisect_right(self._words, span.start, key=lambda word: word[1])
        return range(first, bisect_left(self._words, span.end, key=lambda word: word[0]))


class Stock:
    """What is shown of all reports, and how many words of each may be shown yet."""

    def __init__(self, units: Sequence[Sequence[int]], share: int) -> None:
        """Begin with nothing shown; ``share`` is of the words of each report, in percent."""
        self._left = [len(own) * share // 100 for own in units]
        self._shown: set[int] = set()
        self._in: dict[int, list[int]] = {}  # the reports that a unit is in, as often as it is
        for report, own in enumerate(units):
            for unit in own:
                self._in.setdefault(unit, []).append(report)

    def take(self, units: set[int]) -> bool:
        """Show these, if they fit into each report that has them."""
        more = units - self._shown
        needed: dict[int, int] = {}
        for unit in more:
            for report in self._in[unit]:
                needed[report] = needed.get(report, 0) + 1
        if any(words > self._left[report] for report, words in needed.items()):
            return False
        for report, words in needed.items():
            self._left[report] -= words
        self._shown |= more
        return True

    def shows(self, units: Iterable[int]) -> bool:
        """Tell whether all of these are shown."""
        return self._shown.issuperset(units)

    def level(self) -> tuple[set[int], list[int]]:
        """Return what is shown and what is left, to come back to."""
        return set(self._shown), list(self._left)

    def restore(self, level: tuple[set[int], list[int]]) -> None:
        """Come back to what was shown and left before."""
        self._shown, self._left = level


def rations(texts: Sequence[tuple[str, Sequence[Span]]], share: int) -> list[Ration]:
    """Return what may be shown of each text, of which the words in some stretches count."""
    places = [_places(text, spans) for text, spans in texts]
    words = [[text[a:b] for a, b in found] for (text, _), found in zip(texts, places, strict=True)]
    units = _units(words)
    stock = Stock(units, share)
    return [Ration(*each, stock) for each in zip(places, units, strict=True)]


def runs(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Return a number for each run of words in a text, by which texts that share one are found."""
    words = [_folded(text[a:b]) for a, b in _places(text, spans)]
    return frozenset(crc32(" ".join(run).encode()) for run in _runs(words))


def _places(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [m.span() for span in spans for m in _WORDS.finditer(text, span.start, span.end)]


def _folded(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def _units(texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Give each word of all texts a number; those of the same run have the same ones."""
    total = sum(map(len, texts))
    if len(texts) == 1:
        return [list(range(total))]
    root = list(range(total))

    def found(n: int) -> int:
        while root[n] != n:
            root[n] = n = root[root[n]]
        return n

    known: dict[tuple[str, ...], int] = {}
    start = 0
    for words in texts:
        for at, run in enumerate(_runs([*map(_folded, words)]), start):
            first = known.setdefault(run, at)
            for n in range(RUN if first != at else 0):
                one, other = sorted((found(first + n), found(at + n)))
                root[other] = one
        start += len(words)
    numbers = iter(range(total))
    return [[found(next(numbers)) for _ in words] for words in texts]
