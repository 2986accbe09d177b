"""What a token, a nominal or a distance looks like, in few classes: the alphabet of the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.word.lexicon import Sort, cue_words
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVE,
    PREPOSITIONS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token

_BOUNDS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
_RELATIVE = listed("who which whose whom that")
_LIGHT_VERBS = listed("put went made gave took used came sent had has says was is were")
_KNOWN = {
    **{sign: sign for sign in ",:;.()?"},
    "!": "?",
    **dict.fromkeys("-–—―", "dash"),
    **dict.fromkeys(ADVERBS, "adverb"),
    **dict.fromkeys(DETERMINERS, "the"),
    **dict.fromkeys(AUXILIARIES, "aux"),
    **{word: word for word in PREPOSITIONS | CONJUNCTIONS | _RELATIVE},
    **dict.fromkeys(POSSESSIVE, "owns"),
}
_BUCKETS = tuple(next(b for b in _BOUNDS if count <= b) for count in range(_BOUNDS[-1] + 1))
_MORE = 99
EDGE = "edge"


def bucket(count: int) -> int:
    """Return the least bound that ``count`` does not pass; below nothing is nothing."""
    return _BUCKETS[max(0, count)] if count < len(_BUCKETS) else _MORE


def shape(toks: Sequence[Token], i: int) -> str:
    """Return the class of the token at ``i``: a preposition or conjunction is its own class."""
    if i < 0 or i >= len(toks):
        return EDGE
    tok = toks[i]
    if tok.quote >= 0:
        return "quote"
    return _KNOWN.get(tok.low) or (_of_word(tok) if tok.word else "sign")


def _of_word(tok: Token) -> str:
    """Return the class of a word that is in no list: by its letters alone."""
    if tok.capital:
        return "Capital"
    low = tok.low
    if low.endswith("ly"):
        return "adverb"
    if low in cue_words():
        return "cue"
    if low.endswith("ed") or low in _LIGHT_VERBS:
        return "ed"
    if low.endswith("ing"):
        return "ing"
    return "s" if low.endswith("s") else "word"


def sort_of(n: Nominal) -> str:
    """Return the form of a nominal: "he", "person-full", "person-one", "actor" ..."""
    if n.sort == "pronoun":
        return n.name.lower()
    if n.sort == "person":
        if " " in n.name:
            return "person-full"
        return "person-caps" if n.name.isupper() else "person-one"
    if n.sort == "actor" and n.entry in (Sort.DEMONYM, Sort.BODY_NOUN):
        return str(n.entry)
    return n.sort


def same(a: Nominal | None, b: Nominal) -> bool:
    """Tell whether two nominals of a sentence are one: descriptions may begin earlier or later."""
    return a is not None and a.last == b.last
