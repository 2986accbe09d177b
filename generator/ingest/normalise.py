"""One Unicode form, one kind of white space, sentences that were run together taken apart.

Quotation marks, dashes, ellipses and letters with marks stay as the outlet set them: they are
evidence. Only what no reader can see is changed.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Zero-width and direction marks, soft hyphens, byte-order marks; and the private use areas, which are
# kept free for marks of our own.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")  # a lone plain space is passed over: most are
_ODD_SPACE = re.compile(r"[^\S\n ]")
_INNER_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")

# "…off the pier.Nobody has seen": a word of two letters or more, a year or a bracket, the end of its
# sentence, and a word that begins the next. "U.S.Army" has one letter before the stop.
_GLUE = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=\d{4})|(?<=\)))[.!?]{1,2}(?P<mark>[”’\"]?)"
    r"(?=[“‘]?(?P<next>[^\W\d_])[^\W\d_]*[ ,’'-])"
)
# Behind and before these a stop ends no sentence: shortened titles, domains, kinds of file.
_TITLE = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Mt|Ph|Fr|Rev|Hon|Sen|Rep|Gov|Pres|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Supt)\Z"
)
_SUFFIX = re.compile(
    r"(?:com|org|net|gov|edu|info|tv|eu|uk|pdf|docx?|html?|js|txt|jpe?g|png|exe)\b", re.IGNORECASE
)


def normalise(text: str) -> str:
    r"""Return ``text`` in NFC with plain spaces, ``\n`` newlines and nothing invisible.

    Applying it twice changes nothing.
    """
    return _SPACES.sub(" ", _seen(text))


def normalise_markdown(text: str) -> str:
    """Do the same, but leave the spaces at both ends of a line, which mean something in Markdown."""
    plain = _ODD_SPACE.sub(" ", _seen(text.replace("\t", "    ")))
    return _INNER_SPACES.sub(" ", plain) if "  " in plain else plain


def _seen(text: str) -> str:
    text = _CONTROL.sub("", _NEWLINES.sub("\n", text))
    return text if text.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def unglue(line: str) -> list[str]:
    """Split a line where two sentences stand without a space between them.

    Where the space is lost, so as a rule is the end of a paragraph: a saved plea ends
    and the story begins. The caller joins what belongs together.
    """
    cuts = [_border(line, m) for m in _GLUE.finditer(line) if _ends_a_sentence(line, m)]
    return [line[a:b] for a, b in pairwise([0, *cuts, len(line)])]


def _ends_a_sentence(line: str, found: re.Match[str]) -> bool:
    if not found["next"].isupper():
        return False
    if not found["mark"] and (_TITLE.search(line, 0, found.start()) or _SUFFIX.match(line, found.end())):
        return False
    start, end = line.rfind(" ", 0, found.start()) + 1, line.find(" ", found.end())
    word = line[start : end if end >= 0 else len(line)]
    return "/" not in word and "@" not in word and not word.casefold().startswith("www.")


def _border(line: str, found: re.Match[str]) -> int:
    """Return where the second sentence begins: a straight mark closes the first if one is open."""
    opens = found["mark"] == '"' and line.count('"', 0, found.start()) % 2 == 0
    return found.end() - opens
