"""Bars of a drawing with much in it: all of a lane as one path, and above each day a place to point at.

By itself each bar would need an address and words of its own: of 60 days the picture had 48,000 bytes, and
has half of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.draw.shapes import Column
from generator.publish.phrase.phrases import pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.pictures import TimelineDay
    from generator.publish.draw.shapes import Lane
    from generator.publish.phrase.tongue import Tongue


def path_of(lane: Lane, thick: float) -> str:
    """Return the bars of a lane as a path, each ``thick`` per cent wide."""
    return "".join(
        f"M{tally.x * 10:.1f} {lane.foot - tally.bar}h{thick * 10:.1f}v{tally.bar}h-{thick * 10:.1f}z"
        for tally in lane.tallies
        if tally.bar
    )


def columns(
    days: Iterable[tuple[float, TimelineDay]], lanes: Sequence[Lane], tongue: Tongue
) -> tuple[Column, ...]:
    """Return the days, each at its place, of which there are bars."""
    said: dict[float, list[str]] = {}
    for lane in lanes:
        for tally in lane.tallies:
            if tally.bar:
                said.setdefault(tally.x, []).append(f"{lane.sign} {tongue.number(tally.count)}")
    return tuple(
        Column(x, day.href, pair(tongue, day.day.words, tongue.row(said[x]))) for x, day in days if x in said
    )
