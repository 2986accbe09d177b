"""Find a passage again by its words and what stands around them, or say plainly that it is gone.

Words agree where only white space and the shape of quotation marks, apostrophes and dashes differ. What
agrees less is at most suggested, never applied: a decision must not move to another sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.model.text import Selector, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS: Final = "\"'“”„‟‘’‚‛«»‹›`´"  # that may stand around a quotation

_SHAPES: Final = str.maketrans(
    dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›`´ʼ", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACE: Final = re.compile(r"\s+")
_SPACE_EACH: Final = re.compile(r"\s")
_FIRST_CONTEXT: Final = 16  # characters; doubled until the passage is the only one
_LEAST_SCORE: Final = 80
_MOST_SUGGESTED: Final = 3
_MOST_PLACES: Final = 10_000  # that are told apart
_FEW: Final = 2  # words that may stand anywhere
_TO_WORD: Final = re.compile(r"[\W_]*")
_WIDEST_GAP: Final = 100  # signs that may stand between a passage and the nearest word

# A sentence ends at its mark and a space before what may begin another, or with the paragraph; not after
# an initial, a short title or letters with points between them.
_SENTENCE_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\.[A-Za-z])(?<!\b[JSM]r)(?<!\bM[sx])(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bLt)(?<!\bNo)"
    r"(?<!\b[CG]ol)(?<!\bGe[nr])(?<!\bSe[ncr])(?<!\bRe[pv])(?<!\bGov)(?<!\bAdm)(?<!\bSgt)(?<!\bMaj)(?<!\bCapt)"
    r"(?<!\bProf)(?<!\bvs)"
    r"[.!?…]{1,9}+[\"'”’»)\]]*+(?=\s+[\"'“‘„«(\[]*[^\W_a-z])|\n[^\S\n]*\n"
)
_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NUMBER_WORD: Final = re.compile(
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[mbtr]+illions?|dozens?"
    r"|half|quarters?|thirds?|once|twice|first|second"
)
_NEGATION: Final = re.compile(
    r"not?|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|.*n't"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be meant, and how much of the wording agrees, 0..100."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Anchored:
    """What became of a selector: ``span`` where there is one passage it can mean.

    Else ``candidates``: all that have its words if it is ``ambiguous``, or none to three like it.
    """

    span: Span | None = None
    candidates: tuple[Candidate, ...] = ()
    ambiguous: bool = False


def select(text: str, span: Span) -> Selector:
    """Make a selector that anchors to ``span``, with as little around it as that takes.

    ``span`` must hold a letter or a digit, else the selector may mean nothing.
    """
    exact = span.of(text)
    reach = 0
    while True:
        selector = Selector(exact, _before(text, span.start, reach), _after(text, span.end, reach))
        if anchor(text, selector).span == span or reach > len(text):
            return selector
        reach = reach * 2 or _FIRST_CONTEXT


def anchor(text: str, selector: Selector) -> Anchored:
    """Find the passage that ``selector`` means.

    One passage with its words is it, unless prefix or suffix are given and nothing of either is there (then
    the words stand somewhere else now), or none is given and they are parts of other words. Of several, the
    context decides; then whole words do.
    """
    folded = _folded(text)
    spans = folded.find(selector.exact)
    if not spans:
        return Anchored(candidates=_suggest(text, selector.exact))
    before, after = _to_last_word(_fold(selector.prefix)), _from_first_word(_fold(selector.suffix))
    if before or after:
        spans = [span for span in spans if folded.stands(span, before, after)] or spans
        meant = _settled(folded, spans, before, after)
        if len(meant) == 1 and folded.stands(meant[0], before, after):
            return Anchored(meant[0])
    else:
        meant = [span for span in spans if folded.whole(span)]
        if len(meant) == 1:
            return Anchored(meant[0])
        meant = meant or spans
    several = len(meant) > 1
    return Anchored(candidates=tuple(Candidate(span, 100.0) for span in meant), ambiguous=several)


def same_words(one: str, two: str) -> bool:
    """Tell whether two wordings agree as an anchor must."""
    return _fold(one).strip() == _fold(two).strip()


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, without the white space around them."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        words = text[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            yield Span(start + lead, start + len(words.rstrip()))
        start = end


class _Folded:
    """A text with its white space and marks folded, and the way back to it."""

    __slots__ = ("_places", "_text", "folded")

    def __init__(self, text: str) -> None:
        self._text = text
        self.folded = _fold(text)
        self._places: list[int] | None = None

    def find(self, exact: str) -> list[Span]:
        """Return every passage with these words; white space at their ends need not be there."""
        words = _fold(exact).strip()
        if not words:
            return []
        lead = exact[: len(exact) - len(exact.lstrip())]
        tail = exact[len(exact.rstrip()) :]
        spans: list[Span] = []
        at = self.folded.find(words)
        while at >= 0 and len(spans) < _MOST_PLACES:
            start, end = self._place(at), self._place(at + len(words) - 1) + 1
            start -= len(lead) if lead and self._text.endswith(lead, 0, start) else 0
            end += len(tail) if tail and self._text.startswith(tail, end) else 0
            spans.append(Span(start, end))
            at = self.folded.find(words, at + 1)
        return spans

    def sides(self, span: Span, before: str, after: str) -> tuple[bool, bool]:
        """Tell whether ``before`` and ``after`` stand around a passage, from the nearest words on."""
        places = self._all_places()
        left, right = bisect_left(places, span.start), bisect_left(places, span.end)
        first, last = max(0, left - _WIDEST_GAP), min(len(self.folded), right + _WIDEST_GAP)
        while left > first and not self.folded[left - 1].isalnum():
            left -= 1
        while right < last and not self.folded[right].isalnum():
            right += 1
        return self.folded.endswith(before, 0, left), self.folded.startswith(after, right)

    def stands(self, span: Span, before: str, after: str) -> bool:
        """Tell whether enough of the context is where it should be.

        Of a passage of some words the nearest word on one side is enough; one or two words, which may stand
        anywhere, need it on both, or one side whole. A paragraph's border parts: what was before it may be
        before another paragraph now.
        """
        given = bool(before), bool(after)
        near = self.sides(span, before.rpartition(" ")[2], after.partition(" ")[0])
        if not self.whole(span):
            return all(s or not g for s, g in zip(self.sides(span, before, after), given, strict=True))
        if len(span.of(self._text).split()) > _FEW:
            return (given[0] and near[0]) or (given[1] and near[1])
        if all(given) and all(near):
            return True
        alone = not all(given)
        whole = self.sides(span, before, after)
        left = given[0] and whole[0] and (alone or self._beside(span.start, -1))
        right = given[1] and whole[1] and (alone or self._beside(span.end, 1))
        return left or right

    def _beside(self, at: int, step: int) -> bool:
        """Tell whether the next word on a side is of the same paragraph."""
        reach = (
            self._text[max(0, at - _WIDEST_GAP) : at][::-1] if step < 0 else self._text[at : at + _WIDEST_GAP]
        )
        gap = _TO_WORD.match(reach)
        return gap is not None and "\n\n" not in gap.group()

    def whole(self, span: Span) -> bool:
        """Tell whether a passage begins and ends where words do."""
        edges = (edge for edge in (span.start, span.end) if 0 < edge < len(self._text))
        return not any(self._text[edge - 1 : edge + 1].isalnum() for edge in edges)

    def _place(self, at: int) -> int:
        return self._all_places()[at]

    def _all_places(self) -> list[int]:
        """Return for each folded character the place of the first that it stands for, and the end."""
        if self._places is None:
            inside = {
                place for run in _SPACE.finditer(self._text) for place in range(run.start() + 1, run.end())
            }
            self._places = [place for place in range(len(self._text) + 1) if place not in inside]
        return self._places


@lru_cache(maxsize=1)  # an article has many corrections: to fold it anew for each took half of their time
def _folded(text: str) -> _Folded:
    return _Folded(text)


@lru_cache(maxsize=1)
def _windows(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))


def _settled(folded: _Folded, spans: list[Span], before: str, after: str) -> list[Span]:
    """Return what the context leaves: by both sides, else by one; of that the whole words."""
    sides = [folded.sides(span, before, after) for span in spans]
    both = [span for span, (left, right) in zip(spans, sides, strict=True) if left and right]
    one = [
        span
        for span, (left, right) in zip(spans, sides, strict=True)
        if (left and before) or (right and after)
    ]
    left = both or one or spans
    return left if len(left) == 1 else [span for span in left if folded.whole(span)] or left


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).translate(_SHAPES)


def _to_last_word(text: str) -> str:
    """Return a text without what follows its last word: the marks at a joint are not always copied."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    return text[:end].lstrip()


