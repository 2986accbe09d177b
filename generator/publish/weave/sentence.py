"""A sentence of a report as it reads; that of a quotation: what was meant, and where or to whom it was said.

A few words alone tell little ("if needed"), and a report says in the sentence about a quotation to whom it
was said, where it says so at all. The sentence is shown as it stands, what is withheld in it excepted: an
excerpt shows it, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from generator.model.article import WITHDRAWN
from generator.model.text import Span, united
from generator.publish.phrase import phrases
from generator.publish.weave.body import plain_words
from generator.publish.weave.excerpt import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import Article
    from generator.model.findings import Quote

Piece = tuple[str, str]
WORDS = "words"  # the kind of a piece that was said; the others are "about"
FEW = 5  # words that are enough to be read by themselves
_MOST = 40  # words before the quotation, or behind it
_FAR = 2_000  # letters before and behind a quotation in which its sentence is looked for: more than are shown
_OPENING = re.compile("[\"“„‘'«‹]{1,2}$")
_CLOSING = re.compile("^([,.;:!?…]*)[\"”’'»›]{1,2}")


class Quoted(Protocol):
    """A quotation in its article; ``words`` are its own as they read."""

    @property
    def article(self) -> Article: ...  # noqa: D102 - the docstring of the class
    @property
    def quote(self) -> Quote: ...  # noqa: D102 - the same
    @property
    def words(self) -> str: ...  # noqa: D102 - the same


def within(shown: Quoted) -> tuple[Piece, ...]:
    """Return the sentence of a quotation that is too short to be read alone; nothing of another.

    Pieces pair a kind, "words" or "about", with text, in order.
    """
    return sentence(shown) if len(shown.words.split()) < FEW else ()


def attribution(shown: Quoted) -> tuple[Piece, ...]:
    """Return the sentence of a quotation for what stands about it; many words of its own are begun."""
    return tuple((kind, _begun(text) if kind == WORDS else text) for kind, text in sentence(shown))


def place(shown: Quoted) -> Span | None:
    """Return where the sentence of a quotation stands, None where it has no one place."""
    article, parts = shown.article, shown.quote.parts
    block = next((b.span for b in article.blocks if b.span.holds(parts[0])), None)
    if block is None or not block.holds(parts[-1]):
        return None
    whole = Span(parts[0].start, parts[-1].end)
    near = Span(max(block.start, whole.start - _FAR), min(block.end, whole.end + _FAR))
    found = [s for s in sentences(article.text, near, (whole,)) if s.shared(whole)]
    return Span(found[0].start, found[-1].end) if found else None


def sentence(shown: Quoted, *others: Quoted) -> tuple[Piece, ...]:
    """Return the sentence of a quotation in pieces; nothing where it has no other words, or no one place.

    The words of ``others`` that stand in the same one are marked in it, too.
    """
    span = place(shown)
    parts = united(part for one in (shown, *others) for part in one.quote.parts)
    pieces = tuple(_pieces(shown.article, span, parts)) if span else ()
    return pieces if any(c.isalpha() for kind, text in pieces if kind != WORDS for c in text) else ()


def as_read(article: Article, span: Span) -> str:
    """Return the words of a stretch as they read, a sign in the place of what is withheld."""
    hidden = [part for quote in article.quotes if quote.hidden for part in quote.parts]
    told, at = [], span.start
    for closed in sorted((*hidden, *article.withheld)):
        if closed.shared(span) and closed.end > at:
            told += [article.text[at : max(at, closed.start)], WITHDRAWN]
            at = closed.end
    told.append(article.text[at : span.end] if at < span.end else "")
    words = "".join(told)
    plain = " ".join(plain_words(words).split())
    return f"{' ' * words[:1].isspace()}{plain}{' ' * (words[-1:].isspace() and bool(plain))}"


def _pieces(article: Article, span: Span, parts: Sequence[Span]) -> Iterator[Piece]:
    at = span.start
    for n, part in enumerate(parts):
        before = _OPENING.sub("", as_read(article, Span(at, part.start)))
        yield "about", _tail(before) if n == 0 else _CLOSING.sub(r"\1", before)
        yield WORDS, as_read(article, part)
        at = part.end
    yield "about", _head(_CLOSING.sub(r"\1", as_read(article, Span(at, span.end))))


def _begun(words: str) -> str:
    first = words.split()[: FEW - 1]
    return words if len(words.split()) <= FEW else f"{' '.join(first)} {phrases.ELLIPSIS}"


def _tail(words: str) -> str:
    kept = words.split(" ")[-_MOST:]
    return words if len(kept) == len(words.split(" ")) else f"{phrases.ELLIPSIS} {' '.join(kept)}"


def _head(words: str) -> str:
    kept = words.split(" ")[:_MOST]
    return words if len(kept) == len(words.split(" ")) else f"{' '.join(kept)} {phrases.ELLIPSIS}"
