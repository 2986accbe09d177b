"""What an excerpt shows of a report: its first words and the sentences of quotations, up to a share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.article import STORY, Block, Role
from generator.model.text import Span, united
from generator.publish.weave.body import GAP
from generator.publish.weave.ration import rations

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"[.!?…]{1,9}+[\"”’'»)\]\\*_]*+\s++(?=[\"“‘'«(\[\\*_]*[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜİŞĞŠŽ])"
)
_COUNTED = STORY | {Role.DEK}
_BLANK = re.compile(r"\s*+")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Adm|Sen|Rep|Gov|Prof|No|vs)|\b[A-Z])\.\s+\Z")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a report is shown: so many words of its opening, and of all words so many in a hundred."""

    words: int
    share: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The stretches of a text that are shown, and of each quotation, and name of a passage, whether it is."""

    spans: tuple[Span, ...]
    shown: tuple[bool, ...]
    named: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report of which something is to be shown; ``quotes`` are parts of quotations, the weightier first.

    ``named`` are the words by which the desk names passages elsewhere than in the report.
    """

    text: str
    blocks: Sequence[Block]
    quotes: Sequence[tuple[Span, ...]]
    named: Sequence[tuple[Span, ...]] = ()

    @property
    def counted(self) -> list[Span]:
        """Return the stretches whose words count."""
        return [b.span for b in self.blocks if b.role in _COUNTED]


def opened(reports: Sequence[Wanted], limits: Limits) -> list[Opened]:
    """Choose what the excerpts of reports show that may have words in common.

    Quotations come first, then the words that name passages, then what else is in the sentences of the
    quotations, then the openings, until the share is used up. What then does not fit is left out: of a
    quotation all, of a sentence what is not said in it.
    """
    allowed = rations([(r.text, r.counted) for r in reports], limits.share)
    together = list(zip(reports, allowed, strict=True))
    shown = [tuple(ration.take(parts) for parts in report.quotes) for report, ration in together]
    named = [tuple(ration.take(parts) for parts in report.named) for report, ration in together]
    found = [
        united([part for parts, fits in zip(report.quotes, fit, strict=True) if fits for part in parts])
        for report, fit in zip(reports, shown, strict=True)
    ]
    for (report, ration), spans in zip(together, found, strict=True):
        spans.extend([s for s in _told(report, spans) if ration.take((s,))])
    for (report, ration), spans in zip(together, found, strict=True):
        spans.extend(ration.lead([b.span for b in report.blocks if b.role in STORY], limits.words))
    return [Opened(tuple(united(spans)), *fit) for spans, *fit in zip(found, shown, named, strict=True)]


def _told(report: Wanted, kept: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences in which something is said that is shown."""
    for span in report.counted:
        inside = within(kept, span)
        if inside:
            yield from (s for s in sentences(report.text, span, inside) if within(inside, s))


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
