"""Words as they are compared: folded, in one spelling, whoever prints them and however."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.knowledge.tables import rows
from generator.model.text import bare

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_PUT_IN = re.compile(r"\[(?:(\w)\](?=\w)|[^][]{0,200}\])")  # "[W]e" is "we"; "[the mayor]" is the reporter's
_LEFT_OUT = re.compile(r"…|\.(?: ?\.)+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")  # "U.S." as others write "US"
_MASKED = re.compile(r"\b([a-z]+)(\*+|-{2,}|_{2,})([a-z]*)")  # "f**king", "s---"
_CONTRACTED = re.compile(r"n't\b|'(?:m|re|ll|ve|d|s)\b|&|'(?=[a-z])")
_APART = {"n't": " not", "&": " and ", "'m": " am", "'re": " are", "'ll": " will", "'ve": " have"}
_APART |= {"'d": " would", "'s": "", "'": ""}
_PLAIN = str.maketrans("’‘“”–—", "''\"\"--")  # what is ASCII then is soon folded
# As it is written down from speech, and what is left of "can't" and "won't".
_SPOKEN = {"gonna": "going to", "gotta": "got to", "wanna": "want to", "cannot": "can not"}
_SPOKEN |= {"ca": "can", "wo": "will", "ok": "okay"}
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


def pieces(text: str) -> list[Words]:
    """Return the words of a quote between its ellipses, as ``words`` has them: one piece at least."""
    found = [words(piece) for piece in _LEFT_OUT.split(text)]
    return [piece for piece in found if piece] or [()]


def words(text: str) -> Words:
    """Return the words of a quote, folded, in one spelling, contractions taken apart, insertions left out."""
    folded = bare(text.translate(_PLAIN))
    if "[" in folded:
        folded = _PUT_IN.sub(lambda m: m[1] or " ", folded)
    if "*" in folded or "--" in folded or "__" in folded:
        folded = _MASKED.sub(_unmasked, folded)
    folded = _INITIALS.sub(lambda m: f"{m.group().replace('.', '')} ", folded)
    if "'" in folded or "&" in folded:
        folded = _CONTRACTED.sub(lambda m: _APART[m.group()], folded)
    return tuple([part for w in _WORD.findall(folded) for part in spelt(w)])


def _unmasked(found: re.Match[str]) -> str:
    """Return a masked word as others spell it, where the letters that are left tell which it is."""
    before, _, after = found.groups()
    fits = [w for w in _maskable().get(len(found.group()), ()) if w.startswith(before) and w.endswith(after)]
    return fits[0] if len(fits) == 1 else found.group()


@cache
def _maskable() -> dict[int, list[str]]:
    of: dict[int, list[str]] = {}
    for (word,) in rows("masked"):
        of.setdefault(len(word), []).append(word)
    return of


@lru_cache(maxsize=65536)
def spelt(word: str) -> Words:
    """Return a folded word in the one spelling, as several where it is run together."""
    if len(word) > 5:  # noqa: PLR2004 - "rise", "fence": short words have one spelling
        for pattern, made in _SPELLINGS:
            word = pattern.sub(made, word)
    return tuple(_SPOKEN.get(word, word).split())
