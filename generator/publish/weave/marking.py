"""Marks set into Markdown before it is parsed, never inside what they would break.

They travel through the parser as two private-use characters each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.model.text import Span, united
from generator.publish.weave.marks import Event, Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "\U000f0000"
FIRST = 0xF0001  # stands for the first turn of a run, and so on
MARKED = re.compile("\U000f0000(.)", re.DOTALL)
# Where a mark would break what it stands in: code, an escape, an entity, a run of stars, an address, a
# link by id. It then moves to the border.
_WHOLE = (
    re.compile(
        r"(?<!`)(?P<tick>`++)(?:(?!`).)+?(?P=tick)(?!`)|\\[^\n]|&#?\w+;|<[^<>\s]+>|!\[(?!\[)|\*+|_+|~+|\[\[[^\[\]]*\]\]",
        re.DOTALL,
    ),
    re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|\]\[[^\[\]]*\](?!\()", re.DOTALL),
)
_FAR = 1000  # letters from the beginning of a line within which it may have its marks of a list or quotation
_FENCE = re.compile(r"^```", re.MULTILINE)  # a block of code takes marks out itself
_LINE_MARKS = re.compile(
    r"[ \t]*(?:(?:>[ \t]?|(?:#{1,6}|[-*+]|\d{1,9}[.)])(?:[ \t]+|$))[ \t]*)*", re.MULTILINE
)


def marked(source: str, turns: Sequence[Event]) -> str:
    """Set the two characters of each turn into the source, never inside what they would break."""
    if not turns:
        return source.replace("\x00", "")
    found = (Span(*m.span()) for pattern in _WHOLE for m in pattern.finditer(source))
    wholes = united(span for span in found if not _FENCE.match(source, span.start))
    placed = sorted(
        ((*_place(source, wholes, turn), n) for n, turn in enumerate(turns)), key=lambda p: (p[0], p[2])
    )
    out: list[str] = []
    at = 0
    for place, until, n in placed:
        out += [source[at:place] if at < place else "", MARK, chr(FIRST + n)]
        at = max(at, place, until)
    return "".join([*out, source[at:]]).replace("\x00", "")


def _place(source: str, wholes: Sequence[Span], turn: Event) -> tuple[int, int]:
    """Return where a turn's mark is set, and where the text goes on behind withheld words."""
    ends = turn.turn in {Turn.CLOSE, Turn.SIGN}
    whole = _border(wholes, turn.at)
    at = whole.end if ends else whole.start
    line = source.rfind("\n", max(0, at - _FAR), at) + 1
    marks = _LINE_MARKS.match(source, line) if line or at <= _FAR else None
    return max(at, marks.end()) if marks else at, _border(wholes, turn.until).end


def _border(wholes: Sequence[Span], at: int) -> Span:
    """Return what a place stands in; the place itself where it stands in nothing."""
    k = bisect_left(wholes, at, key=lambda span: span.start) - 1
    return wholes[k] if k >= 0 and at < wholes[k].end else Span(at, at)
