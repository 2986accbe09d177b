"""What speaks for words in marks being nobody's statement: a title, a name, a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.weigh.shapes import shape
from generator.analyse.word.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.weigh.aims import Aim
    from generator.analyse.weigh.ranking import Clue

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


def nobody(aim: Aim, earlier: str) -> Iterator[Clue]:
    """Yield what tells of nobody; ``earlier`` is where the marks before stood and what they were."""
    size, case = aim.size, case_of(aim.words.split())
    ending = aim.words[-1:] if aim.words[-1:] in _STOPS else "a"
    yield _words, size, case, aim.context, ending, len(aim.clause.quotes) == 1
    yield _beside, size, case, aim.lead, aim.follow
    yield _since, earlier, aim.lead
    yield from _led(aim, case)
    yield from _ruled(aim)
    if aim.told is not None:
        teller = aim.told.subject
        yield _told, aim.told.rule, size, case, teller is None or teller.name.lower() == "they"


def _words(seen: tuple[int, str, str, str, bool]) -> Iterator[str]:
    """Tell how the words look, and what the sentence tells of a speaker."""
    size, case, context, ending, alone = seen
    yield "nobody"
    yield f"nobody,{size}"
    yield f"nobody,{size},{context}"
    yield f"nobody,{size},{case}"
    yield f"nobody,{context},{case}"
    yield f"nobody,ends={ending},{size > LONG}"
    yield f"nobody,alone={alone},{size}"


def _beside(seen: tuple[int, str, str, str]) -> Iterator[str]:
    """Tell what stands on both sides of the words."""
    size, case, before, after = seen
    yield f"nobody,{size},{before}"
    yield f"nobody,case={case},{before}"
    yield f"nobody,case={case}-{after}"
    yield f"nobody,before={before}"
    yield f"nobody,after={after}"
    yield f"nobody,beside={before},{after}"
    yield f"nobody,beside={before},{after},{size}"


def _since(seen: tuple[str, str]) -> Iterator[str]:
    earlier, before = seen
    yield f"nobody,earlier={earlier},{before}"


def _led(aim: Aim, case: str) -> Iterator[Clue]:
    """Tell what word leads to the marks, of closed lists."""
    if not aim.at:
        return
    toks = aim.clause.sentence.toks
    low = toks[aim.at - 1].low
    yield _leading, shape(toks, aim.at - 2), aim.lead
    if low in _WORKS:
        yield _work, case
    if low in _NAMING:
        yield _naming, low, case
    if low in _LEADS:
        yield _lead, low, case


def _leading(seen: tuple[str, str]) -> Iterator[str]:
    further, before = seen
    yield f"nobody,leads={further},{before}"


def _work(seen: tuple[str]) -> Iterator[str]:
    (case,) = seen
    yield f"nobody,work,{case}"


def _naming(seen: tuple[str, str]) -> Iterator[str]:
    low, case = seen
    yield f"nobody,naming={low}"
    yield f"nobody,naming,{case}"


def _lead(seen: tuple[str, str]) -> Iterator[str]:
    low, case = seen
    yield f"nobody,lead={low},{case}"


def _ruled(aim: Aim) -> Iterator[Clue]:
    """Tell by which pattern and cue somebody may have said the words."""
    choice = aim.choice
    if choice is None:
        return
    yield _rule, choice.rule, aim.size
    if choice.event is not None:
        cue = choice.event.cue.cue
        yield _cue, choice.rule, cue.kind, cue.strength, cue.lemma, aim.size > LONG


def _told(seen: tuple[str, int, str, bool]) -> Iterator[str]:
    """Tell by which pattern the words stand within reported speech."""
    rule, size, case, nameless = seen
    yield f"nobody,told={rule},{size}"
    yield f"nobody,told={rule},{case}"
    yield f"nobody,told={rule},{nameless}"
    yield f"nobody,told={rule},{case},{nameless}"


def _rule(seen: tuple[str, int]) -> Iterator[str]:
    rule, size = seen
    yield f"nobody,rule={rule},{size}"


def _cue(seen: tuple[str, str, int, str, bool]) -> Iterator[str]:
    rule, kind, strength, lemma, long = seen
    yield f"nobody,rule={rule},{kind},{strength}"
    yield f"nobody,cue={lemma},{long}"


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
