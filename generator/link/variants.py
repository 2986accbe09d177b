"""Quotes -> statements: the same words, other words, a fragment of a longer wording.

Candidates come from an index of word triples, never from comparing all with all. Statements are
joined only through long wordings; a short one then goes to the one statement that holds it best,
so that no two statements are chained through a stock phrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil
from typing import TYPE_CHECKING

from generator.link.wording import inside, words
from generator.model.corpus import Member, QuoteCluster, Relation
from generator.model.findings import Form, Quote
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.article import Article

LONG = 5  # words: shorter wordings never join two statements
ALIKE = 0.6  # of the shorter wording's triples stand in the other (the best simple rule on 48 events)
BEYOND_CHANCE = 8  # words: two people do not say so many alike on one day
WEIGHTY = 4  # letters: shorter words are mostly of grammar
SWAPPED = 0.25  # of the weighty words may stand for others: a slip, another translation
UNNAMED = 6  # words: with less in common, two quotes need a speaker in common
STATEMENTS = frozenset({Form.DIRECT, Form.MIXED, Form.HEADLINE})
FRAGMENT = 0.6  # of the fullest wording's words: less, and standing in it as they are, is a fragment


@dataclass(frozen=True, slots=True)
class _Item:
    article: str
    day: str
    quote: Quote
    words: tuple[str, ...]
    triples: frozenset[tuple[str, ...]]

    @property
    def person(self) -> str | None:
        """Return the person who speaks, where one is named."""
        return self.quote.speaker.person if self.quote.speaker else None

    @property
    def rank(self) -> tuple[int, str, str, int]:
        """Order the fullest wording first, then the earliest."""
        return (-len(self.words), self.day or "9999", self.article, self.quote.parts[0].start)


def clusters(articles: Sequence[Article]) -> tuple[QuoteCluster, ...]:
    """Return the statements of all articles; every unhidden quote in marks that has words is in one."""
    items = sorted(_items(articles), key=lambda item: item.rank)
    parents = list(range(len(items)))
    _join_long(items, parents)
    groups: dict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        if len(item.words) >= LONG:
            groups[_root(parents, i)].append(i)
    _place_short(items, groups)
    made = [_cluster([items[i] for i in sorted(group)]) for group in groups.values()]
    return tuple(sorted(made, key=lambda c: c.id))


def _items(articles: Sequence[Article]) -> Iterator[_Item]:
    for article in articles:
        day = (article.front.published or "")[:10]
        for quote in article.quotes:
            if quote.form in STATEMENTS and not quote.hidden:
                found = words(quote.text)
                yield _Item(article.id, day, quote, found, _triples(found))


def _triples(found: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(found, found[1:], found[2:], strict=False))


def _join_long(items: Sequence[_Item], parents: list[int]) -> None:
    """Join the long wordings of one person; then give each other one to the wording it is most like.

    A wording without a person joins one statement at most, so it never makes two people's words one.
    """
    long = [i for i, item in enumerate(items) if len(item.words) >= LONG]
    often = Counter(t for i in long for t in items[i].triples)
    by_person: dict[str, _Index] = defaultdict(_Index)
    whole, rare = _Index(), _Index()  # by all triples, and by the probes alone: what is shorter is found so
    first: dict[tuple[str, ...], int] = {}
    for i in long:
        item, probes = items[i], _probes(items[i], often)
        if len(item.words) >= BEYOND_CHANCE:  # one of the outlets names the wrong speaker
            _join(parents, first.setdefault((item.day, *item.words), i), i)
        if item.person is None:
            continue
        mine = by_person[item.person]
        for j in mine.near(probes):
            if _root(parents, i) != _root(parents, j) and _alike(items[j], item):
                _join(parents, j, i)
        mine.add(i, item.triples)
        whole.add(i, item.triples)
        rare.add(i, probes)
    for i in (i for i in long if items[i].person is None):
        item = items[i]
        close = {*whole.near(_probes(item, often)), *rare.near(item.triples)}
        near = [j for j in close if _alike(items[j], item)]
        if near:
            _join(parents, min(near, key=lambda j: (-len(item.triples & items[j].triples), j)), i)
        else:
            whole.add(i, item.triples)


class _Index:
    """The wordings that hold a triple."""

    def __init__(self) -> None:
        self._holds: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, i: int, triples: Iterable[tuple[str, ...]]) -> None:
        """Index wording ``i``."""
        for t in triples:
            self._holds[t].append(i)

    def near(self, probes: Iterable[tuple[str, ...]]) -> list[int]:
        """Return the wordings that hold one of ``probes``, in order."""
        return sorted({j for t in probes for j in self._holds.get(t, ())})


def _probes(item: _Item, often: Mapping[tuple[str, ...], int]) -> list[tuple[str, ...]]:
    """Return the rarest triples of a wording: who shares ``ALIKE`` of them all has one of these.

    Prefix filtering (Chaudhuri and others, ICDE 2006); the wordings come longest first, and likeness is
    a share of the shorter one's.
    """
    rarest = sorted(item.triples, key=lambda t: (often[t], t))
    return rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = parents[parents[i]]
        i = parents[i]
    return i


def _join(parents: list[int], a: int, b: int) -> None:
    x, y = _root(parents, a), _root(parents, b)
    parents[max(x, y)] = min(x, y)  # the root is the fullest wording


def _alike(a: _Item, b: _Item) -> bool:
    if a.article == b.article and Form.HEADLINE not in (a.quote.form, b.quote.form):
        return a.words == b.words
    shared = len(a.triples & b.triples)
    if shared < ALIKE * min(len(a.triples), len(b.triples)) or _on_other_things(a.words, b.words):
        return False
    return _one_voice(a, b, shared + 2)


def _on_other_things(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether words of weight are replaced by others: a phrase that is used again of something else."""
    x, y = ({w for w in words if len(w) >= WEIGHTY} for words in (a, b))
    return min(len(x - y), len(y - x)) > SWAPPED * min(len(x), len(y))


