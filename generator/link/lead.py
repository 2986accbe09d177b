"""The wording in which a statement is told: of those as full as the fullest, the one that most outlets print.

What differs may be a word, a spelling ("air space") or the capitals of a headline: what one outlet has
alone does not lead. The words are chosen first, in one spelling, of equals the longest; then how they are
written, of equals the earliest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.link.evidence import Item

AS_FULL = 0.95  # of the fullest wording's letters: "not" for "never" in ten words, but no word left out
_WORD = re.compile(r"[^\W_]+")
_ENDS = " ,.;:!?"


def lead_of(group: Sequence[Item], outlet: Callable[[str], str]) -> Item:
    """Return the wording that leads; ``group`` begins with the fullest, ``outlet`` names a report's."""
    fullest = group[0]
    if all(item.quote.text == fullest.quote.text for item in group):
        return fullest
    least = AS_FULL * _letters(fullest)
    full = [item for item in group if _letters(item) >= least]
    worded = _alike(full, lambda item: item.wording.line)
    words = max(worded, key=lambda items: (_outlets(items, outlet), _letters(items[0])))
    written = _alike(words, lambda item: item.quote.text.strip(_ENDS))
    return max(written, key=lambda items: _outlets(items, outlet))[0]


def _alike(items: Sequence[Item], key: Callable[[Item], str]) -> list[list[Item]]:
    """Return the items that have one key together, the earliest first."""
    alike: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.rank[1:]):
        alike.setdefault(key(item), []).append(item)
    return list(alike.values())


def _outlets(items: Sequence[Item], outlet: Callable[[str], str]) -> int:
    return len({outlet(item.article) for item in items})


def _letters(item: Item) -> int:
    return sum(map(len, _WORD.findall(item.quote.text)))