def _from_first_word(text: str) -> str:
    """Return a text without what goes before its first word."""
    start = 0
    while start < len(text) and not text[start].isalnum():
        start += 1
    return text[start:].rstrip()


def _before(text: str, at: int, reach: int) -> str:
    """Return what stands before a place, about ``reach`` characters, from the beginning of a word."""
    start = max(0, at - reach)
    while 0 < start < at and not text[start - 1].isspace():
        start -= 1
    return text[start:at]


def _after(text: str, at: int, reach: int) -> str:
    """Return what stands after a place, to the end of a word."""
    end = min(len(text), at + reach)
    while at < end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end]


def _suggest(text: str, exact: str) -> tuple[Candidate, ...]:
    """Return what is worded like ``exact`` and has the same numbers, names and negations."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - 50 ms, and only for a passage that is gone

    words = _fold(exact).strip()
    spans = _windows(text)
    count = len(list(sentences(exact)))
    found: dict[Span, float] = {}
    for first, last in zip(spans, spans[count - 1 :], strict=False) if count else ():
        window = _SPACE_EACH.sub(" ", text[first.start : last.end]).translate(_SHAPES)
        aligned = fuzz.partial_ratio_alignment(words, window, score_cutoff=_LEAST_SCORE)
        if aligned is None:
            continue
        span = _to_words(text, Span(first.start + aligned.dest_start, first.start + aligned.dest_end))
        there = _fold(span.of(text))
        score = fuzz.ratio(words, there)
        if score >= _LEAST_SCORE and _firmly_same(words, there):
            found[span] = round(score, 1)
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(span, score) for span, score in ranked[:_MOST_SUGGESTED])


def _to_words(text: str, span: Span) -> Span:
    """Return the passage from the beginning of its first word to the end of its last."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _firmly_same(one: str, two: str) -> bool:
    """Tell whether two wordings have the same numbers, names and negations."""
    first, second = _firm(one), _firm(two)
    return first.counted == second.counted and first.names <= second.words and second.names <= first.words


@dataclass(frozen=True, slots=True)
class _Firm:
    """What of a wording may not differ: numbers and negations as often as they stand, and names."""

    counted: Counter[str]
    names: set[str]
    words: set[str]


def _firm(words: str) -> _Firm:
    found = _WORD.findall(words)
    small = [word.casefold() for word in found]
    counted = Counter(_NUMBER.findall(words))
    counted.update(word for word in small if _NUMBER_WORD.fullmatch(word))
    counted["not"] = sum(_NEGATION.fullmatch(word) is not None for word in small)
    return _Firm(counted, {word.casefold() for word in found if word[0].isupper()}, set(small))
