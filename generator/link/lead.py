"""The wording in which a statement is told: of those as full as the fullest, the one that most outlets print.

What differs may be a word, a spelling ("air space") or the capitals of a headline: what one outlet has
alone does not lead. Of equals it is the longest, then the earliest. The words are chosen first, without
case and points, then how they are written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.text import bare

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
    words = _most_printed(full, outlet, lambda item: " ".join(_WORD.findall(bare(item.quote.text))))
    return _most_printed(words, outlet, lambda item: item.quote.text.strip(_ENDS))[0]


def _most_printed(
    items: Sequence[Item], outlet: Callable[[str], str], written: Callable[[Item], str]
) -> list[Item]:
    """Return the items that are ``written`` as most outlets write it, the earliest first."""
    alike: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.rank[1:]):
        alike.setdefault(written(item), []).append(item)
    return max(alike.values(), key=lambda some: (len({outlet(i.article) for i in some}), _letters(some[0])))


def _letters(item: Item) -> int:
    return sum(map(len, _WORD.findall(item.quote.text)))
