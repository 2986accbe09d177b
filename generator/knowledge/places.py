"""Which state, alliance, organisation or group a name, demonym, capital or building stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Sort(StrEnum):
    """How a form stands for its actor."""

    NAME = "name"  # of a state
    DEMONYM = "demonym"  # adjective, or its people
    SEAT = "seat"  # a capital, building or office that speaks for it
    BODY = "body"  # name of an alliance, organisation or group
    PLACE = "place"  # lies there, does not speak for it


@dataclass(frozen=True, slots=True)
class Named:
    """What a form stands for.

    A ``risky`` form needs more evidence before it counts. ``also`` holds the other actors it may mean
    (Brussels: Belgium, the EU, NATO); then ``actor`` is merely the first of them, not the likeliest.
    """

    actor: str
    sort: Sort
    risky: bool
    also: tuple[str, ...] = ()


@cache
def names() -> Mapping[str, Named]:
    """Return every surface form with what it stands for.

    Forms keep their case (``US`` is not ``us``) and have no article; one with an apostrophe stands twice,
    straight and curly. Take the longest that fits, and none that lies inside one of ``decoys``.
    """
    found: dict[str, Named] = {}
    for form, actor, sort, risky in _forms():
        known = found.get(form)
        if known is None:
            found[form] = Named(actor, sort, risky)
        elif known.actor != actor:
            found[form] = Named(known.actor, known.sort, risky=True, also=(*known.also, actor))
    found.update({form.replace("'", "’"): found[form] for form in list(found) if "'" in form})
    return MappingProxyType(found)


@cache
def descriptions() -> Mapping[str, tuple[str, ...]]:
    """Return each description with the ids of the bodies it may stand for: ``the alliance``."""
    found: dict[str, tuple[str, ...]] = {}
    for body in table("bodies"):
        for noun in body.nouns:
            found[noun] = (*found.get(noun, ()), body.id)
    return MappingProxyType(found)


_SPEAKING = frozenset(("outlet", "company", "organisation"))


@cache
def decoys() -> Mapping[str, bool]:
    """Return phrases that hold an actor's form and name something else, and whether that may speak."""
    plain = {form: sort in _SPEAKING for form, sort in rows("decoys")}
    return MappingProxyType(plain | {form.replace("'", "’"): speaks for form, speaks in plain.items()})


def known_actor(actor: str) -> bool:
    """Tell whether the tables have this id."""
    return actor in _actors()


def actor_name(actor: str) -> str | None:
    """Return the name to show for an id, None where the tables have none."""
    found = _actors().get(actor)
    return found[0] if found else None


def actor_kind(actor: str) -> str | None:
    """Return state, alliance, organisation or group, None where the tables have none."""
    found = _actors().get(actor)
    return found[1] if found else None


@cache
def _actors() -> dict[str, tuple[str, str]]:
    states = {state.id: (state.name, "state") for state in table("states")}
    return states | {body.id: (body.name, body.kind) for body in table("bodies")}


def _forms() -> Iterator[tuple[str, str, Sort, bool]]:
    """Yield form, actor, sort and risk: names before demonyms, seats and places; states before bodies."""
    states, bodies = table("states"), table("bodies")
    for state in states:
        yield from _of(state.id, Sort.NAME, (state.name, *state.aliases), state.risky)
    for body in bodies:
        yield from _of(body.id, Sort.BODY, (body.name, *body.aliases), body.risky)
    for state in states:
        yield from _of(state.id, Sort.DEMONYM, state.demonyms, state.risky)
    for state in states:
        yield from _of(state.id, Sort.SEAT, state.speaks_as, state.risky)
    for body in bodies:
        yield from _of(body.id, Sort.SEAT, body.speaks_as, body.risky)
    for state in states:
        yield from _of(state.id, Sort.PLACE, state.places, state.risky)


def _of(
    actor: str, sort: Sort, forms: tuple[str, ...], risky: tuple[str, ...]
) -> Iterator[tuple[str, str, Sort, bool]]:
    for form in forms:
        yield form, actor, sort, form in risky
