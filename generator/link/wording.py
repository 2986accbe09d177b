"""Words as they are compared: folded, and spelt one way."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.text import bare

_WORD = re.compile(r"[^\W_]+")
_CONTRACTED = re.compile(r"['’](?=[a-z])")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")  # "U.S." as others write "US"
# British and American spellings of one word, by their endings (Oxford Guide to Style, 4.2).
_SPELLINGS = (
    (re.compile(r"our(s|ed|ing|able|ite|ites|ly|less|ful|ing)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(\w)tre(s?)$"), r"\1ter\2"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a quote, folded and in one spelling."""
    folded = _INITIALS.sub(lambda m: f"{m.group().replace('.', '')} ", _CONTRACTED.sub("", bare(text)))
    return tuple(_one_spelling(w) for w in _WORD.findall(folded))


@lru_cache(maxsize=65536)
def _one_spelling(word: str) -> str:
    if len(word) > 5:  # noqa: PLR2004 - "rise", "fence": short words have one spelling
        for pattern, made in _SPELLINGS:
            word = pattern.sub(made, word)
    return word


def inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether ``short`` stands in ``long`` as it is."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "
