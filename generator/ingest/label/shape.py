"""Evidence of shape: what the form of a line says it is, whatever its words mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.label.captions import is_caption
from generator.ingest.label.line import FEW, STORY_LABEL, Label, Line, cut, is_story
from generator.ingest.label.signatures import is_agencies, is_byline, is_contribution, is_credit, split_credit
from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

BULLET = re.compile(r"(?:[•‣◦▪●*–-]|(\d{1,2})[.)]) +(?=\S)")
AMENDED = "amended"
AMENDMENT = Label(Role.PARAGRAPH, mark=AMENDED)

_PIPED = re.compile(r"[^.!?]{3,80} [|¦] [^.!?]{2,60}")
_PIPED_WORDS = 20
_DATELINE_ONLY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]{2,40}")
HEADING_WORDS = 14
# What an outlet has changed: "This article was amended on …", "An earlier version of this story said …".
_AMENDED = re.compile(
    r"[*_†\\\s]*(?:(?:an|a|the) (?:earlier|previous|original|first) version of (?:this|the)\b"
    r"|this (?:article|story|report|piece|post|page|headline|column|interview|review|text)"
    r" (?:(?:was|has been|is being|originally|initially|previously) ){1,2}"
    r"(?:amended|corrected|updated|clarified|changed|edited|revised|modified|said|stated|misstated|gave)\b"
    r"|(?:corrections?|clarifications?|corrections? and clarifications?|editor['’]?s?['’]? note|erratum)"
    r"(?: ?\([^()]{2,40}\)|,? [\w ,]{2,30}\d{4})?[:.–—] ?\S)",
    re.IGNORECASE,
)


def by_shape(lines: Sequence[Line]) -> list[Label | None]:
    """Label the lines whose form says what they are."""
    spaced = any(line.gap for line in lines[1:])
    last = max((i for i, line in enumerate(lines) if is_story(line)), default=0)
    labels = [_alone(line, signed_off=i >= last and i > 0) for i, line in enumerate(lines)]
    for i, line in enumerate(lines[:-1]):
        after = lines[i + 1]
        above = spaced and labels[i] is None and not after.gap and not line.ended
        if above and labels[i + 1] == Label(Role.CAPTION):
            labels[i] = cut("image-alt")  # the words of a picture that could not be shown
    return labels


def _alone(line: Line, *, signed_off: bool) -> Label | None:
    if is_credit(line.text):
        return Label(Role.CREDIT)
    if is_byline(line.text) or is_contribution(line.text):
        return Label(Role.BYLINE)
    if parted := split_credit(line.text):
        return STORY_LABEL if signed_off and is_agencies(parted[1]) else Label(Role.CAPTION)
    if is_caption(line):
        return Label(Role.CAPTION)
    if is_piped(line):
        return cut("embed")
    return None


def is_piped(line: Line) -> bool:
    """Tell whether a line has the shape ``Title | Site`` of an embedded chart or a link."""
    if "|" not in line.text and "¦" not in line.text:
        return False
    return not line.ended and line.words <= _PIPED_WORDS and _PIPED.fullmatch(line.text) is not None


def is_amendment(text: str) -> bool:
    """Tell whether a block is an outlet's word on what it has changed in its own report."""
    return _AMENDED.match(text) is not None


def by_amendment(line: Line) -> Label | None:
    """Mark a line in which an outlet says what it has changed: that is of the story."""
    return AMENDMENT if is_amendment(line.text) else None


def in_body(line: Line, *, last: bool) -> Label:
    """Say what a line of the story is: an item of a list, a heading, a paragraph."""
    if BULLET.match(line.text):
        return Label(Role.ITEM)
    heading = not line.ended and line.words <= HEADING_WORDS and not last
    if heading and not _DATELINE_ONLY.fullmatch(line.text):
        return Label(Role.HEADING)
    return Label(Role.PARAGRAPH)


def is_tag_list(text: str) -> bool:
    """Tell whether a line is short names with commas, bars or dots between them."""
    parts = re.split(r", | \| | · ", text)
    return len(parts) > 1 and all(len(p.split()) < FEW for p in parts)
