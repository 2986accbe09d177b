"""Draw the timeline: where each stroke stands, as numbers a template can write down.

The picture is as wide as its place: across, all is in per cent of that width; down, and within the
tally of one day, in pixels. A lane belongs to one actor, a stroke to one statement; above the line stands
what was said, below it what reports tell. Where there is too much for strokes, bars count.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.publish.draw.bars import columns, path_of
from generator.publish.draw.lanes import in_lanes, named
from generator.publish.draw.shapes import Cell, Drawing, Lane, Mark, Reach, Row, Stroke, Tally
from generator.publish.phrase.languages import english
from generator.publish.phrase.phrases import pair
from generator.publish.phrase.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.pictures import Tick, TimelineDay
    from generator.publish.draw.lanes import Tallies

LEFT, WIDTH = 11.0, 83.0  # per cent: room for the actors' signs before, for the last tally behind
NARROWEST = 640  # pixels of the narrowest place that has this drawing: print on A4
PER_ROW, ROWS = 5, 3  # strokes side by side in a tally, and such rows; of more a bar is made
STEP, ROW = 6, 14  # pixels from stroke to stroke, from row to row
BAR = 22  # pixels of the highest bar
GAP = 7  # pixels between two lanes
LABELS = 22  # pixels below the axis: the labels of the days
REACH = 15  # pixels of the line of one day's reports
REACHES = 12  # days of reports that have a line of their own; of more, bars are made
CLOSE = 46  # pixels between two labels
SHEETS = 4  # sheets in a row; of more one stands there with their number
DEPTHS = 4  # tints of the table


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the highest bar counts, 0 where there are none, and the language of the labels."""

    most: int
    tongue: Tongue


def place(at: int) -> float:
    """Turn thousandths of the line into per cent of the picture."""
    return round(LEFT + at * WIDTH / 1000, 2)


def drawing(days: tuple[TimelineDay, ...], tongue: Tongue | None = None) -> Drawing:
    """Draw ``days``: actors by how much they say, most at the top, those of none last."""
    tongue = tongue or english()
    tallied, order = in_lanes(days)
    room = _room(days)
    most = max((len(ticks) for tally in tallied for ticks in tally.values()), default=0)
    bars = most > PER_ROW * ROWS or per_row(room) < min(most, PER_ROW)
    lanes: list[Lane] = []
    top, scale = 2, _Scale(most if bars else 0, tongue)
    for sign in order:
        lane, top = _lane(sign, top, list(zip(days, tallied, strict=True)), scale)
        lanes.append(lane)
    reporting = [day for day in days if day.appeared]
    apart = len(reporting) <= REACHES
    below = () if apart else _below(days, top + LABELS, tongue)
    thick = round(max(0.25, min(1.2, room * 80 / NARROWEST)), 2)
    drawn = [*lanes, *below]
    deep = len(reporting) * REACH + 4 if apart else len(below) * (BAR + GAP)
    return Drawing(
        height=top + LABELS + deep,
        axis=top,
        most=most if bars else 0,
        thick=thick,
        marks=_marks(days, tongue),
        lanes=tuple(lanes),
        reaches=(
            tuple(_reach(day, tongue, top + LABELS + n * REACH) for n, day in enumerate(reporting))
            if apart
            else ()
        ),
        below=below,
        rows=tuple(_row(day, t, order, most) for day, t in zip(days, tallied, strict=True)),
        broken=any(day.gap for day in days),
        tells=any(day.tellers for day in days),
        appeared=bool(reporting),
        bars=tuple((lane.hue, path) for lane in drawn if (path := path_of(lane, thick))),
        columns=columns([(place(day.at), day) for day in days], drawn, tongue),
    )


def _room(days: tuple[TimelineDay, ...]) -> float:
    """Return the pixels between the two days that stand nearest to each other."""
    apart = [two.at - one.at for one, two in pairwise(days) if two.at > one.at]
    return min(apart, default=1000) * WIDTH * NARROWEST / 100_000


