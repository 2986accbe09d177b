"""The blocks of an excerpt: the lead words, then only the sentences that hold quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import STORY, Block, Role
from generator.model.text import Span, united
from generator.publish.body import GAP
from generator.publish.links import DESK_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END = re.compile(
    r"[.!?…]{1,9}+[\"”’'»)\]\\*_]*+\s++(?=[\"“‘'«(\[\\*_]*[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜİŞĞŠŽ])"
)
_BLANK = re.compile(r"\s*+")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Adm|Sen|Rep|Gov|Prof|No|vs)|\b[A-Z])\.\s+\Z")


def excerpt(text: str, blocks: Sequence[Block], parts: Sequence[Span], words: int) -> tuple[Block, ...]:
    """Return the stretches of a report that an excerpt shows, as blocks.

    ``parts`` are those of the quotations; a stretch after which something is left out has the rule
    ``GAP``. The desk's own notes stay.
    """
    kept: list[Block] = []
    left = words
    parts = united(parts)
    for block in blocks:
        if block.rule == DESK_NOTE:
            kept.append(block)
        elif block.role in STORY:
            shown, left = _lead(text, block.span, left)
            spans = [shown] if shown else []
            inside = _within(parts, block.span)
            spans += _holding(text, block.span, inside, shown.end if shown else block.span.start)
            kept += _stretches(text, block, spans)
    return tuple(kept)


def _lead(text: str, span: Span, left: int) -> tuple[Span | None, int]:
    """Return as much of a block as ``left`` words allow, and how many are left after it."""
    if left <= 0:
        return None, 0
    found = list(re.finditer(r"\S+", span.of(text)))
    if len(found) <= left:
        return span, left - len(found)
    return Span(span.start, span.start + found[left - 1].end()), 0


def _within(parts: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the parts, in order and none of which overlap, that share letters with a stretch."""
    first = bisect_right(parts, span.start, key=lambda part: part.end)
    return parts[first : bisect_left(parts, span.end, key=lambda part: part.start)]


def _holding(text: str, span: Span, parts: Sequence[Span], after: int) -> list[Span]:
    """Return the sentences of a block that hold quotations and begin to be unshown at ``after``."""
    found: list[Span] = []
    for sentence in sentences(text, span, parts):
        if sentence.end > after and _within(parts, sentence):
            start = max(sentence.start, after)
            while start < sentence.end and text[start].isspace():
                start += 1
            if start < sentence.end:
                found.append(Span(start, sentence.end))
    return found


def sentences(text: str, span: Span, parts: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield the sentences of a stretch; none ends inside a quotation."""
    start, parts = span.start, united(parts)
    for match in _END.finditer(text, span.start, span.end):
        end = match.end()
        if _SHORT.search(text, max(start, end - 12), end):
            continue
        if (k := bisect_left(parts, end, key=lambda part: part.start)) and end <= parts[k - 1].end:
            continue
        yield Span(start, start + len(text[start:end].rstrip()))
        start = end
    if start < span.end:
        yield Span(start, span.end)


def _stretches(text: str, block: Block, spans: Sequence[Span]) -> Iterator[Block]:
    """Join what touches, and mark what is followed by a gap."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    for span in joined:
        whole = _BLANK.fullmatch(text, span.end, block.span.end) is not None
        role = block.role if len(joined) == 1 and whole else Role.PARAGRAPH
        yield replace(block, role=role, span=span, rule=None if whole else GAP)
