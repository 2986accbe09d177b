"""``ingest``: saved reports -> content/articles/*.md, without touching what an editor wrote."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build import document_of
from generator.commands.init import write_new
from generator.config import read_settings
from generator.folders import site_yaml
from generator.forms.plain import iso
from generator.ingest.clean import clean
from generator.ingest.frontmatter import write_front_matter
from generator.ingest.sources import MEDIA, open_source, survey
from generator.ingest.write import article_file, article_of
from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import ConfigError, Diagnostic, EngineError, Severity
from generator.model.settings import ReadSettings
from generator.model.text import Location
from generator.telling import tell


@dataclass(frozen=True, slots=True)
class _Given:
    """What the command line says of the reports."""

    outlet: str | None
    published: str | None
    url: str | None

    @property
    def front(self) -> FrontMatter:
        return FrontMatter(outlet=self.outlet, published=self.published, url=self.url)

    def over(self, front: FrontMatter) -> FrontMatter:
        """Return ``front`` with what was said on the command line."""
        return replace(
            front,
            outlet=self.outlet or front.outlet,
            published=self.published or front.published,
            url=self.url or front.url,
        )


def ingest_command(arguments: argparse.Namespace) -> int:
    """Bring reports in, and make an article of each that has none; 1 where one could not be read."""
    content: Path = arguments.content
    text, path = site_yaml(content)
    settings, told = read_settings(text, path)
    given = _given(arguments)
    notes: list[Diagnostic] = list(told)
    made = kept = 0
    for saved in _sources(arguments.paths, content, given, notes):
        article = _article(saved, content, given, settings.read, notes)
        if article is None:
            continue
        state = _write(article, content)
        made += state == "made"
        kept += state != "made"
        print(f"articles/{article.id}.md: {state}")
    tell(notes)
    print(f"{made} made, {kept} left as they were.")
    return int(any(d.severity is Severity.ERROR for d in notes))


def _given(arguments: argparse.Namespace) -> _Given:
    day = arguments.published
    if day is not None and iso(day, moment=True) is None:
        raise ConfigError(f"--published {day!r} is no date; write it as 2015-10-08")
    return _Given(arguments.outlet, day, arguments.url)


def _sources(paths: Sequence[Path], content: Path, given: _Given, notes: list[Diagnostic]) -> Iterator[Path]:
    """Yield the saved files in content/sources/, those from elsewhere brought there first."""
    folder = content / "sources"
    if not paths:
        yield from sorted(p for p in folder.glob("*") if p.suffix.lower() in MEDIA)
        notes += [d for d in survey(content).diagnostics if d.code != "duplicate-id"]
        return
    for path in _files(paths, notes):
        if path.resolve().parent == folder.resolve():
            yield path
        elif (brought := _bring(path, folder, given, notes)) is not None:
            yield brought


def _files(paths: Sequence[Path], notes: list[Diagnostic]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in MEDIA and p.is_file())
        elif path.is_file():
            yield path
        else:
            notes.append(_error(path, "unreadable-file", "there is no such file or folder"))


def _bring(path: Path, folder: Path, given: _Given, notes: list[Diagnostic]) -> Path | None:
    """Copy a saved file into content/sources/ byte for byte; another file of that name is never replaced."""
    target = folder / path.name
    data = path.read_bytes()
    if target.exists():
        if target.read_bytes() != data:
            message = f"another report of that name is in {folder.as_posix()}/ already"
            notes.append(_error(path, "duplicate-id", message, "rename one of them"))
            return None
        return target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        with suppress(OSError):
            target.unlink()
        raise EngineError(f"{target.as_posix()} cannot be written: {error.strerror or error}") from error
    sidecar = target.with_suffix(".yaml")
    beside = path.with_suffix(".yaml")
    if not sidecar.exists():
        if beside.is_file():
            write_new(sidecar, beside.read_text(encoding="utf-8"))
        elif given.front != FrontMatter():
            write_new(sidecar, write_front_matter(given.front))
    return target


def _article(
    saved: Path, content: Path, given: _Given, settings: ReadSettings, notes: list[Diagnostic]
) -> Source | None:
    outcome = open_source(saved, content)
    notes += outcome.diagnostics
    source = outcome.value
    if source is None:
        return None
    if source.media is Media.MARKDOWN:
        source = replace(source, media=Media.TEXT)
    source = replace(source, front=given.over(source.front))
    return article_of(source, clean(document_of(source), settings))


def _write(article: Source, content: Path) -> str:
    path = content / "articles" / f"{article.id}.md"
    text = article_file(article)
    if path.exists():
        same = path.read_text(encoding="utf-8") == text
        return "unchanged" if same else "left as it is: an editor has changed it, or its source is newer"
    write_new(path, text)
    return "made"


def _error(path: Path, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Location(path.as_posix()), Severity.ERROR, code, message, hint)

