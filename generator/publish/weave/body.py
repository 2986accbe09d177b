"""Markdown, quote marks and notes -> safe HTML.

Text from a source reaches a page in one of two ways. A paragraph without Markdown (nine in ten of a
saved report) is escaped, and nothing else. All other text goes through markdown-it-py with raw HTML
switched off, and what comes out of that through nh3 with a list of what may stand: 13 µs a piece
beside the 150 µs of the parse, so no piece is spared it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.article import STORY, Block, Role
from generator.publish.weave.links import DESK_NOTE, Around
from generator.publish.weave.marks import PRIVATE, Event, Mark, Turn, Weave, escape, events

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.text import Span
    from generator.publish.weave.markdown import Machine

GAP_SIGN = "[…]"  # of an excerpt, where the report goes on
GAP = "gap"  # the rule of a stretch of an excerpt after which the report goes on, but not the page

# What the quick way may meet: a beginning that opens no block, and no character that begins inline
# Markdown but in a place where it does not. `markdown_it.parser_inline` lists the characters;
# tests/unit/publish/test_body.py holds the two ways equal.
_CALM = (
    r"[^\\`*_\[\]<&~\x00-\x1f\x7f\x85\u2028\u2029]++"
    r"|\\[!-/:-@\[-`{-~]|&(?![#\w])|<(?= )|(?<=[^\W_])_(?=[^\W_])"
)
_STRESS = rf"(?<![^\s“‘(\"'])\*(?=[^\W_])(?:{_CALM})*+(?<=[^\W_])\*(?=[\s.,;:!?…”’)\"']|\Z)"
_PLAIN = re.compile(
    r"(?:[^\W\d_]|[“”‘’\"'(…„«—–$£€]|(?!\d{1,9}[.)](?:\s|\Z))\d|(?=\\[!-/:-@\[-`{-~])|(?=\*[^\W_]))"
    rf"(?:{_CALM}|{_STRESS})*+(?<!\s)\Z"
)
_STAR = re.compile(r"\\.|(\*)")
_SLASHES = re.compile(r"\\+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BEFORE = re.compile(r"(?:[#>*+\-\s]|\d{1,9}[.)] )*")  # what generator.ingest leaves out of a block's span
_AFTER = re.compile(r"[# \t]*$", re.MULTILINE)
_REFERENCE = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[^\n]*$", re.MULTILINE)
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_JOINED = frozenset({Role.ITEM, Role.QUOTE})
_MARKUP = re.compile(r"[\\`*_\[&~]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A shown block: its text with its marks of Markdown, where that begins, and the turns in it."""

    block: Block
    start: int
    text: str
    turns: tuple[Event, ...]


def body_html(text: str, blocks: Sequence[Block], marks: Sequence[Mark], around: Around | None = None) -> str:
    """Return the story of an article as safe HTML, its passages marked.

    ``blocks`` are those to be shown, in order; a mark's id stands on its first piece, its sign behind
    its last.
    """
    around = around or Around()
    if PRIVATE.search(text):
        text = PRIVATE.sub(lambda m: "\x00" * len(m.group()), text)  # of one length, and never shown
    shown = [b for b in blocks if b.role in STORY or b.rule == DESK_NOTE]
    turns = events(marks, [b.span for b in shown], text)
    pieces = [_piece(text, block, inside) for block, inside in zip(shown, turns, strict=True)]
    references = _references(text) if "]:" in text else {}
    weave = Weave()
    html = []
    for n, run in enumerate(_runs(pieces)):
        if _is_plain(run):
            made = _plain(run[0], weave)
            made = _gapped(made) if run[0].block.rule == GAP else made
        else:
            source, placed = _joined(text, run)
            desk = run[0].block.rule == DESK_NOTE
            weave.key = f".{n}"  # no note's id begins with a point
            made = _machine(footnotes=desk).html(
                source + _referred(source, references), placed, weave, around.by_desk if desk else around
            )
            made = _gapped(made) if run[-1].block.rule == GAP else made
        html.append(_amended(made, around) if run[0].block.mark else made)
    return "".join(html)


def _amended(html: str, around: Around) -> str:
    """Set apart what an outlet says it has changed: it is the outlet's word, not the desk's."""
    words = escape(around.tongue.say("article.amended"))
    return f'<div class="amended">\n<p class="kicker"{around.ours}>{words}</p>\n{html}</div>\n'


def _references(text: str) -> dict[str, str]:
    """Return the lines that give links their addresses, by label; of two with one label the first counts."""
    found: dict[str, str] = {}
    for line in _REFERENCE.finditer(text):
        found.setdefault(_folded(line[1]), line[0])
    return found


def _referred(source: str, references: Mapping[str, str]) -> str:
    """Return those lines whose labels stand in a source, to be set behind it."""
    labels = dict.fromkeys(map(_folded, _LABEL.findall(source))) if references else {}
    lines = [references[label] for label in labels if label in references]
    return "\n\n" + "\n".join(lines) if lines else ""


def _folded(label: str) -> str:
    return " ".join(PRIVATE.sub("", label).split()).casefold()


