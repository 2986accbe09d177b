"""Two halves of one sentence that its teller parts, as in “The nets,” Ada Berg said on Monday, “are torn”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.cues import Mood
from generator.analyse.word.words import AUXILIARIES, CLOSING, PASTS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.clauses import Clause
    from generator.analyse.word.tokens import Token

ASIDE = 26  # tokens between two halves; the longest of 504 articles had 21
_COMMAS = (",", "-", "–", "—", "…")
_OPEN = (*_COMMAS, "?", "!")
_RELATIVE = listed("who whose which where when")
_TURNS = listed("and but while whereas although that because if then")
_VERBS = AUXILIARIES - {"'s"} | PASTS


def is_half(clause: Clause, n: int) -> bool:
    """Tell whether quotation ``n`` of a sentence ends what the one before it began.

    Nothing but who speaks, a verb of speech, when and where stands between them, in commas.
    """
    if n < 1:
        return False
    toks, before, at = clause.sentence.toks, clause.quotes[n - 1], clause.quotes[n]
    between = toks[before + 1 : at]
    if not 2 < len(between) <= ASIDE or between[-1].text not in _COMMAS or not _is_open(toks, before):  # noqa: PLR2004
        return False
    own = [e for e in clause.sentence.cues if before < e.first < at]
    if len(own) != 1 or own[0].mood is not Mood.FINITE or own[0].subject is None:
        return False
    event, subject = own[0], own[0].subject
    inside = before < subject.first and subject.last < at
    turns = between[between[0].text in _COMMAS].low in _TURNS  # ", and she wept,"
    if not inside or turns:
        return False
    further = max(event.end, event.last, subject.last) + 1
    return at - further == 1 or (_is_small(toks[at]) and not _has_more(toks, further, at))


def _is_open(toks: Sequence[Token], at: int) -> bool:
    """Tell whether words in marks do not end as a sentence does, or a comma follows."""
    return toks[at].text.rstrip(CLOSING)[-1:] in _OPEN or toks[at + 1].text in _COMMAS


def _is_small(quote: Token) -> bool:
    """Tell whether words in marks begin as no sentence does; "I" begins both."""
    words = quote.text.lstrip(CLOSING + "„‘.… ")
    return words[:1].islower() or words.replace("’", " ").replace("'", " ").startswith("I ")


def _has_more(toks: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether something else is told between a verb of speech with its subject and the second half."""
    for k in range(start, at):
        if toks[k].low in _RELATIVE:
            return False
        if toks[k].low == "and" and toks[k + 1].capital:  # "in Oslo and Rome"
            continue
        if toks[k].low in _TURNS or toks[k].low in _VERBS or toks[k].text in (":", ";"):
            return True
    return False
