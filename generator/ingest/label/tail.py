"""What stands outside of the story by its place: menus above, lists of other reports and footers below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ingest.label.line import FEW, Label, Line, cut, is_story
from generator.ingest.label.place import alike
from generator.ingest.label.shape import BULLET, is_tag_list
from generator.ingest.label.signatures import is_agencies
from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.label.place import Ground

TAIL_WORDS = 20

_BYLINE, _CAPTION, _CREDIT = Label(Role.BYLINE), Label(Role.CAPTION), Label(Role.CREDIT)


def label_outside(lines: Sequence[Line], labels: list[Label | None], where: Ground) -> None:
    """Label what stands before and after the story on a page that was copied whole."""
    for i in range(where.start):
        labels[i] = labels[i] or cut("navigation")
    for i in range(where.end, len(lines)):
        if labels[i] in {None, _CREDIT} and is_agencies(lines[i].text):
            labels[i] = _BYLINE
        elif labels[i] is None:
            labels[i] = cut("outside" if _is_prose(lines[i]) else _tail_rule(lines[i].text))


def _is_prose(line: Line) -> bool:
    return line.words > TAIL_WORDS or (line.ended and line.words >= FEW)


def label_end(
    lines: Sequence[Line], labels: list[Label | None], where: Ground, tails: dict[int, str]
) -> None:
    """Label what is said of the author, or of an agency, in the last lines of the story's ground."""
    for i in range(where.end - 1, where.start - 1, -1):
        below_picture = i > 0 and labels[i - 1] == _CAPTION
        if labels[i] == _CREDIT and not below_picture and is_agencies(lines[i].text):
            labels[i] = _BYLINE
        elif labels[i] is None and i in tails:
            labels[i] = cut(tails[i])
        elif labels[i] is None and is_story(lines[i]):
            return


def label_tail(lines: Sequence[Line], labels: list[Label | None], start: int) -> None:
    """Label what follows the last sentence of the story: who wrote it, tags, what else there is to read."""
    last = max((i for i, line in enumerate(lines) if labels[i] is None and line.ended), default=start)
    listed = last < len(lines) and lines[last].text.endswith(":")
    for i in range(last + 1 + alike(lines, labels, last + 1), len(lines)):
        listed = listed and BULLET.match(lines[i].text) is not None
        if listed:
            continue
        if labels[i] in {None, _CREDIT} and is_agencies(lines[i].text):
            labels[i] = _BYLINE
        elif labels[i] is None and lines[i].words <= TAIL_WORDS:
            labels[i] = cut(_tail_rule(lines[i].text))


def _tail_rule(text: str) -> str:
    return "tags" if is_tag_list(text) else "related"
