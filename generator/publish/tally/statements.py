"""Statements as they are shown: their reports, outlets, wordings and days, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.model.article import Article
from generator.model.corpus import QuoteCluster, Relation
from generator.model.moments import Appeared, appeared
from generator.publish.phrase import phrases
from generator.publish.phrase.tongue import Tongue
from generator.publish.tally.echoes import Echoes
from generator.publish.tally.saying import Saying, saying
from generator.publish.tally.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as far as it is shown: ``members`` are never empty, the first has the fullest wording.

    ``independent`` counts the outlets that report it by themselves: what an agency wrote counts once.
    """

    cluster: QuoteCluster
    members: tuple[Shown, ...]
    saying: Saying
    outlets: tuple[str, ...]
    independent: int
    reports: int
    wordings: int
    reported: str  # who reports it, in words
    spoken_of: tuple[str, ...]
    echoes: tuple[Article, ...] = ()  # reports of other outlets in which its words stand in no marks

    @property
    def day(self) -> str:
        """Return the day on which it stands: that of the words, else that of the first report."""
        return self.saying.day

    @property
    def words(self) -> str:
        """Return the fullest wording."""
        return self.members[0].words

    @property
    def shared(self) -> bool:
        """Tell whether it is reported independently; where an outlet is not stated, in several reports."""
        if self.independent > 1:
            return True
        return self.reports > 1 and not all(m.article.front.outlet for m in self.members)

    @property
    def alone(self) -> bool:
        """Tell whether one outlet has it, and its words stand in no report of another."""
        named = all(m.article.front.outlet for m in self.members)
        return named and len(self.outlets) == 1 and not self.echoes


@dataclass(frozen=True, slots=True)
class Known:
    """What a statement is made of beside its members: by article its day, its outlet, who is spoken of."""

    tongue: Tongue
    days: Mapping[str, str]
    names: Mapping[str, str]
    spoken: Mapping[str, Mapping[str, Sequence[str]]]
    echoes: Echoes


def statements_of(
    clusters: Iterable[QuoteCluster], quotes: Mapping[str, Shown], known: Known, timezone: str
) -> tuple[Statement, ...]:
    """Return what is shown of each statement, the newest first; ``quotes`` are all that are shown, by id."""
    members = ((cluster, tuple(_members(cluster, quotes))) for cluster in clusters)
    return newest_first((_statement(inside, of, known) for of, inside in members if inside), timezone)


def newest_first(statements: Iterable[Statement], timezone: str = "UTC") -> tuple[Statement, ...]:
    """Sort by day, newest first and undated last; of one day the most reported first.

    What as many outlets report stands in the order in which it was first told: report by report as they
    appeared, and in each as in its text, so that the sentences of one answer follow each other.
    """

    def first_told(statement: Statement) -> tuple[Appeared, str, Span]:
        told = ((m.article, m.quote.parts[0]) for m in statement.members)
        return min((appeared(a.front.published, timezone), a.id, part) for a, part in told)

    ranked = sorted(statements, key=lambda s: (-s.independent, first_told(s), s.cluster.id))
    return tuple(sorted(ranked, key=lambda s: s.day, reverse=True))


def _statement(members: Sequence[Shown], cluster: QuoteCluster, known: Known) -> Statement:
    actors = (a for m in members for a in known.spoken[m.article.id].get(m.quote.id, ()))
    names = [known.names[m.article.id] for m in members]
    outlets = tuple(dict.fromkeys(name for name in names if name))
    origins = {m.origin or m.article.id for m in members}
    independent = min(len(outlets), len(origins))
    reports = len({m.article.id for m in members})
    wordings = count_wordings(members)
    return Statement(
        cluster=cluster,
        members=tuple(members),
        saying=saying(members, known.days),
        outlets=outlets,
        independent=independent,
        reports=reports,
        wordings=wordings,
        reported=phrases.reported(
            known.tongue, (len(outlets) if all(names) else 0, reports), wordings, independent
        ),
        spoken_of=tuple(dict.fromkeys(a for a in actors if a != cluster.actor)),
        echoes=known.echoes.of([m.words for m in members], outlets, cluster),
    )


def count_wordings(members: Iterable[Shown]) -> int:
    """Count the wordings of a statement: whatever one report has no more than fragments of counts as one.

    Beside fuller words of its own report a fragment is none.
    """
    whole: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for m in members:
        (parts if m.relation is Relation.FRAGMENT else whole).setdefault(m.article.id, set()).add(m.folded)
    alone = {frozenset(folded) for report, folded in parts.items() if report not in whole}
    return len(set().union(*whole.values())) + len(alone)


def _members(cluster: QuoteCluster, quotes: Mapping[str, Shown]) -> Iterable[Shown]:
    for member in cluster.members:
        shown = quotes.get(member.quote)
        if shown:
            alone = member.relation is Relation.SAME and not member.origin
            yield shown if alone else once(_as_member, shown, member.relation, member.origin)


def _as_member(shown: Shown, relation: Relation, origin: str) -> Shown:
    return replace(shown, relation=relation, origin=origin)
