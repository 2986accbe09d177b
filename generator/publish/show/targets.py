"""By which words a browser finds a quote on its outlet's page, as a text fragment names them.

Of a long quote, or one that goes over two paragraphs, that is how it begins and how it ends. A browser goes
to the first place where the words stand, so where they stand further up as well what is beside them is named,
too. Case makes no difference (WICG, "URL Fragment Text Directives"), nor, in Chromium, the shape of marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.text import Span
from generator.publish.address.urls import Target
from generator.publish.weave.body import plain_words

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.findings import Quote

WHOLE = 8  # words that are named as they are
ENDS = (4, 6, 8)  # words of either end of what is longer: as few as find it
BESIDE = (3, 6)  # words of what stands before, or behind
_WORD = re.compile(r"\S+")


def target(article: Article, quote: Quote) -> Target:
    """Return by which words ``quote`` is found on the page that ``article`` was saved from."""
    if not quote.parts:
        return Target("")
    text, parts = article.text, quote.parts
    whole = Span(parts[0].start, parts[-1].end)
    one_block = _block(article, whole.start) == _block(article, whole.end - 1)
    open_to_all = not any(whole.shared(part) for part in _withheld(article))
    if one_block and open_to_all and len(whole.of(text).split()) <= WHOLE:
        return _told_apart(article, quote, whole, None)
    begins = _ends(text, parts[0], alone=len(parts) == 1)
    opening = next((span for span in begins if _is_first(text, span)), begins[0])
    closings = _ends(text, parts[-1], alone=len(parts) == 1, last=True)
    closing = next((span for span in closings if _is_first(text, span, opening.end)), closings[0])
    return _told_apart(article, quote, opening, closing)


def _ends(text: str, part: Span, *, alone: bool, last: bool = False) -> list[Span]:
    """Return the first words of a part, or its last, fewest first; of one part alone at most half of them."""
    words = [m.span() for m in _WORD.finditer(text, part.start, part.end)]
    most = max(1, len(words) // 2) if alone else len(words)
    counts = dict.fromkeys(min(n, most) for n in ENDS)
    if last:
        return [Span(words[-n][0], part.end) for n in counts]
    return [Span(part.start, words[n - 1][1]) for n in counts]


def _told_apart(article: Article, quote: Quote, opening: Span, closing: Span | None) -> Target:
    """Name the words, with what stands beside them in their paragraph where that is needed and tells."""
    text = article.text
    start, end = _plain(text, opening), _plain(text, closing) if closing else ""
    if _is_first(text, opening):
        return Target(start, end)
    before, behind = _beside(article, quote)
    for n in BESIDE:
        words = [m.start() for m in _WORD.finditer(text, before.start, before.end)][-n:]
        if words and _is_first(text, Span(words[0], opening.end)):
            return Target(start, end, prefix=_plain(text, Span(words[0], before.end)))
    for n in BESIDE if closing is None else ():
        words = [m.end() for m in _WORD.finditer(text, behind.start, behind.end)][:n]
        if words and _is_first(text, Span(opening.start, words[-1])):
            return Target(start, end, suffix=_plain(text, Span(behind.start, words[-1])))
    return Target(start, end)


def _beside(article: Article, quote: Quote) -> tuple[Span, Span]:
    """Return what stands before a quote and behind it in its paragraph, up to what is withheld."""
    start, end = quote.parts[0].start, quote.parts[-1].end
    withheld = _withheld(article)
    since = max((part.end for part in withheld if part.end <= start), default=0)
    until = min((part.start for part in withheld if part.start >= end), default=len(article.text))
    first, last = (article.blocks[_block(article, at)].span for at in (start, end - 1))
    return Span(max(since, first.start), start), Span(end, max(end, min(until, last.end)))


def _withheld(article: Article) -> list[Span]:
    return [part for q in article.quotes if q.hidden for part in q.parts]


def _block(article: Article, at: int) -> int:
    return max(0, bisect_right(article.blocks, at, key=lambda block: block.span.start) - 1)


def _is_first(text: str, span: Span, since: int = 0) -> bool:
    """Tell whether words stand nowhere between ``since`` and their own place; mostly they do nowhere else."""
    words, whole = _folded(span.of(text)), _all_folded(text)
    return whole.find(words) == whole.rfind(words) or words not in _part_folded(text, since, span.end - 1)


@lru_cache(maxsize=256)
def _all_folded(text: str) -> str:
    return _folded(text)


@lru_cache(maxsize=256)  # what begins in several places is asked for with one end
def _part_folded(text: str, start: int, end: int) -> str:
    return _folded(text[start:end])


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _plain(text: str, span: Span) -> str:
    return " ".join(plain_words(span.of(text)).split()).rstrip(" ,")
