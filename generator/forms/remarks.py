"""What editors write to themselves in Markdown: ``<!-- ask Bo -->``."""

from __future__ import annotations

import re

_OPENS, _ENDS = "<!--", "-->"
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_REACH = 1000  # letters of a line before a comment that are looked at for code


def without_remarks(text: str) -> str:
    """Return Markdown without its comments, but with their line ends, so that each line keeps its number.

    One that is not closed stays, to be seen; so does what stands in code, which shows how to write one.
    """
    out: list[str] = []
    at = seek = fences = 0
    end = -1
    while (start := text.find(_OPENS, seek)) >= 0:
        end = end if end >= start + len(_OPENS) else text.find(_ENDS, start + len(_OPENS))
        if end < 0:
            break
        fences += len(_FENCE.findall(text, seek, start))
        if fences % 2 or _in_code(text, start):
            seek = start + len(_OPENS)
            continue
        out += [text[at:start], "\n" * text.count("\n", start, end)]
        at = seek = end + len(_ENDS)
    return "".join([*out, text[at:]])


def _in_code(text: str, at: int) -> bool:
    near = max(0, at - _REACH)
    return text.count("`", max(near, text.rfind("\n", near, at)), at) % 2 == 1
