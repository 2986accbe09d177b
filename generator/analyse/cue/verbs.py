"""How a verb of speech stands: as a verb at all, denied or supposed, before its subject or behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.cues import Mood
from generator.analyse.word.lexicon import single_cues
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    CLOSING,
    DETERMINERS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event
    from generator.analyse.word.tokens import Token

SURE = 2  # the strength of a cue that needs no more evidence
NAME = 8  # tokens of a name, or of what tells who somebody is
_NOT = listed("not never cannot")
_IF = listed("if unless whether")
_SHOULD = listed("should must can could may might would cannot ought")
_INSIDE = (".", "'s")  # signs inside a name
_TURNED = listed("a an one former")
_VERBS = AUXILIARIES - {"'s"}  # which is more often a possessive
_GROUP = AUXILIARIES | ADVERBS | _NOT
_BEHIND = PREPOSITIONS | ADVERBS | CALENDAR | listed("who and when as")


def after(event: Event) -> int:
    """Return the token after cue and subject."""
    return event.end + 1


def is_verb(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether a cue stands as a verb that tells of something said: not "the claims that"."""
    cue, word = event.cue.cue, event.cue.words[0]
    if Frame.NOUN in frames(cue) and not word.endswith(("ed", "ing")) and not _beside(toks, event):
        return False
    if event.mood is Mood.PARTICIPLE:
        if cue.kind == "position":  # "those supporting the plan" are meant by it, and say nothing
            return event.subject is not None and event.first > 0 and toks[event.first - 1].text == ","
        return event.subject is not None or cue.strength >= SURE
    return not (group := _group(toks, event.first)) or not any(  # "it should be noted"
        t.low in _SHOULD for t in group
    )


def is_denied(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether somebody is told not to have said it, or only supposed to: "never said", "if she says"."""
    group = _group(toks, event.first)
    if group and any(t.low in _NOT or t.low.endswith("n't") for t in group):
        return True
    begin = min(event.begin, event.first)
    return (begin > 0 and toks[begin - 1].low in _IF) or (begin > 1 and toks[begin - 2].low in _IF)


def _group(toks: Sequence[Token], first: int) -> Sequence[Token]:
    """Return the words that belong to a verb and stand before it: "has never really", "should be"."""
    k = first
    while k and (toks[k - 1].low in _GROUP or toks[k - 1].low.endswith("ly")):
        k -= 1
    return toks[k:first]


def _beside(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether subject and verb stand side by side, adverbs between them at most."""
    k = event.first - 1 - len(_group(toks, event.first))
    if k < 0:
        return False
    if toks[k].low in PRONOUNS:
        return True
    base, not_led = event.cue.words[0] == event.cue.cue.lemma, toks[k].low not in DETERMINERS
    if base and toks[k].low.endswith("s") and toks[k].word:  # "experts note that"
        return True
    subject = event.subject
    if event.last + 2 >= len(toks):  # ", counts by the port show."
        led = toks[_behind_comma(toks, event.first)]
        return led.low.endswith("s") if base else (led.capital or led.low in DETERMINERS) and not_led
    if subject is None or event.inverted or (subject.first and toks[subject.first - 1].low in PREPOSITIONS):
        return False
    return subject.last == k or toks[k].text == ","


def upright(toks: Sequence[Token], event: Event) -> Event:
    """Mend a verb whose clause was taken for its subject: "Ada Berg, the envoy, said the ship had sailed".

    Behind a true subject stands a sign, a preposition or a day.
    """
    if not event.inverted or event.mood is Mood.SOURCE:
        return event
    i = event.end + 1
    behind = i >= len(toks) or not toks[i].word or (toks[i].low in _BEHIND and not _goes_on(toks, i))
    quoted = any(t.quote >= 0 for t in toks[max(0, event.first - 2) : event.first])
    if behind or quoted:
        return event
    return replace(event, inverted=False, subject=None, end=event.last, begin=event.first)


def _goes_on(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a verb follows before a sign: ", said his survey of voters showed it"."""
    if toks[i].low not in PREPOSITIONS:
        return False
    for tok in toks[i : i + 2 * NAME]:
        if not tok.word or tok.low in ("who", "which", "that"):
            return False
        if tok.low in _VERBS or tok.low in PASTS or tok.low in single_cues():
            return True
    return False


def is_turned(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether a subject that is no name stands behind its verb: ", said an official who was there"."""
    k = event.last + 1
    if not event.first or toks[event.first - 1].text != "," or k >= len(toks):
        return False
    if is_explained(toks, event) or not (toks[k].capital or toks[k].low in _TURNED):
        return False
    last = len(toks) - 1
    for i, tok in enumerate(toks[k + 1 : k + 2 * NAME], k + 1):
        if tok.text == "," or tok.low == "who" or (tok.text == "." and i == last):
            return True
        if tok.low in AUXILIARIES or tok.low == "that":
            return False
    return len(toks) <= k + 2 * NAME


def is_explained(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether nothing but who the subject is stands before its verb: "Ada Berg, an envoy, said"."""
    subject = event.subject
    if subject is None or event.inverted or event.begin > 1 or subject.last + 1 >= event.first:
        return False
    return toks[subject.last + 1].text == "," and not any(
        t.low in _VERBS or t.low in PASTS or t.quote >= 0 for t in toks[subject.last + 1 : event.first]
    )


def ends_before(tok: Token) -> bool:
    """Tell whether a comma, or a quotation with its stop inside, stands before a cue or its subject."""
    return tok.text == "," or (tok.quote >= 0 and tok.text.rstrip(CLOSING)[-1:] in (",", "?", "!", "."))


def beginning(toks: Sequence[Token], event: Event) -> int | None:
    """Return where cue and subject begin that stand behind a comma, None where none parts them off."""
    if event.inverted or is_turned(toks, event):
        return event.first if event.first and ends_before(toks[event.first - 1]) else None
    first, subject = _behind_comma(toks, event.first), event.subject
    if subject is not None and subject.last >= first and first < event.first:
        return _past_title(toks, min(first, event.begin))  # "the envoy, Ada Berg," is one phrase
    if subject is None:
        return first if first < event.first else None
    titled = _title(toks, min(event.begin, event.first))
    return _past_title(toks, titled) if titled is not None else None


def _behind_comma(toks: Sequence[Token], verb: int) -> int:
    """Return where the words begin that alone stand between a comma and a verb, else the verb's place."""
    aside = False  # in brackets: "Ada Berg (R-Iowa)"
    for k in range(verb - 1, max(0, verb - 2 * NAME), -1):
        if toks[k].text in ("(", ")"):
            aside = toks[k].text == ")"
        elif ends_before(toks[k]) and not aside:
            return k + 1
        elif (not (toks[k].word or toks[k].low in _INSIDE) or toks[k].low in _VERBS) and not aside:
            break
    return verb


def _past_title(toks: Sequence[Token], first: int) -> int:
    """Step back to the marks in “We sail,” the harbour master, Ann Doe, said."""
    for k in range(first - 1, max(-1, first - 2 * NAME), -1):
        if toks[k].quote >= 0 and ends_before(toks[k]):
            return k + 1
        if toks[k].quote >= 0 or toks[k].low in _VERBS:
            break
    return first


def _title(toks: Sequence[Token], first: int) -> int | None:
    """Step back over what belongs to a name: "the port's Director of Works, Ada Berg,"."""
    for k in range(first, max(0, first - 2 * NAME), -1):
        if ends_before(toks[k - 1]):
            return k
        if not toks[k - 1].capital and toks[k - 1].low not in ("the", "of", "for", "'s", "and"):
            return None
    return None
