"""Places in texts and files."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINERS = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u206f]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Letters that Unicode does not take apart into a Latin letter and a mark.
_LATIN = str.maketrans(
    {"ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n"}
)
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_ASCII_WORD = re.compile("[a-z0-9]+")
# What nobody sees and what would do harm on a page or be no XML: controls but tab and newline, halves of
# surrogates, signs that turn the direction of what follows, private use, noncharacters (Unicode 16.0, 23).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\uf8ff\ufdd0-\ufdef"
    "\ufffe\uffff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "\U000f0000-\U0010ffff]"
)
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))))
_LONG, _KEPT = 96, 80  # letters of an id; file systems take names of 255 bytes, and an actor's id may follow


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """The stretch ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Make a stretch: in half the time of what a frozen dataclass sets, for a report has thousands."""
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        """Count the code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """Count the code points that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def moved(self, by: int) -> Span:
        """Return the same stretch ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


def united(spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, those that overlap joined to one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return out


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage given by its words and what stands around them.

    The TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.4.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, counted from 1; column in code points."""

    path: str
    line: int = 1
    column: int = 1


def legible(text: str) -> str:
    """Return ``text`` without signs that nobody sees and that would do harm on a page.

    Joiners and direction marks stay: they are spelling in Persian, Hindi or Arabic, and turn nothing.
    """
    return text if text.isprintable() else _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def as_reports_have_it(text: str) -> str:
    """Return words of a report, as somebody copied them, without what is taken out of every report."""
    if text.isascii():
        return text
    shown = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _JOINERS.sub("", text))
    return unicodedata.normalize("NFC", shown)


def bare(text: str) -> str:
    """Return ``text`` in folded case, compatibility forms and diacritics gone."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    marks = [ord(c) for c in set(apart) if unicodedata.combining(c)]
    return apart.translate(dict.fromkeys(marks)) if marks else apart


def latin(text: str) -> str:
    """Return ``text`` bare, and letters that have no mark to take off as plain ones: "ı", "ł", "ø"."""
    return bare(text).translate(_LATIN)


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Make an id of a name: lower-case ASCII words joined by "-", empty where nothing is left.

    What names a device on Windows, where no folder can be called so, gets an "x-" before it.

    What is longer than 96 letters is cut to 80 and told apart by a digest of the whole.
    """
    plain = _APOSTROPHES.sub("", latin(_APOSTROPHES.sub("", text)))
    whole = "-".join(_ASCII_WORD.findall(plain))
    if whole in _DEVICES:
        return f"x-{whole}"
    if len(whole) <= _LONG:
        return whole
    return f"{whole[:_KEPT].rstrip('-')}-{blake2b(whole.encode(), digest_size=4).hexdigest()}"
