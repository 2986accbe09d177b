"""Words and sentences of one block, with each quotation standing as one token.

Small and of our own: a sentence here ends by the rules of quotations (a stop inside a closing mark
ends it unless the cue follows), which no kept splitter knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.analyse.words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.marks import Marked
    from generator.model.text import Span

_TOKEN = re.compile(
    r"[a-z]+(?![\w'’–-])"  # three words of four: tried first, it halves the time
    r"|(?:[A-Z]\.)+(?:[A-Z](?![\w]))?"  # U.S. U.S J.
    r"|\d+(?:[.,:/]\d+)+[^\W_]*"  # 4.5 12,000 7:30 1.5bn
    r"|[^\W_]+(?:[-–][^\W_]+|['’](?![sS]\b)[^\W_]+)*"  # word, twenty-one, don’t, Da'esh
    r"|['’][sS]\b"
    r"|\S"
)
_STOPS = (".", "!", "?", "…")
_OPENING = frozenset("“\"‘«[(—–-")
_CLOSING = frozenset("\"”’'»")
_ABBREVIATIONS = listed(
    "mr mrs ms dr prof rev hon sen rep gov gen lt col maj capt sgt cpl adm cmdr brig st jr sr vs etc inc ltd corp"
    " co no nos fig vol ed jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa"
    " tenn tex va vt wash wis wyo messrs mme mlle supt det insp asst dept approx est"
)
_ALSO_WORDS = listed("no sat sun mar co inc jr sr etc")  # abbreviations that end sentences too
_OPENERS = listed(
    "the a an in on at but and it he she they we this that these those there however while although as if when"
    " after before meanwhile for some many most one his her their its by with from"
)


class Token(NamedTuple):
    """A word, a sign, or a whole quotation (``quote`` is its number in the article, else -1).

    A tuple, for a long article has thousands: a frozen dataclass took three times as long to make.
    ``low`` has straight apostrophes and hyphens; ``word`` tells a word or number from a sign.
    """

    text: str
    low: str
    start: int
    end: int
    capital: bool
    word: bool
    quote: int = -1


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``."""
    out = []
    for m in _TOKEN.finditer(text, start, end):
        word = m[0]
        low = word.lower() if word.isascii() else word.lower().replace("’", "'").replace("–", "-")
        at, head = m.start(), word[0]
        out.append(Token(word, low, at, at + len(word), head.isupper(), head.isalnum()))
    return out


def masked(text: str, block: Span, quotes: Sequence[tuple[int, Marked]]) -> list[Token]:
    """Return the tokens of a block in which each quotation is one token.

    ``quotes`` pairs each stretch with its number in the article.
    """
    out: list[Token] = []
    at = block.start
    for number, m in quotes:
        out += tokens(text, at, m.outer.start)
        out.append(
            Token(m.outer.of(text), "“”", m.outer.start, m.outer.end, capital=False, word=False, quote=number)
        )
        at = m.outer.end
    return out + tokens(text, at, block.end)


def sentences(toks: Sequence[Token]) -> list[list[Token]]:
    """Part the tokens of a block into sentences."""
    out: list[list[Token]] = []
    begin = 0
    for i in range(len(toks)):
        if _ends(toks, i):
            out.append(list(toks[begin : i + 1]))
            begin = i + 1
    if begin < len(toks):
        out.append(list(toks[begin:]))
    return out


def _ends(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a sentence ends with token ``i``."""
    if i + 1 >= len(toks):
        return True
    here, after = toks[i], toks[i + 1]
    if here.quote >= 0:
        closed = here.text[-1] in _CLOSING and here.text.rstrip("\"”’'»")[-1:] in _STOPS
        return closed and ((after.capital and after.low != "i") or after.quote >= 0)
    if here.text == ".":
        return _fresh(after) and not (i and _abbreviated(toks[i - 1], after))
    if here.text in _STOPS:
        return _fresh(after)
    acronym = here.text[-1] == "." and len(here.text) > len("A.B")
    return acronym and after.capital and after.low in _OPENERS


def _fresh(after: Token) -> bool:
    """Tell whether a sentence can begin with this token."""
    return after.capital or after.quote >= 0 or after.text in _OPENING or after.text[0].isdigit()


def _abbreviated(before: Token, after: Token) -> bool:
    """Tell whether the stop between two tokens belongs to the first alone."""
    if before.low in _ALSO_WORDS:
        plain = before.text.islower() and not after.text[0].isdigit()
        return not (plain or after.low in _OPENERS)
    return before.low in _ABBREVIATIONS or (len(before.text) == 1 and before.capital)
