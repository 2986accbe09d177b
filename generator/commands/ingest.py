"""``ingest``: saved reports -> content/articles/*.md, without touching what an editor wrote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import Engine, clean_saved, document_of, saved_reports
from generator.commands.init import write_new
from generator.config import read_settings
from generator.engine.executors import Inline
from generator.folders import site_yaml
from generator.forms.plain import iso
from generator.forms.standards import address_fault
from generator.ingest.clean import clean
from generator.ingest.frontmatter import write_front_matter
from generator.ingest.remarks import told_of
from generator.ingest.sources import MEDIA, id_of, open_source, survey
from generator.ingest.write import article_file, article_of
from generator.model.article import FrontMatter, Source
from generator.model.diagnostic import ConfigError, Diagnostic, Severity, in_order
from generator.model.settings import Settings
from generator.model.text import Location
from generator.telling import tame, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

_WITH_A_PAGE = "_files"  # the ending of the folder that a browser saves beside a page


@dataclass(frozen=True, slots=True)
class _Work:
    """What is ingested where; ``given`` is what the command line says of the reports."""

    content: Path
    given: FrontMatter
    settings: Settings
    notes: list[Diagnostic] = field(default_factory=list)

    @property
    def sources(self) -> Path:
        return self.content / "sources"

    @property
    def articles(self) -> Path:
        return self.content / "articles"

    def fault(self, path: Path, code: str, message: str, hint: str = "") -> None:
        """Note an error about a file."""
        self.notes.append(Diagnostic(Location(path.as_posix()), Severity.ERROR, code, message, hint))


def ingest_command(arguments: argparse.Namespace) -> int:
    """Bring reports in, and make an article of each that has none; 1 where one could not be read."""
    text, path = site_yaml(arguments.content)
    settings, told = read_settings(text, path)
    work = _Work(arguments.content, _given(arguments), settings)
    work.notes.extend(d for d in told if d.code != "no-base-url")
    there = {id_of(path).lower(): path for path in work.articles.glob("*.md")}
    made = kept = 0
    opened = [_opened(work, path) for path in _sources(work, arguments.paths)]
    for article in _articles(work, [source for source in opened if source is not None]):
        target = there.setdefault(article.id.lower(), work.articles / f"{article.id}.md")
        state = _put(article, target)
        made += state == "made"
        kept += state != "made"
        print(f"{tame(target.as_posix())}: {state}")
    tell(in_order(work.notes))
    print(f"{made} made, {kept} left as they were.{_next(work, made + kept)}")
    return int(any(d.severity is Severity.ERROR for d in work.notes))


def _next(work: _Work, count: int) -> str:
    if count:
        return f" Next: look through {work.articles.as_posix()}/, then python -m generator build"
    where = work.sources.as_posix()
    return f" Put saved reports into {where}/, or name them: python -m generator ingest FILE"


def _given(arguments: argparse.Namespace) -> FrontMatter:
    """Return what the command line says of the reports; ConfigError where it cannot be meant."""
    day, url = arguments.published, arguments.url
    published = iso(day, moment=True) if day is not None else None
    if day is not None and published is None:
        raise ConfigError(f"--published {day!r} is no date; write it as 2015-10-08")
    if url is not None and (fault := address_fault(url)):
        raise ConfigError(f"--url {url!r} {fault}; write https://…")
    return FrontMatter(outlet=arguments.outlet or None, published=published, url=url)


def _sources(work: _Work, paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the saved files in content/sources/, one for each id; those from elsewhere are brought there."""
    known = {id_of(path).lower(): path for path in reversed(_reports(work.sources, "*"))}
    if not paths:
        work.notes.extend(d for d in survey(work.content).diagnostics if d.code != "duplicate-id")
        paths = [work.sources] if known else []
    for path in _files(work, paths):
        twin = known.get(id_of(path).lower())
        if path.resolve().parent == work.articles.resolve():
            print(f"{tame(path.as_posix())}: left as it is, for it is an article already")
        elif twin is not None and twin.name != path.name:
            message = f"{twin.name} and {path.name} would be one article, {id_of(path).lower()}"
            work.fault(path, "duplicate-id", message, "rename one of the two or delete it")
        elif path.resolve().parent == work.sources.resolve():
            yield path
        elif (brought := _bring(work, path)) is not None:
            known.setdefault(id_of(path).lower(), brought)
            yield brought


