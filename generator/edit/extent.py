"""The extent of a quote as an editor has it: more words than were found, or fewer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.edit.anchors import MARKS
from generator.model.article import READ
from generator.model.findings import Form, Quote
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Reading

_PAIR: Final = 2  # marks around the words


def pieces(reading: Reading, span: Span) -> tuple[Span, ...]:
    """Return a passage in a part for each block that is read, without the marks around it."""
    text = reading.text
    inner = _inner(text, span)
    blocks = [b for b in reading.blocks if b.role in READ and b.span.shared(inner)]
    parts = (trimmed(text, common(block.span, inner)) for block in blocks)
    return tuple(part for part in parts if letters(text, part)) or (inner,)


def extended(reading: Reading, quotes: Sequence[Quote], place: int, span: Span) -> tuple[Quote, list[int]]:
    """Return the quote at ``place`` with the words of ``span``, and the places of those it takes in.

    What stands between two quotes that become one, or between two parts, "he said", stays outside.
    """
    quote, span = quotes[place], _inner(reading.text, span)
    taken = [n for n, q in enumerate(quotes) if n != place and _lies_in(q, quote, span)]
    parts = sorted(p for n in (place, *taken) for p in quotes[n].parts if p.shared(span))
    between = [Span(a.end, b.start) for a, b in pairwise(parts) if a.end < b.start]
    made = tuple(p for stretch in _without(span, between) for p in pieces(reading, stretch))
    words = " ".join(part.of(reading.text) for part in made)
    found = quote.found_text or quote.text
    return replace(quote, parts=made, text=words, said_by_editor=True, found_text=found), taken


def _lies_in(other: Quote, quote: Quote, span: Span) -> bool:
    """Tell whether another quote becomes part of this one; reported speech leaves words in marks alone."""
    alike = (other.form is Form.INDIRECT) == (quote.form is Form.INDIRECT)
    return alike and all(span.holds(part) for part in other.parts)


def _without(span: Span, holes: Iterable[Span]) -> list[Span]:
    left, at = [], span.start
    for hole in holes:
        left.append(Span(at, max(at, min(hole.start, span.end))))
        at = max(at, hole.end)
    return [piece for piece in (*left, Span(at, max(at, span.end))) if len(piece)]


def common(one: Span, two: Span) -> Span:
    """Return the stretch that two share."""
    return Span(max(one.start, two.start), min(one.end, two.end))


def letters(text: str, span: Span) -> int:
    """Count the letters and digits of a passage."""
    return sum(letter.isalnum() for letter in span.of(text))


def trimmed(text: str, span: Span) -> Span:
    """Return a passage without white space at its ends."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _inner(text: str, span: Span) -> Span:
    """Return a passage without white space at its ends and without the pair of marks around it."""
    inner = trimmed(text, span)
    if len(inner) > _PAIR and text[inner.start] in MARKS and text[inner.end - 1] in MARKS:
        return trimmed(text, Span(inner.start + 1, inner.end - 1))
    return inner
