"""Text without markup -> blocks: headline, dek, byline, caption, credit and story told apart.

Nothing is invented: a text whose first line is its first sentence has no headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.boilerplate import (
    STORY_LABEL,
    Label,
    Line,
    by_settings,
    by_wording,
    cut,
    is_credit,
    is_piped,
    split_credit,
)
from generator.ingest.normalise import normalise, unglue
from generator.knowledge.wordings import agencies
from generator.model.article import Block, CleanText, Facts, Media, RawDocument, Role
from generator.model.settings import ReadSettings
from generator.model.text import Span

_BYLINE = re.compile(
    r"^(?:(?:By|BY|Von|Par) (?=[A-ZÀ-Þ])|(?:Reporting|Written|Compiled|Edited|Editing|Additional reporting"
    r"|Writing|Words) by |From our )[^.!?]{3,140}\.?(?:[;,] ?(?:[Ee]diting|[Ww]riting|[Aa]dditional reporting) by [^;]{3,80})*\.?$"
)
_DATELINE_ONLY = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]{2,40}$")
_BULLET = re.compile(r"^(?:[•‣◦▪●*–-]|\d{1,2}[.)]) +(?=\S)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|of|the|and|de|al))*")

HEADLINE_WORDS = 26  # the longest headline of five hundred news pages had 24 words
DEK_WORDS = 45
STORY_WORDS = 12  # a sentence of twelve words that ends as sentences do begins the story
TAIL_WORDS = 20


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
    inner = [a for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
    width = max((len(line.text) for line in inner), default=0)
    full = [line for line in inner if len(line.text) >= 0.75 * width]
    if len(inner) < 5 or width > 100 or width < 40 or len(full) < 0.6 * len(inner):  # noqa: PLR2004 - a letter's width
        return list(lines)
    joined: list[Line] = []
    for before, line in zip([None, *lines], lines, strict=False):
        runs_on = before is not None and not line.gap and len(before.text) >= 0.75 * width
        if runs_on and not (before and before.ended and len(before.text) < 0.9 * width):  # noqa: PLR2004
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def label(lines: Sequence[Line], document: RawDocument, settings: ReadSettings) -> list[Label]:
    """Say of every line what it is: editors first, then wording, then place and shape."""
    labels = by_wording(lines)
    for i, line in enumerate(lines):
        labels[i] = by_settings(line, settings) or labels[i] or _by_shape(lines, i)
    start = next((i for i, line in enumerate(lines) if labels[i] is None and _begins_story(line)), len(lines))
    _head(lines, labels, start, document)
    _tail(lines, labels, start)
    return [found or _body_label(lines, i, labels) for i, found in enumerate(labels)]


def _by_shape(lines: Sequence[Line], i: int) -> Label | None:
    line = lines[i]
    if is_credit(line.text):
        return Label(Role.CREDIT)
    if _BYLINE.match(line.text):
        return Label(Role.BYLINE)
    if split_credit(line.text):
        return Label(Role.CAPTION)
    if is_piped(line):
        return cut("embed")
    after = lines[i + 1] if i + 1 < len(lines) else None
    if after and not after.gap and not line.ended and split_credit(after.text):
        return cut("image-alt")  # the words of a picture that could not be shown, right above its caption
    return None


def _begins_story(line: Line) -> bool:
    return (line.ended and line.words >= STORY_WORDS) or line.words > DEK_WORDS


def _head(lines: Sequence[Line], labels: list[Label | None], start: int, document: RawDocument) -> None:
    """Find headline and dek among the unended lines before the story."""
    free = [i for i in range(start) if labels[i] is None and not lines[i].ended]
    if start == len(lines) and len(lines) < 2:  # noqa: PLR2004 - a lone line is all there is
        return
    if document.title:
        same = [i for i in range(len(lines)) if lines[i].text.casefold() == document.title.casefold()]
        free = [*same[:1], *(i for i in free if same and i > same[0])]
    elif free and not 2 <= lines[free[0]].words <= HEADLINE_WORDS:  # noqa: PLR2004 - one word is a section's name
        free = []
    if free:
        labels[free[0]] = Label(Role.HEADLINE)
    if len(free) > 1 and free[1] == _next_free(labels, free[0]) and lines[free[1]].words <= DEK_WORDS:
        labels[free[1]] = Label(Role.DEK)


def _next_free(labels: Sequence[Label | None], i: int) -> int:
    return next((k for k in range(i + 1, len(labels)) if labels[k] is None), len(labels))


def _tail(lines: Sequence[Line], labels: list[Label | None], start: int) -> None:
    """Label what follows the last sentence of the story: who wrote it, tags, what else there is to read."""
    last = max((i for i, line in enumerate(lines) if labels[i] is None and line.ended), default=start)
    for i in range(last + 1, len(lines)):
        if labels[i] is None and lines[i].words <= TAIL_WORDS:
            labels[i] = (
                Label(Role.BYLINE) if _agencies_only(lines[i].text) else cut(_tail_rule(lines[i].text))
            )


def _agencies_only(text: str) -> bool:
    """Tell whether a line is names joined by "and", at least one of them an agency's."""
    names = re.split(r", | and | & |/| with ", text.removeprefix("Source: ").rstrip("."))
    known = {a.casefold() for a in agencies()}
    return any(n.casefold() in known for n in names) and all(_NAME.fullmatch(n) for n in names)


def _tail_rule(text: str) -> str:
    parts = re.split(r", | \| | · ", text)
    return "tags" if len(parts) > 1 and all(len(p.split()) <= 4 for p in parts) else "related"  # noqa: PLR2004


def _body_label(lines: Sequence[Line], i: int, labels: Sequence[Label | None]) -> Label:
    line = lines[i]
    if _BULLET.match(line.text) and line.words > 1:
        return Label(Role.ITEM)
    more = any(labels[k] is None for k in range(i + 1, len(lines)))
    if not line.ended and line.words <= 14 and more and not _DATELINE_ONLY.match(line.text):  # noqa: PLR2004
        return Label(Role.HEADING)
    return STORY_LABEL


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


def takes(media: Media) -> bool:
    """Tell whether this reader is for ``media``."""
    return media is Media.TEXT
