"""Put the desk's notes to their passages, or say that the passage is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.edit.anchors import anchor
from generator.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.edit.anchors import Anchored
    from generator.model.article import Article
    from generator.model.corpus import Note


def place_notes(
    notes: Sequence[Note], articles: Mapping[str, Article]
) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """Return the notes with their spans; one that has no passage is left out and told."""
    placed: list[Note] = []
    told: list[Diagnostic] = []
    for note in notes:
        article = articles.get(note.article)
        if article is None:
            message = f'there is no report "{note.article}"'
            hint = "article: is the name of a file in articles/ or sources/, without its ending"
            told.append(Diagnostic(note.location, Severity.ERROR, "unknown-article", message, hint))
            continue
        found = anchor(article.text, note.at)
        if found.span is not None:
            placed.append(replace(note, span=found.span))
        else:
            told.append(_lost(note, article, found))
    return tuple(placed), tuple(told)


def _lost(note: Note, article: Article, found: Anchored) -> Diagnostic:
    code = "anchor-ambiguous" if found.ambiguous else "anchor-lost"
    what = "stand in several places of" if found.ambiguous else "do not stand in"
    message = f'the words "{note.at.exact[:80]}" {what} {article.id}; the note is left out'
    near = "; ".join(f'"{c.span.of(article.text)}"' for c in found.candidates)
    hint = f"something like it: {near}" if near else ""
    if found.ambiguous:
        hint = "give prefix or suffix: the words before or after"
    return Diagnostic(note.location, Severity.ERROR, code, message, hint)
