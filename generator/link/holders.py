"""Who held an office on a day, as the actors' files have it: "the secretary general of NATO" is a person.

It is no guess, for an editor wrote who held the office from when to when; so only those files count, never
that another report introduces somebody with the office. Where two may be meant, nobody is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.offices import LEADS, folded, is_head, office_of, owner_forms
from generator.model.corpus import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Actor, Desk, Office


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office of an actor and the days of it; ``called`` are other names, folded."""

    person: Person
    actor: str
    office: str
    head: bool
    since: str | None
    until: str | None
    called: frozenset[str]

    def held_on(self, day: str) -> bool:
        """Tell whether the office was this person's on a day; where no day is stated, nobody can tell."""
        return bool(self.since or self.until) and self.may_have_held_on(day)

    def may_have_held_on(self, day: str) -> bool:
        """Tell whether nothing speaks against it."""
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Holders:
    """All that the actors' files say of offices, and the folded names of the actors."""

    rows: tuple[Holder, ...]
    owners: Mapping[str, tuple[str, ...]]  # ids by name

    def called(self, words: str, actor: str | None, day: str) -> list[Holder]:
        """Return those who are called by some folded words, as "NATO chief", in one of their offices."""
        named = [h for h in self.rows if words in h.called and h.may_have_held_on(day)]
        return [h for h in named if actor in (h.actor, None)]

    def in_office(self, office: str, actor: str, day: str) -> list[Holder]:
        """Return those who may have had an actor's office on a day; "the chief" is whoever is at its head."""
        rows = [h for h in self.rows if h.actor == actor and h.may_have_held_on(day)]
        held = [h for h in rows if h.office == office]
        return held if held or office not in LEADS else [h for h in rows if h.head]

    def of_any(self, office: str, day: str) -> list[Holder]:
        """Return those who may have had an office of some actor on a day."""
        return [h for h in self.rows if h.office == office and h.may_have_held_on(day)]


def holders_of(desk: Desk, people: Iterable[Person]) -> Holders:
    """Return the offices of the desk's actors with the ``people`` who have them, as they are known by now."""
    known = {p.id: p for p in people}
    known.update({old: p for p in list(known.values()) for old in p.same_as})
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in desk.actors:
        for form in owner_forms(actor) if any(p.offices for p in actor.people) else ():
            owners[form].add(actor.id)
    rows = [
        _holder(actor, known.get(row.id, row), (office, row.aliases), owners)
        for actor in desk.actors
        for row in actor.people
        for office in row.offices
    ]
    return Holders(tuple(rows), {form: tuple(sorted(ids)) for form, ids in sorted(owners.items())})


def _holder(
    actor: Actor, person: Person, row: tuple[Office, Sequence[str]], owners: Mapping[str, set[str]]
) -> Holder:
    held, aliases = row
    office = office_of(held.role, owners)
    called = frozenset(folded(alias).removeprefix("the ") for alias in aliases)
    return Holder(person, actor.id, office, is_head(actor, office), held.since, held.until, called)
