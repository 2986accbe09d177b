"""Whether the words about a day look ahead: "will meet on Monday", "On Monday, the board is to vote"."""

from __future__ import annotations

import re
from enum import Enum, auto

_REACH = 90  # letters that are looked at on either side
_BEGINS = re.compile(r"[.!?;:,“”\"(\n–—]")  # where the clause of a day may begin or end
_LEAD = re.compile(  # what may stand between the beginning of a clause and a day that leads it
    r"[\w’']{0,3}\s*(?:(?:on|by|from|until|till|and|but|then|early|late|the) ?){0,3}\s*", re.IGNORECASE
)
_PLANNED = r"(?:to|due|set|expected|scheduled|planned|likely|about|going)"
_AHEAD = (
    rf"\b(?:will|shall|won['’]t|must|(?:is|are|am|not) {_PLANNED}|(?:plans?|intends?|hopes?|vows?) to)\b"
    r"|['’]ll\b|\bha(?:s|ve) until\b"
    r"|(?<!was )(?<!were )(?<!been )\b(?:due|scheduled|planned|set)(?= (?:on|for|by)\b)"
)
_VERB = re.compile(
    rf"(?P<ahead>{_AHEAD})"
    rf"|\b(?P<doubt>would|could|might|should|may|(?:was|were|been) {_PLANNED})\b"
    r"|\b(?P<back>said|told|says|was|were|had|did|has|have)\b"
)
_PAST = re.compile(
    r"\b(?:\w+ed|took|made|gave|met|went|came|held|began|saw|left|found|wrote|spoke|hit|struck|sent|led|rose"
    r"|fell|won|lost|broke|shot|sought|brought)\b"
)


class Tense(Enum):
    """Where a day lies as the words about it tell."""

    BACK = auto()
    AHEAD = auto()
    DOUBT = auto()


def tense(text: str, start: int, end: int) -> Tense:
    """Judge the day at ``text[start:end]`` by the verbs of its clause, those before it first."""
    before = _clause_before(text[max(0, start - _REACH) : start])
    verbs = [*_VERB.finditer(before)]
    if verbs:
        return _of(verbs[-1])
    after = text[end : end + _REACH].removeprefix(",")
    stop = _BEGINS.search(after)
    after = after[: stop.start()] if stop else after
    verb = _VERB.search(after)
    past = _PAST.search(after)
    if verb is None or verb["back"] or (past and past.start() < verb.start()):
        return Tense.BACK
    # "The attack on Monday will be looked into": the verb behind it goes with a day that leads its clause.
    return _of(verb) if _LEAD.fullmatch(before) else Tense.DOUBT


def _clause_before(text: str) -> str:
    cut = max((m.end() for m in _BEGINS.finditer(text)), default=0)
    return text[cut:]


def _of(verb: re.Match[str]) -> Tense:
    return Tense.AHEAD if verb["ahead"] else Tense.DOUBT if verb["doubt"] else Tense.BACK
