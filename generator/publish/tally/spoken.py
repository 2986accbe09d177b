"""Of whom each quotation speaks: whom its words name, or the reported speech in which it stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.model.findings import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Article
    from generator.model.findings import Quote
    from generator.model.text import Span
    from generator.publish.tally.shown import Shown


def spoken_of(article: Article, every: Sequence[Shown]) -> dict[str, list[str]]:
    """List for each quote the actors that its words name, or the reported speech in which these stand.

    Who "told Northland to “stand back”" speaks of Northland, though the words in marks do not name it.
    """
    named = sorted((m.span, m.actor) for m in article.mentions if m.actor)
    starts = [span.start for span, _ in named]
    found: dict[str, list[str]] = {}
    for ident, part in _stretches(every) if named else ():
        for span, actor in named[bisect_right(starts, part.start - 1) : bisect_right(starts, part.end)]:
            if span.end <= part.end:
                found.setdefault(ident, []).append(actor)
    return found


def _stretches(every: Sequence[Shown]) -> Iterable[tuple[str, Span]]:
    """Yield the parts of each quote, then those of reported speech of the same speaker that hold one."""
    marked = sorted(
        (p, n) for n, s in enumerate(every) if s.quote.form is not Form.INDIRECT for p in s.quote.parts
    )
    starts = [part.start for part, _ in marked]
    for one in every:
        yield from ((one.quote.id, part) for part in one.quote.parts)
        for part in one.quote.parts if one.quote.form is Form.INDIRECT else ():
            for held, n in marked[bisect_right(starts, part.start - 1) : bisect_right(starts, part.end)]:
                if held.end <= part.end and _one_voice(one.quote, every[n].quote):
                    yield every[n].quote.id, part


def _one_voice(one: Quote, other: Quote) -> bool:
    speakers = one.speaker, other.speaker
    names, actors = ({s and s.name for s in speakers}, {s and s.actor for s in speakers})
    return all(speakers) and (len(names) == 1 or (len(actors) == 1 and None not in actors))
