"""What reports tell of a day: their sentences that name it, whenever the report appeared.

The day of what happened and the day of the report are two. Only days that the reading could tell are here;
the day on a dateline is the report's own and tells of nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.model.article import STORY, Article
from generator.model.text import Span
from generator.publish.weave.excerpt import sentences
from generator.publish.weave.sentence import as_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.article import Block

# What stands behind the day of a dateline: "OSTERHAVN, Oct 5 (Reuters) - ".
_DATELINE = re.compile(r"[ ,]*(?:\([^()\n]{1,40}\))?\s*[-–—:]\s")
_LINE = 80  # letters before it


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report that names a day; ``reported`` is the day of the report, "" where not stated."""

    article: Article
    day: str
    reported: str
    span: Span
    words: str


def told_by_day(articles: Iterable[Article], days: Mapping[str, str]) -> dict[str, tuple[Told, ...]]:
    """Return by day the sentences that name it, in the order of the articles and of their texts.

    ``days`` are those of the articles, by their ids.
    """
    found: dict[str, list[Told]] = {}
    for article in articles:
        for one in once(told_in, article, days[article.id]):
            found.setdefault(one.day, []).append(one)
    return {day: tuple(found[day]) for day in sorted(found)}


def told_in(article: Article, reported: str = "") -> tuple[Told, ...]:
    """Return the sentences of an article that name a day, once for each day that they name."""
    if not any(dated.day for dated in article.dates):
        return ()
    blocks = [b for b in article.blocks if b.role in STORY]
    parts = [part for quote in article.quotes for part in quote.parts]
    found: dict[tuple[str, Span], Told] = {}
    for block in blocks:
        days = _days_in(article, block, first=block is blocks[0])
        for sentence in sentences(article.text, block.span, parts) if days else ():
            for span, day in days:
                if sentence.holds(span):
                    words = as_read(article, sentence).strip()
                    found.setdefault((day, sentence), Told(article, day, reported, sentence, words))
    return tuple(found.values())


def _days_in(article: Article, block: Block, *, first: bool) -> Sequence[tuple[Span, str]]:
    return [
        (dated.span, dated.day)
        for dated in article.dates
        if dated.day
        and is_day(dated.day)
        and block.span.holds(dated.span)
        and not (first and _is_dateline(article.text, block.span, dated.span))
    ]


def _is_dateline(text: str, block: Span, dated: Span) -> bool:
    near = dated.end - block.start <= _LINE
    return near and _DATELINE.match(text, dated.end, block.end) is not None


def is_day(iso: str) -> bool:
    """Tell whether this is a whole day, and not a month or a year."""
    return day_number(iso) > 0


def day_number(iso: str) -> int:
    """Count days from the year 1; 0 where it is no whole day."""
    if len(iso) != len("2015-10-08"):
        return 0
    try:
        return date.fromisoformat(iso).toordinal()
    except ValueError:
        return 0


def neighbours(days: Sequence[str], iso: str) -> tuple[str, str]:
    """Return the day before and the day after one of ``days``, which are in order; "" where there is none."""
    before = {after: day for day, after in pairwise(days)}
    after = dict(pairwise(days))
    return before.get(iso, ""), after.get(iso, "")
