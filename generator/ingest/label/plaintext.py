"""Text without markup -> blocks: headline, dek, byline, caption, credit and story told apart.

Nothing is invented: a text whose first line is its first sentence has no headline.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.label.head import NEAR
from generator.ingest.label.line import STORY_LABEL, Label, Line
from generator.ingest.label.names import names_in
from generator.ingest.label.normalise import normalise, unglue
from generator.ingest.label.shape import BULLET
from generator.ingest.label.signatures import split_credit
from generator.ingest.label.stamps import first_published, says_published
from generator.ingest.label.verdict import label
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
    joined = [[lines[0]]]
    for before, line in pairwise(lines):
        runs_on = not line.gap and len(before.text) >= 0.75 * width and not BULLET.match(line.text)
        if runs_on and not (before.ended and len(before.text) < 0.9 * width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [replace(some[0], text=" ".join(line.text for line in some)) for some in joined]


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
    pieces: list[tuple[list[str], Line, Label]] = []
    for line, found in labelled:
        if pieces and line.glued and found == pieces[-1][2] and found.role not in {Role.CAPTION, Role.CREDIT}:
            pieces[-1][0].append(line.text)
        elif found.role is Role.CAPTION and (parted := split_credit(line.text)):
            pieces += [([parted[0]], line, found), ([parted[1]], line, Label(Role.CREDIT))]
        else:
            pieces.append(([line.text], line, found))
    texts = [" ".join(words) for words, _, _ in pieces]
    blocks, at = [], 0
    for words, (_, line, found) in zip(texts, pieces, strict=True):
        blocks.append(
            Block(found.role, Span(at, at + len(words)), line.number, found.rule, found.mark, found.lead)
        )
        at += len(words) + 2
    text = "\n\n".join(texts)
    return CleanText(text, tuple(blocks), facts or facts_of(text, blocks))


def facts_of(text: str, blocks: Sequence[Block]) -> Facts:
    """Return the facts that stand in the blocks themselves: headline, dek, byline, day, caption, credit."""

    def first(role: Role) -> str | None:
        return next((b.span.of(text) for b in blocks if b.role is role), None)

    bylines = [b.span.of(text) for b in blocks if b.role is Role.BYLINE]
    return Facts(
        title=first(Role.HEADLINE),
        dek=first(Role.DEK),
        byline=tuple(dict.fromkeys(name for line in bylines for name in names_in(line))),
        published=_published(text, blocks),
        caption=first(Role.CAPTION),
        credit=first(Role.CREDIT),
    )


def _published(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the day that stands above the story, else one below it that is said to be of publication."""
    start = next((i for i, b in enumerate(blocks) if b.role is Role.PARAGRAPH), len(blocks))
    dated = [i for i, b in enumerate(blocks) if b.rule == "timestamp" or b.role is Role.BYLINE]
    near = [blocks[i].span.of(text) for i in dated if start - NEAR <= i < start]
    below = [line for i in dated if i > start and says_published(line := blocks[i].span.of(text))]
    return first_published(near) or first_published(below[:1])
