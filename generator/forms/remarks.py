"""What editors write to themselves in Markdown: ``<!-- ask Bo -->``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS, _ENDS = "<!--", "-->"
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_TICKS = re.compile(r"\\?(`+)")
_REACH = 1000  # letters of a line before and behind a comment that are looked at for code


def without_remarks(text: str) -> str:
    """Return Markdown without its comments, but with their line ends, so that each line keeps its number.

    Behind one that is not closed nothing is left: what an editor meant to leave out goes to no reader. What
    stands in code stays, which shows how to write one.
    """
    out: list[str] = []
    at = 0
    for start, end in remarks(text):
        out += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + (text[start - 1 : start] == " " == text[end : end + 1])
    return "".join([*out, text[at:]])


def remarks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments begin and end in Markdown; one that is not closed ends with the text."""
    seek = fences = 0
    end = -1
    while (start := text.find(_OPENS, seek)) >= 0:
        behind = start + len(_OPENS)
        if 0 <= end < behind + len(_ENDS):
            end = -1
        if end < 0 and (found := text.find(_ENDS, behind)) >= 0:
            end = found + len(_ENDS)
        fences += len(_FENCE.findall(text, seek, start))
        if fences % 2 or text[start - 1 : start] == "\\" or _in_code(text, start, end):
            seek = behind
            continue
        yield start, len(text) if end < 0 else end
        if end < 0:
            return
        seek = end


def unclosed_remark(body: str, path: str, line: int) -> Diagnostic | None:
    """Say that a comment has no end; ``line`` is that on which the body begins in its file."""
    start = next(
        (start for start, end in remarks(body) if not body.endswith(_ENDS, start + len(_OPENS), end)), -1
    )
    if start < 0:
        return None
    place = Location(path, line + body.count("\n", 0, start), start - body.rfind("\n", 0, start))
    message = f'the comment that begins here has no closing "{_ENDS}", and nothing behind it is shown'
    return Diagnostic(place, Severity.ERROR, "unclosed-comment", message, f'close it with "{_ENDS}"')


def _in_code(text: str, start: int, end: int) -> bool:
    """Tell whether a comment stands between the ticks of code on its line."""
    if end < 0:
        end = start + len(_OPENS)
    near = max(0, start - _REACH)
    opened = ""
    for ticks in _TICKS.finditer(text, max(near, text.rfind("\n", near, start) + 1), start):
        escaped = ticks[0][0] == "\\"
        run = ticks[1][escaped and not opened :]  # a backslash means nothing within code
        if opened in {"", run}:
            opened = "" if opened else run
    if not opened:
        return False
    line = text.find("\n", end, end + _REACH)
    behind = _TICKS.finditer(text, end, line if line >= 0 else end + _REACH)
    return any(ticks[1] == opened for ticks in behind)
