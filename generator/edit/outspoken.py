"""Where hidden words stand that the desk alone can take away: in a title, a name, a licence, a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.edit.withhold import Withheld, withheld
from generator.engine.memory import settled
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Actor, Desk, EditorsPage, Note, Person

_HINT = "write it in other words; what is hidden is taken out of reports, notes and pages, not out of this"


class Said(NamedTuple):
    """Words of the desk that go on to the site as they are, where they begin, and what they are.

    With ``long`` only what holds a long quotation counts: a name may be a short phrase that is hidden.
    """

    place: Location
    what: str
    words: str
    long: bool = True


def outspoken(articles: Sequence[Article], desk: Desk, said: Iterable[Said]) -> tuple[Diagnostic, ...]:
    """Return a warning for each place where the desk itself has words that are hidden in ``articles``."""
    known = settled("withheld", withheld(articles))
    if known is None:
        return ()
    names = known.runs_alone()
    every = (*said, *_names(desk), *_outlets(articles))
    found = [_told(each, names if each.long else known) for each in every]
    return tuple(d for d in (*found, *_addresses(desk, names)) if d)


def _told(said: Said, known: Withheld) -> Diagnostic | None:
    spans = known.spans(said.words)
    if not spans:
        return None
    line = said.place.line + said.words.count("\n", 0, spans[0].start)
    place = Location(said.place.path, line, said.place.column if line == said.place.line else 1)
    message = f"words of a hidden quotation stand in {said.what}, and are shown"
    return Diagnostic(place, Severity.WARNING, "withheld-desk", message, _HINT)


def _names(desk: Desk) -> Iterator[Said]:
    for actor in desk.actors:
        place = actor.location or Location("")
        yield from (Said(place, "a name", name) for name in (actor.name, *(p.name for p in actor.people)))
    for person in desk.people:
        yield Said(person.location or Location(""), "a name", person.name)


def _outlets(articles: Sequence[Article]) -> Iterator[Said]:
    return (
        Said(Location(a.path), "the name of an outlet", a.front.outlet) for a in articles if a.front.outlet
    )


def _addresses(desk: Desk, known: Withheld) -> Iterator[Diagnostic]:
    files: list[Actor | Person | Note | EditorsPage] = [*desk.actors, *desk.people, *desk.notes, *desk.pages]
    for each in files:
        if each.location and not known.keeps(each.id.replace("-", " ")):
            message = "the words of a hidden quotation stand in the name of this file, and so in addresses"
            place = Location(each.location.path)
            yield Diagnostic(place, Severity.WARNING, "withheld-name", message, "give the file another name")
