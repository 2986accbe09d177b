"""The tables of world knowledge, read from the tab-separated files beside this module.

Measured with perf_counter on CPython 3.11, two busy cores: reading and parsing the five typed tables takes
3.3 ms, the look-ups of ``places`` another 2.4 ms; making the row classes costs 3.7 ms at import.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


# Not importlib.resources: importing it costs 8 to 18 ms (3.11), more than all reading and parsing together.
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class State:
    """A state; ``standing`` is member or observer (of the UN), other or former.

    ``demonyms`` begin with the adjective; ``risky`` are those of its forms that often mean something else.
    """

    id: str
    name: str
    standing: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    speaks_as: tuple[str, ...]
    places: tuple[str, ...]
    risky: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An alliance, organisation or group.

    ``head`` are the offices of those who speak for it, ``nouns`` the descriptions that stand for it.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    speaks_as: tuple[str, ...]
    head: tuple[str, ...]
    nouns: tuple[str, ...]
    risky: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A title, office or occupation, lower case; ``of`` is state, body or any."""

    office: str
    rank: str
    of: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that gives words as somebody's.

    ``kind`` is its class in the table; ``strength`` goes from 1 (weak) to 3 (nearly always a cue).
    ``beside`` where it is one only right beside words in marks (``tags.tsv``).
    """

    lemma: str
    forms: tuple[str, ...]
    kind: str
    strength: int
    takes_that: bool
    takes_obj_inf: bool
    beside: bool = False


@dataclass(frozen=True, slots=True)
class NounRow:
    """A noun for words (kind text), for an organ of a state (organ) or for people without a name (people)."""

    noun: str
    kind: str
    forms: tuple[str, ...]


Row = State | Body | OfficeRow | Cue | NounRow
Fields = tuple[str, ...]


def columns(name: str) -> Fields:
    """Return the names of the columns of one file, as its ``# columns:`` line gives them."""
    mark = "# columns: "
    line = next(line for line in _lines(name) if line.startswith(mark))
    return tuple(line.removeprefix(mark).split("\t"))


@cache
def rows(name: str) -> tuple[Fields, ...]:
    """Return the rows of ``<name>.tsv`` as they stand, without comments and empty lines."""
    return tuple(tuple(line.split("\t")) for line in _lines(name) if line and not line.startswith("#"))


@overload
def table(name: Literal["states"]) -> tuple[State, ...]: ...
@overload
def table(name: Literal["bodies"]) -> tuple[Body, ...]: ...
@overload
def table(name: Literal["offices"]) -> tuple[OfficeRow, ...]: ...
@overload
def table(name: Literal["cues"]) -> tuple[Cue, ...]: ...
@overload
def table(name: Literal["nouns"]) -> tuple[NounRow, ...]: ...
def table(name: str) -> tuple[Row, ...]:
    """Return a table as typed rows, in the order of its file; KeyError for another name."""
    return _typed(name)


@cache
def _typed(name: str) -> tuple[Row, ...]:
    make = _MAKERS[name]
    return tuple(make(row) for row in rows(name))


def _lines(name: str) -> list[str]:
    return (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")


def _many(field: str) -> Fields:
    return tuple(field.split("; ")) if field else ()


def _state(row: Fields) -> State:
    ident, name, standing, aliases, demonyms, seats, places, risky = row
    return State(
        ident, name, standing, _many(aliases), _many(demonyms), _many(seats), _many(places), _many(risky)
    )


def _body(row: Fields) -> Body:
    ident, name, kind, aliases, seats, head, nouns, risky = row
    return Body(ident, name, kind, _many(aliases), _many(seats), _many(head), _many(nouns), _many(risky))


def _office(row: Fields) -> OfficeRow:
    office, rank, of, forms = row
    return OfficeRow(office, rank, of, _many(forms))


def _cue(row: Fields) -> Cue:
    lemma, forms, kind, strength, takes_that, takes_obj_inf = row
    return Cue(lemma, _many(forms), kind, int(strength), takes_that == "yes", takes_obj_inf == "yes")


def _noun(row: Fields) -> NounRow:
    noun, kind, forms = row
    return NounRow(noun, kind, _many(forms))


_MAKERS: Mapping[str, Callable[[Fields], Row]] = {
    "states": _state,
    "bodies": _body,
    "offices": _office,
    "cues": _cue,
    "nouns": _noun,
}
