"""Statements whose speaker no report names, told in one word: there may be many, and many stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location, Span

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.corpus import Corpus

_REPORTS, _LINES = 5, 5  # that are listed; the others are counted


def unnamed_speakers(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Say how many statements are nobody's, and where most of them stand; nothing where there are none."""
    nobodys = [c for c in corpus.clusters if not (c.speaker or c.person or c.actor)]
    if not nobodys:
        return ()
    by_id = {a.id: a for a in corpus.articles}
    parts = {q.id: q.parts[0] for a in corpus.articles for q in a.quotes if q.parts}
    spans: dict[str, list[Span]] = {}
    for first in (c.members[0] for c in nobodys):
        spans.setdefault(first.article, []).append(parts.get(first.quote, Span(0, 0)))
    ranked = sorted(spans, key=lambda ident: (-len(spans[ident]), by_id[ident].path))
    main = by_id[ranked[0]]
    lines = {ident: _lines(by_id[ident], spans[ident]) for ident in ranked[:_REPORTS]}
    listed = [f"{by_id[ident].path} ({where})" for ident, where in lines.items()]
    listed += [f"and {len(ranked) - _REPORTS} more reports"] if len(ranked) > _REPORTS else []
    count = "one statement" if len(nobodys) == 1 else f"{len(nobodys)} statements"
    return (
        Diagnostic(
            Location(main.path, main.line_of(min(spans[main.id]))),
            Severity.INFO,
            "unnamed-speaker",
            f"no report names the speaker of {count}",
            f"where you know it, give it under corrections: {'; '.join(listed)}",
        ),
    )


def _lines(article: Article, spans: list[Span]) -> str:
    lines = sorted({article.line_of(span) for span in spans})
    more = f" and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:_LINES]))}{more}"