def per_row(room: float) -> int:
    """Return how many strokes go side by side into so many pixels."""
    return int(room - 3) // STEP


def _lane(
    sign: tuple[str, int], top: int, days: Sequence[tuple[TimelineDay, Tallies]], scale: _Scale
) -> tuple[Lane, int]:
    """Return a lane, and where the next begins; in bars where there is a highest."""
    most = scale.most
    name = named(sign[0], scale.tongue)
    deepest = max(len(tally.get(sign, ())) for _, tally in days)
    height = BAR if most else -(-deepest // PER_ROW) * ROW
    tallies = tuple(_tally(day, tally[sign], name, scale) for day, tally in days if sign in tally)
    foot = top + height
    return Lane(name, sign[1], top, foot - 2 if most else top + 10, foot, tallies), foot + GAP


def _tally(day: TimelineDay, ticks: Sequence[Tick], name: str, scale: _Scale) -> Tally:
    most, tongue = scale.most, scale.tongue
    if most:
        told = tongue.row((name, tongue.count("statement", len(ticks))))
        label = pair(tongue, day.day.words, told)
        return Tally(place(day.at), (), len(ticks), _high(len(ticks), most), day.href, label)
    return Tally(place(day.at), tuple(_stroke(n, tick) for n, tick in enumerate(ticks)), len(ticks))


def _high(count: int, most: int) -> int:
    return max(2, round(BAR * count / most))


def _stroke(n: int, tick: Tick) -> Stroke:
    x, y = 2 + n % PER_ROW * STEP, n // PER_ROW * ROW
    return Stroke(x, y, tick.href, tick.label, tick.language, tick.told)


def _reach(day: TimelineDay, tongue: Tongue, top: int) -> Reach:
    rings = tuple(map(place, day.reach))
    x = place(day.at)
    label = pair(tongue, day.day.words, tongue.count("report", day.appeared))
    return Reach(
        top + 7, x, min((*rings, x)), max((*rings, x)), rings, _sheets(day.appeared), day.appeared, label
    )


def _sheets(reports: int) -> int:
    """Return how many sheets stand for so many reports: one beside their number where there is no room."""
    return reports if reports <= SHEETS else 1


def _below(days: tuple[TimelineDay, ...], top: int, tongue: Tongue) -> tuple[Lane, ...]:
    """Return the bars of how many reports tell of a day, and of how many are of it."""
    kinds = [
        (tongue.say("timeline.told-by"), [(day, day.tellers) for day in days]),
        (tongue.say("table.reports"), [(day, day.appeared) for day in days]),
    ]
    most = max(count for _, rows in kinds for _, count in rows)
    lanes = []
    for n, (name, rows) in enumerate(kinds):
        foot = top + n * (BAR + GAP) + BAR
        tallies = tuple(
            Tally(place(day.at), (), count, _high(count, most), day.href, _told(tongue, day, name, count))
            for day, count in rows
            if count
        )
        lanes.append(Lane(name, 0, foot - BAR, foot - 2, foot, tallies))
    return tuple(lanes)


def _marks(days: tuple[TimelineDay, ...], tongue: Tongue) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    last, before = -1000.0, 0.0
    for day in days:
        x, label = place(day.at), tongue.short_day(day.day.iso)
        if (x - last) * NARROWEST / 100 < CLOSE:
            label = ""
        last = x if label else last
        marks.append(Mark(x, label, day.href, round((before + x) / 2, 2) if day.gap else 0.0, day.gap))
        before = x
    return tuple(marks)


def _told(tongue: Tongue, day: TimelineDay, name: str, count: int) -> str:
    return pair(tongue, day.day.words, tongue.row((name, tongue.number(count))))


def _row(day: TimelineDay, tally: Tallies, order: list[tuple[str, int]], most: int) -> Row:
    counts = [len(tally.get(sign, ())) for sign in order]
    cells = tuple(
        Cell(count, sign[1], -(-count * DEPTHS // most) if count else 0)
        for sign, count in zip(order, counts, strict=True)
    )
    return Row(day.day.words, day.href, cells, day.tellers, day.appeared)
