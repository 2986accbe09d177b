"""A saved web page to what it says of itself and its story's parts, each with its line in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.ingest.page.facts import find_facts
from generator.ingest.page.story import Part, story_of
from generator.ingest.page.text import pieces_of
from generator.ingest.page.vote import votes
from generator.model.article import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})


class ReadPage(NamedTuple):
    """What a page says of itself, the parts of its story in order, and whether it was read to its end."""

    facts: Facts
    parts: tuple[Part, ...]
    whole: bool = True


def read_html(html: str, url: str | None) -> ReadPage:
    r"""Read a page.

    ``url`` is where it was saved from, if that is known. A text of several lines has "\n" in it. The
    headline and the line below it are among the facts, not the parts.
    """
    root = parse(html)
    if root is None:
        return ReadPage(Facts(url=url), ())
    body = root.find("body")
    found = pieces_of(root if body is None else body)
    pieces = [piece for piece in found if any(map(str.isalnum, piece.text))]
    story = story_of(pieces, votes(root, pieces))
    around = story.container if story.container is not None else root
    facts, shown = find_facts(root, around, url)
    parts = tuple(part for part in story.parts if shown.isdisjoint(part.piece.path()))
    return ReadPage(facts, parts, whole=not _cut_short(root))


def _cut_short(root: HtmlElement) -> bool:
    """Tell whether libxml2 stopped within a page: where elements nest more than 2,048 deep."""
    return any(error.type_name == "ERR_RESOURCE_LIMIT" for error in root.getroottree().parser.error_log)


def parse(html: str) -> HtmlElement | None:
    """Return the root of a page, None where there is nothing in it."""
    from lxml import etree  # noqa: PLC0415 - 20 ms, only where a page is read
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - the same

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # empty, or nothing but remarks
        return None
    _empty_head(root)
    return root


def _empty_head(root: HtmlElement) -> None:
    """Put into the body what libxml2 leaves in the head where a page names no body."""
    head = root.find("head")
    shown = next((el for el in head if el.tag not in _OF_HEAD), None) if head is not None else None
    if shown is None:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for place, el in enumerate((shown, *shown.itersiblings())):
        body.insert(place, el)
