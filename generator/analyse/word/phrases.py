"""The words of a noun phrase: where it begins, what may stand inside it, how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.word.lexicon import cue_words, things
from generator.analyse.word.words import ADJECTIVES, DETERMINERS, FUNCTION, POSSESSIVE, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.word.lexicon import Found
    from generator.analyse.word.tokens import Token

ADJECTIVES_MOST = 4  # tokens between an article and its noun
_NO_ADJECTIVE = PREPOSITIONS | FUNCTION


def phrase_start(toks: Sequence[Token], first: int) -> int:
    """Return where the noun phrase begins whose head stands at ``first``: its article or adjectives."""
    i = first
    while i > max(0, first - ADJECTIVES_MOST):
        before = toks[i - 1]
        if before.low in DETERMINERS:
            return i - 1
        if not before.word or before.capital or before.low in _NO_ADJECTIVE:
            break
        if "-" not in before.text and before.low not in ADJECTIVES:
            break
        i -= 1
    return i


def words_of(toks: Sequence[Token], first: int, last: int) -> str:
    """Return the words of tokens ``first`` to ``last`` as they stand, spaces as in print."""
    if first == last:
        return toks[first].text
    words = " ".join([t.text for t in toks[first : last + 1]])
    return words.replace(" ’s", "’s").replace(" 's", "'s").replace(" .", ".").replace(" ,", ",")


def may_part(tok: Token) -> bool:
    """Tell whether a word may stand between a state and its office: no function word, no verb of speech."""
    if tok.text in POSSESSIVE or tok.capital:
        return True
    return tok.word and tok.low not in FUNCTION and tok.low not in cue_words()


def light(tok: Token) -> bool:
    """Tell whether a word is an article, an adjective or a compound."""
    return tok.low in DETERMINERS or "-" in tok.text or tok.low in ADJECTIVES


def personal(toks: Sequence[Token], name: Found) -> bool:
    """Tell whether capitals can be a person's name by their last word."""
    last = toks[name.last].text
    return last not in things() and last.rstrip("s") not in things()


def explains(between: Sequence[Token]) -> bool:
    """Tell whether only a noun phrase stands between a comma and an office."""
    return all(t.capital or t.text in POSSESSIVE or light(t) for t in between)


def is_party(toks: Sequence[Token], i: int) -> bool:
    """Tell a party and a state behind a name: "(D-Ohio)", ", R-Ky."."""
    text = toks[i].text
    return text[1:2] == "-" and text[0].isupper() and text[2:3].isupper() and toks[i - 1].text in ("(", ",")
