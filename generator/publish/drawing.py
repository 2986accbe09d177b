"""Draw the timeline: where each stroke stands, as numbers a template can write down.

The picture is as wide as its place: across, all is in per cent of that width; down, and within the
tally of one day, in pixels. A lane belongs to one actor, a stroke to one statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish import phrases

if TYPE_CHECKING:
    from generator.model.site import Tick, TimelineDay


LEFT, WIDTH = 15.0, 76.0  # per cent: room for the actors' signs before, for the last tally behind
PER_ROW = 5  # strokes side by side in a tally
STEP, ROW = 6, 14  # pixels from stroke to stroke, from row to row
GAP = 7  # pixels between two lanes
LABELS, BELOW = 20, 36  # pixels below the axis: the labels of the days alone, and the reports too
CLOSE, TOO_CLOSE = 145, 85  # thousandths between two labels: hidden on a narrow screen, on any screen
OTHERS = "others"  # the lane of those who speak for no actor, the last
DEPTHS = 4  # tints of the table


@dataclass(frozen=True, slots=True)
class Stroke:
    """One statement, within its tally."""

    x: int
    y: int
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What one actor said on one day."""

    x: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor's line; ``y`` is the foot of its sign, ``top`` the head of its strokes."""

    sign: str
    hue: int
    top: int
    y: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on the axis; ``label`` is empty where there is no room for it."""

    x: float
    label: str
    close: bool
    reports: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the table; ``depth`` 0-4 is its tint."""

    count: int
    hue: int
    depth: int


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the table that says the same as the picture."""

    words: str
    href: str
    cells: tuple[Cell, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture and its table.

    ``axis`` is the height at which the line of the days runs, ``sheets`` whether reports are drawn.
    """

    height: int
    axis: int
    sheets: bool
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]


def place(at: int) -> float:
    """Turn thousandths of the line into per cent of the picture."""
    return round(LEFT + at * WIDTH / 1000, 2)


def drawing(days: tuple[TimelineDay, ...]) -> Drawing:
    """Draw ``days``: actors by how much they say, most at the top, those of none last."""
    tallied = [_by_sign(day.ticks) for day in days]
    totals: dict[tuple[str, int], int] = {}
    for tally in tallied:
        for sign, ticks in tally.items():
            totals[sign] = totals.get(sign, 0) + len(ticks)
    order = sorted(totals, key=lambda sign: (sign[0] == OTHERS, -totals[sign]))
    lanes: list[Lane] = []
    top = 2
    for sign in order:
        lane, top = _lane(sign, top, days, tallied)
        lanes.append(lane)
    most = max((len(ticks) for tally in tallied for ticks in tally.values()), default=0)
    rows = tuple(_row(day, tally, order, most) for day, tally in zip(days, tallied, strict=True))
    sheets = any(day.reports for day in days)
    return Drawing(top + (BELOW if sheets else LABELS), top, sheets, _marks(days), tuple(lanes), rows)


def _by_sign(ticks: tuple[Tick, ...]) -> dict[tuple[str, int], list[Tick]]:
    found: dict[tuple[str, int], list[Tick]] = {}
    for tick in ticks:
        found.setdefault((tick.sign or OTHERS, tick.hue), []).append(tick)
    return found


def _lane(
    sign: tuple[str, int],
    top: int,
    days: tuple[TimelineDay, ...],
    tallied: list[dict[tuple[str, int], list[Tick]]],
) -> tuple[Lane, int]:
    deepest = max(len(tally.get(sign, ())) for tally in tallied)
    height = -(-deepest // PER_ROW) * ROW
    tallies = tuple(
        Tally(place(day.at), tuple(_stroke(n, tick) for n, tick in enumerate(tally[sign])))
        for day, tally in zip(days, tallied, strict=True)
        if sign in tally
    )
    return Lane(sign[0], sign[1], top, top + 10, tallies), top + height + GAP


def _stroke(n: int, tick: Tick) -> Stroke:
    return Stroke(2 + n % PER_ROW * STEP, n // PER_ROW * ROW, tick.href, tick.label)


def _marks(days: tuple[TimelineDay, ...]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    last = wide = -1000  # the last label, and the last that a narrow screen shows
    for day in days:
        label, close = _label(day.day.iso), day.at - wide < CLOSE
        if day.at - last < TOO_CLOSE:
            label = ""
        if label:
            last, wide = day.at, wide if close else day.at
        marks.append(Mark(place(day.at), label, close, len(day.reports)))
    return tuple(marks)


def _label(iso: str) -> str:
    if len(iso) < len("2015-10-08"):
        return ""
    return f"{int(iso[8:10])} {phrases.MONTHS[int(iso[5:7]) - 1][:3]}"


def _row(
    day: TimelineDay, tally: dict[tuple[str, int], list[Tick]], order: list[tuple[str, int]], most: int
) -> Row:
    counts = [len(tally.get(sign, ())) for sign in order]
    cells = tuple(
        Cell(count, sign[1], -(-count * DEPTHS // most) if count else 0)
        for sign, count in zip(order, counts, strict=True)
    )
    return Row(day.day.words, day.href, cells, len(day.reports))
