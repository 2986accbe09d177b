"""Nouns that give words as somebody's: "her warning that", "the mayor's promise to", "his point is that"."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.analyse.cue.cues import Event, Mood
from generator.analyse.cue.subjects import to_the_left
from generator.analyse.name.names import Nominal
from generator.analyse.word.lexicon import CueWord
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)
from generator.knowledge.tables import Cue, rows
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.cue.cues import Sentence
    from generator.analyse.word.tokens import Token

_LOW = attrgetter("low")
KIND = "noun"
ADJECTIVES = 3  # words between an owner and a noun: "her first public warning that"
_OWNERS = listed("his her its their")
_BE = (BE | {"'s", "remains", "remained"}) - {t for t in BE if t.endswith("n't")}
_NOT = listed("not never no hardly")
_BEGINS = listed("and but , ; : that — –")
_IS = listed("is was")
_NO_CLAUSE = AUXILIARIES | PASTS
_NO_ADJECTIVE = PREPOSITIONS | AUXILIARIES | PRONOUNS | listed("and or but that which who , ; :")

Opened = tuple[Event, int, str]  # the noun as a cue, the first token of what was said, "that", "to" or "for"


def speech_nouns(sentence: Sentence) -> Iterator[Opened]:
    """Yield the nouns of a sentence that lead to what was said, and where that begins."""
    toks, known = sentence.toks, _frames()
    if known.keys().isdisjoint(map(_LOW, toks)):
        return
    for i, tok in enumerate(toks[:-2]):
        frames = known.get(tok.low)
        found = _opening(toks, i, frames) if frames and not tok.capital else None
        if found is None:
            continue
        first, owner = _owner(sentence, i) if found[1] != "state" else _holder(sentence, i)
        if found[1] not in ("is", "state") and _is_subject(toks, first):
            continue
        start, frame = found
        if owner is None and (frame != "that" or not _is_noun(toks, i) or _is_rejected(sentence, i)):
            continue
        word = (toks[i].low,)
        cue = CueWord(word, Cue(toks[i].low, word, KIND, 1, takes_that=True, takes_obj_inf=False))
        yield Event(i, i, cue, Mood.FINITE, owner, end=i, begin=first), start, frame


def leads_on(toks: Sequence[Token], i: int) -> bool:
    """Tell whether what begins at a token is such a noun with its "that": "claims that it had known"."""
    known = _frames()
    return any(
        t.low in known and toks[k + 1].low == "that"
        for k, t in enumerate(toks[i : min(i + ADJECTIVES + 1, len(toks) - 1)], i)
    )


def _opening(toks: Sequence[Token], i: int, frames: frozenset[str]) -> tuple[int, str] | None:
    behind, then = toks[i + 1].low, toks[i + 2]
    if "state" in frames:
        return (i + 2, "state") if behind == "that" else None
    if behind == "that" and "that" in frames:
        return None if _is_relative(toks, i + 2) else (i + 2, "that")
    if behind == "to" and "infinitive" in frames:
        return (i + 1, "to") if then.word and not (then.low in DETERMINERS or then.capital) else None
    if behind == "for" and "for" in frames:
        return (i + 2, "for") if then.word else None
    if behind in _IS and "is" in frames and then.low == "that":
        return i + 3, "is"
    return None


def _is_relative(toks: Sequence[Token], i: int) -> bool:
    """Tell a thing's own clause from what was said: "claims that were false"."""
    tok = toks[i]
    if tok.low in _NO_CLAUSE or (tok.low.endswith("ed") and not tok.capital):
        return True
    return i + 1 < len(toks) and tok.low in PRONOUNS and toks[i + 1].low in ("made", "had", "has")


def _is_subject(toks: Sequence[Token], first: int) -> bool:
    """Tell whether the phrase of a noun begins a clause: then nothing tells where what was said ends."""
    return first == 0 or toks[first - 1].low in _BEGINS


def _is_noun(toks: Sequence[Token], i: int) -> bool:
    """Tell a noun from the verb of the same letters: "the claims that", not "residents claim that"."""
    k = i - 1
    while k > 0 and k > i - ADJECTIVES and toks[k].word and toks[k].low not in _NO_ADJECTIVE | DETERMINERS:
        k -= 1
    return toks[k].low in DETERMINERS or toks[k].low in PREPOSITIONS


def _is_rejected(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb denies what nobody named has said: "The council rejects claims that"."""
    return any(e.cue.cue.kind == "deny" and 0 < i - e.last <= ADJECTIVES for e in sentence.cues)


def _owner(sentence: Sentence, i: int) -> tuple[int, Nominal | None]:
    """Return where the noun's phrase begins, and whose it is."""
    toks = sentence.toks
    for k in range(i - 1, max(-1, i - 2 - ADJECTIVES), -1):
        tok = toks[k]
        if tok.low in _OWNERS:
            return k, Nominal("pronoun", k, k, Span(tok.start, tok.end), tok.text, possessive=True)
        if tok.low == "'s" or tok.text in ("'", "’"):
            n = next((n for n in sentence.noms if n.possessive and n.last in (k - 1, k)), None)
            return (n.first, n) if n else (k, None)
        if not tok.word or tok.low in _NO_ADJECTIVE or tok.low in DETERMINERS:
            return k, None
    return i, None


def _holder(sentence: Sentence, i: int) -> tuple[int, Nominal | None]:
    """Return who is told to be sure or afraid: "Ada Berg was adamant that"."""
    toks, k = sentence.toks, i - 1
    while k > 0 and (toks[k].low in ADVERBS or toks[k].low.endswith("ly")):
        k -= 1
    if k < 1 or toks[k].low not in _BE or any(t.low in _NOT for t in toks[k:i]):
        return i, None
    n = to_the_left(toks, sentence.noms, frozenset(), k)
    return (n.first, n) if n else (i, None)


@cache
def _frames() -> dict[str, frozenset[str]]:
    found = {}
    for noun, forms, fields in rows("speech_nouns"):
        for form in (noun, *(f for f in forms.split("; ") if f)):
            found[form] = frozenset(fields.split("; "))
    return found
