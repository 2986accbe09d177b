"""What belongs on whose page: statements and reports by actor, person and outlet, in one pass each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from generator.model.article import Article
from generator.model.findings import Form
from generator.publish.tally.shown import Shown
from generator.publish.tally.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.publish.tally.ledger import Ledger

T = TypeVar("T")
Groups = dict[str, list[T]]


@dataclass(frozen=True, slots=True)
class Belongings:
    """What belongs to one kind of thing, by its id; every list is newest first."""

    said: Groups[Statement] = field(default_factory=dict)
    indirect: Groups[Shown] = field(default_factory=dict)
    said_of: Groups[Statement] = field(default_factory=dict)
    reports: Groups[Article] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Tell whether any report has it: who stands in the desk's own files alone is nobody's news."""
        return any(kept.get(key) for kept in (self.said, self.indirect, self.reports))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything by actor, by person and by outlet; statements and reports by day."""

    actors: Belongings
    people: Belongings
    outlets: Belongings
    days: Groups[Statement]
    reports: Groups[Article]
    spoken: Groups[Shown]  # reported speech, by the day on which it was said
    loudest: int  # the most statements of an actor or a person on a day, or about an actor


def gather(ledger: Ledger) -> Gathered:
    """Lay each statement and each report where it belongs."""
    actors, people, outlets = Belongings(), Belongings(), Belongings()
    days: Groups[Statement] = {}
    reports: Groups[Article] = {}
    spoken: Groups[Shown] = {}
    for statement in ledger.statements:
        _lay(actors.said, [statement.cluster.actor], statement)
        _lay(people.said, [statement.cluster.person], statement)
        _lay(actors.said_of, statement.spoken_of, statement)
        found = (ledger.outlets.get(m.article.id) for m in statement.members)
        _lay(outlets.said, dict.fromkeys(o.id for o in found if o), statement)
        _lay(days, [statement.day], statement)
    for article in ledger.corpus.articles:
        outlet = ledger.outlets.get(article.id)
        _lay(outlets.reports, [outlet.id if outlet else None], article)
        _lay(actors.reports, ledger.actors_in[article.id], article)
        _lay(people.reports, ledger.people_in[article.id], article)
        _lay(reports, [ledger.days[article.id]], article, empty=True)
        for shown in ledger.shown[article.id]:
            if shown.quote.form is Form.INDIRECT and (speaker := shown.quote.speaker):
                _lay(actors.indirect, [speaker.actor], shown)
                _lay(people.indirect, [speaker.person], shown)
                _lay(spoken, [ledger.said_on(shown)], shown)
    return Gathered(actors, people, outlets, days, reports, spoken, _loudest(actors, people))


def newest_on(ledger: Ledger, gathered: Gathered, iso: str) -> str:
    """Return the day of the newest report that a day's page shows something of."""
    articles = [
        *(one.article for one in ledger.told.get(iso, ())),
        *(m.article for statement in gathered.days.get(iso, ()) for m in statement.members),
        *(shown.article for shown in gathered.spoken.get(iso, ())),
        *gathered.reports.get(iso, ()),
    ]
    return max((ledger.days[article.id] for article in articles), default="")


def _loudest(actors: Belongings, people: Belongings) -> int:
    kinds = (*actors.said.values(), *actors.said_of.values(), *people.said.values())
    return max((n for said in kinds for n in by_day(said).values()), default=0)


def by_day(statements: Iterable[Statement]) -> Counter[str]:
    """Count statements by their day, as far as it is stated."""
    return Counter(s.day for s in statements if s.day)


def _lay(groups: Groups[T], keys: Iterable[str | None], thing: T, *, empty: bool = False) -> None:
    for key in keys:
        if key or (empty and key is not None):
            groups.setdefault(key, []).append(thing)


@dataclass(frozen=True, slots=True)
class Share:
    """How much an outlet has: one of its reports to name it by, its statements, its reports.

    ``reported`` counts what it tells in its own words, ``alone`` those statements that no other has.
    """

    article: Article
    statements: int
    reports: int
    reported: int
    alone: int


def by_outlet(ledger: Ledger, statements: Sequence[Statement], indirect: Sequence[Shown]) -> list[Share]:
    """Count statements and reports by outlet, most first; reports without an outlet are not counted."""
    told, reported, alone = Counter[str](), Counter[str](), Counter[str]()
    reports: dict[str, dict[str, Article]] = {}
    for inside, counted in [
        *((s.members, told) for s in statements),
        *(((one,), reported) for one in indirect),
    ]:
        by_name = {ledger.outlet_name(m.article): m.article for m in inside}
        counted.update(by_name.keys())
        for name, article in by_name.items():
            reports.setdefault(name, {})[article.id] = article
    alone.update(s.outlets[0] for s in statements if s.alone)
    ranked = sorted(reports, key=lambda name: (-told[name], -reported[name], -len(reports[name]), name))
    return [
        Share(next(iter(reports[n].values())), told[n], len(reports[n]), reported[n], alone[n])
        for n in ranked
        if n
    ]
