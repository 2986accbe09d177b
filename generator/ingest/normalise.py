"""One Unicode form, one kind of white space, sentences that were run together taken apart.

Quotation marks, dashes, ellipses and letters with marks stay as the outlet set them: they are
evidence. Only what no reader can see is changed.
"""

from __future__ import annotations

import re
import unicodedata

# Zero-width and direction marks, soft hyphens, byte-order marks; private use is kept for quote marks.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")

# "…the difference.Nato is ready": two letters of a word, the end of its sentence, then a capitalised
# word. "U.S.Army" (one letter before the stop) and "example.Com/x" (an address) are left alone.
_GLUE = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[“‘\"]?[A-Z][a-z]+[ ,’'])|(?<=[a-z]{2}[.!?][”\"])(?=[A-Z][a-z]+[ ,])"
)


def normalise(text: str) -> str:
    """Return ``text`` in NFC with plain spaces, ``\\n`` newlines and nothing invisible.

    Applying it twice changes nothing.
    """
    text = _CONTROL.sub("", _NEWLINES.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", text)


def unglue(line: str) -> list[str]:
    """Split a line where two sentences stand without a space between them.

    Where the space is lost, so as a rule is the end of a paragraph: a saved plea ends
    and the story begins. The caller joins what belongs together.
    """
    cuts = [m.start() for m in _GLUE.finditer(line) if not _in_address(line, m.start())]
    edges = [0, *cuts, len(line)]
    return [line[a:b] for a, b in zip(edges, edges[1:], strict=False)]


def _in_address(line: str, at: int) -> bool:
    start = line.rfind(" ", 0, at) + 1
    end = line.find(" ", at)
    word = line[start : end if end >= 0 else len(line)]
    return "/" in word or "@" in word or word.startswith("www.")
