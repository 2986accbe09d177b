"""Who speaks of whom: a table of actors by actors, with how many statements of the one name the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.pictures import Matrix, MatrixCell, MatrixRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.publish.show.cards import Cards
    from generator.publish.tally.statements import Statement

_MOST = 10  # actors on each side
_TINTS = 4


def speaking(cards: Cards, statements: Iterable[Statement]) -> Matrix | None:
    """Return the table; None where fewer than two actors speak of others.

    Rows are those who speak, columns those who are spoken of: those of most statements, ordered as the
    briefing orders them.
    """
    pairs = Counter(
        (s.cluster.actor, of)
        for s in statements
        for of in s.spoken_of
        if s.cluster.actor in cards.ledger.actors and of in cards.ledger.actors and of != s.cluster.actor
    )
    speak, spoken = Counter[str](), Counter[str]()
    for (actor, of), n in pairs.items():
        speak[actor or ""] += n
        spoken[of] += n
    if len(speak) < 2:  # noqa: PLR2004 - of one speaker there is nothing to lay side by side
        return None
    order = list(cards.ledger.actors)
    rows, columns = (sorted(_first(side), key=order.index) for side in (speak, spoken))
    most = max(pairs.values())
    left = (len(speak) - len(rows), "speaker"), (len(spoken) - len(columns), "further-actor")
    return Matrix(
        columns=cards.actors(columns),
        rows=tuple(
            MatrixRow(cards.actor(cards.ledger.actors[a]), tuple(_cell(pairs[a, of], most) for of in columns))
            for a in rows
        ),
        more=cards.tongue.counts(left),
    )


def _first(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda key: (-counted[key], key))[:_MOST]


def _cell(n: int, most: int) -> MatrixCell:
    return MatrixCell(n, -(-n * _TINTS // most))
