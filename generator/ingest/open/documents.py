"""From a file to what reading it depends on: its text and facts, no path, no correction."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from generator.model.article import Media, RawDocument, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 6  # hex digits of a document's digest that begin the ids of its quotes


def document_of(source: Source) -> RawDocument:
    """Return what reading ``source`` depends on."""
    front = source.front
    return RawDocument(
        body=source.body,
        media=source.media,
        seed=seed_of(source),
        title=front.title,
        dek=front.dek,
        language=front.language,
        published=front.published,
        clean=not _is_article(source),
    )


def seeded(source: Source, seed: str) -> RawDocument:
    """Return what reading ``source`` depends on, its quotes to have ids that begin with ``seed``."""
    return replace(document_of(source), seed=seed)


def _is_article(source: Source) -> bool:
    """Tell whether a body is an editor's word, or made of a clean text: nothing is cut from it any more."""
    named = source.path.startswith("articles/") or source.front.source is not None
    return source.media is Media.MARKDOWN and named


def seed_of(source: Source) -> str:
    """Return what the ids of its quotes begin with: of what was first saved, else of the article's id."""
    digest = (
        source.front.seed or source.front.digest or ("" if source.media is Media.MARKDOWN else source.digest)
    )
    return digest[:SEED] or blake2b(source.id.encode(), digest_size=16).hexdigest()[:SEED]


def seeds(articles: Sequence[Source]) -> list[str]:
    """Return the seed of each article; of several with one, as of a report saved twice, the first has it."""
    taken: set[str] = set()
    found = []
    for article in articles:
        seed = seed_of(article)
        while seed in taken:
            seed = blake2b(f"{seed}\0{article.id}".encode(), digest_size=16).hexdigest()[:SEED]
        taken.add(seed)
        found.append(seed)
    return found


def is_saved(source: Source) -> bool:
    """Tell whether a file is as it was saved, and not an article that an editor took over."""
    return source.path.startswith("sources/")
