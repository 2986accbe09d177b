"""Words and sentences of one block, with each quotation standing as one token.

Small and of our own: a sentence here ends by the rules of quotations (a stop inside a closing mark
ends it unless the cue follows), which no kept splitter knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analyse.marks import Marked
from generator.model.text import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z](?![\w]))?"  # U.S. U.S J.
    r"|[^\W_]+(?:[-–][^\W_]+)*(?:['’](?![sS]\b)[^\W_]+)*"  # word, twenty-one, don’t, Da'esh
    r"|['’][sS]\b"
    r"|\d+(?:[.,:/]\d+)*%?"
    r"|\S"
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon sen rep gov gen lt col maj capt sgt cpl adm cmdr brig st jr sr vs etc inc ltd corp co"
    " no nos fig vol ed jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa"
    " tenn tex va vt wash wis wyo messrs mme mlle supt det insp asst dept approx est".split()
)


@dataclass(slots=True, frozen=True)
class Token:
    """A word, a sign, or a whole quotation (``quote`` is its index, else -1)."""

    text: str
    low: str
    start: int
    end: int
    quote: int = -1

    @property
    def span(self) -> Span:
        """Return where the token stands."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Tell whether the token is a word or a number."""
        return self.text[:1].isalnum()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``."""
    return [
        Token(m.group(), m.group().lower().replace("’", "'").replace("–", "-"), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
    ]


def masked(text: str, block: Span, quotes: Sequence[tuple[int, Marked]]) -> list[Token]:
    """Return the tokens of a block in which each quotation is one token.

    ``quotes`` pairs each stretch with its number in the article.
    """
    out: list[Token] = []
    at = block.start
    for number, m in quotes:
        out += tokens(text, at, m.outer.start)
        out.append(Token(m.outer.of(text), "“”", m.outer.start, m.outer.end, number))
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
    here, after = toks[i], toks[i + 1] if i + 1 < len(toks) else None
    if after is None:
        return True
    fresh = after.capital or after.quote >= 0 or after.text in "“\"‘«[(—–-" or after.text[:1].isdigit()
    if here.quote >= 0:
        closed = here.text.rstrip("\"”’'»")[-1:] in tuple(".!?…") and here.text[-1:] in "\"”’'»"
        return closed and (after.capital or after.quote >= 0) and after.low not in ("i",)
    if here.text in ("!", "?", "…"):
        return fresh
    if here.text != ".":
        return here.text.endswith(".") and len(here.text) > 3 and after.low in _OPENERS and after.capital  # noqa: PLR2004
    before = toks[i - 1] if i else None
    if before is not None and (before.low in ABBREVIATIONS or (len(before.text) == 1 and before.capital)):
        return before.low in ("no", "sat", "sun", "mar", "may", "co", "inc", "jr", "sr", "etc") and (
            before.text.islower() or after.low in _OPENERS
        )
    return fresh


_OPENERS = frozenset(
    "the a an in on at but and it he she they we this that these those there however while although as if when after"
    " before meanwhile for some many most one his her their its by with from".split()
)
