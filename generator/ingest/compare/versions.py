"""Which saved reports are versions of one: saved twice, or saved again when the outlet had rewritten it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model.article import STORY, CleanText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

VERSION = 0.5  # of the shorter story's letters, and more of its blocks, stand in the other: versions of one


@dataclass(frozen=True, slots=True)
class Saved:
    """A clean text and the outlet that printed it; None where nobody says which."""

    outlet: str | None
    clean: CleanText


def folded(clean: CleanText) -> tuple[str, ...]:
    """Return the words of every block without case; a normalised text has one kind of white space."""
    text = clean.text.casefold()
    if len(text) == len(clean.text):
        return tuple([text[b.span.start : b.span.end] for b in clean.blocks])
    return tuple([b.span.of(clean.text).casefold() for b in clean.blocks])


def families(
    reports: Sequence[Saved], words: Sequence[tuple[str, ...]], shared: Iterable[Sequence[int]]
) -> list[int]:
    """Return for every report a number that it has in common with its versions alone.

    ``words`` are the folded blocks of each report, ``shared`` the reports that have one block in common. Of
    those only reports are compared that stand side by side in the order of their words: there are no more
    such pairs than blocks.
    """
    by_words = sorted(range(len(reports)), key=lambda n: (reports[n].outlet or "", words[n]))
    order = {n: k for k, n in enumerate(by_words)}
    family = list(range(len(reports)))
    weights: dict[int, Mapping[str, int]] = {}
    for a, b in {pair for holders in shared for pair in pairwise(sorted(holders, key=order.__getitem__))}:
        one, other = _root(family, a), _root(family, b)
        if one == other or reports[a].outlet != reports[b].outlet:
            continue
        for n in (a, b):
            weights[n] = weights.get(n) or _weights(reports[n].clean, words[n])
        if _are_versions(weights[a], weights[b]):
            family[max(one, other)] = min(one, other)
    return [_root(family, n) for n in range(len(reports))]


def _root(family: list[int], n: int) -> int:
    while family[n] != n:
        family[n] = n = family[family[n]]
    return n


def _weights(clean: CleanText, words: Sequence[str]) -> dict[str, int]:
    """Return the blocks of the story with their lengths: what was cut makes no report like another."""
    return {key: len(key) for key, block in zip(words, clean.blocks, strict=True) if block.role in STORY}


def _are_versions(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    both = one.keys() & other.keys()
    if len(both) <= VERSION * min(len(one), len(other)):
        return False
    return sum(one[key] for key in both) >= VERSION * min(sum(one.values()), sum(other.values()))
