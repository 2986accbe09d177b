"""Who has a lane of a drawing: actors by how much they say, and one for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.pictures import Tick, TimelineDay
    from generator.publish.phrase.tongue import Tongue

Tallies = dict[tuple[str, int], list["Tick"]]

OTHERS = ""  # the lane of those who speak for no actor, and of those who say less than twelve others
LANES = 12  # of actors


def named(sign: str, tongue: Tongue) -> str:
    """Return the name of a lane."""
    return tongue.say("timeline.others") if sign == OTHERS else sign


def by_sign(ticks: tuple[Tick, ...]) -> Tallies:
    """Return the statements of a day by the sign and the colour of who made them."""
    found: Tallies = {}
    for tick in ticks:
        found.setdefault((tick.sign or OTHERS, tick.hue), []).append(tick)
    return found


def in_lanes(days: tuple[TimelineDay, ...]) -> tuple[list[Tallies], list[tuple[str, int]]]:
    """Return what was said on each day by lanes, and the order of these: so many actors, then all others."""
    tallied = [by_sign(day.ticks) for day in days]
    order = ranked(tallied)
    actors = [sign for sign in order if sign[0] != OTHERS][:LANES]
    if len(order) <= len(actors) + 1 and order[len(actors) :] in ([], [(OTHERS, 0)]):
        return tallied, order
    return [_merged(tally, actors) for tally in tallied], [*actors, (OTHERS, 0)]


def _merged(tally: Tallies, actors: Sequence[tuple[str, int]]) -> Tallies:
    """Return a day with all that is not of ``actors`` in one lane."""
    own = {sign: ticks for sign, ticks in tally.items() if sign in actors}
    rest = [tick for sign, ticks in tally.items() if sign not in own for tick in ticks]
    return own | ({(OTHERS, 0): rest} if rest else {})


def ranked(tallied: Sequence[Tallies]) -> list[tuple[str, int]]:
    """Return the signs by how much is said, those of no actor last."""
    totals: dict[tuple[str, int], int] = {}
    for tally in tallied:
        for sign, ticks in tally.items():
            totals[sign] = totals.get(sign, 0) + len(ticks)
    return sorted(totals, key=lambda sign: (sign[0] == OTHERS, -totals[sign]))
