"""What speaks for words in marks being nobody's statement, as signs: a title, a name, a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.shapes import shape
from generator.analyse.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.evidence import Aim

LONG = 3  # words from which a title may hold small ones
TITLE = 8  # words that a title seldom reaches
_WORKS = listed(
    "film movie documentary song album single book novel poem play opera musical painting series show"
    " program programme episode article column essay report memo paper story magazine segment video ad"
)
_NAMING = listed(
    "so-called dubbed titled entitled named nicknamed called headlined labelled labeled termed known deemed"
)
_LEADS = PREPOSITIONS | DETERMINERS
_SMALL = _LEADS | CONJUNCTIONS | listed("is are be not s")
_STOPS = frozenset(".,?!…-")


def nobody(aim: Aim, earlier: str) -> Iterator[str]:
    """Yield the signs of nobody; ``earlier`` is where the marks before stood and what they were."""
    toks, size = aim.clause.sentence.toks, aim.size
    before, after, case = shape(toks, aim.at - 1), shape(toks, aim.after), case_of(aim.words.split())
    ending = aim.words[-1:] if aim.words[-1:] in _STOPS else "a"
    yield "nobody"
    yield f"nobody,{size}"
    yield f"nobody,{size},{aim.context}"
    yield f"nobody,{size},{case}"
    yield f"nobody,{size},{before}"
    yield f"nobody,{aim.context},{case}"
    yield f"nobody,case={case},{before}"
    yield f"nobody,case={case}-{after}"
    yield f"nobody,before={before}"
    yield f"nobody,after={after}"
    yield f"nobody,beside={before},{after}"
    yield f"nobody,beside={before},{after},{size}"
    yield f"nobody,ends={ending},{size > LONG}"
    yield f"nobody,earlier={earlier},{before}"
    yield f"nobody,alone={len(aim.clause.quotes) == 1},{size}"
    yield from _led(aim, case)
    yield from _ruled(aim)


def _led(aim: Aim, case: str) -> Iterator[str]:
    """Tell what word leads to the marks, of closed lists."""
    if not aim.at:
        return
    toks = aim.clause.sentence.toks
    low = toks[aim.at - 1].low
    yield f"nobody,leads={shape(toks, aim.at - 2)},{shape(toks, aim.at - 1)}"
    if low in _WORKS:
        yield f"nobody,work,{case}"
    if low in _NAMING:
        yield f"nobody,naming={low}"
        yield f"nobody,naming,{case}"
    if low in _LEADS:
        yield f"nobody,lead={low},{case}"


def _ruled(aim: Aim) -> Iterator[str]:
    """Tell by which pattern and cue somebody may have said the words."""
    choice = aim.choice
    if choice is None:
        return
    yield f"nobody,rule={choice.rule},{aim.size}"
    if choice.event is not None:
        cue = choice.event.cue.cue
        yield f"nobody,rule={choice.rule},{cue.kind},{cue.strength}"
        yield f"nobody,cue={cue.lemma},{aim.size > LONG}"


def case_of(words: Sequence[str]) -> str:
    """Return how words are written: as a title, as a work's title, with a first capital, small."""
    letters = [w for w in words if w[:1].isalpha()]
    capitals = sum(w[0].isupper() for w in letters)
    if not capitals:
        return "small" if letters else "signs"
    if capitals == len(letters):
        return "Title"
    if len(letters) >= LONG and all(w[0].isupper() or w in _SMALL for w in letters):
        return "Work"
    if letters[0][0].isupper():
        return "Titled" if letters[-1][0].isupper() and len(letters) < TITLE else "First"
    return "mixed"
