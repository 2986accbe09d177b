"""The headline of a saved page and the line below it: what the page says of itself and what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.page.said import plain
from generator.ingest.page.text import class_words, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from generator.ingest.page.said import Said

_STANDFIRST = frozenset(
    {"standfirst", "dek", "deck", "subtitle", "subheadline", "strapline", "alternativeheadline", "subhead"}
)
_PERHAPS_STANDFIRST = frozenset({"summary", "description", "intro", "excerpt", "teaser"})
_MAY_BE_STANDFIRST = frozenset({"p", "h2", "h3", "div", "span"})
_LONGEST_STANDFIRST = 500  # characters
_GLUE = re.compile(r"\s+[|–—•·»:-]+\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5  # of its words: what the metadata give as title is the headline in other words


def find_title(
    seen: Sequence[HtmlElement], story: HtmlElement, said: Said, outlet: str | None
) -> tuple[str | None, HtmlElement | None]:
    """Return the title and the element that shows the headline; ``seen`` are the visible elements in order.

    JSON-LD, Open Graph and the headline are asked, and what most of them say word by word prevails; among
    equals the first. ``<title>`` is written for search engines, and taken where the others say nothing.
    """
    stated = (plain(said.article.get("headline")), said.meta("og:title"), said.title)
    *titles, last = (_unglued(title, outlet) for title in stated)
    h1 = _headline(seen, story, [title for title in (*titles, last) if title])
    shown = text_of(h1) if h1 is not None else ""
    asked = [_beginning(title, shown) for title in (*titles, shown) if title]
    return max(asked, key=asked.count, default=last), h1


def _headline(seen: Sequence[HtmlElement], story: HtmlElement, titles: Sequence[str]) -> HtmlElement | None:
    """Choose the page's headline: the one most like what its metadata give as title, else the story's."""
    all_ = [el for el in seen if el.tag == "h1" and text_of(el)]
    alike = {el: _alike(text_of(el), titles) for el in all_}
    best = max(all_, key=alike.__getitem__, default=None)
    if best is not None and alike[best] >= _ALIKE:
        return best
    inside = [el for el in all_ if story in el.iterancestors()]
    return next(iter(inside or all_), None)


def _alike(shown: str, titles: Sequence[str]) -> float:
    """Return the share of a headline's words that stand in the title most like it."""
    words = set(_WORD.findall(shown.casefold()))
    return max(
        (len(words & set(_WORD.findall(t.casefold()))) / len(words) for t in titles if words), default=0.0
    )


def _beginning(title: str, shown: str) -> str:
    """Take off a title what is glued to the headline that it begins with."""
    return shown if shown and title.startswith(shown) and _GLUE.match(title, len(shown)) else title


def _unglued(title: str | None, outlet: str | None) -> str | None:
    """Take the outlet's name off a title."""
    if title is None:
        return None
    parts = list(_GLUE.finditer(title))
    if outlet and parts:
        first, last = title[: parts[0].start()], title[parts[-1].end() :]
        if _same_name(last, outlet):
            return title[: parts[-1].start()].strip() or None
        if _same_name(first, outlet):
            return title[parts[0].end() :].strip() or None
    return title


def _same_name(part: str, outlet: str) -> bool:
    a, b = part.casefold().strip(), outlet.casefold()
    return bool(a) and (a.startswith(b) or (b.startswith(a) and len(a) > 2))  # noqa: PLR2004 - "A | Ab": not a name


def find_standfirst(seen: Sequence[HtmlElement], h1: HtmlElement | None, said: Said) -> HtmlElement | None:
    """Find the line below the headline: marked as one, or what the description says, set apart."""
    candidates = [el for el in seen if el.tag in _MAY_BE_STANDFIRST]
    for el in candidates:
        if not _STANDFIRST.isdisjoint(class_words(el)) and 0 < len(text_of(el)) <= _LONGEST_STANDFIRST:
            return el
    described = (said.meta("og:description", "description"), plain(said.article.get("description")))
    descriptions = [d.rstrip("…. ").casefold() for d in described if d]
    after = h1.getnext() if h1 is not None else None
    beside = after if after is not None and after.tag in {"h2", "h3"} else None
    for el in candidates:
        if el is beside or not _PERHAPS_STANDFIRST.isdisjoint(class_words(el)):
            text = text_of(el).casefold()
            if len(text) <= _LONGEST_STANDFIRST and any(d and text.startswith(d) for d in descriptions):
                return el
    return None
