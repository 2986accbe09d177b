"""How many outlets report a statement by themselves: what one agency wrote is told once, whoever prints it.

Two reports have a statement from one pen where both credit one agency (``credits``), or where the reporters'
own words around it are the same. Reports of one outlet alone count once too.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.link.credits import credited, credited_for
from generator.model.article import STORY, Article
from generator.model.findings import Form, Quote
from generator.model.moments import appeared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.text import Span

RUN = 4  # words in a row that are compared
ALIKE = 0.5  # of the runs of the shorter passage
LEAST = 10  # runs: "said in a statement on Tuesday" is written by all
_WORD = re.compile(r"[^\W_]+")
_MARKED = frozenset({Form.DIRECT, Form.MIXED, Form.HEADLINE})


class Origins:
    """The passages of all articles, read as they are asked for; articles can be added and taken out."""

    def __init__(self, articles: Sequence[Article] = ()) -> None:
        self._articles = {a.id: a for a in articles}
        self._known_runs: dict[str, dict[int, array[int]]] = {}
        self._known_credits: dict[str, frozenset[str]] = {}

    def add(self, articles: Sequence[Article]) -> None:
        """Take in articles that may be asked for."""
        self._articles.update((a.id, a) for a in articles)

    def remove(self, names: Iterable[str]) -> None:
        """Forget articles, of which others may come with the same ids."""
        for name in names:
            for known in (self._articles, self._known_runs, self._known_credits):
                known.pop(name, None)

    def outlet(self, name: str) -> str:
        """Return the outlet that an article states, its id where it states none."""
        return self._articles[name].front.outlet or name

    def of(self, told: Sequence[tuple[str, Quote]]) -> dict[str, str]:
        """Return for each article that has a statement the first of those which have it from one pen."""
        names = {name for name, _ in told}
        if len(names) == 1:
            return {name: name for name in names}
        order = sorted(names, key=lambda name: (appeared(self._articles[name].front.published, "UTC"), name))
        if len({self.outlet(name) for name in order}) == 1:
            return dict.fromkeys(order, order[0])
        passages: dict[str, set[int]] = defaultdict(set)
        wires: dict[str, set[str]] = defaultdict(set)
        for name, quote in told:
            passages[name] |= self._passage(name, quote)
            wires[name] |= self._credited(name) | credited_for(self._articles[name], quote)
        pens: list[list[str]] = []
        for name in order:
            found = (p for p in pens if _alike(passages[p[0]], passages[name]) or _one(wires, p, name))
            pen = next(found, None)
            if pen is None:
                pens.append([name])
            else:
                pen.append(name)
        return self._by_outlet(pens)

    def _by_outlet(self, pens: Sequence[Sequence[str]]) -> dict[str, str]:
        """Name each pen by its first article; what one outlet alone has is of one pen."""
        first: dict[str, str] = {}
        of: dict[str, str] = {}
        for pen in pens:
            outlets = {self._articles[name].front.outlet or name for name in pen}
            main = first.setdefault(min(outlets), pen[0]) if len(outlets) == 1 else pen[0]
            of.update(dict.fromkeys(pen, main))
        return of

    def _passage(self, name: str, quote: Quote) -> set[int]:
        """Return the runs of the reporter's words in the block of a quote and the blocks beside it."""
        if not quote.parts:
            return set()
        start, blocks = quote.parts[0].start, self._articles[name].blocks
        at = bisect_right(blocks, start, key=lambda block: block.span.start) - 1
        return set().union(*(self._runs(name, n) for n in (at - 1, at, at + 1)))

    def _runs(self, name: str, block: int) -> array[int]:
        known = self._known_runs.setdefault(name, {})
        if block not in known:
            known[block] = self._read(name, block)
        return known[block]

    def _credited(self, name: str) -> frozenset[str]:
        if name not in self._known_credits:
            self._known_credits[name] = credited(self._articles[name])
        return self._known_credits[name]

    def _read(self, name: str, block: int) -> array[int]:
        """Return the runs of a block; an array takes a tenth of the memory of a set."""
        article = self._articles[name]
        if not 0 <= block < len(article.blocks) or article.blocks[block].role not in STORY:
            return array("q")
        span = article.blocks[block].span
        parts = sorted(p for q in article.quotes if q.form in _MARKED for p in q.parts if p.shared(span))
        return array("q", [run for text in _between(article.text, span, parts) for run in _runs_of(text)])


def _alike(a: set[int], b: set[int]) -> bool:
    return len(a & b) >= max(LEAST, ALIKE * min(len(a), len(b)))


def _one(wires: Mapping[str, set[str]], pen: Iterable[str], name: str) -> bool:
    """Tell whether one of a pen credits an agency that this one credits."""
    mine = wires[name]
    return bool(mine) and any(wires[other] & mine for other in pen)


def _between(text: str, span: Span, parts: Sequence[Span]) -> list[str]:
    """Return what the reporter says between the quotes of a block."""
    ends = [(span.start, span.start), *((p.start, p.end) for p in parts), (span.end, span.end)]
    return [text[a:b] for (_, a), (b, _) in pairwise(ends)]


def _runs_of(text: str) -> list[int]:
    words = _WORD.findall(text.lower())
    return list(map(hash, zip(*(words[n:] for n in range(RUN)), strict=False)))
