"""The reports of a folder: opened, cleaned side by side, and which of them are articles of the briefing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine.memory import once, settled
from generator.ingest.compare.duplicates import saving_of
from generator.ingest.compare.history import histories, named_by_first
from generator.ingest.compare.repetition import label_repeated
from generator.ingest.compare.savings import Chosen, changed_at, choose_savings
from generator.ingest.compare.versions import Saved
from generator.ingest.open.documents import document_of, is_saved
from generator.ingest.open.opened import opened
from generator.ingest.open.sources import MEDIA, id_of, saved_file, survey
from generator.ingest.write import article_of
from generator.link.outlets import outlet_of, outlets_by_name
from generator.model.article import Source
from generator.model.corpus import Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import CleanText
    from generator.model.diagnostic import Diagnostic
    from generator.model.settings import Settings
    from generator.stages import Engine


def open_reports(content: Path, told: list[Diagnostic]) -> tuple[list[Source], list[str]]:
    """Open all reports of ``content``; return them, and the names of those that cannot be read."""
    found = survey(content)
    told += found.diagnostics
    sources, unread = [], []
    for path in sorted((*found.articles, *found.sources)):
        outcome = opened(path, content)
        told += outcome.diagnostics
        if outcome.value is None:
            unread.append(path.relative_to(content).as_posix().encode("utf-8", "replace").decode())
        else:
            sources.append(outcome.value)
    return sources, unread


def saved_of(sources: Iterable[Source], content: Path) -> dict[str, Source]:
    """Return the saved reports by path: those without an article, and those that one was or is made of."""
    saved: dict[str, Source] = {}
    for source in sources:
        if is_saved(source):
            saved[source.path] = source
            continue
        for name in dict.fromkeys(filter(None, (source.front.source, *_of_its_name(source, content)))):
            path = saved_file(content, name)
            behind = opened(path, content).value if path else None
            if behind is not None:
                saved[name] = once(_as_told, behind, source)
    return saved


def _of_its_name(article: Source, content: Path) -> Iterator[str]:
    """Yield the saved file of an article's name, of which it may have been made before it was of another."""
    own = article.front.source
    if own and id_of(Path(own)) != article.id:
        names = (f"sources/{article.id}{suffix}" for suffix in MEDIA)
        yield from (name for name in names if saved_file(content, name))


def _as_told(behind: Source, article: Source) -> Source:
    """Return a saved report as of the outlet that its article says, and saved when that says."""
    front = article.front
    outlet, url = front.outlet or behind.front.outlet, front.url or behind.front.url
    saved = behind.front.saved or (front.saved if behind.path == front.source else None)
    return replace(behind, front=replace(behind.front, outlet=outlet, url=url, saved=saved))


def saved_reports(content: Path) -> tuple[list[Source], dict[str, Source]]:
    """Return what a build of ``content`` makes articles of, and the saved reports it looks at, by path."""
    sources, _ = open_reports(content, [])
    return sources, saved_of(sources, content)


def clean_saved(saved: Mapping[str, Source], settings: Settings, engine: Engine) -> dict[str, CleanText]:
    """Return the clean text of each report by its path, with what recurs in its outlet labelled."""
    cleaned = engine.clean([once(document_of, s) for s in saved.values()], settings.read)
    said = [
        (s.front.outlet or c.facts.outlet, s.front.url or c.facts.url)
        for s, c in zip(saved.values(), cleaned, strict=True)
    ]
    outlets = outlets_by_name(settings.outlets, [name for name, _ in said])
    found = [outlet_of(name, url, outlets) for name, url in said]
    reports = [Saved(o.name if o else None, c) for o, c in zip(found, cleaned, strict=True)]
    labelled = label_repeated(reports, settings.read)
    return {path: settled(f"clean {path}", c) for path, c in zip(saved, labelled, strict=True)}


def _article(source: Source, saved: Mapping[str, Source], cleaned: Mapping[str, CleanText]) -> Source:
    """Return the article: the editor's where one stands, else what ingesting the source would make."""
    if is_saved(source):
        return once(article_of, source, cleaned[source.path])
    behind = saved.get(source.front.source or "")
    if behind is None or source.front.digest:
        return source
    return once(_with_digest, source, behind.digest)


def _with_digest(source: Source, digest: str) -> Source:
    return replace(source, front=replace(source.front, digest=digest))


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a folder: ``every`` file as an article, ``shown`` those that the briefing has.

    ``chosen`` tells which are other savings of one report; ``versions`` has the savings by the id of what is
    shown. A report that was saved again keeps the id of its oldest saving.
    """

    every: tuple[Source, ...]
    shown: tuple[Source, ...]
    chosen: Chosen
    versions: Mapping[str, tuple[Version, ...]]


def reports_of(
    sources: Iterable[Source], saved: Mapping[str, Source], cleaned: Mapping[str, CleanText]
) -> Reports:
    """Return what the opened files are; ``saved`` are the saved ones by path, ``cleaned`` their texts."""
    articles, chosen = _chosen(sources, saved, cleaned)
    kept = [a for a in articles if a.path not in chosen.left_out]
    shown, versions = named_by_first(kept, histories(kept, chosen.left_out, saved, cleaned))
    return Reports(tuple(articles), tuple(shown), chosen, versions)


def _chosen(
    sources: Iterable[Source], saved: Mapping[str, Source], cleaned: Mapping[str, CleanText]
) -> tuple[list[Source], Chosen]:
    articles = [_article(source, saved, cleaned) for source in sources]
    by_path = {a.path: a for a in articles}

    def changed(path: str) -> str | None:
        article = by_path[path]
        return changed_at(saved.get(article.front.source or path, article)) or article.front.published

    savings = [
        settled(f"saving {a.path}", once(saving_of, a, cleaned.get(a.front.source or ""))) for a in articles
    ]
    return articles, choose_savings(savings, changed)
