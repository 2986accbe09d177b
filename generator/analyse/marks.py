"""Quotation marks -> the stretches they enclose, through every kind of mark.

Curly, straight and angle marks are taken as they come; single marks only where they cannot be
apostrophes. A mark that opens and never closes runs to the end of its paragraph, and goes on
in the next where that begins with an opening mark (Chicago Manual of Style, 13.30).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSERS = 20  # single closing marks looked at before one is chosen
_BOTH = '"”'  # marks that open and close
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‟": "”", "”": "”"}
_DOUBLE = re.compile('[“”„‟«»"]')
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–-])|^)['‘](?=[^\s'’‘,.;:)\]])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[—–])['’](?=$|[\s.,;:!?)\]—–-])")
_CLIPPED = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
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
    if singles and ("'" in block.of(text) or "‘" in block.of(text)):
        found = _with_singles(text, found, list(_singles(text, block)))
    return [m for m in found if any(c.isalnum() for c in m.span.of(text))]


def _with_singles(text: str, doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """Lay singles beside doubles; one that cannot be an apostrophe takes in the doubles it holds."""
    outer = [
        m
        for m in singles
        if text[m.outer.start] == "‘" and any(m.outer.holds(d.outer) for d in doubles)
        if all(m.outer.holds(d.outer) or not m.outer.shared(d.outer) for d in doubles)
    ]
    found = [d for d in doubles if not any(m.outer.holds(d.outer) for m in outer)] + outer
    taken = [m.outer for m in found]
    found += [m for m in singles if not any(t.shared(m.outer) for t in taken)]
    return sorted(found, key=lambda m: m.span)


def _doubles(text: str, block: Span) -> Iterator[Marked]:
    signs = [m.start() for m in _DOUBLE.finditer(text, block.start, block.end)]
    k = 0
    while k < len(signs):
        at = signs[k]
        if not _opens(text, at, block):
            k += 1
            continue
        close = _closing(text, signs, k, block)
        if close is None:
            end = _unclosed_end(text, signs, k, block)
            yield Marked(Span(at + 1, end), Span(at, end))
            k = next((j for j in range(k + 1, len(signs)) if signs[j] >= end), len(signs))
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


def _closing(text: str, signs: Sequence[int], k: int, block: Span) -> int | None:
    """Return the index among ``signs`` of the mark that closes the one at ``k``."""
    opener, depth = text[signs[k]], 0
    want = _PAIRS.get(opener, '"')
    for j in range(k + 1, len(signs)):
        sign = text[signs[j]]
        if sign == opener and opener not in _BOTH:
            if not depth and _starts_afresh(text, signs[j], block):
                return None
            depth += 1
        elif sign in want or (opener == "“" and sign == '"' and not _opens(text, signs[j], block)):
            if not depth:
                return j
            depth -= 1
    return None


def _starts_afresh(text: str, at: int, block: Span) -> bool:
    """Tell whether an opening mark inside a quotation begins another one: the closing mark was forgotten."""
    before = text[max(block.start, at - 2) : at]
    return bool(before) and before[-1].isspace() and before[0] in ".,!?"


def _unclosed_end(text: str, signs: Sequence[int], k: int, block: Span) -> int:
    """Return where a quotation that never closes ends: at the next opening mark, or with the block."""
    later = next((s for s in signs[k + 1 :] if _opens(text, s, block)), None)
    return len(text[: later if later is not None else block.end].rstrip())


def _singles(text: str, block: Span) -> Iterator[Marked]:
    at = block.start
    while m := _SINGLE_OPEN.search(text, at, block.end):
        at = m.end()
        if _CLIPPED.match(text, m.start()):
            continue
        stop = _SINGLE_OPEN.search(text, at, block.end)
        end = _single_close(text, at, stop.start() if stop else block.end) or (
            _single_close(text, at, block.end) if stop else None
        )
        if end is not None:
            yield Marked(Span(m.start() + 1, end), Span(m.start(), end + 1), single=True)
            at = end + 1


def _single_close(text: str, start: int, end: int) -> int | None:
    """Return where a single mark closes.

    As in "the members' views": a mark after s may be a plural's apostrophe; a later one is surer.
    """
    closers = [c.start() for c in islice(_SINGLE_CLOSE.finditer(text, start, end), CLOSERS)]
    return next((c for c in closers if text[c - 1] != "s"), closers[0] if closers else None)
