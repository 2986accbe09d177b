"""Evidence of wording: what the words of a line say it is, alone or with the lines beside it.

The wordings are data (``knowledge/boilerplate.tsv``). They are looked for outside quotation marks only:
what somebody is quoted as saying is never a plea of the outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.ingest.label.line import FEW, STORY_LABEL, Label, Line, cut, is_story
from generator.knowledge.wordings import Wording, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.settings import ReadSettings

# What is quoted, up to the end of the block where the mark is closed in a later one. An apostrophe
# within a word closes nothing. No mark is passed over twice, so that many open ones cost no more than one.
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|‘[^‘’]*(?:’(?=\w)[^‘’]*)*’"
    r"|'(?<![\w']')(?=\w)[^']*(?:(?<=\w)'(?=\w)[^']*)*'(?!\w)"  # its mark first: quicker to be found
)
_MARK = re.compile("[“\"«‘']")
_PUT = "“x”"  # for what is quoted
_LETTERS = bytes(c if 97 <= c <= 122 else 32 for c in range(256))  # noqa: PLR2004 - a to z, else a space
_FIRST_PERSON = re.compile(r"\b(we|our|us|you|your)\b")

HEADING = 12  # words: the longest heading of a list
LISTED = 20  # words: no headline in a list is longer
AGREED = 3  # kinds of wording that together make a plea
AUTHOR = 1000  # letters: no note on an author is longer
BEGINNING = 4  # letters
PROSE = 4000  # letters: no plea is longer
REMEMBERED = 4096  # blocks whose beginning is remembered: one outlet's pages say "Share this" over and over


@dataclass(frozen=True, slots=True)
class _Evidence:
    kind: str = ""
    strength: str = ""
    parts: int = 0  # of a plea
    ours: bool = False  # speaks of "we" and "you"


_NOTHING = _Evidence()
REPEATED = cut("repeated")


@dataclass(frozen=True, slots=True)
class Worded:
    """What wording says of each line, and the lines that are words of a page's menu.

    ``listed`` are those that only stand in the list below a heading.
    """

    labels: list[Label | None]
    listed: frozenset[int]
    menu: frozenset[int]
    tails: dict[int, str]  # kinds that count below the story only


def by_wording(lines: Sequence[Line]) -> list[Label | None]:
    """Label the lines whose words alone, or with their neighbours, say what they are."""
    return worded(lines).labels


def worded(lines: Sequence[Line]) -> Worded:
    """Weigh the words of every line."""
    found = _evidence(lines)
    labels: list[Label | None] = [cut(e.kind) if e.strength in {"sure", "head"} else None for e in found]
    for i in _spread(found, labels):
        labels[i] = cut("donation")
    listed = dict(_runs(lines, found, labels))
    for i, kind in listed.items():
        labels[i] = cut(kind)
    for i in _repeated(lines, labels):
        labels[i] = REPEATED
    for i in _below(lines, found, labels):
        labels[i] = cut(found[i].kind)
    menu = frozenset(i for i, e in enumerate(found) if e.strength == "page")
    return Worded(
        labels, frozenset(listed), menu, {i: e.kind for i, e in enumerate(found) if e.strength == "tail"}
    )


def _evidence(lines: Sequence[Line]) -> list[_Evidence]:
    plain = [_plain(line) for line in lines]
    within = _within(plain)
    return [
        _weighed(line, plain[i], within.get(i, ()), top=not i) if plain[i] else _NOTHING
        for i, line in enumerate(lines)
    ]


def _plain(line: Line) -> str:
    """Return what wordings are looked for in: lower case, straight apostrophes, nothing that is quoted."""
    text = line.text
    if len(text) > PROSE:
        return ""
    if _MARK.search(text):
        text = _QUOTED.sub(_PUT, text)
    return text.lower().replace("’", "'")


def _within(plain: Sequence[str]) -> dict[int, Sequence[Wording]]:
    """Return, by line, the wordings of which a word stands in it: of a hundred hardly one is worth trying.

    The words are looked for in all lines at once, as bytes, one for each letter; and only those that begin as
    some word of the text does. Trying every pattern on every line takes ten times as long.
    """
    whole = "\n".join(plain).encode("latin-1", "replace")
    begun = _beginnings(whole)
    starts = [0, *accumulate(len(words) + 1 for words in plain)]
    found: dict[int, set[int]] = {}
    for words, known in _known(begun):
        if words in whole:
            for at in _lines_with(words, whole, starts):
                found.setdefault(at, set()).update(known)
    return {at: [wordings()[n] for n in sorted(some)] for at, some in found.items()}


def _beginnings(whole: bytes) -> set[bytes]:
    """Return how the words of a text begin; nothing begins what has no letters first."""
    return {word[:BEGINNING] for word in set(whole.translate(_LETTERS).split())} | {b""}


def _known(begun: set[bytes]) -> Iterator[tuple[bytes, set[int]]]:
    """Yield the words that begin so, in no order, each with the places of its wordings in the table."""
    by_beginning = _by_word()
    for beginning in begun & by_beginning.keys():
        yield from by_beginning[beginning].items()


@cache
def _by_word() -> dict[bytes, dict[bytes, set[int]]]:
    """Return, by how they begin, the words by which wordings are found, with the places of those."""
    known: dict[bytes, dict[bytes, set[int]]] = {}
    for n, wording in enumerate(wordings()):
        for words in (each.encode("latin-1") for each in wording.words):
            known.setdefault(_beginning(words), {}).setdefault(words, set()).add(n)
    return known


def _beginning(words: bytes) -> bytes:
    letters = words.translate(_LETTERS).split()
    return letters[0][:BEGINNING] if letters else b""


def _lines_with(words: bytes, whole: bytes, starts: Sequence[int]) -> Iterator[int]:
    at = whole.find(words)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        at = whole.find(words, starts[line + 1])


@lru_cache(maxsize=REMEMBERED)
def _opening(plain: str, *, sentence: bool) -> tuple[Wording, ...]:
    """Return the first wording of each strength that begins a block; of a sentence not all say anything.

    All are tried as one pattern first: two blocks of three begin with none. Trying each by itself on the
    others took a third of the time of a copied page.
    """
    whole, some = _openings(sentence=sentence)
    if whole.match(plain) is None:
        return ()
    found = (each.match(plain) for each in some)
    return tuple(wordings()[int(one.lastgroup[1:])] for one in found if one and one.lastgroup)


@cache
def _openings(*, sentence: bool) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return all that begin a block as one pattern, and one for each strength that names the wording."""
    strengths = ("sure", "tail") if sentence else ("sure", "piece", "line", "tail", "head", "page")
    each = [
        "|".join(
            f"(?P<w{n}>{w.pattern.pattern})"
            for n, w in enumerate(wordings())
            if not w.words and w.strength == strength
        )
        for strength in strengths
    ]
    return re.compile("|".join(each)), tuple(re.compile(one) for one in each)


