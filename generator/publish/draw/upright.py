"""Draw the timeline upright, for a narrow place: days from top to bottom to scale, on each its lines.

A line is an actor with a stroke for each statement, or, where there is too much for that, all that was said
on the day as one bar in the colours of those who spoke. Below them stand the reports of the day and how many
tell of it. All is in pixels: nothing is wider than a phone, and no letter is made smaller.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.publish.draw.drawing import STEP
from generator.publish.draw.lanes import in_lanes, named
from generator.publish.phrase.languages import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.pictures import TimelineDay
    from generator.publish.draw.lanes import Tallies
    from generator.publish.phrase.tongue import Tongue

SIGN, FIRST = 68, 116  # pixels from the left to the signs, and to the first stroke
WIDTH = 280  # of a phone of 320 pixels
LINE = 16  # pixels from line to line
FITS = (WIDTH - FIRST) // STEP  # strokes on a line
STRETCH = (4, 30)  # pixels of one day without anything, and of as many as there may be
LINES = 60  # of actors, above which a day has one line


@dataclass(frozen=True, slots=True)
class Piece:
    """A stroke, or a piece of a bar."""

    x: int
    width: int
    hue: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a day; ``y`` is its foot. ``kind``: "said", "reports" or "told"."""

    y: int
    kind: str
    sign: str
    hue: int
    count: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One day; ``gap`` counts the days that are left out above it, where the line is broken at ``broken``."""

    y: int
    label: str
    href: str
    lines: tuple[Line, ...]
    gap: int
    broken: int


@dataclass(frozen=True, slots=True)
class Upright:
    """The picture.

    ``bars`` are all strokes and bars of a colour as one path: by itself each takes three times the bytes.
    So are the ``sheets`` and the ``ticks`` of the days.
    """

    height: int
    days: tuple[Standing, ...]
    bars: tuple[tuple[int, str], ...] = ()
    sheets: str = ""
    ticks: str = ""


def upright(days: tuple[TimelineDay, ...], tongue: Tongue | None = None) -> Upright:
    """Draw ``days``, of which each takes the room that it needs and the rest is to scale."""
    tongue = tongue or english()
    tallied, order = in_lanes(days)
    deepest = max((len(ticks) for tally in tallied for ticks in tally.values()), default=0)
    one_line = deepest > FITS or sum(map(len, tallied)) > LINES
    most = max((len(day.ticks) for day in days), default=0) if one_line else 0
    made: list[Standing] = []
    y, before = 4, None
    for day, tally in zip(days, tallied, strict=True):
        y += _between(before, day)
        lines = [_named(line, tongue) for line in _lines(day, tally, order, most)]
        placed = tuple(_at(line, y + n * LINE + 11) for n, line in enumerate(lines))
        made.append(
            Standing(y, tongue.short_day(day.day.iso) or day.day.words, day.href, placed, day.gap, y - 14)
        )
        y += max(1, len(lines)) * LINE
        before = day
    ticks = "".join(f"M52 {standing.y + 7}h8" for standing in made)
    return Upright(y + 4, tuple(made), _bars(made), _sheets(made), ticks)


def _bars(days: Sequence[Standing]) -> tuple[tuple[int, str], ...]:
    """Return by colour the path of what was said."""
    found: dict[int, list[str]] = {}
    for line in (line for day in days for line in day.lines if line.kind == "said"):
        for piece in line.pieces:
            path = f"M{piece.x} {line.y - 10}h{piece.width}v12h-{piece.width}z"
            found.setdefault(piece.hue, []).append(path)
    return tuple((hue, "".join(paths)) for hue, paths in sorted(found.items()))


def _sheets(days: Sequence[Standing]) -> str:
    """Return the path of the reports."""
    lines = (line for day in days for line in day.lines if line.kind == "reports")
    return "".join(f"M{piece.x}.5 {line.y - 8.5}h6v8h-6z" for line in lines for piece in line.pieces)


def _between(before: TimelineDay | None, day: TimelineDay) -> int:
    """Return the pixels between two days: to scale, as far as a phone has room for it."""
    if before is None:
        return 0
    if day.gap:
        return STRETCH[1]
    apart = day.number - before.number
    return min(STRETCH[1], STRETCH[0] * max(1, apart))


def _lines(day: TimelineDay, tally: Tallies, order: list[tuple[str, int]], most: int) -> list[Line]:
    lines = [_bar(day, tally, order, most)] if most and day.ticks else []
    if not most:
        lines += [_strokes(sign, len(tally[sign])) for sign in order if sign in tally]
    if day.appeared:
        lines.append(Line(0, "reports", "", 0, day.appeared, _row(day.appeared, 9, 7)))
    if day.tellers:
        lines.append(Line(0, "told", "", 0, day.tellers, _row(day.tellers, 9, 6)))
    return lines


def _strokes(sign: tuple[str, int], count: int) -> Line:
    pieces = tuple(Piece(FIRST + n * STEP, 4, sign[1]) for n in range(count))
    return Line(0, "said", sign[0], sign[1], count, pieces)


def _named(line: Line, tongue: Tongue) -> Line:
    strokes = line.kind == "said" and bool(line.pieces) and line.pieces[0].x == FIRST
    return replace(line, sign=named(line.sign, tongue)) if strokes else line


def _bar(day: TimelineDay, tally: Tallies, order: list[tuple[str, int]], most: int) -> Line:
    whole = WIDTH - SIGN - 34  # room for the number behind it
    pieces, x = [], SIGN
    for sign in order:
        if sign in tally:
            width = max(2, round(len(tally[sign]) * whole / most))
            pieces.append(Piece(x, width, sign[1]))
            x += width + 1
    return Line(0, "said", "", 0, len(day.ticks), tuple(pieces))


def _row(count: int, step: int, width: int) -> tuple[Piece, ...]:
    """Return as many signs in a row as there is room for: none where there are more than that."""
    if count > (WIDTH - FIRST) // step:
        return ()
    return tuple(Piece(FIRST + n * step, width, 0) for n in range(count))


def _at(line: Line, y: int) -> Line:
    return Line(y, line.kind, line.sign, line.hue, line.count, line.pieces)
