"""The thing that a verb of speech leads to: "called the raid a crime", "criticised the plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.cues import Mood
from generator.analyse.cue.extents import end_of_thing
from generator.analyse.cue.verbs import after
from generator.analyse.word.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.word.stretches import Found
    from generator.analyse.word.tokens import Token

_PRONOUNS = listed("him her it them us me himself herself")
_ONE = listed("he she it")
_OPEN = ("$", "£", "€", "#", "@", "(", "[")
_NO_THING = PREPOSITIONS | ADVERBS | AUXILIARIES
_NAMED = DETERMINERS | listed("too not")


def thing(sentence: Sentence, event: Event) -> Found | None:
    """Return the thing a verb leads to, None where there is none or nobody names it."""
    toks, start = sentence.toks, after(event)
    if event.mood is Mood.PASSIVE or event.inverted or start >= len(toks):
        return None
    if Frame.OBJECT not in frames(event.cue.cue) or _is_helped(toks, event):
        return None
    if not toks[start].word and toks[start].quote < 0 and toks[start].text not in _OPEN:
        return None  # "that he had warned against – an argument": what stands behind a sign is no object
    end = end_of_thing(sentence, event, start)
    if not any(t.quote >= 0 for t in toks[start : end + 1]) and not _is_thing(sentence, event, start):
        return None
    return ((start, end),), "object"


def _is_helped(toks: Sequence[Token], event: Event) -> bool:
    """Tell a verb without the ending that one alone would give it: "helped Norway defend its ports"."""
    subject, word = event.subject, event.cue.words[0]
    if subject is None or word != event.cue.cue.lemma.split()[0]:
        return False
    if toks[event.first - 1].low in AUXILIARIES:
        return False
    if subject.sort == "pronoun":
        return subject.name.lower() in _ONE
    return subject.sort in ("person", "actor") and not subject.name.endswith("s")


def _is_thing(sentence: Sentence, event: Event, start: int) -> bool:
    """Tell whether a thing stands behind a verb, and its name behind "call": "called him a liar"."""
    toks = sentence.toks
    if event.subject is None or not toks[start].word or toks[start].low in _NO_THING:
        return False
    if toks[start].low.endswith("ly") and start + 1 < len(toks) and toks[start + 1].low in PREPOSITIONS:
        return False  # "reported daily to the port"
    if event.cue.cue.lemma != "call":
        return True
    held = next((n for n in sentence.noms if n.first == start), None)
    if held is not None or toks[start].low in _PRONOUNS:
        named = (held.last if held else start) + 1
    else:
        named = start + 2 if toks[start].low in DETERMINERS else len(toks)
    return named < len(toks) and toks[named].low in _NAMED