def _weighed(line: Line, plain: str, within: Sequence[Wording], *, top: bool) -> _Evidence:
    """Return the strongest of what the words of a line say: a heading, a sure wording, one for below."""
    if line.short:
        sentence = line.text.endswith(".") and not line.text.endswith("...") and line.words > FEW
        fits = [w for w in within if w.strength != "part" and w.pattern.search(plain)]
        fits += _opening(plain, sentence=sentence)
        if fits and (strongest := _strongest(line, fits, sentence=sentence, top=top)):
            return strongest
    elif len(line.text) <= AUTHOR:
        for wording in within:
            if wording.strength == "tail" and wording.pattern.search(plain):
                return _Evidence(wording.kind, "tail")
    parts = sum(w.strength == "part" and w.pattern.search(plain) is not None for w in within)
    ours = parts > 0 and _FIRST_PERSON.search(plain) is not None
    return (
        _Evidence("donation", "sure" if ours and parts >= AGREED else "", parts, ours) if parts else _NOTHING
    )


def _strongest(line: Line, fits: Sequence[Wording], *, sentence: bool, top: bool) -> _Evidence | None:
    kinds = {w.strength: w.kind for w in reversed(fits)}
    barred = {"head", "piece", "line"} if sentence else set()
    if line.words > HEADING:
        barred.add("head")
    if top and line.words >= FEW:
        barred.add("line")
    for strength in ("head", "sure", "piece", "line", "tail", "page"):
        if strength in kinds and strength not in barred:
            return _Evidence(kinds[strength], "sure" if strength in {"piece", "line"} else strength)
    return None


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
        if found[i].strength == "head":
            kind = found[i].kind
        elif labels[i] is None and (line.words > LISTED or (line.ended and not line.text.endswith("?"))):
            kind = ""
        elif kind and labels[i] is None:
            yield i, kind


def _repeated(lines: Sequence[Line], labels: Sequence[Label | None]) -> Iterator[int]:
    """Yield the unended short lines that stand more than once in one document.

    The first of all is spared: a page's title and its headline are often the same.
    """
    count = Counter(line.text for line in lines)
    for i, line in enumerate(lines):
        if labels[i] is None and count[line.text] > 1:
            spared = line.ended or not line.short or (i == 0 and line.words >= FEW)
            if not spared:
                yield i


def _below(
    lines: Sequence[Line], found: Sequence[_Evidence], labels: Sequence[Label | None]
) -> Iterator[int]:
    """Yield the lines whose wording counts only where no story follows any more."""
    for i in range(len(lines) - 1, -1, -1):
        if labels[i] is None and found[i].strength == "tail":
            yield i
        elif labels[i] is None and is_story(lines[i]):
            return


def by_settings(line: Line, settings: ReadSettings) -> Label | None:
    """Label a line that the editors named in site.yaml; it prevails over every rule."""
    if line.text.startswith(settings.keep):
        return STORY_LABEL
    return cut("site.yaml") if line.text.startswith(settings.drop) else None
