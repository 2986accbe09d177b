"""Sentences of a block, and the words of a sentence with each quotation standing as one token.

Small and of our own: a sentence here ends by the rules of quotations (a stop inside a closing mark
ends it unless the cue follows), which no kept splitter knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.word.words import CLOSING, listed
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r" ?(?:"  # the space between two words, or no place for a word would be tried there: a fifth of the time
    r"([a-z]+)(?![\w'’–-])"  # three words of four: tried first, it halves the time
    r"|((?:[A-Z]\.)+(?:[A-Z](?![\w]))?"  # U.S. U.S J.
    r"|\d+(?:[.,:/]\d+)+[^\W_]*"  # 4.5 12,000 7:30 1.5bn
    r"|[^\W_]+(?:[-–][^\W_]+|['’](?![sS]\b)[^\W_]+)*"  # word, twenty-one, don’t, O'Dwane
    r"|['’][sS]\b"
    r"|\S))"
)
_STOP = re.compile(r"([.!?…])(?:\s+|$)")
_STOPS = (".", "!", "?", "…")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]+")
_LAST = re.compile(r"(?:.*[\W_])??((?:[A-Za-z]\.)*[^\W_]+)")  # the last word, with the stops inside it
_I = re.compile(r"I\b")
_OPENING = frozenset('“"‘«[(—–-')
ABBREVIATIONS = listed(
    "mr mrs ms dr prof rev hon sen rep gov gen lt col maj capt sgt cpl adm cmdr brig st jr sr vs etc inc ltd"
    " corp co no nos fig vol ed jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs"
    " fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont"
    " neb nev okla ore pa tenn tex va vt wash wis wyo messrs mme mlle supt det insp asst dept approx est"
)
_ALSO_WORDS = listed(  # abbreviations that end sentences too
    "no sat sun mar co inc jr sr etc ill mass miss ore ark wash"
)
_OPENERS = listed(
    "the a an in on at but and it he she they we this that these those there however while although as if"
    " when after before meanwhile for some many most one his her their its by with from"
)


# What is more is no sentence: a list, a table, or a text without stops. It is read in pieces, so that what
# looks from each word of a sentence at all its others stays quick. Of 56,870 sentences of reports the longest
# had 844 letters and 9 quotations.
LONGEST, MOST_QUOTES = 1000, 12
_LONGEST_WORD = 80  # letters before a stop that are looked at


@dataclass(slots=True)
class Token:
    """A word, a sign, or a whole quotation (``quote`` is its number in the sentence, else -1).

    A long article has thousands, of which each is asked dozens of times, so nothing freezes it: a frozen
    dataclass took five times as long to make, a named tuple half as long again, and each look at a field of
    it, too, which was a sixteenth of the whole analysis. That no value of this room is ever changed is held
    by a test (tests/unit/analyse/test_values.py).
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
    """Return the tokens of ``text[start:end]``.

    To remember each word's took fewer steps and yet more time: they lie far apart in memory. A plain word
    is its own ``low``, so that one string is made and not two; no object is made of where the expression
    matched, for between two tokens there are spaces alone. Together a fifth of the time.
    """
    straight = text if text.isascii() else text.replace("’", "'").replace("–", "-")
    out = []
    at, find = start, text.find
    for plain, other in _TOKEN.findall(text, start, end):
        if plain:
            at = find(plain, at)
            to = at + len(plain)
            out.append(Token(plain, plain, at, to, False, True, -1))  # noqa: FBT003  by name took longer
        else:
            at = find(other, at)
            to = at + len(other)
            low, head = straight[at:to].lower(), other[0]
            out.append(Token(other, low, at, to, head.isupper(), head.isalnum(), -1))
        at = to
    return out


def masked(words: str, quotes: Sequence[Span]) -> list[Token]:
    """Return the tokens of a sentence in which each quotation, marks and all, is one token."""
    if not quotes:
        return tokens(words, 0, len(words))
    out: list[Token] = []
    at = 0
    for number, span in enumerate(quotes):
        out += tokens(words, at, span.start)
        out.append(Token(span.of(words), "“”", span.start, span.end, capital=False, word=False, quote=number))
        at = span.end
    return out + tokens(words, at, len(words))


