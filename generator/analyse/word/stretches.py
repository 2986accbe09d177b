"""Runs of tokens that may have been said: how many words they have, whether they are a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.word.words import AUXILIARIES, PASTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.word.tokens import Token

DATELINE = 12  # tokens of a place, a day, an agency
_DASHES = ("—", "–", "-")

Stretch = tuple[int, int]  # first and last token
Found = tuple[tuple[Stretch, ...], str]  # what was said, and the rule


def words(toks: Sequence[Token], s: Stretch) -> int:
    """Return how many words a stretch has, those in marks among them."""
    return sum(len(t.text.split()) if t.quote >= 0 else t.word for t in toks[s[0] : s[1] + 1])


def is_quoted(toks: Sequence[Token], s: Stretch) -> bool:
    """Tell whether nothing of a stretch stands outside of marks."""
    return all(t.quote >= 0 or not t.word for t in toks[s[0] : s[1] + 1])


def has_verb(toks: Sequence[Token], s: Stretch) -> bool:
    """Tell whether a stretch has a verb that can be known by its form."""
    return any(t.low in AUXILIARIES or t.low in PASTS or t.low.endswith("ed") for t in toks[s[0] : s[1] + 1])


def past_dateline(toks: Sequence[Token]) -> int:
    """Step over the place and the agency before a story: "HARWICK (CNS) — The dam has burst"."""
    if not toks[0].text.isupper():
        return 0
    return next((k + 1 for k in range(1, min(len(toks), DATELINE)) if toks[k].text in _DASHES), 0)
