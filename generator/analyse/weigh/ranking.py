"""What speaks for an option, and how likely that makes it: a log-linear model, in plain Python.

A sign is a short word such as ``own=quote-cue,say``; the weights of ``knowledge/signs.tsv`` are by these
words. A clue is a function and the values from which it tells some signs. The same
values always weigh the same, so that is added up once and no word is made twice: to do it anew for each
candidate took a fifth of all reading.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

Clue: TypeAlias = "tuple[Callable[[Any], Iterator[str]], *tuple[Hashable, ...]]"
KEPT = 1 << 15  # clues whose weight is remembered, 8 MB; 504 reports had 18,000


def signs_of(clue: Clue) -> Iterator[str]:
    """Yield the signs of a clue."""
    return clue[0](clue[1:])


class Scale(dict[Clue, float]):
    """What clues weigh, each worked out when it is first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Weigh by the weights of signs."""
        super().__init__()
        self.weights = weights

    def __missing__(self, clue: Clue) -> float:
        """Add up what the signs of a clue weigh."""
        if len(self) >= KEPT:
            self.clear()
        known = self.weights.get
        weight = self[clue] = sum([known(sign, 0.0) for sign in signs_of(clue)])
        return weight


@cache
def shipped() -> Scale:
    """Return the scale with the weights that ``generator.training`` made."""
    return Scale({sign: float(weight) for sign, weight in rows("signs")})


def likelihoods(options: Sequence[Sequence[Clue]], scale: Scale) -> list[float]:
    """Return the probability of each option by its clues; they sum to 1."""
    weigh = scale.__getitem__
    scores = [sum(map(weigh, clues)) for clues in options]
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [r / total for r in raised]
