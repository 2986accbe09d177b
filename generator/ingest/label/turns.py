"""The lines of a transcript that say whose turn it is: no captions, no bylines, no lines that only repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ingest.label.line import is_story
from generator.knowledge.turns import labels_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.label.line import Line

LEAST = 0.3  # of the words of a text's sentences, that stand right behind labels: a page has menus and offers


def turns_in(lines: Sequence[Line], around: str) -> frozenset[int]:
    """Return the lines that are labels or begin with one; ``around``, as a headline, may name speakers."""
    found = labels_in([line.text for line in lines], around)
    if not found:
        return frozenset()
    held = {i + label.alone for i, label in found.items()}
    words = sum(line.words for i, line in enumerate(lines) if i in held or is_story(line))
    return frozenset(found if sum(lines[i].words for i in held) >= LEAST * words else ())
