"""Quotes -> statements: the same words, other words, a fragment of a longer wording.

What is compared with what: ``index``; whether two are one: ``evidence``; which of many are: ``groups``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.engine.memory import at_hand
from generator.knowledge.spelling import pieces
from generator.link.lead import lead_of
from generator.link.origins import Origins
from generator.link.statements import Statements
from generator.link.voices import name_parts
from generator.model.corpus import Member, QuoteCluster, Relation, Verdicts
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.link.evidence import Item
    from generator.link.groups import Group
    from generator.link.likeness import Weighed
    from generator.model.article import Article


def clusters(articles: Sequence[Article], verdicts: Verdicts | None = None) -> tuple[QuoteCluster, ...]:
    """Return the statements of all articles; every unhidden quote in marks that has words is in one."""
    memory = at_hand()
    linked = memory.kept("linked", Linked) if memory else Linked()
    if memory and memory.hurried and linked.made:
        return linked.meanwhile(articles)
    linked.become(articles, verdicts or Verdicts())
    return linked.clusters()


class Linked:
    """A linked corpus to which articles can be added, or taken out, at the cost of what each touches.

    It lives as long as its process: an index of 100,000 quotations takes longer to load than to make anew.
    """

    def __init__(self, verdicts: Verdicts | None = None) -> None:
        """Begin without articles."""
        self._verdicts = verdicts or Verdicts()
        self._statements = Statements(self._verdicts)
        self._origins = Origins()
        self._articles: dict[str, Article] = {}
        self._made: dict[int, QuoteCluster] = {}  # by the number of the fullest wording

    def add(self, articles: Sequence[Article]) -> list[QuoteCluster]:
        """Take in articles; return the statements that are new or changed, under their shortest ids."""
        self._origins.add(articles)
        self._articles.update((a.id, a) for a in articles)
        return self._regrouped(*self._statements.add(articles))

    def become(self, articles: Sequence[Article], verdicts: Verdicts) -> None:
        """Hold these articles and no others: those that are not the very same objects are linked anew."""
        now = {a.id: a for a in articles}
        gone = [ident for ident, a in self._articles.items() if now.get(ident) is not a]
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            self._regrouped(*self._statements.judge(verdicts))
        new = [a for a in articles if self._articles.get(a.id) is not a]
        if gone or new:
            self._origins.remove(gone)
            self._origins.add(new)
            self._articles = now
            self._regrouped(*self._statements.exchange(gone, new))

    def _regrouped(self, gone: Iterable[Group], new: Iterable[Group]) -> list[QuoteCluster]:
        for group in gone:
            del self._made[group.members[0]]
        items = self._statements.items
        fresh = {
            group.members[0]: statement([items[i] for i in group.members], self._origins) for group in new
        }
        self._made |= fresh
        return list(fresh.values())

    @property
    def made(self) -> bool:
        """Tell whether there are statements."""
        return bool(self._made)

    def meanwhile(self, articles: Sequence[Article]) -> tuple[QuoteCluster, ...]:
        """Return the statements as they were, of the quotations that are still there: for who cannot wait."""
        changed = {a.id for a in self._articles.values()} - {
            a.id for a in articles if self._articles.get(a.id) is a
        }
        there = {q.id for a in articles if a.id in changed for q in a.quotes if not q.hidden}
        kept = []
        for cluster in self.clusters():
            if not any(m.article in changed for m in cluster.members):
                kept.append(cluster)
            elif left := tuple(m for m in cluster.members if m.article not in changed or m.quote in there):
                kept.append(replace(cluster, members=left))
        return tuple(kept)

    def clusters(self) -> tuple[QuoteCluster, ...]:
        """Return all statements, sorted by their ids: the same in whatever order the articles came."""
        return tuple(sorted(_told_apart(self._made.values()), key=lambda c: c.id))


def _told_apart(made: Iterable[QuoteCluster]) -> Iterator[QuoteCluster]:
    """Yield statements with an id of their own: of those with one id each adds its fullest wording's."""
    by_id: dict[str, list[QuoteCluster]] = {}
    for cluster in made:
        by_id.setdefault(cluster.id, []).append(cluster)
    for ident, several in by_id.items():
        if len(several) == 1:
            yield several[0]
        else:
            yield from (replace(c, id=f"{ident}-{slug(c.members[0].quote)}") for c in several)


def statement(group: Sequence[Item], origins: Origins) -> QuoteCluster:
    """Make a statement of wordings, the fullest first; it has the name that goes with its person.

    It is told in the wording that leads. Its id is that of the fullest: one more report that prints another
    spelling changes no address.
    """
    fullest, lead = group[0], lead_of(group, origins.outlet)
    name, person, actor = _voice(group)
    of = origins.of([(i.article, i.quote) for i in group])
    told = [lead, *(i for i in group if i is not lead)]
    members = tuple([Member(i.article, i.quote.id, _relation(i, lead), of[i.article]) for i in told])
    ident = ident_of(fullest.quote.id, fullest.quote.text, person or actor or "")
    return QuoteCluster(ident, lead.quote.text, name, person, actor, members)


def _voice(group: Sequence[Item]) -> tuple[str | None, str | None, str | None]:
    """Return the name, the person and the actor: as an editor has them, else as most reports do."""
    named = [s for i in group if (s := i.quote.speaker)]
    said = [s for s in named if s.rule == "editor"] or named
    if not said:
        return None, None, None
    families = [name_parts(s.name)[1] if s.person else "" for s in said]
    votes = Counter(filter(None, families))
    most = max(votes, key=lambda family: votes[family], default="")  # of equals the fullest wording's
    best = max(
        (s for s, f in zip(said, families, strict=True) if f == most), key=lambda s: len(s.name.split())
    )
    actor = best.actor or next((s.actor for s in said if s.actor), None)
    return best.name, best.person, actor


def _relation(item: Item, lead: Item) -> Relation:
    ours, theirs = item.wording, lead.wording
    if ours.words == theirs.words:
        return Relation.SAME
    return Relation.FRAGMENT if _stands_in(ours, theirs.line) else Relation.VARIANT


def _stands_in(part: Weighed, line: str) -> bool:
    """Tell whether words stand in a line as they are and in order, whatever was left out between them."""
    at = 0
    for start, end in pairwise(part.cuts):
        found = line.find(f" {' '.join(part.words[start:end])} ", at)
        if found < 0:
            return False
        at = found + 1
    return True


def ident_of(quote: str, text: str, voice: str) -> str:
    """Make an id of the first words, the voice and the place of the fullest wording; seldom two have one."""
    words = [word for piece in pieces(text) for word in piece]
    key = "\0".join((voice, " ".join(words), quote))
    head = slug(" ".join(text.split()[:6]))[:48].strip("-")
    return f"{head}-{blake2b(key.encode(), digest_size=4).hexdigest()}".lstrip("-")
