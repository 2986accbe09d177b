"""Weights of signs -> how likely each candidate is: a log-linear model, in plain Python."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@cache
def shipped() -> Mapping[str, float]:
    """Return the weights that ``analyse.training`` made."""
    return {sign: float(weight) for sign, weight in rows("signs")}


def likelihoods(options: Sequence[Iterable[str]], weights: Mapping[str, float]) -> list[float]:
    """Return the probability of each option by its signs; they sum to 1."""
    get = weights.get
    scores = [sum(get(sign, 0.0) for sign in signs) for signs in options]
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [r / total for r in raised]
