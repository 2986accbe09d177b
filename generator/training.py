"""Make the weights by which speakers are found: ``python -m generator.training DATA.jsonl [--out FILE]``.

Each line of the data is an article: ``text``, and ``quoted_spans`` with ``start``, ``end``, ``attributed``,
``speaker_text``, ``speaker_start``, ``speaker_end`` and ``speaker_head`` (start, end); the file may be a .gz.
The model is log-linear, fitted to the likelihood of the right options by AdaGrad (Duchi, Hazan and Singer,
2011): in the first round with what was said before as it truly was, in the second as the model takes it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from generator.analyse.article import analyse
from generator.analyse.weigh.attribution import Case, Court, Options
from generator.analyse.weigh.ranking import Scale, likelihoods, signs_of
from generator.ingest.clean import clean
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


ROUNDS, TURNS = 2, 6  # of reading all articles; of going through the lessons of a reading
WARM = 2  # turns before the weights are near enough to be averaged over the rest
RATE, CALM = 0.15, 0.005  # the length of a step; how much each step draws a weight back to nothing
LEAST = 6  # how often a sign must be met
START = {  # what patterns and closed lists weigh before anything is learned: they hold in unlike texts too
    **dict.fromkeys(("rule=cue-quote", "rule=quote-cue"), 4.0),
    **dict.fromkeys(
        ("rule=clause", "rule=trailing", "rule=source", "rule=parenthesis", "rule=colon", "rule=dash"), 3.0
    ),
    **dict.fromkeys(("back1,said-quote-cue,bare", "on1,said-quote-cue,bare"), 2.0),
    **dict.fromkeys(("nobody,naming=so-called", "nobody,work,Title", "nobody,work,Work"), 2.0),
    "prior,far,bare,far": 1.0,  # who spoke last goes on in a paragraph of nothing but marks
    "nobody,told=object,Title,True": 2.0,  # "they call the ferry “Ada Berg”"
}
SMALL = 0.1  # weights below it are left out: no worse on articles held back, and half as many
NEGLIGIBLE = 0.001  # a step this short is not taken
OUT = Path(__file__).parent / "knowledge" / "signs.tsv"
HEAD = (
    "# Signs by which the speaker of words in quotation marks is found, and what each weighs.",
    "# Source: generator/training.py made it of 504 articles of PolNeAR (Newell, Margolin and Ruths, 2018:",
    "# political news of the US, 2015-16). No word of the articles is a sign, but for those of closed lists.",
    "# sign    what speaks for an option: see analyse/weigh/evidence.py, cued.py, discourse.py and scare.py",
    "# weight  what is added to the logarithm of the option's odds",
    "# columns: sign\tweight",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A marked stretch of the data as a span of our text, and who said it."""

    span: Span
    attributed: bool
    name: str | None
    head: Span | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """The options of one quotation by their signs, and which of them are right."""

    options: list[list[str]]
    right: frozenset[int]


@dataclass(slots=True)
class Pupil:
    """Weighs for a court, and writes down its lessons; without weights the court decides as the data say."""

    said: list[Said]
    lessons: list[Lesson]

    def weigh(self, case: Case, options: Options, scale: Scale) -> list[float]:
        """Return the odds of the options, and remember which were right."""
        right = self._right(case)
        if right:
            spelt = [[sign for clue in clues for sign in signs_of(clue)] for clues in options]
            self.lessons.append(Lesson(spelt, frozenset(right)))
        if right and not scale.weights:
            return [float(i == right[0]) for i in range(len(options))]
        return likelihoods(options, scale)

    def _right(self, case: Case) -> list[int]:
        """Return the options that are right; none where the data do not tell."""
        place, cands = case.place, case.cands
        span = place.passage.mark(place.number).span
        said = max(self.said, key=lambda s: s.span.shared(span), default=None)
        if said is None or not said.span.shared(span):
            return []
        if not said.attributed:
            return [len(cands) + 1]
        head, last = said.head, surname(said.name)
        found = [i for i, c in enumerate(cands) if head and c.mention.shared(head)]
        named = [i for i, c in enumerate(cands) if last and surname(c.nominal.name) == last]
        return found or named or [len(cands)]


