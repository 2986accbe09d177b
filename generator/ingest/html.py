"""A saved web page to what it says of itself and its story's blocks, each with its line in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ingest.pagefacts import find_facts
from generator.ingest.pagetext import BLOCKS, NEVER, Piece, blocks_of, visible
from generator.model.article import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PROSE = frozenset({"p", "div", "td", "section", "pre"})
_LEAST = 80  # characters: a text of its own, below which a <div> is furniture


def read_html(html: str, url: str | None) -> tuple[Facts, tuple[Piece, ...]]:
    r"""Read a page: what it says of itself, and the blocks of its story in order, each with its line.

    ``url`` is where it was saved from, if that is known. A text of several lines has "\n" in it. The
    headline and the line below it are among the facts, not the blocks.
    """
    root = parse(html)
    if root is None:
        return Facts(url=url), ()
    story = choose(root)
    facts, shown = find_facts(root, story, url)
    blocks = tuple(blocks_of(story, shown))
    return facts, blocks


def parse(html: str) -> HtmlElement | None:
    """Return the root of a page, None where there is nothing in it."""
    from lxml import etree  # noqa: PLC0415 - 20 ms, only where a page is read
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - the same

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # empty, or nothing but remarks
        return None


def choose(root: HtmlElement) -> HtmlElement:
    """Choose the element that holds the story.

    What the page itself calls its article, if that holds most of the text that is not links; else the
    element most of that text stands in.
    """
    seen = list(visible(root))
    amounts = {el: amount for el in seen if el.tag in _PROSE and (amount := _prose(el))}
    shown = set(seen)
    scores: dict[HtmlElement, int] = {}
    for el, amount in amounts.items():
        for depth, outer in enumerate(_outer(el)):
            scores[outer] = scores.get(outer, 0) + amount // (depth + 1)
    if not scores:
        body = root.find("body")
        return root if body is None else body
    densest = max(scores, key=lambda el: scores[el])
    least = _within(densest, amounts) / 2
    for path in ('//*[@itemprop="articleBody"]', "//article", "//main", '//*[@role="main"]'):
        found = [el for el in root.xpath(path) if el in shown]
        if found and _within(best := max(found, key=lambda el: _within(el, amounts)), amounts) > least:
            return best
    return densest


def _prose(el: HtmlElement) -> int:
    """Count the letters of an element's own running text, links left out; 0 if there is hardly any."""
    count = len((el.text or "").strip())
    for child in el:
        if child.tag not in BLOCKS and child.tag not in NEVER:
            count += len("".join(child.itertext()).strip()) if child.tag != "a" else 0
        count += len((child.tail or "").strip())
    return count if el.tag == "p" or count >= _LEAST else 0


def _outer(el: HtmlElement) -> list[HtmlElement]:
    """List the elements that may be a story's if ``el`` is one of its paragraphs: the nearest three."""
    near = [] if el.tag == "p" else [el]
    for outer in el.iterancestors():
        if outer.tag == "html" or len(near) == 3:  # noqa: PLR2004 - readability scores parent and grandparent
            break
        near.append(outer)
    return near


def _within(el: HtmlElement, amounts: dict[HtmlElement, int]) -> int:
    return sum(amounts.get(inner, 0) for inner in el.iter())
