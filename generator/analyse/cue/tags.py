"""Verbs that are cues only right beside words in marks: “The dam is shut,” corrects Ada Berg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.word.words import ADVERBS, CALENDAR, CLOSING, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event
    from generator.analyse.word.tokens import Token

_BEHIND = PREPOSITIONS | ADVERBS | CALENDAR | listed("who and but when as while")
_SIGNS = (",", "?", "!", "…", "-", "–", "—")


def is_tag(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether nothing but a verb and its subject stands beside words in marks.

    Behind them a sign has to part both, for “Winter Keys” opens in May; before them, a colon, or a comma
    where no others stand before: “We go,” she said, and she wept, “now.”
    """
    if event.subject is None or event.mood != "finite":
        return False
    return _is_behind(toks, event) or _is_before(toks, event)


def _is_behind(toks: Sequence[Token], event: Event) -> bool:
    at, after = min(event.begin, event.first) - 1, max(event.end, event.last) + 1
    if at < 0:
        return False
    ends = toks[at].quote >= 0 and toks[at].text.rstrip(CLOSING)[-1:] in _SIGNS
    parted = at > 0 and toks[at].text in _SIGNS and toks[at - 1].quote >= 0
    if not (ends or parted):
        return False
    if after >= len(toks) or not toks[after].word:
        return True
    return toks[after].low in _BEHIND or toks[after].low.endswith("ly")


def _is_before(toks: Sequence[Token], event: Event) -> bool:
    k = event.last + 1
    if k + 1 >= len(toks) or toks[k + 1].quote < 0:
        return False
    return toks[k].text == ":" or (toks[k].text == "," and toks[k + 1].quote == 0)
