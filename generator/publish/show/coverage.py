"""Who has what: a table of statements by outlets, the most reported first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.parts import Link
from generator.model.pictures import Coverage, CoverageCell, CoverageRow
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show import wordings
from generator.publish.show.frame import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article
    from generator.publish.show.cards import Cards
    from generator.publish.show.wordings import Nearest
    from generator.publish.tally.statements import Statement

_ROWS = 24
_COLUMNS = 12
_WORDS = 90  # letters of a statement in the table
_SIGNS = {
    wordings.SAME: "●",
    wordings.FULLEST: "●",
    wordings.OTHER: "◐",
    wordings.FRAGMENT: "○",
    wordings.PART: "◇",
    wordings.JOINED: "◇",
}
_ECHO = "□"  # its words stand in the report, in no marks
_NOTHING = CoverageCell("", "", "")


def coverage(cards: Cards, statements: Sequence[Statement]) -> Coverage | None:
    """Return the table of ``statements``; None where no two outlets can be compared.

    Rows: what most outlets have comes first, what one alone has last. Columns: the outlets that have most.
    """
    told = Counter(name for statement in statements for name in statement.outlets)
    shared = any(len(statement.outlets) > 1 for statement in statements)
    if not shared or len(told) < 2 or len(statements) < 2:  # noqa: PLR2004 - of one there is nothing to compare
        return None
    names = sorted(told, key=lambda name: (-told[name], name))
    ranked = sorted((s for s in statements if s.outlets), key=lambda s: (-s.independent, -s.reports))
    rows, columns = ranked[:_ROWS], names[:_COLUMNS]
    linked: dict[str, Link] = {}
    made = tuple(_row(cards, statement, columns, linked) for statement in rows)
    left = ((len(ranked) - len(rows), "statement"), (len(names) - len(columns), "outlet"))
    return Coverage(
        outlets=tuple(linked.get(name, Link(name, "")) for name in columns),
        rows=made,
        more=phrases.left_out(cards.tongue, left),
    )


def _row(cards: Cards, statement: Statement, columns: Sequence[str], linked: dict[str, Link]) -> CoverageRow:
    nearest = cards.nearest(statement)
    for near in nearest.values():
        if outlet := cards.outlet(near.member.article):
            linked.setdefault(outlet.text, outlet)
    card = cards.statement(statement)
    shared = statement.independent < len(statement.outlets)
    echoes = {cards.ledger.outlet_name(article): article for article in statement.echoes}
    return CoverageRow(
        words=shortened(statement.words, _WORDS),
        language=card.language,
        href=card.href,
        voice=card.voice,
        cells=tuple(_cell(cards, nearest.get(name), echoes.get(name)) for name in columns),
        by=phrases.by_outlets(cards.tongue, len(statement.outlets), statement.independent) if shared else "",
    )


def _cell(cards: Cards, near: Nearest | None, echo: Article | None) -> CoverageCell:
    if near is None and echo:
        return CoverageCell(_ECHO, cards.tongue.say("relation.echo"), cards.to(urls.article(echo.id)))
    if near is None:
        return _NOTHING
    return CoverageCell(
        _SIGNS[near.relation], cards.tongue.say(f"relation.{near.relation}"), cards.passage(near.member)
    )
