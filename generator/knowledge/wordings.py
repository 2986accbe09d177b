"""The wordings of boilerplate, why each rule cuts, and the names of agencies, made ready once."""

from __future__ import annotations

import re
from functools import cache

from generator.knowledge.tables import rows


@cache
def wordings(strength: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (kind, pattern) of every wording of one strength: sure, line, head, tail or part."""
    return tuple((kind, re.compile(pattern)) for kind, s, pattern in rows("boilerplate") if s == strength)


@cache
def furniture() -> dict[str, str]:
    """Return the kinds of boxes on a page by the words that classes and ids have for them."""
    return {word: kind for kind, word in rows("furniture")}


@cache
def reasons() -> dict[str, str]:
    """Return for each rule that leaves a block out one sentence that says why."""
    return {row[0]: row[1] for row in rows("rules")}


@cache
def agencies() -> tuple[str, ...]:
    """Return the names of agencies and picture services."""
    return tuple(row[0] for row in rows("agencies"))