def _one_voice(a: _Item, b: _Item, common: int) -> bool:
    """Tell whether two quotes may be one speaker's, given how many words they share."""
    x, y = a.quote.speaker, b.quote.speaker
    if x is None or y is None:
        return common >= UNNAMED
    if x.person and y.person:
        return x.person == y.person
    if x.actor and y.actor:
        return x.actor == y.actor
    return x.name == y.name or common >= UNNAMED


def _place_short(items: Sequence[_Item], groups: dict[int, list[int]]) -> None:
    """Put each short wording to the statement that holds it; those that none holds make their own."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for root in sorted(groups):
        for i in groups[root]:
            for word in set(items[i].words):
                index[word].append((root, i))
    for i, item in enumerate(items):
        if len(item.words) >= LONG or not item.words:
            continue
        rare = min((index.get(word, []) for word in item.words), key=len)
        fits = [root for root, k in rare if len(item.words) > 1 and _holds(items[k], item)]
        fits = fits or [root for root, k in rare if _twins(items[k], item)]
        if fits:
            groups[min(fits)].append(i)
            continue
        groups[len(items) + i] = [i]
        for word in set(item.words):
            index[word].append((len(items) + i, i))


def _twins(a: _Item, b: _Item) -> bool:
    return a.words == b.words and _same_voice(a, b)


def _holds(long: _Item, short: _Item) -> bool:
    if long.article == short.article and Form.HEADLINE not in (long.quote.form, short.quote.form):
        return False
    return len(long.words) > len(short.words) and _same_voice(long, short) and inside(short.words, long.words)


def _same_voice(a: _Item, b: _Item) -> bool:
    x, y = a.quote.speaker, b.quote.speaker
    if x is None or y is None:
        return False
    if x.person and y.person:
        return x.person == y.person
    return (x.actor is not None and x.actor == y.actor) or x.name == y.name


def _cluster(group: Sequence[_Item]) -> QuoteCluster:
    """Make a statement of wordings, the fullest first; it has the name that goes with its person."""
    fullest = group[0]
    voices = [item.quote.speaker for item in group if item.quote.speaker]
    person = next((v.person for v in voices if v.person), None)
    actor = next((v.actor for v in voices if v.actor), None)
    name = next((v.name for v in voices if v.person == person), None)
    members = tuple(Member(i.article, i.quote.id, _relation(i, fullest)) for i in group)
    ident = _ident(fullest, person or actor or "")
    return QuoteCluster(ident, fullest.quote.text, name, person, actor, members)


def _relation(item: _Item, fullest: _Item) -> Relation:
    if item.words == fullest.words:
        return Relation.SAME
    if len(item.words) < FRAGMENT * len(fullest.words) and inside(item.words, fullest.words):
        return Relation.FRAGMENT
    return Relation.VARIANT


def _ident(fullest: _Item, voice: str) -> str:
    """Make an id of the first words, the voice and the place of the fullest wording."""
    key = "\0".join((voice, " ".join(fullest.words), fullest.quote.id))
    head = slug(" ".join(fullest.quote.text.split()[:6]))[:48].strip("-")
    return f"{head}-{blake2b(key.encode(), digest_size=4).hexdigest()}".lstrip("-")
