"""Label, and never lose, every block that is not the story, and say by which rule.

Three kinds of evidence: wording (``knowledge/boilerplate.tsv``), shape and place. Wording is looked
for outside quotation marks only: what somebody is quoted as saying is never a plea of the outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.knowledge.wordings import agencies, wordings
from generator.model.article import Role
from generator.model.settings import ReadSettings

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_FIRST_PERSON = re.compile(r"\b(we|our|us|you|your)\b")
_ENDED = re.compile(r"[.!?…:;][\"”’'»)\]]*$|[\"”’»]$")
_PIPED = re.compile(r"^[^.!?]{3,80} [|¦] [^.!?]{2,60}$")

SHORT = 60  # words: in a longer block one wording alone proves nothing (two kinds of evidence are asked)


@dataclass(frozen=True, slots=True)
class Line:
    """One block to be: its words, its line in the body, and whether a blank line stands before it."""

    text: str
    number: int
    gap: bool = True
    glued: bool = False  # began in the middle of a line, where two sentences had run together

    @property
    def words(self) -> int:
        """Count the words, as white space parts them."""
        return self.text.count(" ") + 1

    @property
    def ended(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return _ENDED.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the rule that made it boilerplate."""

    role: Role
    rule: str | None = None


STORY_LABEL = Label(Role.PARAGRAPH)


def cut(rule: str) -> Label:
    """Return the label of a line that goes by ``rule``."""
    return Label(Role.BOILERPLATE, rule)


def by_wording(lines: Sequence[Line]) -> list[Label | None]:
    """Label the lines whose words alone, or with their neighbours, say what they are."""
    found = [_wording(line) for line in lines]
    labels: list[Label | None] = [cut(w.kind) if w.sure or w.head else None for w in found]
    for i in _spread(found, labels):
        labels[i] = cut("donation")
    for i in _runs(lines, found, labels):
        labels[i] = cut("related")
    for i in _repeated(lines, labels):
        labels[i] = cut("repeated")
    return labels


@dataclass(frozen=True, slots=True)
class _Evidence:
    kind: str = ""
    sure: bool = False
    head: bool = False
    parts: int = 0
    ours: bool = False  # speaks of "we" and "you"


def _wording(line: Line) -> _Evidence:
    plain = _QUOTED.sub(" ", line.text).lower().replace("’", "'")
    if line.words <= SHORT:
        for kind, pattern in wordings("head"):
            if pattern.search(plain) and line.words <= 12:  # noqa: PLR2004 - a heading is short
                return _Evidence(kind, head=True)
        for kind, pattern in wordings("sure"):
            if pattern.search(plain):
                return _Evidence(kind, sure=True)
    parts = sum(1 for _, pattern in wordings("part") if pattern.search(plain))
    ours = _FIRST_PERSON.search(plain) is not None
    return _Evidence("donation", sure=ours and parts >= 3, parts=parts, ours=ours)  # noqa: PLR2004 - three kinds agree


def _spread(found: Sequence[_Evidence], labels: Sequence[Label | None]) -> Iterator[int]:
    """Yield the lines beside a plea that sound like one: outwards from each sure plea.

    A line that does not speak of "us" and "you" must have pleas on both sides: it may be the story's first.
    """
    taken = {i for i, label in enumerate(labels) if label == cut("donation")}
    edge = sorted(taken)
    while edge:
        i = edge.pop()
        for k in (i - 1, i + 1):
            free = 0 <= k < len(found) and labels[k] is None and k not in taken
            if free and found[k].parts and (found[k].ours or {k - 1, k + 1} <= taken):
                taken.add(k)
                edge.append(k)
                yield k


def _runs(lines: Sequence[Line], found: Sequence[_Evidence], labels: Sequence[Label | None]) -> Iterator[int]:
    """Yield the lines of a list under a heading such as "Related news", up to the next sentence."""
    open_run = False
    for i, line in enumerate(lines):
        if found[i].head:
            open_run = True
        elif labels[i] is None and (line.ended or line.words > 20):  # noqa: PLR2004 - no headline is longer
            open_run = False
        elif open_run and labels[i] is None:
            yield i


def _repeated(lines: Sequence[Line], labels: Sequence[Label | None]) -> Iterator[int]:
    """Yield the unended short lines that stand more than once in one document."""
    count = Counter(line.text for line in lines)
    for i, line in enumerate(lines):
        if labels[i] is None and count[line.text] > 1 and not line.ended and line.words <= SHORT:
            yield i


def by_settings(line: Line, settings: ReadSettings) -> Label | None:
    """Label a line that the editors named in site.yaml; it prevails over every rule."""
    if any(line.text.startswith(k) for k in settings.keep):
        return STORY_LABEL
    if any(line.text.startswith(d) for d in settings.drop):
        return cut("site.yaml")
    return None


def is_piped(line: Line) -> bool:
    """Tell whether a line has the shape ``Title | Site`` of an embedded chart or a link."""
    return not line.ended and line.words <= 20 and _PIPED.match(line.text) is not None  # noqa: PLR2004


@cache
def _credit() -> re.Pattern[str]:
    agency = "|".join(sorted((re.escape(a) for a in agencies()), key=len, reverse=True))
    name = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|al|el|bin|der|da)){0,4}"
    marker = r"(?:photo(?:graph)?s?|picture|image|illustration|credit|source|video)(?: (?:by|credit|courtesy of))? ?[:/–-]? ?"
    body = rf"(?:{name} ?[/|•] ?)*(?:{agency})(?: ?(?:/|via|\||,) ?(?:{name}|{agency}))*|{name} ?/ ?{name}(?: ?/ ?{name})*"
    return re.compile(rf"\(?(?:(?i:{marker})(?:{body}|{name})|{body})\)?\.?")


def is_credit(text: str) -> bool:
    """Tell whether ``text`` is a picture's credit and nothing else."""
    return len(text) < 120 and _credit().fullmatch(text) is not None  # noqa: PLR2004 - longer is prose


def split_credit(text: str) -> tuple[str, str] | None:
    """Part a caption from the credit that ends it; None where it ends in none."""
    for m in re.finditer(r"(?<=[.!?)”\"]) ", text[-160:] if len(text) > 160 else text):  # noqa: PLR2004
        at = m.start() + max(0, len(text) - 160)
        if is_credit(text[at + 1 :]):
            return text[:at], text[at + 1 :]
    m = re.search(r" ?\((?:Photo|Image|Picture|Credit|AP|Reuters|AFP|EPA|Getty)[^()]{0,80}\)$", text)
    return (text[: m.start()], text[m.start() :].strip()) if m and m.start() else None
