"""Where the words of an article stand in the saved file: every quote traceable to its source.

Blocks that the editor left alone are found by their letters, and their spans carried over letter by
letter; in a block that was changed only words that still stand are found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.ingest.label.shape import BULLET
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
    pairs = [_Pair(article.text, b.span, known) for b in article.blocks if b.role in READ]
    quotes: list[Quote] = []
    lines: dict[str, int] = {}
    for quote in article.quotes:
        found = [_place(part, pairs, known) for part in quote.parts]
        spans = tuple(s for s in found if s is not None)
        whole = len(spans) == len(quote.parts)
        quotes.append(replace(quote, saved=spans if whole else ()))
        if whole and spans:
            lines[quote.id] = _line(saved.blocks, spans[0])
    blocks = article.blocks if article.path != article.front.source else _in_file(pairs, article, saved)
    return Traced(replace(article, quotes=tuple(quotes), blocks=blocks), lines)


def _in_file(pairs: Sequence[_Pair], article: Article, saved: CleanText) -> tuple[Block, ...]:
    """Return the blocks with their lines in the saved file, where no article has been made of it yet."""
    there = {pair.here: _line(saved.blocks, pair.there) for pair in pairs if pair.there}
    return tuple(replace(b, line=there.get(b.span, b.line)) for b in article.blocks)


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


class _Pair:
    """A block of the article and the saved one of its letters, counted once for all quotes in it."""

    def __init__(self, text: str, here: Span, saved: _Saved) -> None:
        self.text = text
        self.here = here
        self._saved = saved

    @cached_property
    def there(self) -> Span | None:
        """Return where the saved block stands."""
        return self._saved.blocks.get(_letters(self.here.of(self.text)))

    @cached_property
    def alike(self) -> bool:
        """Tell whether the two agree sign by sign."""
        return self.there is not None and self.here.of(self.text) == self.there.of(self._saved.clean.text)

    @cached_property
    def letters(self) -> list[int]:
        """Return the places of the letters here."""
        return _places(self.text, self.here)

    @cached_property
    def saved_letters(self) -> list[int]:
        """Return the places of the same letters there."""
        return _places(self._saved.clean.text, self.there) if self.there else []


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _places(text: str, span: Span) -> list[int]:
    return [i for i in range(span.start, span.end) if text[i].isalnum()]


def _place(part: Span, pairs: Sequence[_Pair], saved: _Saved) -> Span | None:
    at = bisect_right(pairs, part.start, key=lambda p: p.here.start) - 1
    if at < 0 or not pairs[at].here.holds(part):
        return None
    pair = pairs[at]
    if pair.there is None:
        return saved.once(part.of(pair.text))
    if pair.alike:
        return part.moved(pair.there.start - pair.here.start)
    return _carried(part, pair, saved.clean.text) or saved.once(part.of(pair.text))


def _carried(part: Span, pair: _Pair, other: str) -> Span | None:
    """Find the words of a part in another text that has the same letters there, by how many stand before."""
    first, last = bisect_left(pair.letters, part.start), bisect_left(pair.letters, part.end)
    if first == last:
        return None
    words = part.of(pair.text)
    start, end = pair.saved_letters[first], pair.saved_letters[last - 1] + 1
    tail = words[len(words.rstrip("".join(c for c in words if not c.isalnum()))) :]
    return Span(start, end + len(tail) if other[end : end + len(tail)] == tail else end)


def _line(blocks: Sequence[Block], span: Span) -> int:
    at = bisect_right(blocks, span.start, key=lambda b: b.span.start) - 1
    return blocks[at].line if at >= 0 else 0
