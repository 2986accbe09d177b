"""``note``: start an editor's note at a passage, with a selector that means that passage and no other."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.commands.build import places_of
from generator.commands.init import write_new
from generator.config import read_settings
from generator.edit.anchors import anchor, select
from generator.edit.choices import perhaps, say_which, short
from generator.engine.executors import Inline
from generator.engine.store import Store
from generator.folders import site_yaml
from generator.forms import emit
from generator.ingest.clean import clean
from generator.ingest.compare.trace import trace
from generator.ingest.open.documents import document_of
from generator.model.article import Article
from generator.model.diagnostic import ConfigError
from generator.model.text import Selector, as_reports_have_it, slug
from generator.reports import clean_saved, reports_of, saved_reports
from generator.stages import Engine
from generator.telling import progress

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from generator.commands.build import Places
    from generator.edit.anchors import Anchored
    from generator.model.article import CleanText, Source
    from generator.model.settings import Settings

_WORDS = 5  # of a passage that make the name of its note
_LETTERS = 60


def note_command(arguments: argparse.Namespace) -> int:
    """Write content/notes/<name>.md for a passage; 1 where its words stand nowhere, or in several places."""
    places = places_of(arguments)
    text, path = site_yaml(places.content)
    settings, _ = read_settings(text, path)
    article = _article(arguments.article, places, settings)
    given = (arguments.words, arguments.prefix or "", arguments.suffix or "")
    asked = Selector(*map(as_reports_have_it, given))
    found = anchor(article.text, asked)
    if found.span is None or not any(c.isalnum() for c in found.span.of(article.text)):
        sys.stderr.write(_not_found(arguments.words, found, article))
        return 1
    at = select(article.text, found.span)
    target = _free(places.content / "notes", at.exact)
    write_new(target, _note(article.id, at, arguments).encode())
    where = f"line {article.line_of(found.span)} of {article.id}"
    print(f"{target.as_posix()}: anchored at {where}. Next: write the note there")
    return 0


def _not_found(words: str, found: Anchored, article: Article) -> str:
    spans = [candidate.span for candidate in found.candidates]
    if found.ambiguous:
        message = f"“{short(words)}” stands in {len(spans)} places of {article.id}."
        hint = say_which(spans, article.text, article.line_of)
        return f"{message}\n{hint} Give --prefix or --suffix, or more words.\n"
    hint = perhaps(found, article.text, article.line_of)
    return f"“{short(words)}” does not stand in {article.id}.\n{hint}\n"


def _article(asked: str, places: Places, settings: Settings) -> Article:
    """Return the article of an id or a path, as build has it; ConfigError where there is none."""
    source, behind = _source(asked, places, settings)
    read = clean(document_of(source), settings.read)
    article = Article(
        source.id, source.path, source.front, read.text, read.blocks, (), (), (), body_line=source.body_line
    )
    return trace(article, behind).article if behind else article


def _source(asked: str, places: Places, settings: Settings) -> tuple[Source, CleanText | None]:
    """Return what an editor took over, else what ingest would make, with the clean text of the saved file."""
    with ExitStack() as stack:
        store = stack.enter_context(Store(places.cache)) if places.cache else None
        sources, saved = saved_reports(places.content)
        name = asked.removesuffix("/").rpartition("/")[2]
        named = [s for s in sources if s.id in {asked, name} or name == s.path.rpartition("/")[2]]
        if not named:
            raise ConfigError(_unknown(asked, [s.id for s in sources]))
        wanted = named[0]
        if not wanted.path.startswith("sources/"):
            return wanted, None
        cleaned = clean_saved(saved, settings, Engine(store, Inline(), progress()))
        reports = reports_of(sources, saved, cleaned)
        path = reports.chosen.left_out.get(wanted.path, wanted.path)  # the newest saving
        shown = next(article for article in reports.shown if article.path == path)
        return shown, cleaned.get(path)


def _unknown(asked: str, known: list[str]) -> str:
    near = get_close_matches(asked, known, 3, 0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"there is no report {asked!r}: give the name of a file in articles/ or sources/{hint}"


def _free(folder: Path, words: str) -> Path:
    """Return a name that no note has yet, made of the first words of the passage."""
    name = slug(" ".join(words.split()[:_WORDS]))[:_LETTERS].strip("-") or "note"
    path, n = folder / f"{name}.md", 1
    while path.exists():
        n += 1
        path = folder / f"{name}-{n}.md"
    return path


def _note(article: str, at: Selector, arguments: argparse.Namespace) -> str:
    given = {"exact": at.exact, "prefix": at.prefix, "suffix": at.suffix}
    pairs = [(key, emit.scalar(words, flow=True)) for key, words in given.items() if words]
    lines = [
        f"article: {emit.scalar(article)}",
        f"at: {emit.mapping(pairs)}",
        f"by: {emit.scalar(arguments.by)}",
        f"kind: {arguments.kind}",
        *([f"date: {arguments.date}"] if arguments.date else []),
    ]
    head = "\n".join(lines)
    return f"---\n{head}\n---\n{arguments.text or ''}\n"
