"""What stands before a cue, or on both its sides: "The dam, she said, is safe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.cues import Mood
from generator.analyse.cue.extents import end_of
from generator.analyse.cue.verbs import SURE, after, beginning, is_explained, is_turned
from generator.analyse.word.stretches import has_verb, is_quoted, past_dateline, words
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    CONNECT,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.word.stretches import Found, Stretch
    from generator.analyse.word.tokens import Token

LEAST = 3  # words of a clause
TAIL = 8  # tokens that may follow a cue at the end of its sentence: a day, a place
PLACE = 8  # tokens of where something was said
_LEADS_IN = listed("asked pressed questioned speaking")  # "Asked whether they would sail, she said …"
_WHERE = listed("in on at during")
_FINDINGS = listed("show find")  # "the records show", "the poll found"
_TAILS = PREPOSITIONS | ADVERBS | CALENDAR | listed("this last when reporters . ? ! ; :")
_OF_THINGS = listed("to about of for with")  # "joked about the weather": no tail
_TELLERS_OWN = listed("who which whose and but when a an")  # what leads away from what was said
_HANGS = listed("when where which who whose that if and but because though although while since regardless")
_RELATIVE = listed("which who what")  # "that" alone tells nothing
_ALL = listed("all everything anything nothing much most")
_GAP = AUXILIARIES - {"'s"}


def around(sentence: Sentence, event: Event) -> Found | None:
    """Return what stands before a cue between commas, and behind it."""
    toks, cue = sentence.toks, event.cue.cue
    sure = cue.strength >= SURE or cue.lemma in _FINDINGS
    if event.mood is not Mood.FINITE or not sure or not cue.takes_that:
        return None
    rest = _past_place(toks, after(event))
    on = rest + 1 < len(toks) and toks[rest].text == "," and not _is_tellers(toks[rest + 1])
    if event.first < TAIL and "as" in [
        t.low for t in toks[: min(2, event.begin, event.first)]
    ]:  # "As she said,"
        return (((rest + 1, end_of(sentence, event, rest + 1)),), "as") if on else None
    begin = _begins(toks, event)
    if toks[0].low in _LEADS_IN or not begin or toks[begin].low in _HANGS:
        return None
    first = 1 if toks[0].low in CONNECT and begin > LEAST else past_dateline(toks)
    before = (first, begin - 1 if toks[begin - 1].quote >= 0 else begin - 2)
    if not on or begin == event.first:
        closes = _closes(toks, event, before) and not _gives(sentence, before)
        return ((before,), "trailing") if closes else None
    if _is_new(toks[rest + 1]) or (is_quoted(toks, before) and all(t.quote < 0 for t in toks[rest:])):
        return None
    return (before, (rest + 1, end_of(sentence, event, rest + 1))), "around"


def around_that(sentence: Sentence, event: Event, start: int) -> Found | None:
    """Return both sides of a cue whose "that" stands behind a comma: "It is so late, she said, that"."""
    toks = sentence.toks
    if toks[start - 2].text != "," or start - 2 != after(event) or not event.begin:
        return None
    begin = _begins(toks, event)
    if not begin or begin < LEAST or is_quoted(toks, (0, begin - 2)):
        return None
    return ((0, begin - 2), (start - 1, end_of(sentence, event, start))), "around"


def beside_gap(sentence: Sentence, event: Event) -> Found | None:
    """Return what is said of the one a relative clause is of: "a vote which she said was a mistake"."""
    toks, start = sentence.toks, after(event)
    if event.mood is not Mood.FINITE or event.inverted or not event.cue.cue.takes_that:
        return None
    if start + 1 >= len(toks) or toks[start].low not in _GAP or toks[start].capital or not event.first:
        return None
    before, last = min(event.begin, event.first) - 1, toks[event.first - 1].low
    if last in PREPOSITIONS or (_may_be_noun(event) and not _is_plural_verb(event, last)):
        return None
    if before >= 0 and toks[before].low in _ALL:  # "not all she says is true"
        return None
    rest = (start, end_of(sentence, event, start))
    relative = before >= 0 and toks[before].low in _RELATIVE
    return ((((before, before),) if relative else ()) + (rest,)), "gap"


def _may_be_noun(event: Event) -> bool:
    return Frame.NOUN in frames(event.cue.cue) and not event.cue.words[0].endswith("ed")


def _is_plural_verb(event: Event, last: str) -> bool:
    """Tell a verb from a noun: "they hope will", "aides hope will", not "the estimates are"."""
    return last in PRONOUNS or (event.cue.words[0] == event.cue.cue.lemma and last.endswith("s"))


def _begins(toks: Sequence[Token], event: Event) -> int | None:
    return None if is_explained(toks, event) else beginning(toks, event)


def _past_place(toks: Sequence[Token], i: int) -> int:
    """Step over where it was said, if a comma closes that: ", she said in an interview, "."""
    if i >= len(toks) or toks[i].low not in _WHERE:
        return i
    for k in range(i + 1, min(len(toks), i + PLACE)):
        if toks[k].text == ",":
            return k
        if not toks[k].word or toks[k].low in AUXILIARIES:
            break
    return i


def _is_tellers(tok: Token) -> bool:
    """Tell whether words behind a comma belong to the teller: "he said, wiping his face"."""
    return tok.low.endswith("ing") or tok.low in _TELLERS_OWN


def _is_new(tok: Token) -> bool:
    """Tell whether a quotation begins afresh: At noon, she said, “We sail” once more."""
    return tok.quote >= 0 and next((c for c in tok.text if c.isalpha()), "a").isupper()


def _gives(sentence: Sentence, before: Stretch) -> bool:
    """Tell whether words in marks have a cue of their own: “We sail,” she said, the agency reported."""
    marks = [k for k in range(before[0], before[1] + 1) if sentence.toks[k].quote >= 0]
    return bool(marks) and any(marks[0] < e.first <= before[1] for e in sentence.cues)


def _closes(toks: Sequence[Token], event: Event, before: Stretch) -> bool:
    """Tell whether a cue closes what stands before it, and that is a clause: not "In May, he said “No”"."""
    rest = after(event)
    if words(toks, before) < LEAST:
        return False
    if any(t.quote >= 0 for t in toks[rest:]) and not _says_more(toks, rest, before):
        return False
    parts = any(t.text == "," or t.quote >= 0 or t.low in _GAP for t in toks[: before[1] + 1])
    if toks[0].low in PREPOSITIONS and not parts:
        return False
    if rest >= len(toks):
        return True
    if toks[rest].low in _OF_THINGS and event.cue.cue.lemma != "say":
        return False
    behind = event.inverted or is_turned(toks, event) or toks[rest].text == ","
    heard = Frame.HEARER in frames(event.cue.cue) and len(toks) < rest + TAIL
    return behind or heard or toks[rest].low in _TAILS


def _says_more(toks: Sequence[Token], rest: int, before: Stretch) -> bool:
    """Tell whether words in marks go on from what is closed: "The dam leaks, she said: “We must go”"."""
    if rest + 1 < len(toks) and toks[rest + 1].low in ("but", "and"):
        return True
    return toks[rest].text == ":" and toks[0].low not in PREPOSITIONS and has_verb(toks, before)
