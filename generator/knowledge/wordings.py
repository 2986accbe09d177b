"""The wordings of boilerplate, why each rule cuts, and the names of agencies, made ready once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.knowledge.tables import rows

# A group that keeps what it finds hides from the engine with which sign it begins: where no group of the
# openings keeps anything, all that fail are passed over at once, in 4 µs for a line and not in 19.
_GROUP = re.compile(r"(\[(?:\\.|[^\]])*\]|\\.)|\((?!\?)")


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of what surrounds a story.

    One of ``words`` stands in every text that ``pattern`` fits; there are none where it begins a block.
    """

    kind: str
    strength: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def wordings() -> tuple[Wording, ...]:
    """Return every wording in the order of the table."""
    return tuple(
        Wording(kind, strength, tuple(words.split("; ")) if words else (), compiled(pattern))
        for kind, strength, words, pattern in rows("boilerplate")
    )


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose groups keep nothing of what they find."""
    return re.compile(_GROUP.sub(lambda found: found[1] or "(?:", pattern))


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
