"""Quotations -> statements, of a whole corpus or of one article more or less.

What is compared anew when articles come and go is what shares words with theirs; what is grouped anew tells
``standing``. So a change costs what it touches, and it is the same as if those that are there had been there
from the start.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.evidence import Item, items, least_of, meet, strength
from generator.link.groups import Group, is_long
from generator.link.index import Index
from generator.link.standing import Standing, Ties
from generator.link.voices import Closeness, closeness, strangers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.link.evidence import Met
    from generator.link.likeness import Weighed
    from generator.model.article import Article
    from generator.model.corpus import Verdicts

_WEAK = (Closeness.NEAR, Closeness.UNTOLD)


class Statements:
    """The quotations of a corpus, grouped; articles can be added and taken out."""

    def __init__(self, verdicts: Verdicts) -> None:
        self.items: list[Item] = []
        self._index = Index(self.items)
        self._alike: dict[int, dict[int, float]] = defaultdict(dict)  # below 0: they tell of two
        self._same, self._other = _both_ways(verdicts.same), _both_ways(verdicts.different)
        self._number: dict[str, int] = {}  # of a quote
        self._in: dict[str, list[int]] = {}  # an article
        self._phrase: dict[int, int] = {}  # with which a short one begins
        self._short: dict[int, list[int]] = {}  # the short ones by that phrase
        self._terms: dict[int, bool] = {}  # whether many people say a phrase
        self._standing = Standing(Ties(self.items, self._alike, self._required, self._forbidden))

    def add(self, articles: Iterable[Article]) -> tuple[list[Group], list[Group]]:
        """Take in articles; return the groups that are no more, and those that are new."""
        return self.exchange((), articles)

    def remove(self, articles: Iterable[str]) -> tuple[list[Group], list[Group]]:
        """Take articles out by their ids; return the groups that are no more, and those that are new."""
        return self.exchange(articles, ())

    def exchange(self, articles: Iterable[str], others: Iterable[Article]) -> tuple[list[Group], list[Group]]:
        """Take articles out by their ids and others in; return the groups that are no more, and the new ones.

        One that comes back with the quotations that it had keeps their places: they are compared with none.
        """
        gone = {i for name in articles for i in self._in.pop(name, ())}
        incoming = [item for article in others for item in items(article)]
        stay = self._stay(gone, incoming)
        gone -= stay
        for i in stay:
            self._in.setdefault(self.items[i].article, []).append(i)
        known = {self.items[i].quote.id for i in stay}
        phrases = {p for i in gone for p in self._index.phrases(i)} if self._terms else set()
        for i in gone:
            self._drop(i)
        moved = {j for i in gone for j in self._index.remove(i)}
        parted = {j for i in gone for j in self._forget(i)}
        fresh = self._take_in(item for item in incoming if item.quote.id not in known)
        near = {i: self._index.add(i) for i in fresh}
        phrases |= {p for i in fresh for p in self._index.phrases(i)} if self._terms else set()
        moved = moved.union(*(pushed for _, pushed in near.values())) - gone
        self._learn_phrases(fresh)
        turned = self._turned(phrases) - set(fresh)
        for i, (found, _) in near.items():
            self._compare(i, found)
        changed = set(fresh)
        for i in moved | turned:
            if left := self._compare_again(i, anew=i in turned):
                changed.add(i)
                parted |= left - {i}
        no_more, new = self._standing.regroup(changed, parted, gone)
        return self._told(no_more, new, stay)

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
        return self._standing.regroup(set(self._numbers(named)), set(), set())

    def _stay(self, gone: set[int], incoming: Iterable[Item]) -> set[int]:
        """Put what is new of quotations in their places where all that is compared is as it was."""
        by_quote = {self.items[i].quote.id: i for i in gone}
        stay = {i: item for item in incoming if (i := by_quote.get(item.quote.id)) is not None}
        stay = {i: item for i, item in stay.items() if _is_like_before(self.items[i], item)}
        before = sorted(stay, key=lambda i: self.items[i].rank)
        if before != sorted(stay, key=lambda i: stay[i].rank):
            return set()
        for i, item in stay.items():
            self.items[i] = item
        return set(stay)

    def _told(
        self, no_more: list[Group], new: list[Group], stay: set[int]
    ) -> tuple[list[Group], list[Group]]:
        """Leave out groups that became themselves, but not those of which a report is another one."""
        renewed = {id(group): group for i in stay for group in (self._standing.group(i),)}
        before = {tuple(g.members): g for g in no_more}
        same = {m for g in new if (m := tuple(g.members)) in before and id(g) not in renewed}
        now = {tuple(g.members) for g in new}
        again = [g for g in renewed.values() if tuple(g.members) not in now]
        return (
            [*(g for m, g in before.items() if m not in same), *again],
            [*(g for g in new if tuple(g.members) not in same), *again],
        )

    def _drop(self, i: int) -> None:
        """Forget a quotation's number and the phrase that it begins with."""
        del self._number[self.items[i].quote.id]
        phrase = self._phrase.pop(i, None)
        if phrase is not None:
            self._short[phrase].remove(i)

    def _take_in(self, found: Iterable[Item]) -> range:
        """Give quotations their numbers, the fullest first."""
        start = len(self.items)
        self.items += sorted(found, key=lambda item: item.rank)
        fresh = range(start, len(self.items))
        for i in fresh:
            self._number[self.items[i].quote.id] = i
            self._in.setdefault(self.items[i].article, []).append(i)
        return fresh

    def _turned(self, phrases: Iterable[int]) -> set[int]:
        """Return the short ones that begin with a phrase that has become a term, or is none any more."""
        turned: set[int] = set()
        for phrase in self._terms.keys() & phrases:
            now = self._index.is_term(phrase)
            if now != self._terms[phrase]:
                self._terms[phrase] = now
                turned.update(self._short.get(phrase, ()))
        return turned

    def _learn_phrases(self, fresh: Iterable[int]) -> None:
        for i in fresh:
            if is_long(self.items[i]):
                continue
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
        """Compare a quotation with others, those in the same words together.

        Of 1,510,000 pairs of a corpus in which people repeat themselves 320,000 were left of wordings.
        """
        wordings: dict[Weighed, list[int]] = defaultdict(list)
        for j in others:
            wordings[self.items[j].wording].append(j)
        for wording, numbers in wordings.items():
            met = meet(self.items[i].wording, wording)
            if met.least <= Closeness.ONE:
                self._judge(i, numbers, met)

    def _judge(self, i: int, others: Iterable[int], met: Met) -> None:
        """Compare a quotation with others in one wording; the two are laid side by side where a pair asks.

        Most pairs are of strangers, and are told apart by that as soon as it is known that it suffices.
        """
        mine, term, least, laid = self.items[i], self._is_term(i), met.least, False
        for j in others:
            other = self.items[j]
            if least > Closeness.UNTOLD and strangers(mine.voice, other.voice):
                continue
            close = closeness(mine.voice, other.voice)
            if close in _WEAK and (term or self._is_term(j)):
                close = Closeness.APART  # a name beside a term that many use, or none, tells of no speaker
            if close >= least and not laid:
                least, laid = least_of(met), True
                if least > Closeness.ONE:
                    return
            if close >= least and (found := strength(mine, other, close)):
                self._alike[i][j] = self._alike[j][i] = found

    def _compare_again(self, i: int, *, anew: bool) -> set[int]:
        """Compare a quotation with what it is to be compared with now; return those of which it changed.

        What it is like already stays where it is not to be compared ``anew``.
        """
        before = dict(self._alike[i])
        near = self._index.near(i)
        if anew:
            self._forget(i)
        for j in before.keys() - near:
            self._alike[i].pop(j, None)
            self._alike[j].pop(i, None)
        self._compare(i, near if anew else near - before.keys())
        now = self._alike[i]
        return {j for j in before.keys() | now.keys() if before.get(j) != now.get(j)}

    def _is_term(self, i: int) -> bool:
        phrase = self._phrase.get(i)
        if phrase is None:
            return False
        if phrase not in self._terms:
            self._terms[phrase] = self._index.is_term(phrase)
        return self._terms[phrase]

    def _required(self, i: int) -> list[int]:
        return self._numbers(self._same.get(self.items[i].quote.id, ())) if self._same else []

    def _forbidden(self, i: int) -> list[int]:
        return self._numbers(self._other.get(self.items[i].quote.id, ())) if self._other else []

    def _numbers(self, quotes: Iterable[str]) -> list[int]:
        return [self._number[q] for q in quotes if q in self._number]


def _is_like_before(before: Item, now: Item) -> bool:
    """Tell whether nothing that is compared of a quotation has changed; where it stands may have."""
    length, day, article, _, quote = before.rank
    return now == replace(before, quote=now.quote, rank=(length, day, article, now.rank[3], quote))


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    of: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        of[a].add(b)
        of[b].add(a)
    return dict(of)
