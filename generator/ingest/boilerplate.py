"""Label, and never lose, every block that is not the story, and say by which rule.

Three kinds of evidence: wording (``knowledge/boilerplate.tsv``), shape and place. Wording is looked
for outside quotation marks only: what somebody is quoted as saying is never a plea of the outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.knowledge.wordings import wordings
from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.settings import ReadSettings

# What is quoted, up to the end of the block where the mark is closed in a later one. An apostrophe
# within a word closes nothing.
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|‘[^’]*(?:’(?=\w)[^’]*)*’|(?<![\w'])'(?=\w)[^']*(?:'(?=\w)[^']*)*'(?!\w)"
)
_FIRST_PERSON = re.compile(r"\b(we|our|us|you|your)\b")
ENDED = re.compile(r"[.!?…:;][\"”’'»)\]]*$|[\"”’»]$")
_CLOSERS = 16  # letters: more marks do not close one sentence, and a long line is not looked through
_PIPED = re.compile(r"^[^.!?]{3,80} [|¦] [^.!?]{2,60}$")

STORY_WORDS = 12  # a sentence of twelve words that ends as sentences do is of the story
SHORT = 60  # words: in a longer block one wording alone proves nothing (two kinds of evidence are asked)
HEADING = 12  # words: the longest heading of a list
LISTED = 20  # words: no headline in a list is longer
FEW = 5  # words: shorter is hardly a sentence, or a headline
AGREED = 3  # kinds of wording that together make a plea


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
        return ENDED.search(self.text, max(0, len(self.text) - _CLOSERS)) is not None


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
    found = [_wording(line, top=not i) for i, line in enumerate(lines)]
    labels: list[Label | None] = [cut(w.kind) if w.sure or w.head else None for w in found]
    for i in _spread(found, labels):
        labels[i] = cut("donation")
    for i, kind in _runs(lines, found, labels):
        labels[i] = cut(kind)
    for i in _repeated(lines, labels):
        labels[i] = cut("repeated")
    for i in _below(lines, found, labels):
        labels[i] = cut(found[i].kind)
    return labels


@dataclass(frozen=True, slots=True)
class _Evidence:
    kind: str = ""
    sure: bool = False
    head: bool = False
    tail: bool = False
    parts: int = 0
    ours: bool = False  # speaks of "we" and "you"


def _wording(line: Line, *, top: bool) -> _Evidence:
    plain = _QUOTED.sub(" ", line.text).lower().replace("’", "'")
    sentence = line.text.endswith(".") and not line.text.endswith("...") and line.words > FEW
    if line.words <= SHORT:
        if line.words <= HEADING and not sentence and (kind := _kind("head", plain)):
            return _Evidence(kind, head=True)
        if kind := _kind("sure", plain):
            return _Evidence(kind, sure=True)
        if not sentence and not (top and line.words >= FEW) and (kind := _kind("line", plain)):
            return _Evidence(kind, sure=True)
        if kind := _kind("tail", plain):
            return _Evidence(kind, tail=True)
    parts = sum(1 for _, pattern in wordings("part") if pattern.search(plain))
    ours = _FIRST_PERSON.search(plain) is not None
    return _Evidence("donation", sure=ours and parts >= AGREED, parts=parts, ours=ours)


def _kind(strength: str, plain: str) -> str | None:
    return next((kind for kind, pattern in wordings(strength) if pattern.search(plain)), None)


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


def _runs(
    lines: Sequence[Line], found: Sequence[_Evidence], labels: Sequence[Label | None]
) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list under a heading such as "Related news", up to the next sentence."""
    kind = ""
    for i, line in enumerate(lines):
        if found[i].head:
            kind = found[i].kind
        elif labels[i] is None and (line.ended or line.words > LISTED):
            kind = ""
        elif kind and labels[i] is None:
            yield i, kind


def _repeated(lines: Sequence[Line], labels: Sequence[Label | None]) -> Iterator[int]:
    """Yield the unended short lines that stand more than once in one document.

    The first of all is spared: a page's title and its headline are often the same.
    """
    count = Counter(line.text for line in lines)
    for i, line in enumerate(lines):
        spared = line.ended or line.words > SHORT or (i == 0 and line.words >= FEW)
        if labels[i] is None and count[line.text] > 1 and not spared:
            yield i


def _below(
    lines: Sequence[Line], found: Sequence[_Evidence], labels: Sequence[Label | None]
) -> Iterator[int]:
    """Yield the lines whose wording counts only where no story follows any more."""
    for i in range(len(lines) - 1, -1, -1):
        if labels[i] is None and found[i].tail:
            yield i
        elif labels[i] is None and is_story(lines[i]):
            return


def is_story(line: Line) -> bool:
    """Tell whether a line is long enough, and ends as a sentence does, to be taken for the story."""
    return line.ended and line.words >= STORY_WORDS


def by_settings(line: Line, settings: ReadSettings) -> Label | None:
    """Label a line that the editors named in site.yaml; it prevails over every rule."""
    if any(line.text.startswith(k) for k in settings.keep):
        return STORY_LABEL
    if any(line.text.startswith(d) for d in settings.drop):
        return cut("site.yaml")
    return None


def is_piped(line: Line) -> bool:
    """Tell whether a line has the shape ``Title | Site`` of an embedded chart or a link."""
    return not line.ended and line.words <= LISTED and _PIPED.match(line.text) is not None
