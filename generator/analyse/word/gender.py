"""Whether "he" or "she" is meant: by honorifics, given names, and nouns that tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.word.words import listed
from generator.knowledge.tables import rows
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

MALE, FEMALE = "male", "female"
PRONOUNS = {"he": MALE, "his": MALE, "him": MALE, "she": FEMALE, "her": FEMALE}
_MEN = listed(
    "mr mister sir lord herr monsieur señor senor signor don baron earl viscount duke king prince emperor"
    " monk friar sheikh emir his man boy father dad grandfather son grandson brother uncle nephew husband"
    " widower groom boyfriend actor waiter host heir hero gentleman guy"
)
_WOMEN = listed(
    "mrs ms miss mme madame frau dame lady señora senora signora baroness countess duchess queen princess"
    " empress nun sheikha her woman girl mother mum mom grandmother daughter granddaughter sister aunt niece"
    " wife widow bride girlfriend actress waitress hostess heiress heroine headmistress"
)
_NO_MAN = listed("human german roman ottoman norman shaman spokesman chairman")  # the last two women bear too


@cache
def _given() -> dict[str, str]:
    return {bare(name): sex for sex, _, names in rows("givennames") for name in names.split()}


def of_word(word: str) -> str | None:
    """Return the sex that a noun or an honorific tells: "widow", "Mr", "spokeswoman"."""
    if word in _WOMEN or word.endswith(("woman", "women")):
        return FEMALE
    if word in _MEN or (word.endswith("man") and word not in _NO_MAN and len(word) > len("man")):
        return MALE
    return None


def of_words(words: Iterable[str]) -> str | None:
    """Return the sex that the last telling word of several tells."""
    told = [sex for word in words if (sex := of_word(word))]
    return told[-1] if told else None


def of_name(name: str) -> str | None:
    """Return the sex that a full name's first given name tells; of one word, where that is a given name."""
    for word in bare(name).replace("’", "'").split():
        if len(word.rstrip(".")) > 1:
            return _given().get(word) or _given().get(word.split("-")[0])
    return None


def is_given(word: str) -> bool:
    """Tell whether a word is a given name."""
    return bare(word) in _given()
