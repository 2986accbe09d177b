"""Where the words of an article stand in the saved file: every quote traceable to its source.

Blocks that the editor left alone are found by their letters, and their spans carried over letter by
letter; in a block that was changed only words that still stand are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.article import READ, Article, Block, CleanText
from generator.model.findings import Quote
from generator.model.text import Span


@dataclass(frozen=True, slots=True)
class Traced:
    """An article whose quotes know their place in the saved text, and the line of each by its id."""

    article: Article
    lines: dict[str, int]


def trace(article: Article, saved: CleanText) -> Traced:
    """Find every quote of ``article`` in the clean text of its saved source."""
    by_letters: dict[str, list[Block]] = defaultdict(list)
    for block in saved.blocks:
        by_letters[_letters(block.span.of(saved.text))].append(block)
    blocks = [b for b in article.blocks if b.role in READ]
    quotes: list[Quote] = []
    lines: dict[str, int] = {}
    for quote in article.quotes:
        found = [_place(article.text, part, blocks, saved, by_letters) for part in quote.parts]
        spans = tuple(s for s in found if s is not None)
        whole = len(spans) == len(quote.parts)
        quotes.append(replace(quote, saved=spans if whole else ()))
        if whole:
            lines[quote.id] = _line(saved.blocks, spans[0])
    return Traced(replace(article, quotes=tuple(quotes)), lines)


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _place(
    text: str, part: Span, blocks: Sequence[Block], saved: CleanText, by_letters: dict[str, list[Block]]
) -> Span | None:
    block = next((b for b in blocks if b.span.holds(part)), None)
    if block is None:
        return None
    there = by_letters.get(_letters(block.span.of(text)))
    if there:
        return _carried(text, part, block.span, saved.text, there[0].span)
    at = saved.text.find(part.of(text))
    return Span(at, at + len(part)) if at >= 0 and saved.text.count(part.of(text)) == 1 else None


def _carried(text: str, part: Span, here: Span, other: str, there: Span) -> Span:
    """Carry a span over by counting letters; where the texts agree it is a plain shift."""
    if here.of(text) == there.of(other):
        return part.moved(there.start - here.start)
    before = len(_letters(text[here.start : part.start]))
    count = len(_letters(part.of(text)))
    places = [i for i in range(there.start, there.end) if other[i].isalnum()]
    start, end = places[before], places[before + count - 1] + 1
    tail = _trailing(part.of(text))
    return Span(start, end + len(tail) if other[end : end + len(tail)] == tail else end)


def _trailing(words: str) -> str:
    end = len(words)
    while end and not words[end - 1].isalnum():
        end -= 1
    return words[end:]


def _line(blocks: Sequence[Block], span: Span) -> int:
    return next((b.line for b in blocks if b.span.holds(span)), 0)
