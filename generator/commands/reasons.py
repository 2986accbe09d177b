"""Weights of signs -> what they tell, in words for people: which spoke for somebody, which against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.analyse.weigh.witness import Standing

LEAST = 0.3  # what a group of signs must weigh to be told
MOST = 3  # reasons that are told of one side
THOUGH = 1.0  # what must speak for the other side to be told

Sums = dict[str, float]


@dataclass(frozen=True, slots=True)
class Reason:
    """What some signs tell of somebody, and what they weigh together."""

    words: str
    weight: float

    def __str__(self) -> str:
        """Return it as the sheet has it: "the nearest name +0.9"."""
        return f"{self.words} {'+' if self.weight > 0 else '−'}{abs(self.weight):.1f}"


@cache
def sign_words() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return the patterns of signs in order, each with its group and its words."""
    return tuple((re.compile(sign), group, words) for sign, group, words in rows("sign_words"))


@cache
def told(sign: str) -> tuple[str, str]:
    """Return the group of a sign and what it says in words; a sign that is not known tells nothing."""
    return next(((g, words) for p, g, words in sign_words() if p.fullmatch(sign)), ("", ""))


def comparison(a: Standing, b: Standing) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """Return what tells ``a`` from ``b``: what speaks for a, what against b, what the other way about."""
    ours, theirs = sums(a.weights), sums(b.weights)
    good: list[Reason] = []
    bad: list[Reason] = []
    though: list[Reason] = []
    for group in dict.fromkeys([*ours, *theirs]):
        x, y = ours.get(group, 0.0), theirs.get(group, 0.0)
        if x - y >= LEAST:
            side, who, more = (good, a, 1) if x + y >= 0 else (bad, b, -1)
            side += _reason(who, group, more, abs(x - y))
        elif y - x >= THOUGH:
            though += _reason(b, group, 1, y - x) if x + y >= 0 else _reason(a, group, -1, y - x)
    return most(good), most(bad), most(though)


def speaking(who: Standing, more: int) -> list[Reason]:
    """Return what speaks for somebody (1) or against (-1), whoever else there is."""
    found = [(g, w) for g, w in sums(who.weights).items() if w * more >= LEAST]
    return most([r for g, w in found for r in _reason(who, g, more, abs(w))])


def nobodys(weights: Mapping[str, float]) -> list[Reason]:
    """Return why words in marks are nobody's statement."""
    return most(
        [
            Reason(words, w)
            for g, w in sums(weights).items()
            if w >= LEAST and (words := _words(weights, g, 1))
        ]
    )


def most(found: Iterable[Reason]) -> list[Reason]:
    """Return the reasons that weigh most."""
    return sorted(found, key=lambda r: -abs(r.weight))[:MOST]


def sums(weights: Mapping[str, float]) -> Sums:
    """Return what each group of signs weighs."""
    out: Sums = {}
    for sign, weight in weights.items():
        group = told(sign)[0]
        out[group] = out.get(group, 0.0) + weight
    return out


def reported(rule: str, cue: str | None) -> str:
    """Return by what a stretch of reported speech was found."""
    return with_cue(told(f"reported={rule}")[1], cue)


def with_cue(words: str, cue: str | None) -> str:
    """Put the verb of speech into words that tell of it."""
    return words.replace("{cue}", f"“{cue}”" if cue else "a verb of speech")


def _reason(who: Standing, group: str, more: int, weight: float) -> list[Reason]:
    words = _words(who.weights, group, more)
    return [Reason(with_cue(words, who.cue), weight * more)] if words else []


def _words(weights: Mapping[str, float], group: str, more: int) -> str:
    """Return the words of the sign of a group that weighs most in one direction."""
    signs = [s for s in weights if told(s)[0] == group and told(s)[1]]
    return told(max(signs, key=lambda s: weights[s] * more))[1] if signs else ""
