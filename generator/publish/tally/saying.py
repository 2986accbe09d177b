"""On which day a statement was said, and since when it is reported: two days, which pages tell apart.

What a report's own sentence tells of the day of the words (``Quote.told``) counts, the day most reports tell,
and the desk's word prevails. Where none tells, or as many tell one day as another, only the day of the first
report is known, and a statement stands on that one, marked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.publish.tally.shown import Shown


@dataclass(frozen=True, slots=True)
class Saying:
    """When a statement was said: ``told`` where ``day`` is that of the words, else it is the first report's.

    ``first`` is the day of the first report; days are ISO 8601, "" where not stated. ``otherwise`` are the
    days that other reports tell.
    """

    day: str
    told: bool
    first: str
    otherwise: tuple[str, ...] = ()


def saying(members: Sequence[Shown], days: Mapping[str, str]) -> Saying:
    """Return when a statement was said, by those who report it and the days of their reports."""
    first = min([day for m in members if (day := days[m.article.id])], default="")
    by_desk = [given for m in members if (given := m.quote.day)]
    if by_desk:
        return Saying(min(by_desk), told=True, first=first)
    told = {(m.article.id, m.quote.told.day) for m in members if m.quote.told and m.quote.told.day}
    # No report has words before they were said: a later day is another's, or a slip.
    votes = Counter(day for _, day in told if not first or day <= first)
    ranked = sorted(votes, key=lambda day: (-votes[day], day))
    if not ranked:
        return Saying(first, told=False, first=first)
    if len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]]:
        return Saying(first or ranked[0], told=False, first=first, otherwise=tuple(sorted(ranked)))
    return Saying(ranked[0], told=True, first=first, otherwise=tuple(sorted(ranked[1:])))
