"""What a phrase gives as somebody's: "according to the port, the dam has burst"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.extents import last_word
from generator.analyse.word.stretches import has_verb, past_dateline
from generator.analyse.word.words import AUXILIARIES, CONNECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event
    from generator.analyse.word.stretches import Found
    from generator.analyse.word.tokens import Token

SOURCE = 24  # tokens of a source's name; a poll has long ones
_OPENED = 2  # tokens before a phrase that still opens its sentence: "But, according to"
_BEGINS = (":", ";")


def by_source(toks: Sequence[Token], event: Event) -> Found | None:
    """Return what stands behind a phrase that opens a sentence, else what stands before it.

    Both where nothing before it is a clause: "The harbour, according to the mayor, is closed".
    """
    before = toks[event.first - 1] if event.first else None
    comma = _past_name(toks, max(event.end, event.last))
    if _opens(toks[: event.first]):
        return (((comma + 1, last_word(toks)),), "source") if comma is not None else None
    if before is None or (event.cue.cue.lemma == "per" and before.text != ","):  # "ten euros per head"
        return None
    said = (past_dateline(toks), event.first - (2 if before.text in (",", "—", "–") else 1))
    if comma is not None and before.text == "," and comma + 1 < len(toks) and not has_verb(toks, said):
        return (said, (comma + 1, last_word(toks))), "source"
    return (said,), "source"


def _opens(before: Sequence[Token]) -> bool:
    """Tell whether a phrase opens its sentence, or what stands behind a colon."""
    if not before or before[-1].text in _BEGINS:
        return True
    return len(before) <= _OPENED and before[0].low in CONNECT


def _past_name(toks: Sequence[Token], i: int) -> int | None:
    """Return the comma that closes the name of a source, and what explains it."""
    commas = [k for k in range(i, min(len(toks) - 1, i + SOURCE)) if toks[k].text == ","]
    if len(commas) > 1 and toks[commas[1] + 1].low in AUXILIARIES:
        return commas[1]
    return commas[0] if commas else None