def surname(name: str | None) -> str | None:
    """Return the last word in capitals before the first comma, in lower case."""
    words = (name or "").replace("’", "'").replace("'s", "").split(",")[0].split()
    return next((w.lower() for w in reversed(words) if w[0].isupper()), None)


def said_of(article: Mapping[str, Any], text: str) -> list[Said]:
    """Return the marked stretches of the data, brought onto ``text`` by counting letters."""
    theirs, ours = _letters(article["text"]), _letters(text)

    def carried(start: int | None, end: int | None) -> Span | None:
        if start is None or end is None:
            return None
        i, j = bisect_left(theirs, start), bisect_left(theirs, end)
        return Span(ours[i], ours[j - 1] + 1) if i < j <= len(ours) else None

    out = []
    for row in article["quoted_spans"]:
        start, end, *_ = row.get("speaker_head") or (row.get("speaker_start"), row.get("speaker_end"))
        span = carried(row["start"], row["end"])
        if span is not None:
            out.append(Said(span, row["attributed"], row.get("speaker_text"), carried(start, end)))
    return out


def _letters(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c.isalnum()]


def lessons_of(article: Mapping[str, Any], weights: Mapping[str, float]) -> list[Lesson]:
    """Return what one article teaches."""
    document = RawDocument(body=article["text"], media=Media.TEXT, seed="training", clean=False)
    cleaned = clean(document, ReadSettings())
    lessons: list[Lesson] = []

    pupil = Pupil(said_of(article, cleaned.text), lessons)
    analyse(cleaned, document, lambda cast: Court(cast, Scale(weights), pupil.weigh))
    return lessons


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Return the weights that make the right options likely, averaged over the turns.

    On articles held back (four folds of the 504) the average names 0.3 per cent more of the speakers than
    the weights of the last of eight turns, which know the articles too well.
    """
    met = Counter(s for lesson in lessons for signs in lesson.options for s in set(signs))
    known = [
        Lesson([[s for s in signs if met[s] >= LEAST] for signs in lesson.options], lesson.right)
        for lesson in lessons
    ]
    weights: defaultdict[str, float] = defaultdict(float, START)
    steps: defaultdict[str, float] = defaultdict(lambda: 1.0)
    whole: defaultdict[str, float] = defaultdict(float)
    order = Random(0)  # noqa: S311 - the same order each time, for the same weights
    for turn in range(TURNS):
        order.shuffle(known)
        for lesson in known:
            for signs, off in zip(lesson.options, _errors(lesson, weights), strict=True):
                for sign in signs if abs(off) > NEGLIGIBLE else ():
                    slope = off + CALM * (weights[sign] - START.get(sign, 0.0))
                    steps[sign] += slope * slope
                    weights[sign] -= RATE * slope / sqrt(steps[sign])
        for sign, weight in weights.items() if turn >= WARM else ():
            whole[sign] += weight
    return {sign: weight / (TURNS - WARM) for sign, weight in whole.items()}


def _errors(lesson: Lesson, weights: Mapping[str, float]) -> list[float]:
    """Return for each option how much too likely it is held."""
    scores = [sum(weights[s] for s in signs) for signs in lesson.options]
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    every, good = sum(raised), sum(raised[i] for i in lesson.right)
    return [r / every - (r / good if good and i in lesson.right else 0.0) for i, r in enumerate(raised)]


def train(articles: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return the weights fitted to articles, the small ones left out."""
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = fit([lesson for article in articles for lesson in lessons_of(article, weights)])
    return {sign: round(w, 2) for sign, w in weights.items() if abs(w) >= SMALL}


def written(weights: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the file of weights."""
    yield from HEAD
    yield from (f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()))


def main(arguments: Sequence[str]) -> None:
    """Read the data, fit the weights and write them."""
    parser = argparse.ArgumentParser(prog="python -m generator.training", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args(arguments)
    opened = gzip.open if asked.data.suffix == ".gz" else open
    with opened(asked.data, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    asked.out.write_text("\n".join(written(train(articles))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
