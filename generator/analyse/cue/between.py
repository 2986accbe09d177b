"""What stands between a verb of speech and the clause it leads to: a hearer, a day, an occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.word.lexicon import single_cues
from generator.analyse.word.words import (
    ACTORS,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    POSSESSIVE,
    PREPOSITIONS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token

OCCASION = 14  # tokens of where and when something was said
_WHERE = listed("in on at during last this yesterday")
_NO_WHERE = (AUXILIARIES - {"'s"}) | listed(
    "after as until before since because who which whose that where when what how why whether if and or but"
)


def past_hearer(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> int:
    """Step over the one who is told: "the Daily Post", "reporters", "her party"."""
    here = next((n for n in noms if n.first == i), None)
    if here is not None:
        return here.last + 1
    k = i
    if k < len(toks) and toks[k].low in DETERMINERS:
        k += 1
    if k < len(toks) and toks[k].capital:
        while k < len(toks) and toks[k].capital:
            k += 1
        return k
    return k + 1


def past_day(toks: Sequence[Token], i: int) -> int:
    """Step over the day of the saying: "said Thursday he would", "said on Monday the dam was safe"."""
    k = i + 1 if i < len(toks) and toks[i].low == "on" else i
    while k < len(toks) and toks[k].low in CALENDAR:
        k += 1
    if k + 1 < len(toks) and toks[k].low.endswith("ly") and toks[k + 1].low in ACTORS:
        k += 1  # "has said repeatedly he"
    return k if k > i + (toks[i].low == "on" if i < len(toks) else 0) else i


def past_occasion(toks: Sequence[Token], i: int, *, of: bool) -> int:
    """Step over where and when it was said: "said in a statement on Monday she was sure"."""
    if i >= len(toks) or not (toks[i].low in _WHERE or (of and toks[i].low == "of")):
        return i
    for k in range(i + 1, min(len(toks), i + OCCASION)):
        if toks[k].low in ACTORS:
            return i if toks[k - 1].low in PREPOSITIONS else k
        if not (toks[k].word or toks[k].text in POSSESSIVE) or toks[k].low in _NO_WHERE or is_cue(toks[k]):
            return i
    return i


def is_cue(tok: Token) -> bool:
    """Tell whether a word alone is a cue: "in", which begins "in the words of", is none."""
    return tok.low in single_cues()