def _files(work: _Work, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that are named, and the reports in the folders that are named."""
    for path in paths:
        if not path.is_dir():
            yield path
        elif found := _reports(path, "**/*"):
            yield from found
        else:
            work.fault(path, "unread-file", f"there is no report in this folder ({', '.join(MEDIA)})")


def _reports(folder: Path, pattern: str) -> list[Path]:
    """Return the files that may be reports, sorted; none that is hidden or was saved along with a page."""
    found = (path for path in folder.glob(pattern) if path.suffix.lower() in MEDIA and path.is_file())
    return sorted(path for path in found if not _is_aside(path.relative_to(folder).parts))


def _is_aside(names: Sequence[str]) -> bool:
    return any(name.startswith(".") for name in names) or any(n.endswith(_WITH_A_PAGE) for n in names[:-1])


def _bring(work: _Work, path: Path) -> Path | None:
    """Copy a saved file into content/sources/ byte for byte; another file of that name is never replaced."""
    outcome = open_source(path, path.parent)
    if outcome.value is None:
        work.notes.extend(outcome.diagnostics)
        return None
    if path.suffix.lower() not in MEDIA:
        message = f"files of the kind {path.suffix or 'that has no ending'} are not read"
        work.fault(path, "unread-file", message, f"read are {', '.join(MEDIA)}")
        return None
    target, data = work.sources / path.name, path.read_bytes()
    if target.exists():
        if target.read_bytes() == data:
            return target
        message = f"another report of that name is in {work.sources.as_posix()}/ already"
        work.fault(path, "duplicate-id", message, "rename one of them")
        return None
    write_new(target, data)
    _bring_sidecar(work, path, target)
    return target


def _bring_sidecar(work: _Work, path: Path, target: Path) -> None:
    """Put beside a report what stood beside it, else what the command line says of it."""
    sidecar, beside = target.with_suffix(".yaml"), path.with_suffix(".yaml")
    if sidecar.exists():
        return
    if beside.is_file():
        write_new(sidecar, beside.read_bytes())
    elif work.given != FrontMatter():
        write_new(sidecar, write_front_matter(work.given).encode())


def _articles(work: _Work, sources: Sequence[Source]) -> Iterator[Source]:
    """Yield the articles of saved reports: what recurs in an outlet is looked for as ``build`` does."""
    chosen = {source.path: source for source in sources}
    saved = {path: chosen.get(path, source) for path, source in saved_reports(work.content).items()}
    cleaned = clean_saved(saved, work.settings, Engine(None, Inline()))
    for source in sources:
        found = cleaned.get(source.path) or clean(document_of(source), work.settings.read)
        work.notes.extend(told_of(source, found))
        yield article_of(source, found)


def _opened(work: _Work, saved: Path) -> Source | None:
    outcome = open_source(saved, work.content)
    work.notes.extend(outcome.diagnostics)
    if outcome.value is None:
        return None
    front, given = outcome.value.front, work.given
    front = replace(
        front,
        outlet=given.outlet or front.outlet,
        published=given.published or front.published,
        url=given.url or front.url,
    )
    return replace(outcome.value, front=front)


def _put(article: Source, path: Path) -> str:
    """Write an article that is not there yet; say what became of it."""
    data = article_file(article).encode()
    if not path.exists():
        write_new(path, data)
        return "made"
    same = path.read_bytes() == data
    return "unchanged" if same else "left as it is: an editor has changed it, or its source is newer"
