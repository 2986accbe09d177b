"""Days on a line, to scale; where nothing is known for long the line is broken, and it says for how long."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from statistics import median_high
from typing import TYPE_CHECKING

from generator.model.pictures import Tick, TimelineDay
from generator.publish.address import urls
from generator.publish.phrase import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.article import Article
    from generator.publish.show.cards import Cards
    from generator.publish.tally.statements import Statement
    from generator.publish.weave.told import Told

LINE = 1000  # the length of the line
NEAR = 31  # days before the first and after the last of a report or statement that belong on the line
_MIDDLE = LINE // 2
_WEEK = 7
_LONG = 4  # times the usual distance of two days: then the line is broken


def timeline(
    cards: Cards,
    reports: Mapping[str, Sequence[Article]],
    statements: Mapping[str, Sequence[Statement]],
    full: int,
) -> tuple[TimelineDay, ...]:
    """Return the stated days in order, with at most ``full`` statements of each shown in full.

    Where reports are given, the days near these are among them of which any report tells.
    """
    told = cards.ledger.told if reports else {}
    stated = sorted({*reports, *statements} - {""})
    stated = sorted({*stated, *near(told, stated)})
    places, broken = scaled(stated), breaks(stated)
    reach = _reach(told, places)
    made = []
    for iso in stated:
        said = statements.get(iso, ())
        made.append(
            TimelineDay(
                day=cards.day(iso),
                at=places[iso],
                ticks=tuple(tick(cards, s) for s in said),
                reports=cards.reports(reports.get(iso, ())),
                statements=cards.statements(said[:full]),
                href=cards.day(iso).href or cards.to(urls.TIMELINE, urls.day(iso)),
                more=cards.tongue.count("further-statement", len(said) - full) if len(said) > full else "",
                gap=broken.get(iso, 0),
                appeared=len(reports.get(iso, ())),
                number=ordinal(iso),
                tellers=len({one.article.id for one in told.get(iso, ())}),
                reach=tuple(reach.get(iso, ())),
            )
        )
    return tuple(made)


def near(told: Mapping[str, object], stated: Sequence[str]) -> list[str]:
    """Return the days told of that lie between the stated days or not far from them."""
    known = [n for n in map(ordinal, stated) if n]
    if not known:
        return []
    first, last = min(known) - NEAR, max(known) + NEAR
    return [iso for iso in told if first <= ordinal(iso) <= last]


def _reach(told: Mapping[str, Sequence[Told]], places: Mapping[str, int]) -> dict[str, list[int]]:
    """Return by day the places of the other days that the reports of it tell of."""
    found: dict[str, set[int]] = {}
    for iso, inside in told.items():
        for one in inside:
            if iso in places and one.reported in places and one.reported != iso:
                found.setdefault(one.reported, set()).add(places[iso])
    return {iso: sorted(inside) for iso, inside in found.items()}


def tick(cards: Cards, statement: Statement) -> Tick:
    """Return the tick of a statement: the colour and letters of who said it."""
    card = cards.statement(statement)
    label = phrases.pair(cards.tongue, card.voice.name, cards.tongue.quoted(card.words))
    return Tick(card.voice.hue, card.voice.sign, card.href, label, card.language, card.told)


def scaled(days: Sequence[str]) -> dict[str, int]:
    """Lay days, which are in order, on a line of 0..1000; a single one in its middle."""
    numbers = [n for n in map(ordinal, days) if n]
    if len(set(numbers)) < 2:  # noqa: PLR2004 - one day, or none
        return dict.fromkeys(days, _MIDDLE)
    long = _long(days)
    at, places = 0, {numbers[0]: 0}
    for one, two in pairwise(numbers):
        at += two - one if two - one <= long else _stump(long)
        places[two] = at
    return {iso: places.get(ordinal(iso), 0) * LINE // at for iso in days}


def breaks(days: Sequence[str]) -> dict[str, int]:
    """Return the days, of ``days`` in order, before which the line is broken, with how many it leaves out."""
    numbers = {iso: ordinal(iso) for iso in days if ordinal(iso)}
    long = _long(days)
    return {
        two: numbers[two] - numbers[one] - 1
        for one, two in pairwise(numbers)
        if numbers[two] - numbers[one] > long
    }


def _long(days: Sequence[str]) -> int:
    gaps = [two - one for one, two in pairwise([n for n in map(ordinal, days) if n])]
    return max(_WEEK, _LONG * median_high(gaps)) if gaps else 0


def _stump(long: int) -> int:
    """Return how long a broken stretch is drawn."""
    return max(3, long // 2)


def ordinal(iso: str) -> int:
    """Count days from the year 1, a month and a year from their first day; 0 for what is none of these."""
    year, month, day = [*iso.split("-"), "1", "1"][:3]
    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return 0
