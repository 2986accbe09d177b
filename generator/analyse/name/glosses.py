"""What a sentence tells of a person beside the name: "Ada Berg, 43, a mother of two", "his wife, Ada"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.word import gender
from generator.analyse.word.words import DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token

LONGEST = 12  # tokens of an apposition that are looked at
_ENDS = PREPOSITIONS | listed(", ; . and who which whose that or -")


@dataclass(frozen=True, slots=True)
class Gloss:
    """What stands beside a name: the heads of its appositions, the age, the sex that all this tells."""

    nouns: tuple[str, ...] = ()
    age: str | None = None
    sex: str | None = None


def gloss(toks: Sequence[Token], n: Nominal) -> Gloss | None:
    """Return what a sentence tells of the person at a nominal, None where that is nothing."""
    before = _before(toks, n) if n.first and not toks[n.first - 1].capital else None
    nouns = [before] if before else []
    age, k = None, n.last + 1
    if k < len(toks) and toks[k].text in (",", "("):
        age, k = _age(toks, k)
        nouns += _behind(toks, k)
    if not nouns and age is None:
        return None
    return Gloss(tuple(nouns), age, gender.of_words(nouns))


def _before(toks: Sequence[Token], n: Nominal) -> str | None:
    """Return the noun that a name explains: "her son John Holm", "the heckler, John Holm,"."""
    k = n.first - 1
    if k > 0 and toks[k].text == ",":
        k -= 1
        if not any(t.low in DETERMINERS for t in toks[max(0, k - 3) : k]):
            return None
    told = k > 0 and toks[k].word and not toks[k].capital and gender.of_word(toks[k].low)
    return toks[k].low if told else None


def _age(toks: Sequence[Token], k: int) -> tuple[str | None, int]:
    """Return the age that stands at token ``k``, and where to go on: ", 43," "(43)"."""
    if k + 1 < len(toks) and is_age(toks[k + 1].text):
        return toks[k + 1].text, k + 2
    return None, k


def is_age(word: str) -> bool:
    """Tell whether a word may be somebody's age."""
    return word.isdigit() and len(word) == 2  # noqa: PLR2004 - two digits


def _behind(toks: Sequence[Token], k: int) -> Iterator[str]:
    """Yield the heads of an apposition that begins at the comma ``k``: ", a mother of two and a farmer,"."""
    if k + 1 >= len(toks) or toks[k].text != ",":
        return
    if toks[k + 1].low not in DETERMINERS and gender.of_word(toks[k + 1].low) is None:
        return
    end = min(len(toks), k + 1 + LONGEST)
    fresh = True
    for i in range(k + 1, end):
        tok = toks[i]
        if tok.quote >= 0 or tok.text in (",", ".", ";"):
            return
        if tok.low == "and":
            fresh = True
        after = toks[i + 1] if i + 1 < len(toks) else None
        if fresh and tok.word and (after is None or after.low in _ENDS):
            yield tok.low
            fresh = False
