"""How many outlets report a statement by themselves: what one agency wrote is told once, whoever prints it.

Two reports have a statement from one pen where both credit an agency, or where the reporters' own words
around it are the same. Reports of one outlet alone count once too.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows
from generator.model.article import STORY, Article
from generator.model.findings import Form, Quote
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.text import Span

RUN = 4  # words in a row that are compared
ALIKE = 0.5  # of the runs of the shorter passage
LEAST = 10  # runs: "said in a statement on Tuesday" is written by all
DATELINE = 120  # letters in which a story's dateline stands: "GENEVA, 4 May (Reuters) -"
_WORD = re.compile(r"[^\W_]+")
_MARKED = frozenset({Form.DIRECT, Form.MIXED, Form.HEADLINE})
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\s*[-–—]")
_NAMES = re.compile(r"\s*(?:/|,|;|\||\band\b|\bwith\b|\bvia\b|\bfor\b)\s*")


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

    def of(self, told: Sequence[tuple[str, Quote]]) -> dict[str, str]:
        """Return for each article that has a statement the first of those which have it from one pen."""
        names = {name for name, _ in told}
        if len(names) == 1:
            return {name: name for name in names}
        order = sorted(names, key=lambda name: (self._articles[name].front.published or "9999", name))
        if len({self._articles[name].front.outlet or name for name in order}) == 1:
            return dict.fromkeys(order, order[0])
        passages: dict[str, set[int]] = defaultdict(set)
        for name, quote in told:
            passages[name] |= self._passage(name, quote)
        pens: list[list[str]] = []
        for name in order:
            pen = next((p for p in pens if self._one_pen(p[0], name, passages)), None)
            if pen is None:
                pens.append([name])
            else:
                pen.append(name)
        return self._by_outlet(pens)

    def _one_pen(self, a: str, b: str, passages: Mapping[str, set[int]]) -> bool:
        if self._credited(a) & self._credited(b):
            return True
        shared = len(passages[a] & passages[b])
        return shared >= max(LEAST, ALIKE * min(len(passages[a]), len(passages[b])))

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


def _between(text: str, span: Span, parts: Sequence[Span]) -> list[str]:
    """Return what the reporter says between the quotes of a block."""
    ends = [(span.start, span.start), *((p.start, p.end) for p in parts), (span.end, span.end)]
    return [text[a:b] for (_, a), (b, _) in pairwise(ends)]


def _runs_of(text: str) -> list[int]:
    words = _WORD.findall(text.lower())
    return list(map(hash, zip(*(words[n:] for n in range(RUN)), strict=False)))


def credited(article: Article) -> frozenset[str]:
    """Return the agencies that an article's byline and dateline credit."""
    named = [name for line in article.front.byline for name in _NAMES.split(line)]
    story = next((b.span for b in article.blocks if b.role in STORY), None)
    if story is not None:
        named += _BRACKETED.findall(article.text[story.start : min(story.end, story.start + DATELINE)])
    return frozenset(wire for name in named if (wire := _wires().get(bare(name.strip()))))


@cache
def _wires() -> dict[str, str]:
    return {bare(form): wire for wire, forms in rows("wires") for form in (wire, *forms.split("; ")) if form}
