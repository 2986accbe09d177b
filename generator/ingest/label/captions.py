"""Captions that end in no credit, known by what they say: where in the picture, or what is done now.

"Ada Quill, left, speaks at the pier in Sunholm, 3 May 2031.": no report tells it so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.ingest.label.line import Line

_LONGEST = 400  # letters
_PICTURE = (
    "photo(?:graph)?|image|picture|view|impression|concept|rendering|illustration|frame grab|video still"
)
# A line that says of itself that it stands under a picture.
_CAPTION = re.compile(
    r"(?:image|photo|picture|media) caption:?\s|(?:pictured|image|photo)(?: above| below| left| right)?: "
    r"|.{3,300}\((?:stock|file|archive|library|representative|representational)"
    r" (?:image|photo|picture|footage|pic)s?\b.{0,60}$"
    r"|.{3,300}\((?:image|picture|photo|pic)s?(?: credit)?: ?[^()]{0,60}\)?$|.{3,300}\($"
    r"|(?:an?|the|this) (?:[\w.'’-]+ ){0,4}?(?:aerial|file|satellite|undated|handout|artist['’]s|general) "
    rf"(?:{_PICTURE})\b"
    rf"|(?:this|an?) (?:[\w.'’-]+ ){{0,4}}?(?:{_PICTURE}|artist['’]s \w+)"
    r"(?: (?:provided|taken|made|released|posted))? (?:shows|by|on|of|from)\b"
    r"|an? (?:map|graphic|chart|diagram) (?:of|showing|shows)\b",
    re.IGNORECASE,
)
_DAY = r"\b(?:19|20)\d\d\b|\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
_DATED = re.compile(rf"{_DAY}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ON_A_DAY = re.compile(_DAY)
_WHERE = re.compile(
    r"\b(?:from|at|pictured|top|bottom|second|third|far) (?:top |bottom |far )?(?:left|right)\b"
    r"|, (?:left|right|cent(?:re|er)),"
)
_SIDES = ("left", "right", "cent")
_DOES = (
    "speaks?|arrives?|attends?|looks? on|walks?|waves?|listens?|gestures?|addresse?s?|leaves?"
    "|celebrates?|reacts?|stands?|holds?|sits?|poses?|shakes? hands|plays?|throws?|takes? part|delivers?"
    "|greets?|cheers?"
    "|(?:is|are) (?:seen|shown|pictured)"
)
_NOW = re.compile(rf"(?:[A-ZÀ-Þ]|An? |The )[^“”\"]{{5,160}}? (?:{_DOES})\b[^“”\"]*$")
# The words of a report: what was, what is told, and clauses that no caption has.
_TOLD = re.compile(
    r"\b(?:said|says|told|adds?|added|asks|asked|announced|according to|was|were|had|has|have|will|would"
    r"|who|which|that)\b"
)
_DAY_AT_END = 45  # letters: the day of a picture stands last


def is_caption(line: Line) -> bool:
    """Tell whether a line without a credit stands under a picture."""
    text = line.text
    if len(text) > _LONGEST:
        return False
    if _CAPTION.match(text) or (_says_where(text) and line.ended):
        return True
    at_end = _ON_A_DAY.search(text, max(0, len(text) - _DAY_AT_END))
    return at_end is not None and _TOLD.search(text) is None and _NOW.match(text) is not None


def _says_where(text: str) -> bool:
    beside = any(side in text for side in _SIDES)
    return beside and _WHERE.search(text) is not None and _DATED.search(text) is not None
