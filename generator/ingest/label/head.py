"""The head of a story by its place: headline, dek, a name without "By", and what stands above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.label.line import FEW, Label, Line, cut
from generator.ingest.label.place import letters
from generator.ingest.label.shape import BULLET
from generator.ingest.label.signatures import is_agencies, is_person
from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.label.place import Ground
    from generator.model.article import RawDocument

HEADLINE_WORDS = 26  # the longest headline of five hundred news pages had 24 words
DEK_WORDS = 45
_LEAST_DEK = 2  # words: one alone leads to a section
NEAR = 15  # lines: on a whole page no headline stands farther above the story

_HEADLINE, _DEK, _BYLINE = Label(Role.HEADLINE), Label(Role.DEK), Label(Role.BYLINE)
# A name of a paper or a station: every word with a capital, the last or the first what papers are called.
_PAPER = (
    "News|Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Mail|Press|Standard|Observer|Star|Sun"
    "|Mirror|Express|Independent|Guardian|Review|Magazine|Weekly|Daily|Online|Radio|TV|Television|Broadcasting"
    "|Network|Bulletin|Courier|Echo|Examiner|Globe|Argus|Record|Reporter|Republic|Sentinel|Today|Voice|World"
)
_MASTHEAD = re.compile(
    r"(?:The |THE )?(?:[A-ZÀ-Þ][\w'’&.-]* )*"
    rf"(?:(?:{_PAPER})(?: (?:{_PAPER}|of [A-Z]\w+))*|(?:{_PAPER.upper()}))"
    r"(?:\.com|\.org|\.net)?(?: (?:Online|International|Digital|English|America|Edition))?"
    r"|(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,12}){1,3}/?",
)
_MASTHEAD_WORDS = 5


def label_head(
    lines: Sequence[Line], labels: list[Label | None], where: Ground, document: RawDocument
) -> None:
    """Find headline, dek and a name without "By" among the lines before the story."""
    for label, given in ((_HEADLINE, document.title), (_DEK, document.dek)):
        at = _place(lines, given)
        if at is not None:
            labels[at] = label
    items = _announced(lines, where.start)
    free = [i for i in range(where.start) if labels[i] is None and not lines[i].ended and i not in items]
    at = next((i for i, found in enumerate(labels) if found == _HEADLINE), None)
    if at is None:
        at = _on_page(lines, free, where) if where.page else _headline(lines, free)
    if at is None:
        for i in free:
            labels[i] = cut("masthead") if is_masthead(lines[i]) else None
        return
    labels[at] = _HEADLINE
    for i in free:
        if i < at:
            labels[i] = _above(lines[i], lines[at])
        elif i > at and _dated(labels, i) and is_person(lines[i].text):
            labels[i] = _BYLINE
    below = next((i for i in range(at + 1, where.start) if labels[i] is None), None)
    if _DEK not in labels and below in free and _LEAST_DEK <= lines[below].words <= DEK_WORDS:
        labels[below] = _DEK


def _above(line: Line, headline: Line) -> Label:
    if is_masthead(line):
        return cut("masthead")
    return cut("repeated" if letters(line.text).startswith(letters(headline.text)) else "section")


def _dated(labels: Sequence[Label | None], i: int) -> bool:
    return not {cut("timestamp"), _BYLINE}.isdisjoint((*labels[i - 1 : i], *labels[i + 1 : i + 2]))


def _announced(lines: Sequence[Line], end: int) -> set[int]:
    """Return the items of lists below a colon: none of them is a headline."""
    found, announced = set(), False
    for i, line in enumerate(lines[:end]):
        if not BULLET.match(line.text):
            announced = line.text.endswith(":")
        elif announced:
            found.add(i)
    return found


def is_masthead(line: Line) -> bool:
    """Tell whether a line has the shape of an outlet's name: "The Sunholm Chronicle", "Reuters"."""
    if line.words > _MASTHEAD_WORDS:
        return False
    paper = line.words > 1 or "." in line.text  # "World" and "Sport" are names of sections
    return (paper and _MASTHEAD.fullmatch(line.text) is not None) or is_agencies(line.text)


def _place(lines: Sequence[Line], given: str | None) -> int | None:
    """Return the line that has the words of a given headline or dek, however they are set."""
    words = letters(given or "")
    return next((i for i, line in enumerate(lines) if words and letters(line.text) == words), None)


def _headline(lines: Sequence[Line], free: Sequence[int]) -> int | None:
    """Return the first line that can be a headline: neither the name of a section nor of an outlet."""
    at = next((i for i in free if lines[i].words > 1 and not is_masthead(lines[i])), None)
    return at if at is not None and lines[at].words <= HEADLINE_WORDS and len(lines) > 1 else None


def _on_page(lines: Sequence[Line], free: Sequence[int], where: Ground) -> int | None:
    """Return the headline of a whole page: its title once more, or the upper of two lines above it."""
    if where.headline is not None:
        return where.headline
    near = [i for i in free if i >= where.start - NEAR and _may_be_headline(lines[i])]
    if not near:
        return None
    at = near[-1]
    return at - 1 if at - 1 in near else at


def _may_be_headline(line: Line) -> bool:
    return FEW - 1 <= line.words <= HEADLINE_WORDS and not is_masthead(line)
