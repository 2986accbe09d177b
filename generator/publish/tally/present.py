"""Who is in a report: the actors and people whom it quotes or names in what is read of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from generator.model.article import READ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article
    from generator.model.findings import Mention
    from generator.publish.tally.shown import Shown


def _read(article: Article) -> tuple[Mention, ...]:
    """Return the mentions in what is read of an article: words of boilerplate count for nothing."""
    spans = [b.span for b in article.blocks if b.role in READ]
    starts = [span.start for span in spans]
    found = []
    for mention in article.mentions:
        n = bisect_right(starts, mention.span.start) - 1
        if n >= 0 and mention.span.start < spans[n].end:
            found.append(mention)
    return tuple(found)


def actors_in(article: Article, shown: Sequence[Shown]) -> set[str]:
    """Return the actors of a report."""
    said = {s.quote.speaker.actor for s in shown if s.quote.speaker and s.quote.speaker.actor}
    return said | {m.actor for m in _read(article) if m.actor}


def people_in(article: Article, shown: Sequence[Shown]) -> tuple[str, ...]:
    """Return the people of a report: who says most in it comes first, then who is met first."""
    voices = ((s.quote.parts[0].start, s.quote.speaker) for s in shown if s.quote.speaker)
    spoke = [(start, speaker.person) for start, speaker in voices if speaker.person]
    said, first = Counter(person for _, person in spoke), dict[str, int]()
    for start, person in sorted([*spoke, *((m.span.start, m.person) for m in _read(article) if m.person)]):
        first.setdefault(person, start)
    return tuple(sorted(first, key=lambda person: (-said[person], first[person])))
