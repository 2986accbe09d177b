"""What it tells that two wordings share a word: of "the" little, of what is rare much."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.spelling import spelt
from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

# What it tells that a word is shared: of "the", of "place", of what is met less often.
WEIGHTS = {"grammar": 2, "common": 5}
RARE = 10


@cache
def _weights() -> dict[str, int]:
    return {
        part: WEIGHTS[kind] for kind, line in rows("common") for word in line.split() for part in spelt(word)
    }


def weigh(wording: Iterable[str]) -> tuple[int, ...]:
    """Return what each word of a wording tells when another wording has it too."""
    known = _weights()
    return tuple([known.get(word, RARE) for word in wording])
