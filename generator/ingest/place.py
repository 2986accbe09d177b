"""Evidence of place: where on a page the story stands, and what stands before and after it.

The story is the stretch of lines with the greatest sum of weights (Kadane's algorithm, one pass): sentences
count for it by their words, short lines and the words of menus count against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ingest.line import FEW, Label, Line, is_cut, is_story

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCE_WORDS = 60  # what one block counts at most
SHORT_LINE = 10  # words: what a short line without an end weighs against the story
FURNITURE = 15  # and a line that is known not to be of it
LIST = 12  # lines: a longer list of short lines weighs hardly more, it may be one of the story's
LISTED_LINE = 2
WHOLE_PAGE = 12  # short lines and furniture outside of the story: the text is a copied page


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines of the story, and whether the text is a whole page copied, menus and all."""

    start: int
    end: int
    page: bool


def ground(lines: Sequence[Line], labels: Sequence[Label | None], menu: frozenset[int]) -> Ground:
    """Find where the story stands.

    In a text that is no copied page it begins with the first sentence and goes on to the end.
    """
    weights = weigh(lines, labels, menu)
    start, end = heaviest(weights)
    outside = sum(w < 0 for w in weights[:start]) + sum(w < 0 for w in weights[end:])
    if outside >= WHOLE_PAGE:
        return Ground(start, end, page=True)
    first = next((i for i, line in enumerate(lines) if labels[i] is None and begins(line)), len(lines))
    return Ground(first, len(lines), page=False)


def begins(line: Line) -> bool:
    """Tell whether a story may begin with this line."""
    return is_story(line) or line.words > 45  # noqa: PLR2004


def weigh(lines: Sequence[Line], labels: Sequence[Label | None], menu: frozenset[int]) -> list[int]:
    """Return what every line says for the story or, below 0, against it."""
    weights: list[int] = []
    listed = 0
    for i, line in enumerate(lines):
        weight = _weight(line, labels[i], menu=i in menu)
        listed = listed + 1 if weight == -SHORT_LINE else 0
        weights.append(-LISTED_LINE if listed > LIST else weight)
    return weights


def _weight(line: Line, label: Label | None, *, menu: bool) -> int:
    if is_cut(label) or (menu and label is None):
        return -FURNITURE
    if label is not None:
        return 0
    if is_story(line):
        return min(line.words, SENTENCE_WORDS)
    return 0 if line.ended and line.words >= FEW else -SHORT_LINE


def heaviest(weights: Sequence[int]) -> tuple[int, int]:
    """Return the stretch with the greatest sum, empty where nothing weighs."""
    best, found = 0, (len(weights), len(weights))
    total, start = 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, found = total, (start, i + 1)
    return found
