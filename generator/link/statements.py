"""Quotations -> statements, of a whole corpus or of one article more or less.

What one article more or less can change is what its quotations are like and what those are like, and so on:
such a component is grouped anew, all others stay. So adding an article, or taking one out, costs what it
touches, and it is the same as if those that are there had been there from the start.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.link.evidence import Item, items, strength
from generator.link.groups import LONG, Pairs, grouped
from generator.link.index import Index
from generator.link.voices import Closeness, closeness

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from generator.model.article import Article
    from generator.model.corpus import Verdicts


_WEAK = frozenset({Closeness.NEAR, Closeness.UNTOLD})
Group = list[int]  # numbers of quotations, the fullest first


class Statements:
    """The quotations of a corpus, grouped; articles can be added and taken out."""

    def __init__(self, verdicts: Verdicts) -> None:
        self.items: list[Item] = []
        self._index = Index(self.items)
        self._alike: dict[int, dict[int, float]] = defaultdict(dict)  # below 0: they tell of two
        self._same, self._other = _both_ways(verdicts.same), _both_ways(verdicts.different)
        self._number: dict[str, int] = {}  # of a quote
        self._groups: dict[int, list[Group]] = {}  # by component
        self._component: list[int] = []
        self._phrase: dict[int, int] = {}  # with which a short one begins
        self._short: dict[int, list[int]] = {}  # the short ones by that phrase
        self._terms: dict[int, bool] = {}  # whether many people say a phrase

    def add(self, articles: Iterable[Article]) -> tuple[list[Group], list[Group]]:
        """Take in articles; return the groups that are no more, and those that are new."""
        fresh = self._take_in(articles)
        near = {i: self._index.add(i) for i in fresh}
        again = {k for _, pushed in near.values() for k in pushed}
        again |= self._begin_with_phrases_of(fresh)
        self._learn_phrases(fresh)
        self._terms.clear()
        for i, (found, _) in near.items():
            self._compare(i, found)
        parted = {j for i in again for j in self._forget(i)}
        for i in again:
            self._compare(i, self._index.near(i) - self._alike[i].keys())
        return self._regroup({*fresh, *again, *parted})

    def remove(self, articles: Container[str]) -> tuple[list[Group], list[Group]]:
        """Take articles out by their ids; return the groups that are no more, and those that are new."""
        gone = {i for i in self._number.values() if self.items[i].article in articles}
        again = self._begin_with_phrases_of(gone) - gone
        beside = {j for i in gone for group in self._groups[self._component[i]] for j in group}
        for i in gone:
            self._drop(i)
        pulled = {j for i in gone for j in self._index.remove(i)} - gone
        self._terms.clear()
        parted = {j for i in (*gone, *again) for j in self._forget(i)}
        for i in again | pulled:
            self._compare(i, self._index.near(i) - self._alike[i].keys())
        return self._regroup({*again, *pulled, *parted, *beside} - gone, gone)

    def judge(self, verdicts: Verdicts) -> tuple[list[Group], list[Group]]:
        """Let other verdicts hold; return the groups that are no more, and those that are new."""
        same, other = _both_ways(verdicts.same), _both_ways(verdicts.different)
        named = {
            quote
            for old, new in ((self._same, same), (self._other, other))
            for quote in old.keys() | new.keys()
            if old.get(quote) != new.get(quote)
        }
        self._same, self._other = same, other
        return self._regroup(self._numbers(named))

    def _drop(self, i: int) -> None:
        """Forget a quotation's number and the phrase that it begins with."""
        del self._number[self.items[i].quote.id]
        phrase = self._phrase.pop(i, None)
        if phrase is not None:
            self._short[phrase].remove(i)

    def _take_in(self, articles: Iterable[Article]) -> range:
        """Give the quotations of articles their numbers, the fullest first."""
        start = len(self.items)
        found = [item for article in articles for item in items(article)]
        self.items += sorted(found, key=lambda item: item.rank)
        fresh = range(start, len(self.items))
        self._component += fresh
        self._number.update({self.items[i].quote.id: i for i in fresh})
        return fresh

    def _is_light(self, i: int) -> bool:
        return self.items[i].wording.whole < LONG

    def _begin_with_phrases_of(self, fresh: Iterable[int]) -> set[int]:
        """Return the short ones that begin with a phrase of these: whether it is a term may hang on them."""
        known = self._short
        return (
            {k for i in fresh for p in self._index.phrases(i) for k in known.get(p, ())} if known else set()
        )

    def _learn_phrases(self, fresh: Iterable[int]) -> None:
        for i in filter(self._is_light, fresh):
            for phrase in self._index.phrases(i)[:1]:
                self._phrase[i] = phrase
                self._short.setdefault(phrase, []).append(i)

    def _forget(self, i: int) -> list[int]:
        """Forget what a quotation is like; return those that were like it."""
        like = list(self._alike.pop(i, ()))
        for j in like:
            self._alike[j].pop(i, None)
        return like

    def _compare(self, i: int, others: Iterable[int]) -> None:
        for j in others:
            if found := strength(self.items[i], self.items[j], self._closeness(i, j)):
                self._alike[i][j] = self._alike[j][i] = found

    def _closeness(self, i: int, j: int) -> Closeness:
        """Tell how much speaks for one speaker; a name beside a term that many use, or none, does not."""
        close = closeness(self.items[i].voice, self.items[j].voice)
        if close in _WEAK and any(map(self._is_term, (i, j))):
            return Closeness.APART
        return close

    def _is_term(self, i: int) -> bool:
        phrase = self._phrase.get(i)
        if phrase is None:
            return False
        if phrase not in self._terms:
            self._terms[phrase] = self._index.is_term(phrase)
        return self._terms[phrase]

    def _regroup(self, touched: Iterable[int], gone: Iterable[int] = ()) -> tuple[list[Group], list[Group]]:
        """Group anew whatever is connected with ``touched``, without those that are ``gone``."""
        reached: list[set[int]] = []
        seen: set[int] = set()
        for i in touched:
            if i not in seen:
                reached.append(self._reach(i))
                seen |= reached[-1]
        before = {self._component[i] for i in (*seen, *gone)}
        no_more = [group for old in before for group in self._groups.pop(old, [])]
        new: list[Group] = []
        for members in reached:
            first = min(members)
            for i in members:
                self._component[i] = first
            self._groups[first] = self._grouped(members)
            new += self._groups[first]
        return no_more, new

    def _reach(self, i: int) -> set[int]:
        """Return all that a quotation is connected with, itself among them."""
        members, todo = {i}, [i]
        while todo:
            at = todo.pop()
            near = {j for j, s in self._alike.get(at, {}).items() if s > 0}
            near.update(self._numbers(self._same.get(self.items[at].quote.id, ())))
            todo += near - members
            members |= near
        return members

    def _grouped(self, members: set[int]) -> list[Group]:
        if len(members) == 1:
            return [list(members)]
        order = sorted(members, key=lambda i: self.items[i].rank)
        local = {i: n for n, i in enumerate(order)}
        likeness = self._likeness(local)
        pairs = Pairs(
            {pair: s for pair, s in likeness.items() if s > 0},
            self._said(self._same, local),
            self._said(self._other, local),
            [pair for pair, s in likeness.items() if s < 0],
        )
        groups = grouped([self.items[i] for i in order], pairs)
        return [[order[n] for n in group] for group in groups]

    def _likeness(self, local: Mapping[int, int]) -> dict[tuple[int, int], float]:
        """Return how much speaks for pairs of quotations, or against them, in local numbers."""
        return {
            (n, local[j]): s
            for i, n in local.items()
            for j, s in self._alike[i].items()
            if j in local and n < local[j]
        }

    def _said(self, pairs: Mapping[str, set[str]], local: Mapping[int, int]) -> list[tuple[int, int]]:
        """Return what the desk said of quotations, in local numbers."""
        return [
            (n, local[j])
            for i, n in local.items()
            for j in self._numbers(pairs.get(self.items[i].quote.id, ()))
            if j in local and n < local[j]
        ]

    def _numbers(self, quotes: Iterable[str]) -> list[int]:
        return [self._number[q] for q in quotes if q in self._number]


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    of: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        of[a].add(b)
        of[b].add(a)
    return dict(of)
