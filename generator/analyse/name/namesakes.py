"""Two names of one person: which words of a name count, and whether one name is another's short form."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.analyse.word.gender import is_given
from generator.analyse.word.lexicon import things
from generator.analyse.word.words import listed
from generator.model.text import latin

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST_ACRONYM = 6
LONG = 3  # words of a full name; one of more may be two names, or a headline
_HONOURS = listed("kc qc mp msp obe mbe cbe phd esq")  # behind a name
_GENERATIONS = listed("jr sr ii iii iv")
_JOINED = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "St", "Al", "El")
_ARTICLES = ("al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "az-")  # of Arabic names


@lru_cache(maxsize=8192)
def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, without suffixes and Arabic articles."""
    first, _, rest = name.partition(" ")
    if rest and first in things() and not is_given(first):
        name = rest  # "Democrats Berg and Quell"
    words = latin(name).replace(".", " ").replace(",", " ").replace("’", "'").split()
    while len(words) > 1 and (words[-1] in _HONOURS or words[-1] in _GENERATIONS):
        words.pop()
    return tuple(_bared(word) for word in words)


def _bared(word: str) -> str:
    return next((word[len(a) :] for a in _ARTICLES if word.startswith(a)), word)


@lru_cache(maxsize=8192)
def generation_of(name: str) -> str | None:
    """Return what tells a son from his father: "jr" of "John Doe Jr."."""
    last = name.rpartition(" ")[2].lower().rstrip(".")
    return last if last in _GENERATIONS else None


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether, of two names with one last word, one is the other's end or lacks its middle: "J. Doe"."""
    x, y = (a, b) if len(a) <= len(b) else (b, a)
    if len(x) < 2 or y[-len(x) :] == x:  # noqa: PLR2004 - one word: those compared end in the same
        return True
    return x[0] == y[0] or (len(x[0]) == 1 and y[0].startswith(x[0]))


def plain(name: str, others: Container[str]) -> str:
    """Return a name without what leads to it: "Ada Berg" of "Liberal Ada Berg", where others have it so."""
    words = name.split()
    if len(words) <= LONG and (is_given(words[0]) or words[0].endswith(".")):
        return name
    for k in range(1, len(words) - 1):
        shorter = " ".join(words[k:])
        led = any(w in things() for w in words[:k])
        if is_given(words[k]) and (led or shorter in others):
            return shorter
    return name


def is_acronym(name: str) -> bool:
    """Tell whether a name ends in letters that stand for words: "NFU"; nobody is called so."""
    name = name.rpartition(" ")[2].replace(".", "")
    if name.lower() in _GENERATIONS or name.lower() in _HONOURS:
        return False
    return 1 < len(name) <= LONGEST_ACRONYM and name.isalpha() and name.isupper()


def is_brand(name: str) -> bool:
    """Tell whether one word is written as firms and sites are: "FerryNet", "marrow.com", not "McCrae"."""
    if " " in name or not name.isascii():
        return False
    if "." in name[1:-1] and name[-1].isalpha():
        return True
    inner = any(a.islower() and b.isupper() for a, b in pairwise(name))
    return inner and not name.startswith(_JOINED)


def shortens(acronym: str, name: str) -> bool:
    """Tell whether an acronym has the first letters of a name: "NFU" of "Northland Ferry Union"."""
    initials = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
    return initials == acronym or (initials[:1] == acronym[:1] and initials[-1:] == acronym[-1:])
