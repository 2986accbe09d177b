"""Text without markup -> blocks: headline, dek, byline, caption, credit and story told apart.

Nothing is invented: a text whose first line is its first sentence has no headline.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.line import STORY_LABEL, Label, Line
from generator.ingest.normalise import normalise, unglue
from generator.ingest.shape import BULLET
from generator.ingest.signatures import split_credit
from generator.ingest.verdict import label
from generator.model.article import Block, CleanText, Facts, RawDocument, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.settings import ReadSettings

WIDTHS = range(40, 101)  # letters: what letters, mails and terminals are wrapped at
WRAPPED = 5  # lines without a blank one before the next: fewer show no width


def read_plain(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the clean text of a plain one: every line is a block, and every block has its role."""
    lines = lines_of(document.body)
    labels = label(lines, document, settings) if document.clean else [STORY_LABEL] * len(lines)
    return assemble(list(zip(lines, labels, strict=True)))


def lines_of(body: str) -> list[Line]:
    """Split a body into lines, one paragraph each, with run-together sentences taken apart."""
    lines: list[Line] = []
    gap = True
    for number, raw in enumerate(normalise(body).split("\n"), 1):
        text = raw.strip()
        if text:
            lines.append(Line(text, number, gap))
        gap = not text
    lines = _unwrap(lines)
    return [
        Line(piece.strip(), line.number, gap=line.gap and not k, glued=k > 0)
        for line in lines
        for k, piece in enumerate(unglue(line.text))
    ]


def _unwrap(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of a text that was wrapped at a fixed width; leave any other as it is."""
    width = _width(lines)
    if not width:
        return list(lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        runs_on = not line.gap and len(before.text) >= 0.75 * width and not BULLET.match(line.text)
        if runs_on and not (before.ended and len(before.text) < 0.9 * width):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _width(lines: Sequence[Line]) -> int:
    """Return the width a text was wrapped at, 0 where it was not.

    Most lines that another follows are then nearly full, and most that follow go on in the middle of a
    sentence, with a small letter.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    width = max((len(a.text) for a, _ in pairs), default=0)
    full = [b for a, b in pairs if len(a.text) >= 0.75 * width]
    go_on = sum(not b.text[0].isupper() and not BULLET.match(b.text) for b in full)
    wrapped = len(full) >= 0.6 * len(pairs) and go_on >= 0.5 * len(full)
    return width if width in WIDTHS and len(pairs) >= WRAPPED and wrapped else 0


def assemble(labelled: Sequence[tuple[Line, Label]], facts: Facts | None = None) -> CleanText:
    """Join labelled lines into the one text; captions are parted from their credits."""
    pieces: list[tuple[str, Line, Label]] = []
    for line, found in labelled:
        if pieces and line.glued and found == pieces[-1][2] and found.role not in {Role.CAPTION, Role.CREDIT}:
            pieces[-1] = (f"{pieces[-1][0]} {line.text}", pieces[-1][1], found)
        elif found.role is Role.CAPTION and (parted := split_credit(line.text)):
            pieces += [(parted[0], line, found), (parted[1], line, Label(Role.CREDIT))]
        else:
            pieces.append((line.text, line, found))
    blocks, at = [], 0
    for text, line, found in pieces:
        blocks.append(Block(found.role, Span(at, at + len(text)), line.number, found.rule))
        at += len(text) + 2
    text = "\n\n".join(piece[0] for piece in pieces)
    return CleanText(text, tuple(blocks), facts or facts_of(text, blocks))


def facts_of(text: str, blocks: Sequence[Block]) -> Facts:
    """Return the facts that stand in the blocks themselves: headline, dek, byline, caption, credit."""

    def first(role: Role) -> str | None:
        return next((b.span.of(text) for b in blocks if b.role is role), None)

    bylines = tuple(b.span.of(text) for b in blocks if b.role is Role.BYLINE)
    return Facts(
        title=first(Role.HEADLINE),
        dek=first(Role.DEK),
        byline=bylines,
        caption=first(Role.CAPTION),
        credit=first(Role.CREDIT),
    )
