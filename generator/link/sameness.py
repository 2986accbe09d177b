"""What editors say of people, that two are one or are not: what of it cannot hold, each at its place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.forms.fields import did_you_mean, if_published
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.article import Article
    from generator.model.corpus import Desk, Person


def person_faults(articles: Iterable[Article], desk: Desk) -> tuple[Diagnostic, ...]:
    """Return an error for each person said to be nobody that is known, or themselves, or two people."""
    if not any(person.same_as or person.not_same_as for person in desk.people):
        return ()
    articles = tuple(articles)
    known = _ids(articles, desk)
    described = _described(articles)
    faults = [f for person in desk.people for f in _missing(person, known, described, desk)]
    faults += [f for person in desk.people for f in _itself(person)]
    takes = {p.id: p.same_as for p in desk.people}
    faults += [f for person in desk.people for f in _circle(person, takes)]
    return (*faults, *_claimed_twice(desk.people), *_both_ways(desk.people))


def _ids(articles: Iterable[Article], desk: Desk) -> frozenset[str]:
    """Return every id that a person has by a file, by an actor's file or by a name in a report."""
    people = (*desk.people, *(p for a in desk.actors for p in a.people))
    known = {p.id for p in people} | {slug(name) for p in people for name in (p.name, *p.aliases)}
    for article in articles:
        named = [(m.person, m.name, m.actor) for m in article.mentions if m.person]
        voices = (s for q in article.quotes for s in (q.speaker, q.found) if s)
        named += [(s.person, s.name, s.actor) for s in voices if s.person]
        for ident, name, actor in dict.fromkeys(named):
            known |= {ident, slug(name), f"{slug(name)}-{actor}"} if ident else set()
    return frozenset(known)


def _described(articles: Iterable[Article]) -> frozenset[str]:
    """Return the ids of what reports call those whom they do not name: "the-secretary-general"."""
    voices = (s for a in articles for q in a.quotes for s in (q.speaker, q.found) if s and not s.person)
    return frozenset(ident for s in voices for ident in (slug(s.name), f"{slug(s.name)}-{s.actor}"))


def _missing(
    person: Person, known: frozenset[str], described: frozenset[str], desk: Desk
) -> Iterable[Diagnostic]:
    others = (i for i in person.not_same_as if i not in described)
    for ident in (*person.same_as, *others):
        if ident not in known:
            hint = (
                if_published(ident, desk.drafts, "person")
                or did_you_mean(ident, tuple(sorted(known)))
                or "an id is the last part of the address of a person's page"
            )
            message = f'there is no person "{ident}", in a file or in a report'
            yield Diagnostic(_place(person, ident), Severity.ERROR, "unknown-person", message, hint)


def _itself(person: Person) -> Iterable[Diagnostic]:
    if person.id in {*person.same_as, *person.not_same_as}:
        same = person.id in person.same_as
        message = f'"{person.id}" is this very person' if same else f'"{person.id}" is no other person'
        yield _fault(person, person.id, "person-circle", (message, "remove it"))


def _circle(person: Person, takes: Mapping[str, tuple[str, ...]]) -> Iterable[Diagnostic]:
    """Tell of the first who is taken in by a person and takes that person in, at once or by way of others."""
    for first in person.same_as:
        todo, met = [first], {first}
        for ident in todo:  # grows as it goes
            todo += [i for i in takes.get(ident, ()) if i not in met]
            met.update(takes.get(ident, ()))
        if first != person.id and person.id in met:
            message = f'"{first}" is said in its own file to be the same as "{person.id}"'
            hint = "keep same_as in the file of the id that is to stay, and remove it from the other"
            yield _fault(person, first, "person-circle", (message, hint))
            return


def _claimed_twice(people: Iterable[Person]) -> Iterable[Diagnostic]:
    claimed: dict[str, Person] = {}
    for person in people:
        for ident in person.same_as:
            first = claimed.setdefault(ident, person)
            if first is not person:
                message = f'"{ident}" is said to be the same as "{first.id}", too'
                hint = "an old address leads to one person; if the two are one, say so of them"
                yield _fault(person, ident, "contradicting-people", (message, hint))


def _both_ways(people: Iterable[Person]) -> Iterable[Diagnostic]:
    """Tell of people who are said not to be the same and are one by what other files say, or by the same."""
    joined = _joined(people)
    for person in people:
        for ident in person.not_same_as:
            if ident != person.id and ident in joined and joined[ident] == joined.get(person.id):
                message = f'"{ident}" and "{person.id}" are one person by same_as; they stay apart'
                yield _fault(person, ident, "contradicting-people", (message, "remove one of the two"))


def _joined(people: Iterable[Person]) -> dict[str, str]:
    """Return for each id that same_as joins with others the least of them."""
    near: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for ident in person.same_as:
            near[person.id].add(ident)
            near[ident].add(person.id)
    least: dict[str, str] = {}
    for first in sorted(near):
        todo = [first]
        for ident in todo:  # grows as it goes
            if least.setdefault(ident, first) == first:
                todo += [i for i in sorted(near[ident]) if i not in least]
    return least


def _fault(person: Person, ident: str, code: str, said: tuple[str, str]) -> Diagnostic:
    return Diagnostic(_place(person, ident), Severity.ERROR, code, *said)


def _place(person: Person, ident: str) -> Location:
    places = dict(person.places)
    return places.get(ident) or person.location or Location(f"people/{person.id}.md")