def sentences(text: str, block: Span, quotes: Sequence[Span]) -> Iterator[Span]:
    """Part a block into sentences, none of which ends inside a quotation."""
    begin, k = block.start, 0
    for end in sorted({*_stops(text, block, quotes), *_closed(text, block, quotes), block.end}):
        while begin < end:
            cut, k = _cut(text, Span(begin, end), quotes, k)
            yield Span(begin, cut)
            space = _SPACE.match(text, cut, block.end)
            begin = space.end() if space else cut


def _cut(text: str, span: Span, quotes: Sequence[Span], k: int) -> tuple[int, int]:
    """Return how far a stretch is read as one, and the number of the first quotation behind that.

    ``k`` is the number of the first in it.
    """
    at, room, stop = span.start, LONGEST, k + MOST_QUOTES
    while True:
        ahead = quotes[k].start if k < len(quotes) else span.end
        if min(ahead, span.end) - at > room:
            return text.rfind(" ", at, at + room) + 1 or at + room, k
        if ahead >= span.end:
            return span.end, k
        if k == stop:
            return at, k
        room -= ahead - at
        at = quotes[k].end
        k += 1


def _stops(text: str, block: Span, quotes: Sequence[Span]) -> Iterator[int]:
    """Yield where a stop outside the quotations ends a sentence."""
    starts = [q.start for q in quotes]
    for m in _STOP.finditer(text, block.start, block.end):
        at = m.start()
        k = bisect_right(starts, at) - 1
        if (k >= 0 and at < quotes[k].end) or not _fresh(text, m.end(), block, starts):
            continue
        if m[1] != "." or not _abbreviated(text, block.start, at, m.end()):
            yield at + len(m[1])


def _closed(text: str, block: Span, quotes: Sequence[Span]) -> Iterator[int]:
    """Yield where a quotation that ends as a sentence does also ends the sentence it stands in."""
    starts = {q.start for q in quotes}
    for q in quotes:
        words = q.of(text)
        if words[-1] not in CLOSING or words.rstrip(CLOSING)[-1:] not in _STOPS:
            continue
        after = _SPACE.match(text, q.end)
        at = after.end() if after else q.end
        if at >= block.end or at in starts or (text[at].isupper() and not _I.match(text, at)):
            yield q.end


def _fresh(text: str, at: int, block: Span, quotes: Sequence[int]) -> bool:
    """Tell whether a sentence can begin here; ``quotes`` are where quotations begin, in order."""
    if at >= block.end:
        return True
    sign = text[at]
    if sign.isupper() or sign.isdigit() or sign in _OPENING:
        return True
    k = bisect_right(quotes, at) - 1
    return k >= 0 and quotes[k] == at


def _abbreviated(text: str, start: int, stop: int, behind: int) -> bool:
    """Tell whether a stop belongs to the word before it alone: "Sen. Ada Berg", "J. Holm", "U.S. ships"."""
    start = max(start, stop - _LONGEST_WORD)
    word = _last_word(text, max(start, text.rfind(" ", start, stop) + 1), stop)
    low = word.lower()
    if len(word) != 1 and "." not in word and low not in ABBREVIATIONS:
        return False
    after = _WORD.match(text, behind)
    opener = after is not None and after[0].lower() in _OPENERS
    if "." in word or (len(word) == 1 and word.isupper()):
        return not (opener and len(word) > 1)
    if low in _ALSO_WORDS:
        digit = after is not None and after[0][0].isdigit()
        return not ((word.islower() and not digit) or opener)
    return low in ABBREVIATIONS


def _last_word(text: str, start: int, stop: int) -> str:
    """Return the last word of a stretch without spaces, empty where it ends in a sign."""
    words = text[start:stop]
    if words.isalpha():  # most often: then no expression is tried
        return words
    found = _LAST.fullmatch(text, start, stop)
    return found[1] if found else ""
