"""An article's Markdown body -> blocks; its headline and dek come from the front matter.

The text is the Markdown as written: a span counts in it, and the page is rendered from it. A desk's
own block (``::: note``) is no part of the report: it is labelled and never read for quotes. A comment is no
part of the text, either.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.forms.asides import opens_note
from generator.forms.remarks import without_remarks
from generator.ingest.label.normalise import normalise, normalise_markdown
from generator.ingest.label.shape import AMENDED, is_amendment
from generator.model.article import STORY, Block, CleanText, Facts, RawDocument, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt

DESK = "desk-note"
DEFINITION = "link-definition"
_OPEN = {"list_item_open": Role.ITEM, "blockquote_open": Role.QUOTE, "heading_open": Role.HEADING}
_CLOSE = {kind.replace("_open", "_close") for kind in _OPEN}
_MARKS = {
    Role.ITEM: re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])(?:\s+|$)"),
    Role.QUOTE: re.compile(r"\s*>"),
    Role.HEADING: re.compile(r"\s*#{1,6}(?:\s+|$)"),
}
_SPACE = re.compile(r"\s*")
_CLOSING = re.compile(r"(?:^|\s+)#+\s*$")
_LETTER = re.compile(r"[^\W_]")
_EMPTY_LINES = re.compile(r"(?: *\n)*")
# A line that may begin, or make of the line above, something else than a paragraph.
_STRUCTURE = re.compile(r"^(?:[ #>|\[_<]|:::|```|~~~|[*+=-]+(?: |$)|\d)", re.MULTILINE)

Found = tuple[Role, Span, int, str | None]  # role, place in the body, line from 1, rule


def read_markdown(document: RawDocument) -> CleanText:
    """Return the clean text of an article: headline, dek, then the body's blocks."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for role, words in given_words(document.title, document.dek):
        blocks.append(Block(role, Span(at, at + len(words)), 1))
        parts.append(words)
        at += len(words) + 2
    body, first = body_of(document.body)
    blocks += [
        Block(role, span.moved(at), n + first - 1, rule, _mark(role, span.of(body)))
        for role, span, n, rule in _blocks(body)
    ]
    facts = Facts(
        title=document.title, dek=document.dek, published=document.published, language=document.language
    )
    return CleanText("\n\n".join([*parts, body]), tuple(blocks), facts)


def given_words(title: str | None, dek: str | None) -> list[tuple[Role, str]]:
    """Return the headline and the dek that a head gives, those that it gives."""
    given = ((Role.HEADLINE, title), (Role.DEK, dek))
    return [(role, words) for role, text in given if (words := " ".join(normalise(text or "").split()))]


def body_of(raw: str) -> tuple[str, int]:
    """Return a body as its spans count in it, without comments, and the line on which it begins, from 1."""
    whole = without_remarks(normalise_markdown(raw)).rstrip()
    above = _EMPTY_LINES.match(whole)
    first = above.end() if above else 0
    return whole[first:], whole.count("\n", 0, first) + 1


def _mark(role: Role, words: str) -> str | None:
    return AMENDED if role in STORY and is_amendment(words) else None


@cache
def parser() -> MarkdownIt:
    """Return what finds the blocks of a body."""
    # Blocks only: the inline rules cost four fifths of a parse and are not needed to find paragraphs.
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up: only Markdown needs it
    from mdit_py_plugins.container import container_plugin  # noqa: PLC0415 - the same

    parser = MarkdownIt("commonmark", {"html": False}).use(container_plugin, name="note", validate=opens_note)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _blocks(body: str) -> Iterator[Found]:
    """Yield role, span, line and rule of each block of a body, in order."""
    if not _STRUCTURE.search(body):
        yield from _paragraphs(body)
        return
    starts = [0]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    done = 0
    for containers, first, end in _parsed(body):
        yield from _definitions(body, starts, done, first)
        done = end
        role = containers[-1] if containers else Role.PARAGRAPH
        span = _trimmed(body, Span(starts[first], min(starts[end] - 1, len(body))), containers)
        yield role, span, first + 1, DESK if role is Role.BOILERPLATE else None
    yield from _definitions(body, starts, done, len(starts) - 1)


def _parsed(body: str) -> Iterator[tuple[tuple[Role, ...], int, int]]:
    """Yield what each block stands in, its first line and the line behind its last, from 0."""
    inside: list[Role] = []
    notes = 0
    for token in parser().parse(body):
        if token.type == "container_note_open":
            notes += 1
            if token.map and notes == 1:
                yield (*inside, Role.BOILERPLATE), token.map[0], token.map[1]
        elif token.type == "container_note_close":
            notes -= 1
        elif token.type in _OPEN:
            inside.append(_OPEN[token.type])
        elif token.type in _CLOSE:
            inside.pop()
        elif not notes and token.map and token.type in {"inline", "fence", "code_block"}:
            yield tuple(inside), token.map[0], token.map[1]


def _definitions(body: str, starts: Sequence[int], first: int, end: int) -> Iterator[Found]:
    """Yield the lines that the parser keeps to itself: the addresses of links, no words of the story."""
    for n in range(first, end):
        span = Span(starts[n], starts[n + 1] - 1)
        if "]:" in span.of(body) and _LETTER.search(span.of(body)):
            yield Role.BOILERPLATE, span, n + 1, DEFINITION


def _paragraphs(body: str) -> Iterator[Found]:
    at, line = 0, 1
    for piece in body.split("\n\n"):
        text = piece.strip("\n ")
        if text:
            lead = len(piece) - len(piece.lstrip("\n "))
            span = Span(at + lead, at + lead + len(text))
            yield Role.PARAGRAPH, span, line + piece[:lead].count("\n"), None
        at += len(piece) + 2
        line += piece.count("\n") + 2


def _trimmed(body: str, lines: Span, containers: Sequence[Role]) -> Span:
    """Return the span of whole lines without the marks of what they stand in, at its borders."""
    start = lines.start
    for role in containers:
        if role in _MARKS and (mark := _MARKS[role].match(body, start, lines.end)):
            start = mark.end()
    space = _SPACE.match(body, start, lines.end)
    start = space.end() if space else start
    words = body[start : lines.end]
    if containers and containers[-1] is Role.HEADING:
        words = _CLOSING.sub("", words)
    return Span(start, start + len(words.rstrip()))
