"""An actor's voice over time: how much it said on each day, and how much was said of it.

All actors stand on one line of days and on one scale, so that their pages compare. ``hearing`` counts;
``bars`` says where each bar stands: across in per cent of the picture's width, down in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model.pictures import HeardDay, Hearing
from generator.publish.show.days import scaled
from generator.publish.tally.gather import by_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publish.show.cards import Cards
    from generator.publish.tally.gather import Gathered
    from generator.publish.tally.statements import Statement

LEFT, WIDTH = 20.0, 74.0  # per cent: room for what the two sides are, and half a bar
NARROWEST = 280  # pixels of a phone's page
UP, DOWN = 56, 40  # pixels of the longest bars
TOP = 14  # pixels above them, for a number
NUMBER = 15  # pixels that a number needs beside another


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: heights in pixels, 0 where nothing was said."""

    x: float
    said: int
    said_of: int
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The picture: ``numbered`` if there is room for that, ``below`` the line if anything was said of it."""

    height: int
    axis: int
    thick: float
    bars: tuple[Bar, ...]
    numbered: bool
    below: bool


def hearing(
    cards: Cards, gathered: Gathered, said: Sequence[Statement], said_of: Sequence[Statement] = ()
) -> Hearing | None:
    """Return how much was said, and said of it, on each day; None where no day is stated."""
    own, of = by_day(said), by_day(said_of)
    places = scaled(sorted(day for day in gathered.days if day))
    if not (own or of):
        return None
    first, *_, last = (*places, *places)
    return Hearing(
        days=tuple(
            HeardDay(cards.day(day), places[day], own[day], of[day]) for day in places if own[day] or of[day]
        ),
        first=cards.day(first),
        last=cards.day(last),
        most=gathered.loudest,
        room=min((two - one for one, two in pairwise(places.values()) if two > one), default=1000),
    )


def bars(heard: Hearing) -> Bars:
    """Draw the bars: what was said upward, what was said of it downward."""
    below = any(day.said_of for day in heard.days)
    axis = TOP + UP
    return Bars(
        height=axis + (TOP + DOWN if below else 0) + 18,
        axis=axis,
        thick=round(max(0.4, min(2.4, heard.room * WIDTH / 1000 * 0.7)), 2),
        bars=tuple(
            Bar(
                round(LEFT + day.at * WIDTH / 1000, 2),
                day.said,
                day.said_of,
                _long(day.said, heard.most, UP),
                _long(day.said_of, heard.most, DOWN),
            )
            for day in heard.days
        ),
        numbered=heard.room * WIDTH * NARROWEST / 100_000 >= NUMBER,
        below=below,
    )


def _long(count: int, most: int, longest: int) -> int:
    return max(2, round(longest * count / most)) if count else 0
