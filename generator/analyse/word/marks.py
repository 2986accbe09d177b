"""Quotation marks -> the stretches they enclose, through every kind of mark.

Curly, straight and angle marks are taken as they come; single marks only where they cannot be
apostrophes. A mark that opens and never closes runs to the end of its paragraph, and goes on
in the next where that begins with an opening mark (Chicago Manual of Style, 13.30).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSERS = 20  # single closing marks looked at before one is chosen
_BOTH = '"”'  # marks that open and close
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‟": "”", "”": "”", '"': '"”'}
_DOUBLE = re.compile('[“”„‟«»"]')
# The mark first, then what is before it: the other way about, each letter was looked back from.
_SINGLE_OPEN = re.compile(r"['‘](?:(?<=[\s(\[—–-].)|(?<=^.))(?=[^\s'’‘,.;:)\]])")
_SINGLE_CLOSE = re.compile(r"['’](?<=[^\s(\[—–].)(?=$|[\s.,;:!?)\]—–-])")
_SPACE = re.compile(r"\s*")
_CLIPPED = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round)\b)", re.IGNORECASE)


@dataclass(slots=True)
class Marked:
    """The words between two marks, or from one to the end of its paragraph."""

    span: Span  # without the marks
    outer: Span  # with them
    single: bool = False


def marked(text: str, block: Span, *, singles: bool) -> list[Marked]:
    """Return the marked stretches of one block, outermost only, in order.

    ``singles`` allows single marks: true in headlines, and in texts that use no double ones.
    """
    found = list(_doubles(text, block))
    begun = _SINGLE_OPEN.search(text, block.start, block.end) if singles else None
    if begun is not None:  # most blocks with such a mark have apostrophes alone
        found = _with_singles(text, found, list(_singles(text, block, begun)))
    return [m for m in found if any(map(str.isalnum, m.span.of(text)))]


def _with_singles(text: str, doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """Lay singles beside doubles; one that cannot be an apostrophe takes in the doubles it holds."""
    outer = []
    for m in singles if doubles else ():
        inner = _touching(doubles, m) if text[m.outer.start] == "‘" else ()
        if inner and all(m.outer.holds(d.outer) for d in inner):
            outer.append(m)
    found = sorted(
        [d for d in doubles if not _touching(outer, d)] + outer,
        key=lambda m: m.span,
    )
    found += [m for m in singles if not _touching(found, m)]
    return sorted(found, key=lambda m: m.span)


def _touching(row: Sequence[Marked], mark: Marked) -> Sequence[Marked]:
    """Return those of a row in order, of which no two overlap, that share signs with ``mark``."""
    first = bisect_right(row, mark.outer.start, key=lambda m: m.outer.end)
    return row[first : bisect_left(row, mark.outer.end, key=lambda m: m.outer.start)]


def _doubles(text: str, block: Span) -> Iterator[Marked]:
    signs = [m.start() for m in _DOUBLE.finditer(text, block.start, block.end)]
    closing: dict[str, dict[int, int]] = {}  # of each mark that opened: where each of its kind closes
    k = 0
    while k < len(signs):
        at = signs[k]
        if not _opens(text, at, block):
            k += 1
            continue
        opener = text[at]
        if opener not in closing:
            closing[opener] = _closing(text, signs, opener, block)
        close = closing[opener].get(k)
        if close is None:
            k += 1
            while k < len(signs) and not _opens(text, signs[k], block):
                k += 1
            end = at + len(text[at : signs[k] if k < len(signs) else block.end].rstrip())
            yield Marked(Span(at + 1, end), Span(at, end))
        else:
            yield Marked(Span(at + 1, signs[close]), Span(at, signs[close] + 1))
            k = close + 1


def _opens(text: str, at: int, block: Span) -> bool:
    if text[at] in "“„«‟":
        return True
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] in "”»":  # »so«, and ”so” where a typist had one mark only
        return after.isalnum() and before.isspace()
    return not after.isspace() and (before.isspace() or before in "([{—–-/'‘“" or not before.isalnum())


def _closing(text: str, signs: Sequence[int], opener: str, block: Span) -> dict[int, int]:
    """Return which of ``signs`` closes each of one kind, by their numbers; what never closes is left out.

    One pass for all of them: to look ahead from each took the square of the time on marks alone.
    """
    want = _PAIRS.get(opener, '"')
    found: dict[int, int] = {}
    open_: list[int] = []
    lost: set[int] = set()  # their closing mark was forgotten
    inner = 0  # curly marks that a straight one holds
    for j, at in enumerate(signs):
        sign = text[at]
        if opener in _BOTH:
            inner += sign == "“"
            if sign == "”" != opener and inner:
                inner -= 1
            elif sign in want:
                found.update(dict.fromkeys(open_, j))
                open_.clear()
            if sign == opener:
                inner = inner if open_ else 0
                open_.append(j)
        elif sign == opener:
            if open_ and _shuts(text, at, block):
                found[open_.pop()] = j
                continue
            if open_ and _starts_afresh(text, at, block):
                lost.add(open_[-1])
            open_.append(j)
        elif open_ and (sign in want or (opener == "“" and sign == '"' and not _opens(text, at, block))):
            found[open_.pop()] = j
    return {k: j for k, j in found.items() if k not in lost}


def _shuts(text: str, at: int, block: Span) -> bool:
    """Tell whether a mark that opens was typed where one closes: “so“ and then a space."""
    after = text[at + 1] if at + 1 < block.end else " "
    return not text[at - 1].isspace() and not after.isalnum()


def _starts_afresh(text: str, at: int, block: Span) -> bool:
    """Tell whether an opening mark inside a quotation begins another one: the closing mark was forgotten."""
    before = text[max(block.start, at - 2) : at]
    return bool(before) and before[-1].isspace() and before[0] in ".,!?"


def _singles(text: str, block: Span, m: re.Match[str] | None) -> Iterator[Marked]:
    """Yield what stands in single marks, from the first on that opens."""
    closers = [c.start() for c in _SINGLE_CLOSE.finditer(text, block.start, block.end)]
    while m:
        at = m.end()
        stop = _SINGLE_OPEN.search(text, at, block.end)
        if _CLIPPED.match(text, m.start()):
            m = stop
            continue
        near = closers[(first := bisect_left(closers, at)) : first + CLOSERS]
        before = near[: bisect_left(near, stop.start())] if stop else near
        end = _single_close(text, before or near)
        if end is not None:
            yield Marked(Span(m.start() + 1, end), Span(m.start(), end + 1), single=True)
            stop = _SINGLE_OPEN.search(text, end + 1, block.end)
        elif stop is None and _goes_on(text, m.group(), block):
            yield Marked(Span(m.start() + 1, block.end), Span(m.start(), block.end), single=True)
        m = stop


def _goes_on(text: str, mark: str, block: Span) -> bool:
    """Tell whether the next paragraph begins with the mark that a last one leaves open."""
    after = _SPACE.match(text, block.end)
    return after is not None and after.end() > block.end and text.startswith(mark, after.end())


def _single_close(text: str, closers: Sequence[int]) -> int | None:
    """Return where a single mark closes.

    As in "the members' views": a mark after s may be a plural's apostrophe; a later one is surer.
    """
    return next((c for c in closers if text[c - 1] != "s"), closers[0] if closers else None)
