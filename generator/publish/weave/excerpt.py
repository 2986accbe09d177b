"""What an excerpt shows of a report: its first words and the sentences of quotations, up to a share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.model.article import STORY, Block, Role
from generator.model.text import Span, united
from generator.publish.weave.body import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END = re.compile(
    r"[.!?…]{1,9}+[\"”’'»)\]\\*_]*+\s++(?=[\"“‘'«(\[\\*_]*[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜİŞĞŠŽ])"
)
_COUNTED = STORY | {Role.DEK}
_WORDS = re.compile(r"\S+")
_OPENING = 8  # words of an opening below which it tells nothing
_BLANK = re.compile(r"\s*+")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Adm|Sen|Rep|Gov|Prof|No|vs)|\b[A-Z])\.\s+\Z")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a report is shown: so many words of its opening, and of all words so many in a hundred."""

    words: int
    share: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The stretches of a text that are shown, and of each quotation whether it is."""

    spans: tuple[Span, ...]
    shown: tuple[bool, ...]


def opened(text: str, blocks: Sequence[Block], quotes: Sequence[tuple[Span, ...]], limits: Limits) -> Opened:
    """Choose what an excerpt shows; ``quotes`` are parts of quotations, those first that matter most.

    Quotations come first, then what else is in their sentences, then the opening, until the share is used
    up. What then does not fit is left out: of a quotation all, of a sentence what is not said in it.
    """
    counted = [b.span for b in blocks if b.role in _COUNTED]
    words = [m.span() for span in counted for m in _WORDS.finditer(text, span.start, span.end)]
    budget = _Budget(words, len(words) * limits.share // 100)
    shown = tuple(budget.take(parts) for parts in quotes)
    kept = united([part for parts, fits in zip(quotes, shown, strict=True) if fits for part in parts])
    found = [*kept]
    for span in counted:
        inside = within(kept, span)
        told = (s for s in sentences(text, span, inside) if within(inside, s)) if inside else ()
        found += [sentence for sentence in told if budget.take((sentence,))]
    found += budget.lead([b.span for b in blocks if b.role in STORY], limits.words)
    return Opened(tuple(united(found)), shown)


@dataclass(slots=True)
class _Budget:
    """Which words are shown so far, by their number, and how many may be."""

    words: list[tuple[int, int]]
    most: int
    open: set[int] = field(default_factory=set)

    def take(self, spans: Sequence[Span]) -> bool:
        """Show the words of all these stretches, if they fit."""
        more = {n for span in spans for n in self._of(span)} - self.open
        if more and len(self.open) + len(more) > self.most:
            return False
        self.open |= more
        return True

    def lead(self, story: Sequence[Span], words: int) -> list[Span]:
        """Show as many of the first words as may be, and return where they stand; too few are none."""
        before, found, left = set(self.open), list[Span](), words
        for span in story:
            inside = self._of(span)[:left]
            fit = list(takewhile(lambda n: self.take((Span(*self.words[n]),)), inside))
            if fit:
                found.append(Span(self.words[fit[0]][0], self.words[fit[-1]][1]))
            left -= len(fit)
            if left <= 0 or len(fit) < len(inside):
                break
        if found and left > max(0, words - _OPENING) and len(self.open) < len(self.words):
            self.open, found = before, []
        return found

    def _of(self, span: Span) -> range:
        first = bisect_right(self.words, span.start, key=lambda word: word[1])
        return range(first, bisect_left(self.words, span.end, key=lambda word: word[0]))


def excerpt(text: str, blocks: Sequence[Block], spans: Sequence[Span]) -> tuple[Block, ...]:
    """Return the blocks of a report with no more of their story than these stretches.

    A stretch after which something is left out has the rule ``GAP``. What stands about the story goes with
    it; headline, byline, the desk's own notes and what was left out anyway stay.
    """
    kept: list[Block] = []
    for block in blocks:
        if block.role in _COUNTED or block.role is Role.CAPTION:
            inside = [_shared(span, block.span) for span in within(spans, block.span)]
            kept += _stretches(text, block, inside)
        elif block.role is not Role.CREDIT:
            kept.append(block)
    return tuple(kept)


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def within(parts: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the parts, in order and none of which overlap, that share letters with a stretch."""
    first = bisect_right(parts, span.start, key=lambda part: part.end)
    return parts[first : bisect_left(parts, span.end, key=lambda part: part.start)]


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
