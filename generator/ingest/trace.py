"""Where the words of an article stand in the saved file: every quote traceable to its source.

Blocks that the editor left alone are found by their letters, and their spans carried over letter by
letter; in a block that was changed only words that still stand are found.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.ingest.shape import BULLET
from generator.model.article import READ, Article, Block, CleanText, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.findings import Quote


@dataclass(frozen=True, slots=True)
class Traced:
    """An article whose quotes know their place in the saved text, and the line of each by its id."""

    article: Article
    lines: dict[str, int]


def trace(article: Article, saved: CleanText) -> Traced:
    """Find every quote of ``article`` in the clean text of its saved source."""
    known = _Saved(saved)
    blocks = [b for b in article.blocks if b.role in READ]
    quotes: list[Quote] = []
    lines: dict[str, int] = {}
    for quote in article.quotes:
        found = [_place(article.text, part, blocks, known) for part in quote.parts]
        spans = tuple(s for s in found if s is not None)
        whole = len(spans) == len(quote.parts)
        quotes.append(replace(quote, saved=spans if whole else ()))
        if whole and spans:
            lines[quote.id] = _line(saved.blocks, spans[0])
    return Traced(replace(article, quotes=tuple(quotes)), lines)


@dataclass(slots=True)
class _Saved:
    """The saved text and its blocks by their letters; what stands twice, by its first place in the story."""

    clean: CleanText
    blocks: dict[str, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for block in sorted(self.clean.blocks, key=lambda b: b.role not in READ):
            bullet = BULLET.match(self.clean.text, block.span.start) if block.role is Role.ITEM else None
            span = Span(bullet.end() if bullet else block.span.start, block.span.end)
            self.blocks.setdefault(_letters(span.of(self.clean.text)), span)

    def once(self, words: str) -> Span | None:
        """Return where words stand if that is in one place only."""
        at = self.clean.text.find(words)
        alone = at >= 0 and self.clean.text.find(words, at + 1) < 0
        return Span(at, at + len(words)) if alone else None


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _place(text: str, part: Span, blocks: Sequence[Block], saved: _Saved) -> Span | None:
    block = next((b for b in blocks if b.span.holds(part)), None)
    if block is None:
        return None
    here, other = block.span, saved.clean.text
    there = saved.blocks.get(_letters(here.of(text)))
    if there is None:
        return saved.once(part.of(text))
    if here.of(text) == there.of(other):
        return part.moved(there.start - here.start)
    found = _carried(_letters(text[here.start : part.start]), part.of(text), other, there)
    return found or saved.once(part.of(text))


def _carried(before: str, words: str, other: str, there: Span) -> Span | None:
    """Find ``words`` in a stretch of another text with the same letters, by how many stand ``before``."""
    count = len(_letters(words))
    if not count:
        return None
    places = [i for i in range(there.start, there.end) if other[i].isalnum()]
    start, end = places[len(before)], places[len(before) + count - 1] + 1
    tail = words[len(words.rstrip("".join(c for c in words if not c.isalnum()))) :]
    return Span(start, end + len(tail) if other[end : end + len(tail)] == tail else end)


def _line(blocks: Sequence[Block], span: Span) -> int:
    at = bisect_right(blocks, span.start, key=lambda b: b.span.start) - 1
    return blocks[at].line if at >= 0 else 0