def inline_html(text: str, span: Span, marks: Sequence[Mark]) -> str:
    """Return a headline or a dek, which are plain text, as HTML with its passages marked."""
    weave = Weave()
    at = span.start
    for event in events(marks, [span], text)[0]:
        weave.leaf(escape(PRIVATE.sub("", text[at : event.at])))
        weave.turn(event)
        at = max(at, event.at, event.until)
    weave.leaf(escape(PRIVATE.sub("", text[at : span.end])))
    return weave.taken()


def desk_html(markdown: str, around: Around | None = None, key: str = "") -> str:
    """Return what an editor wrote in Markdown as safe HTML; with ``key`` begin the ids of its footnotes."""
    if not markdown.strip():
        return ""
    return _machine(footnotes=True).html(PRIVATE.sub("", markdown), (), Weave(key=key), around or Around())


def page_html(html: str) -> str:
    """Return what an editor wrote in HTML as safe HTML."""
    return _machine().safe(PRIVATE.sub("", html))


def plain_words(markdown: str) -> str:
    """Return the words of inline Markdown as they read: no escapes, no marks of emphasis or links."""
    if not _MARKUP.search(markdown):
        return markdown
    if "*" not in markdown and _PLAIN.match(markdown):
        return _ESCAPED.sub(r"\1", markdown)
    return _machine().words(PRIVATE.sub("", markdown))


def _piece(text: str, block: Block, turns: Sequence[Event]) -> _Piece:
    """Take a block with the marks of Markdown that stand before and behind it on its lines."""
    start, end = block.span.start, block.span.end
    line = text.rfind("\n", 0, start) + 1
    if line != start and _BEFORE.fullmatch(text, line, start):
        start = line
    if block.rule != GAP and (after := _AFTER.match(text, end)):
        end = after.end()
    own = text[start:end]
    if block.role is Role.HEADING and not own.lstrip().startswith("#") and "\n" not in own:
        own, start = f"## {own}", start - 3
    return _Piece(block, start, own, tuple(turns))


def _runs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Part the pieces into runs that can be rendered alone: lists and block quotes stay together."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and not (piece.block.role in _JOINED and run[-1].block.role is piece.block.role):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _joined(text: str, run: Sequence[_Piece]) -> tuple[str, list[Event]]:
    """Return the source of a run, and its turns counted in that."""
    source: list[str] = []
    turns: list[Event] = []
    length = 0
    before: _Piece | None = None
    for piece in run:
        gap = "" if before is None else _gap(text, before, piece)
        source += [gap, piece.text]
        shift = length + len(gap) - piece.start
        turns += [replace(e, at=e.at + shift, until=e.until and e.until + shift) for e in piece.turns]
        length += len(gap) + len(piece.text)
        before = piece
    return "".join(source), turns


def _gap(text: str, before: _Piece, piece: _Piece) -> str:
    """Return what stands between two pieces of a run: the source's own white space, or a blank line."""
    between = text[before.start + len(before.text) : piece.start]
    return between if "\n" in between and not between.strip("\n >") else "\n\n"


def _is_plain(run: Sequence[_Piece]) -> bool:
    """Tell whether a run can go the quick way."""
    piece = run[0]
    if len(run) > 1 or piece.block.role is not Role.PARAGRAPH or not _PLAIN.match(piece.text):
        return False
    # Withheld words could take one star of two with them.
    return "*" not in piece.text or all(e.turn is not Turn.WITHHELD for e in piece.turns)


def _plain(piece: _Piece, weave: Weave) -> str:
    text, start = piece.text, piece.start
    slashes = [m.span() for m in _SLASHES.finditer(text)] if "\\" in text else []
    stars = [m.start() for m in _STAR.finditer(text) if m.group(1)] if "*" in text else []
    weave.out.append("<p>")
    at = 0
    for event in piece.turns:
        place = event.at - start
        if _halves(slashes, place):
            place += 1 if event.turn in {Turn.CLOSE, Turn.SIGN} else -1
        _leaves(weave, text, (at, place), stars)
        weave.turn(event)
        at = max(at, place, event.until - start)
    _leaves(weave, text, (at, len(text)), stars)
    weave.close()
    weave.out.append("</p>\n")
    return weave.taken()


def _leaves(weave: Weave, text: str, stretch: tuple[int, int], stars: Sequence[int]) -> None:
    at, end = stretch
    for n in range(bisect_left(stars, at), bisect_left(stars, end)):
        weave.leaf(_words(text[at : stars[n]]))
        weave.element("</em>" if n % 2 else "<em>")
        at = stars[n] + 1
    weave.leaf(_words(text[at:end]))


def _gapped(html: str) -> str:
    return f'{html.removesuffix("</p>" + chr(10))}<span class="gap"> {GAP_SIGN}</span></p>\n'


def _halves(slashes: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether a place lies between a backslash and what it escapes; ``slashes`` are the runs of them."""
    k = bisect_left(slashes, (place, 0)) - 1
    return k >= 0 and place <= slashes[k][1] and (place - slashes[k][0]) % 2 == 1


def _words(markdown: str) -> str:
    return escape(_ESCAPED.sub(r"\1", markdown) if "\\" in markdown else markdown)


def _machine(*, footnotes: bool = False) -> Machine:
    from generator.publish.weave.markdown import machine  # noqa: PLC0415 - start-up: plain reports need no parser

    return machine(footnotes=footnotes)
