"""The savings of one report, the oldest first, each with what it has otherwise than the one before."""

from __future__ import annotations

from dataclasses import replace
from functools import cmp_to_key
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.ingest.compare.changes import changes
from generator.ingest.compare.duplicates import Likeness, likeness, saving_of
from generator.ingest.compare.savings import changed_at, newer
from generator.ingest.open.documents import SEED, is_saved
from generator.ingest.open.sources import id_of
from generator.ingest.write import article_of
from generator.model.corpus import Change, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.article import CleanText, FrontMatter, Source

HEADLINE, DEK = 0, -1  # numbers of what is no paragraph


class _Dated(NamedTuple):
    """A saving, the day that it states, and the article that is made of it."""

    day: str | None
    source: Source
    article: Source


def histories(
    articles: Iterable[Source],
    left_out: Mapping[str, str],
    saved: Mapping[str, Source],
    cleaned: Mapping[str, CleanText],
) -> dict[str, tuple[Version, ...]]:
    """Return the savings of each article that was saved more than once, by its id, the oldest first.

    ``left_out`` names by path the article that another saving belongs to. All are read alike: what an editor
    made of one of them is no change of the report.
    """
    others: dict[str, list[str]] = {}
    for path, other in left_out.items():
        others.setdefault(other, []).append(path)
    articles = list(articles)
    known = {*left_out, *(a.path for a in articles), *(a.front.source for a in articles)}
    before = {id_of(Path(path)): path for path in saved if path not in known}
    found = {}
    for article in articles:
        own = article.front.source or article.path
        there = [path for path in (*others.get(article.path, ()), own) if path in saved]
        first = before.get(article.id)
        if first and own in saved and _is_same(saved[first], saved[own], cleaned):
            there.append(first)
        if len(paths := dict.fromkeys(there)) > 1:
            found[article.id] = _history([(saved[path], cleaned[path]) for path in paths])
    return found


def named_by_first(
    articles: Iterable[Source], versions: Mapping[str, tuple[Version, ...]]
) -> tuple[list[Source], dict[str, tuple[Version, ...]]]:
    """Give each report that no editor took over the id of its oldest saving, and its savings with it.

    So its address, those of its quotations, and what notes, pins and links call it, stay when a newer saving
    comes in.
    """
    articles = list(articles)
    taken = {article.id for article in articles}
    found = {a.id: versions[a.id][0] for a in articles if is_saved(a) and a.id in versions}
    first = {own: version for own, version in found.items() if version.id not in taken}
    named = [_as_first(a, first[a.id]) if a.id in first else a for a in articles]
    return named, {first[key].id if key in first else key: savings for key, savings in versions.items()}


def _as_first(article: Source, first: Version) -> Source:
    front = replace(article.front, seed=article.front.seed or first.digest[:SEED])
    return replace(article, id=first.id, front=front)


def _is_same(one: Source, other: Source, cleaned: Mapping[str, CleanText]) -> bool:
    """Tell whether the file of an article's name is a saving of the report that it is made of now."""
    savings = [saving_of(article_of(each, cleaned[each.path]), cleaned[each.path]) for each in (one, other)]
    return likeness(*savings) is Likeness.SAME


def _history(savings: list[tuple[Source, CleanText]]) -> tuple[Version, ...]:
    by_name = sorted(savings, key=lambda each: each[0].path)
    dated = [_Dated(changed_at(source), source, article_of(source, clean)) for source, clean in by_name]
    dated.sort(key=cmp_to_key(_order))
    first = dated[0]
    versions = [Version(first.source.path, first.source.digest, first.day, id=first.source.id)]
    for old, new in pairwise(dated):
        told, changed = newer(new.day, old.day) is True, tuple(_changes(old.article, new.article))
        own = new.source
        versions.append(Version(own.path, own.digest, new.day, changed, told, own.id))
    return tuple(versions)


def _order(a: _Dated, b: _Dated) -> int:
    """Compare two savings by their days; what says none stands first."""
    if a.day is None or b.day is None:
        return (a.day is not None) - (b.day is not None)
    return (newer(a.day, b.day) is True) - (newer(b.day, a.day) is True)


def _changes(old: Source, new: Source) -> list[Change]:
    return [*_of_head(old.front, new.front), *changes(old.body, new.body)]


def _of_head(old: FrontMatter, new: FrontMatter) -> list[Change]:
    pairs = ((HEADLINE, old.title, new.title), (DEK, old.dek, new.dek))
    return [Change(number, was or "", now or "") for number, was, now in pairs if (was or "") != (now or "")]
