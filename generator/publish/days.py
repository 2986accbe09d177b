"""Days on a line, to scale."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.model.site import Tick, TimelineDay
from generator.publish import phrases, urls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.article import Article
    from generator.publish.cards import Cards
    from generator.publish.ledger import Statement

LINE = 1000  # the length of the line
_MIDDLE = LINE // 2


def timeline(
    cards: Cards,
    reports: Mapping[str, Sequence[Article]],
    statements: Mapping[str, Sequence[Statement]],
    full: int,
) -> tuple[TimelineDay, ...]:
    """Return the stated days in order, with at most ``full`` statements of each shown in full."""
    stated = sorted({*reports, *statements} - {""})
    places = scaled(stated)
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
                more=phrases.further(len(said) - full, "statement") if len(said) > full else "",
            )
        )
    return tuple(made)


def tick(cards: Cards, statement: Statement) -> Tick:
    """Return the tick of a statement: the colour and letters of who said it."""
    card = cards.statement(statement)
    label = f"{card.voice.name}: {phrases.quoted(card.words)}"
    return Tick(card.voice.hue, card.voice.sign, card.href, label)


def scaled(days: Sequence[str]) -> dict[str, int]:
    """Lay days, which are in order, on a line of 0..1000; a single one in its middle."""
    numbers = {iso: _ordinal(iso) for iso in days}
    known = [n for n in numbers.values() if n]
    if not known:
        return dict.fromkeys(days, _MIDDLE)
    first, last = min(known), max(known)
    if first == last:
        return dict.fromkeys(days, _MIDDLE)
    return {iso: ((n or first) - first) * LINE // (last - first) for iso, n in numbers.items()}


def _ordinal(iso: str) -> int:
    year, month, day = [*iso.split("-"), "1", "1"][:3]
    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return 0
