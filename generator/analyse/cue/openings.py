"""Where what somebody is said to have said begins: behind "that", "whether", "to", or at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.bare import without_that
from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.cues import Mood
from generator.analyse.cue.verbs import after, is_verb
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.analyse.cue.bare import Opening
    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.word.tokens import Token

FAR = 14  # tokens between a verb and its "that": a hearer, a day, a place
ASIDE = 24  # and where a comma parts them
HEARER = 9  # tokens between a verb and what its hearer is to do
_IS = listed("'s is was")
_HEARD = listed(  # by somebody who is not named: "is said to have left", "was asked to go"
    "say report believe think expect allege estimate rumour claim ask urge advise warn"
)
_ASKED = listed("whether if how why what who whom which where when")
_TOLD = listed("whether how why what")
_BEHIND = listed("whose which")
_VERBS = AUXILIARIES - {"'s"}
_NO_INFINITIVE = DETERMINERS | PREPOSITIONS | listed("him them me us it you")
_PARTS = AUXILIARIES | PRONOUNS | listed(", as when if for that")
_NOT = listed("not never")
_NO_THAT = listed("than of like all after before for with about")
_ADJUNCT = PREPOSITIONS | ADVERBS | CALENDAR | listed("yesterday today tonight tomorrow this last ,")
_STOPS = listed(", ; : ( — – - ― that who which whose whom where but")


def opening(sentence: Sentence, event: Event) -> Opening | None:
    """Return where the words begin that a cue leads to, None where it leads to none."""
    return opening_of_verb(sentence, event) if is_verb(sentence.toks, event) else None


def opening_of_verb(sentence: Sentence, event: Event) -> Opening | None:
    """Return the same for a cue of which is known that it is a verb."""
    if after(event) >= len(sentence.toks):
        return None
    takes = frames(event.cue.cue)
    for rule in _RULES:
        found = rule(sentence, event, takes)
        if found is not None:
            return found
    return None


def _with_that(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if Frame.THAT not in takes:
        return None
    comma = False
    for k in range(i, min(len(toks), i + ASIDE)):
        tok = toks[k]
        if tok.low == "that":
            opens = k == i or (toks[k - 1].text == ",") is comma
            if k + 1 < len(toks) and toks[k + 1].low in _IS:  # "that's not true"
                return (k, "bare") if k == i else None
            return (k + 1, "that") if opens and _leads_to(toks, i, k, takes) else None
        comma = comma or tok.text == ","
        if tok.text in (";", ":") or tok.quote >= 0 or (k - i >= FAR and not comma):
            return None
        if tok.low in _VERBS and not (comma or tok.capital):  # "in May" is no auxiliary
            return None
    return None


def _leads_to(toks: Sequence[Token], i: int, that: int, takes: frozenset[Frame]) -> bool:
    """Tell whether no thing stands between a verb and its "that": not "wrote the book that made him"."""
    if that == i:
        return True
    if toks[that - 1].low in _NO_THAT or (that + 1 < len(toks) and toks[that + 1].low.endswith("ed")):
        return False
    return Frame.HEARER in takes or toks[i].low in _ADJUNCT or toks[i].low.endswith("ly")


def _with_whether(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if Frame.WHETHER not in takes:
        return None
    asks = event.cue.cue.kind == "ask"
    far = FAR if asks or Frame.HEARER in takes else 1
    for k in range(i, min(len(toks), i + far)):
        if toks[k].low in (_ASKED if asks else _TOLD) or _asks_behind(toks, k):
            return k, "whether"
        if toks[k].text in _STOPS or toks[k].quote >= 0 or toks[k].low in AUXILIARIES or toks[k].low == "to":
            return None
    return None


def _asks_behind(toks: Sequence[Token], k: int) -> bool:
    """Tell whether a question begins with a preposition: "reminded them in whose name he spoke"."""
    return toks[k].low in PREPOSITIONS and k + 1 < len(toks) and toks[k + 1].low in _BEHIND


def _with_infinitive(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if event.mood is Mood.PASSIVE:
        heard = event.cue.cue.lemma in _HEARD and event.subject is None and _is_infinitive(toks, i)
        return (i, "infinitive") if heard else None
    if Frame.INFINITIVE in takes and _is_infinitive(toks, i + 1 if toks[i].low in _NOT else i):
        return i, "infinitive"
    if Frame.HEARER_TO in takes and toks[i].quote < 0 and toks[i].low not in _NOT:  # "asked not to be named"
        to = next((k for k in range(i, min(len(toks), i + HEARER)) if toks[k].low == "to"), None)
        if to is not None and _is_infinitive(toks, to) and not any(t.low in _PARTS for t in toks[i + 1 : to]):
            return i, "infinitive"
    return None


def _is_infinitive(toks: Sequence[Token], to: int) -> bool:
    if to + 1 >= len(toks) or toks[to].low != "to":
        return False
    verb = toks[to + 1]
    return verb.quote >= 0 or (verb.word and verb.text[0].islower() and verb.low not in _NO_INFINITIVE)


_RULES: tuple[Callable[[Sentence, Event, frozenset[Frame]], Opening | None], ...] = (
    _with_that,
    _with_whether,
    _with_infinitive,
    without_that,
)
