"""An article's Markdown body -> blocks; its headline and dek come from the front matter.

The text is the Markdown as written: a span counts in it, and the page is rendered from it. A desk's
own block (``::: note``) is no part of the report: it is labelled and never read for quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.ingest.normalise import normalise
from generator.model.article import Block, CleanText, Facts, RawDocument, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DESK = "desk-note"
_OPEN = {"list_item_open": Role.ITEM, "blockquote_open": Role.QUOTE, "heading_open": Role.HEADING}
_CLOSE = {kind.replace("_open", "_close") for kind in _OPEN}
_MARKS = re.compile(r"(?:[#>*+\-\s]|\d{1,9}[.)] )*")


def read_markdown(document: RawDocument) -> CleanText:
    """Return the clean text of an article: headline, dek, then the body's blocks."""
    head = [(Role.HEADLINE, document.title), (Role.DEK, document.dek)]
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for role, given in head:
        if given:
            words = normalise(given).replace("\n", " ").strip()
            blocks.append(Block(role, Span(at, at + len(words)), 1))
            parts.append(words)
            at += len(words) + 2
    whole = normalise(document.body).rstrip()
    body = whole.lstrip("\n")
    above = len(whole) - len(body)
    blocks += [
        Block(role, span.moved(at), line + above, DESK if role is Role.BOILERPLATE else None)
        for role, span, line in _blocks(body)
    ]
    facts = Facts(
        title=document.title, dek=document.dek, published=document.published, language=document.language
    )
    return CleanText("\n\n".join([*parts, body]), tuple(blocks), facts)


@cache
def _parser() -> MarkdownIt:
    # Blocks only: the inline rules cost four fifths of a parse and are not needed to find paragraphs.
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up: only Markdown needs it
    from mdit_py_plugins.container import container_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": False}).use(container_plugin, name="note")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _blocks(body: str) -> Iterator[tuple[Role, Span, int]]:
    """Yield role, span and line of each block of a body."""
    starts = [0]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    if not _has_structure(body):
        yield from _paragraphs(body)
        return
    inside: list[Role] = []
    notes = 0
    for token in _parser().parse(body):
        if token.type == "container_note_open":
            notes += 1
            if token.map and notes == 1:
                yield Role.BOILERPLATE, _trimmed(body, starts, *token.map), token.map[0] + 1
        elif token.type == "container_note_close":
            notes -= 1
        elif token.type in _OPEN:
            inside.append(_OPEN[token.type])
        elif token.type in _CLOSE:
            inside.pop()
        elif not notes and token.map and token.type in {"inline", "fence", "code_block"}:
            role = inside[-1] if inside else Role.PARAGRAPH
            yield role, _trimmed(body, starts, *token.map), token.map[0] + 1


_STRUCTURE = ("#", ">", ":::", "```", "~~~", "* ", "- ", "+ ", "    ", "\t", "===", "---", "***", "|", "[")


def _has_structure(body: str) -> bool:
    """Tell whether any line may begin something else than a paragraph of Markdown."""
    return any(
        line.startswith(_STRUCTURE) or line[:1].isdigit() or line[:1] in " _<"
        for line in body.split("\n")
        if line
    )


def _paragraphs(body: str) -> Iterator[tuple[Role, Span, int]]:
    at, line = 0, 1
    for piece in body.split("\n\n"):
        text = piece.strip("\n ")
        if text:
            lead = len(piece) - len(piece.lstrip("\n "))
            yield Role.PARAGRAPH, Span(at + lead, at + lead + len(text)), line + piece[:lead].count("\n")
        at += len(piece) + 2
        line += piece.count("\n") + 2


def _trimmed(body: str, starts: list[int], first: int, end: int) -> Span:
    """Return the span of lines ``first`` to ``end`` without the marks of the block at its borders."""
    start, stop = starts[first], min(starts[end] - 1, len(body))
    text = body[start:stop]
    lead = _MARKS.match(text)
    inner = start + (lead.end() if lead else 0)
    return Span(inner, max(inner, start + len(text.rstrip("# \n"))))
