"""Evidence of place: where on a page the story stands, and what stands before and after it.

Sentences count for the story by their words, short lines and the words of menus against it. Sentences with
little between them make a stretch, stretches are joined over a gap that weighs less than either, and the
story is the first great one. All is one pass, and no gap is weighed twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ingest.label.line import FEW, Label, Line, is_story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SENTENCE_WORDS = 250  # what one block counts at most
SHORT_LINE = 10  # words: what a short line without an end weighs against the story
FURNITURE = 18  # and a line that is known not to be of it
BETWEEN = 8  # and one that stands between paragraphs as often as below them
COMMENTS = 60  # and one of the readers' comments: they may be longer than the story
LIST = 12  # lines: a longer list of short lines weighs hardly more, it may be one of the story's
LISTED_LINE = 2
FURNISHED = 6  # lines of furniture that a copied page has at least
WHOLE_PAGE = 12  # short lines and furniture outside of the story: the text is a copied page
TITLES = 3  # lines at the top of a page that may be its title
TITLE_LETTERS = 15  # a shorter title may be the name of a section
TWINS = 5  # places where the title may stand once more
# Of the heaviest stretch: the first that weighs so much is the story, what is below it comments.
LIKELY = 0.45
LULL = 40  # a gap that weighs less parts nothing
OVER = 300  # one that weighs more parts any two stretches
BEGINNING = 45  # words: a block of so many is of the story, however it ends
ALIKE = 4  # lines of one form that make a list
_NO_LETTER = re.compile(r"[\W_]+")

_KINDS = {"comments": COMMENTS} | dict.fromkeys(
    (
        "advertisement",
        "donation",
        "embed",
        "form",
        "image-alt",
        "newsletter",
        "promotion",
        "share",
        "timestamp",
    ),
    BETWEEN,
)
_EDGES = frozenset(
    {
        "navigation",
        "subscription",
        "registration",
        "form",
        "cookies",
        "copyright",
        "contact",
        "comments",
        "share",
    }
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow each other, and what they weigh together."""

    weight: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines of the story; ``page`` where the text is a whole page copied, menus and all.

    ``headline`` is the line where such a page says its title once more.
    """

    start: int
    end: int
    page: bool
    headline: int | None = None


def ground(lines: Sequence[Line], labels: Sequence[Label | None], menu: frozenset[int]) -> Ground:
    """Find where the story stands.

    In a text that is no copied page it begins with the first sentence and goes on to the end.
    """
    weights = weigh(lines, labels, menu)
    found = stretches(weights)
    least = LIKELY * max((stretch.weight for stretch in found), default=0)
    story = next((s for s in found if s.weight >= least), Stretch(0, len(lines), len(lines)))
    outside = sum(w < 0 for w in weights[: story.start]) + sum(w < 0 for w in weights[story.end :])
    if outside < WHOLE_PAGE or _furnished(labels, menu) < FURNISHED:
        first = next((i for i, line in enumerate(lines) if labels[i] is None and begins(line)), len(lines))
        return Ground(first, len(lines), page=False)
    for at in twins(lines):
        below = next((s for s in found if s.end > at + 1 and s.weight >= least), None)
        start = next((i for i in range(at + 1, len(lines)) if weights[i] > 0), len(lines))
        if below and sum(weights[start : below.start]) > -OVER:
            return Ground(start, below.end + alike(lines, labels, below.end), page=True, headline=at)
    return Ground(story.start, story.end + alike(lines, labels, story.end), page=True)


def _furnished(labels: Sequence[Label | None], menu: frozenset[int]) -> int:
    """Count the lines that stand at the edges of pages alone: menus, accounts, terms of use."""
    return len(menu) + sum(label is not None and label.rule in _EDGES for label in labels)


def begins(line: Line) -> bool:
    """Tell whether a story may begin with this line."""
    return is_story(line) or line.words > BEGINNING


def weigh(lines: Sequence[Line], labels: Sequence[Label | None], menu: frozenset[int]) -> list[int]:
    """Return what every line says for the story or, below 0, against it."""
    weights: list[int] = []
    listed = 0
    for i, line in enumerate(lines):
        weight = _weight(line, labels[i], menu=i in menu)
        listed = listed + 1 if weight == -SHORT_LINE else 0
        weights.append(-LISTED_LINE if listed > LIST else weight)
    return weights


def _weight(line: Line, label: Label | None, *, menu: bool) -> int:
    if label is not None and label.rule is not None:
        return -_KINDS.get(label.rule, FURNITURE)
    if menu and label is None:
        return -FURNITURE
    if label is not None:
        return 0
    if is_story(line):
        return min(line.words, SENTENCE_WORDS)
    return 0 if line.ended and line.words >= FEW else -SHORT_LINE


def stretches(weights: Sequence[int]) -> list[Stretch]:
    """Return the stretches of a text that may be its story, in order.

    Sentences are of one stretch if little stands between them; two stretches are one if what stands
    between them weighs less than either.
    """
    found: list[Stretch] = []
    for one in _dense(weights):
        between = -sum(weights[found[-1].end : one.start]) if found else OVER
        if between < min(OVER, found[-1].weight if found else 0, one.weight):
            found[-1] = Stretch(found[-1].weight + one.weight - between, found[-1].start, one.end)
        else:
            found.append(one)
    return found


def _dense(weights: Sequence[int]) -> Iterator[Stretch]:
    """Yield stretches without a gap of the weight of a lull; a short sentence goes with the one before."""
    start = end = total = gap = 0
    for i, weight in enumerate(weights):
        if weight > 0 and total and -gap < LULL:
            total, end, gap = total + weight, i + 1, 0
        elif weight > 0:
            if total:
                yield Stretch(total, start, end)
            start, end, total, gap = i, i + 1, weight, 0
        elif weight == 0 and i == end:
            end = i + 1
        else:
            gap += weight
    if total:
        yield Stretch(total, start, end)


def twins(lines: Sequence[Line]) -> list[int]:
    """Return the first lines that say the page's title once more, perhaps without the name of the site."""
    titles = [letters(line.text) for line in lines[:TITLES]]
    begun = {title[:1] for title in titles}
    found = []
    for i, line in enumerate(lines):
        may_be = letters(line.text[:4])[:1] in {*begun, ""} and line.short
        words = letters(line.text) if may_be else ""
        others = (title for k, title in enumerate(titles) if k != i)
        if len(words) >= TITLE_LETTERS and any(title.startswith(words) for title in others):
            found.append(i)
            if len(found) == TWINS:
                break
    return found


def letters(text: str) -> str:
    """Return the letters and digits of a text, to compare it with another however the two are set."""
    return _NO_LETTER.sub("", text.casefold())


def alike(lines: Sequence[Line], labels: Sequence[Label | None], start: int) -> int:
    """Count the lines of a list of the story's, perhaps with a heading, that begins at ``start``.

    Its lines have one form ("Spain (Group F): eleventh"); headlines of other reports hardly ever have.
    """
    for first in (start, start + 1):
        for mark in (": ", " (", " – ", " - ", ", "):
            end = first
            while (
                end < len(lines)
                and labels[end] is None
                and mark in lines[end].text
                and not begins(lines[end])
            ):
                end += 1
            if end - first >= ALIKE:
                return end - start
    return 0
