"""Text without markup -> blocks: headline, dek, byline, caption, credit and story told apart.

Nothing is invented: a text whose first line is its first sentence has no headline.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.boilerplate import (
    FEW,
    STORY_LABEL,
    Label,
    Line,
    by_settings,
    by_wording,
    cut,
    is_piped,
    is_story,
)
from generator.ingest.normalise import normalise, unglue
from generator.ingest.signatures import is_agencies, is_byline, is_credit, is_person, split_credit
from generator.model.article import Block, CleanText, Facts, RawDocument, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.settings import ReadSettings

_DATELINE_ONLY = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]{2,40}$")
BULLET = re.compile(r"(?:[•‣◦▪●*–-]|(\d{1,2})[.)]) +(?=\S)")

HEADLINE_WORDS = 26  # the longest headline of five hundred news pages had 24 words
DEK_WORDS = 45
TAIL_WORDS = 20
HEADING_WORDS = 14
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
        replace(line, text=piece.strip(), gap=line.gap and not k, glued=bool(k))
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


def label(lines: Sequence[Line], document: RawDocument, settings: ReadSettings) -> list[Label]:
    """Say of every line what it is: editors first, then wording, then place and shape."""
    labels = by_wording(lines)
    spaced = any(line.gap for line in lines[1:])
    for i, line in enumerate(lines):
        labels[i] = by_settings(line, settings) or labels[i] or _by_shape(lines, i, spaced=spaced)
    start = next((i for i, line in enumerate(lines) if labels[i] is None and _begins_story(line)), len(lines))
    _head(lines, labels, start, document)
    _tail(lines, labels, start)
    last = max((i for i, found in enumerate(labels) if found is None), default=0)
    return [
        found or _body_label(line, last=i == last)
        for i, (line, found) in enumerate(zip(lines, labels, strict=True))
    ]


def _by_shape(lines: Sequence[Line], i: int, *, spaced: bool) -> Label | None:
    line = lines[i]
    if is_credit(line.text):
        return Label(Role.CREDIT)
    if is_byline(line.text):
        return Label(Role.BYLINE)
    if parted := split_credit(line.text):
        signed_off = is_agencies(parted[1]) and i > 0 and not any(map(is_story, lines[i + 1 :]))
        return STORY_LABEL if signed_off else Label(Role.CAPTION)
    if is_piped(line):
        return cut("embed")
    after = lines[i + 1] if i + 1 < len(lines) else None
    if spaced and after and not after.gap and not line.ended and split_credit(after.text):
        return cut("image-alt")  # the words of a picture that could not be shown, right above its caption
    return None


def _begins_story(line: Line) -> bool:
    return is_story(line) or line.words > DEK_WORDS


def _head(lines: Sequence[Line], labels: list[Label | None], start: int, document: RawDocument) -> None:
    """Find headline, dek and a name without "By" among the lines before the story."""
    for role, given in ((Role.HEADLINE, document.title), (Role.DEK, document.dek)):
        at = _place(lines, given)
        if at is not None:
            labels[at] = Label(role)
    free = [i for i in range(start) if labels[i] is None and not lines[i].ended]
    at = next((i for i, found in enumerate(labels) if found == Label(Role.HEADLINE)), None)
    if at is None:
        at = _headline(lines, free)
    if at is None:
        return
    labels[at] = Label(Role.HEADLINE)
    for i in free:
        dated = {cut("timestamp"), Label(Role.BYLINE)} & {*labels[i - 1 : i], *labels[i + 1 : i + 2]}
        if i < at:
            labels[i] = cut("section")
        elif i > at and dated and is_person(lines[i].text):
            labels[i] = Label(Role.BYLINE)
    below = next((i for i in range(at + 1, start) if labels[i] is None), None)
    if Label(Role.DEK) not in labels and below in free and lines[below].words <= DEK_WORDS:
        labels[below] = Label(Role.DEK)


def _place(lines: Sequence[Line], given: str | None) -> int | None:
    """Return the line that has the words of a given headline or dek, however they are set."""
    words = _letters(given or "")
    return next((i for i, line in enumerate(lines) if words and _letters(line.text) == words), None)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _headline(lines: Sequence[Line], free: Sequence[int]) -> int | None:
    """Return the first line that can be a headline: one word is the name of a section."""
    at = next((i for i in free if lines[i].words > 1), None)
    return at if at is not None and lines[at].words <= HEADLINE_WORDS and len(lines) > 1 else None


def _tail(lines: Sequence[Line], labels: list[Label | None], start: int) -> None:
    """Label what follows the last sentence of the story: who wrote it, tags, what else there is to read."""
    last = max((i for i, line in enumerate(lines) if labels[i] is None and line.ended), default=start)
    listed = last < len(lines) and lines[last].text.endswith(":")
    for i in range(last + 1, len(lines)):
        text = lines[i].text
        listed = listed and BULLET.match(text) is not None
        if listed:
            continue
        if labels[i] in {None, Label(Role.CREDIT)} and is_agencies(text):
            labels[i] = Label(Role.BYLINE)
        elif labels[i] is None and lines[i].words <= TAIL_WORDS:
            labels[i] = cut(_tail_rule(text))


def _tail_rule(text: str) -> str:
    parts = re.split(r", | \| | · ", text)
    return "tags" if len(parts) > 1 and all(len(p.split()) < FEW for p in parts) else "related"


def _body_label(line: Line, *, last: bool) -> Label:
    if BULLET.match(line.text):
        return Label(Role.ITEM)
    heading = not line.ended and line.words <= HEADING_WORDS and not last
    return Label(Role.HEADING) if heading and not _DATELINE_ONLY.match(line.text) else STORY_LABEL


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
