"""One Unicode form, one kind of white space, sentences that were run together taken apart.

Quotation marks, dashes, ellipses and letters with marks stay as the outlet set them: they are
evidence. Changed is what no reader can see, and what a program has made of a sign: joined letters, entities
that were never resolved, the wreck of a text that was read in the wrong encoding.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.label.mojibake import mend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Zero-width and direction marks, soft hyphens, byte-order marks, noncharacters; and the private use areas,
# which are kept free for marks of our own.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")  # a lone plain space is passed over: most are
_ODD_SPACE = re.compile(r"[^\S\n ]")
_INNER_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")

_LIGATURE = re.compile("[\ufb00-\ufb06]")  # ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ: a typesetter's, in no word's spelling
# What is left of HTML in a text, with its semicolon, however often the "&" of it was itself escaped.
_ENTITY = re.compile(r"&(?:(?:amp|#38|#x26);)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LONGEST_WORD = 400  # letters: an address
_MENDINGS = 8  # once is enough, twice where something stood in a wreck; more is no accident

# "…off the pier.Nobody has seen": a word of two letters or more, a year or a bracket, the end of its
# sentence, and a word that begins the next. "U.S.Army" has one letter before the stop.
_GLUE = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=\d{4})|(?<=\)))[.!?]{1,2}(?P<mark>[”’\"]?)"
    r"(?=[“‘]?(?P<next>[^\W\d_])[^\W\d_]*[ ,’'-])"
)
_STOPPED = re.compile(r"[.!?][”’\"]?[“‘]?[^\W\d_]")
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
    return _settled(text, _plain)


def normalise_markdown(text: str) -> str:
    """Do the same, but leave entities, and the spaces at both ends of a line, for they mean something."""
    return _settled(text, _plain_markdown)


def _settled(text: str, tidy: Callable[[str], str]) -> str:
    """Mend and tidy a text until that changes nothing: what is taken out may have stood in a wreck.

    Mending shortens; where it does not, it has made nothing of the text.
    """
    plain = tidy(text)
    for _ in range(_MENDINGS):
        for raw in (text, plain):  # at first with the controls, which a wreck may hold
            mended = mend(raw)
            if len(mended) < len(raw):
                text = plain = tidy(mended)
                break
        else:
            break
    return plain


def _plain(text: str) -> str:
    text = _shown(text)
    while "&" in text and (signs := _ENTITY.sub(_sign, text)) != text:
        text = _shown(signs)
    return _SPACES.sub(" ", text) if "  " in text or not _is_plain(text) else text


def _plain_markdown(text: str) -> str:
    plain = _ODD_SPACE.sub(" ", _shown(text.replace("\t", "    ")))
    return _INNER_SPACES.sub(" ", plain) if "  " in plain else plain


def _shown(text: str) -> str:
    if not _is_plain(text):
        text = _INVISIBLE.sub("", _CONTROL.sub("", _NEWLINES.sub("\n", text)))
    return text if text.isascii() else unicodedata.normalize("NFC", _LIGATURE.sub(_letters, text))


def _is_plain(text: str) -> bool:
    """Tell whether a text has no sign but those that are seen, plain spaces and newlines.

    It is one pass at a nanosecond a letter; looking for each kind of other sign takes twenty times as long.
    """
    return text.replace("\n", "").isprintable()


def _letters(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _sign(found: re.Match[str]) -> str:
    """Return the sign that an entity means; what means none stays, and what would make markup of words."""
    sign = unescape(f"&{found[1]};")
    if sign in "<>" or (sign.startswith("&") and sign.endswith(";")):
        return found.group()
    return " " if sign.isspace() else sign


def unglue(line: str) -> list[str]:
    """Split a line where two sentences stand without a space between them.

    Where the space is lost, so as a rule is the end of a paragraph: a saved plea ends
    and the story begins. The caller joins what belongs together.
    """
    if _STOPPED.search(line) is None:  # nine lines of ten, in a tenth of the time
        return [line]
    return [line[a:b] for a, b in pairwise([0, *_borders(line), len(line)])]


def _borders(line: str) -> Iterator[int]:
    """Yield where the second of two sentences begins: a straight mark closes the first if one is open."""
    marks = counted = 0
    for found in _GLUE.finditer(line):
        marks += line.count('"', counted, found.start())
        counted = found.start()
        if _ends_a_sentence(line, found):
            yield found.end() - (found["mark"] == '"' and marks % 2 == 0)


def _ends_a_sentence(line: str, found: re.Match[str]) -> bool:
    if not found["next"].isupper():
        return False
    near, far = max(0, found.start() - LONGEST_WORD), found.end() + LONGEST_WORD
    if not found["mark"] and (_TITLE.search(line, near, found.start()) or _SUFFIX.match(line, found.end())):
        return False
    start, end = line.rfind(" ", near, found.start()) + 1, line.find(" ", found.end(), far)
    word = line[start or near : end if end >= 0 else far]
    return "/" not in word and "@" not in word and not word.casefold().startswith("www.")
