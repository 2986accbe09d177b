"""``inspect``: what was understood of each file, for people or for programs."""

from __future__ import annotations

import gc
import shutil
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.analyse.weigh.witness import Witness
from generator.commands.paper import Paper
from generator.commands.sheet import sheet
from generator.commands.showing import show
from generator.ingest.label.remarks import told_of
from generator.ingest.open.documents import document_of
from generator.ingest.open.sources import MEDIA, listed, open_source
from generator.model.article import Media, Role
from generator.model.diagnostic import Diagnostic, Outcome, Severity, in_order
from generator.model.settings import ReadSettings
from generator.model.text import Location
from generator.stages import read
from generator.telling import print_json, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from generator.analyse.cast.cast import Cast
    from generator.analyse.weigh.attribution import Court
    from generator.model.article import Block, Reading, Source
    from generator.model.findings import Dated, Quote, Speaker

Row = dict[str, Any]
_WIDE = 100  # letters of a line where no terminal says how many it has
_BESIDE = ".yaml"
_SELDOM = 50_000  # values made, less those let go, between two looks of the collector
_HEAD = frozenset({Role.HEADLINE, Role.DEK})


def inspect_command(arguments: argparse.Namespace) -> int:
    """Read every file and print what was found; 1 where one could not be read."""
    told: list[Diagnostic] = []
    with _seldom_collected():
        for name in _files(arguments.paths, told):
            _inspect(name, arguments, told)
    tell(in_order(told))
    return int(any(d.severity is Severity.ERROR for d in told))


def _inspect(name: str, arguments: argparse.Namespace, told: list[Diagnostic]) -> None:
    """Read one file and print what was found; what is to be told of it goes to ``told``."""
    outcome = _open(Path(name))
    told += outcome.diagnostics
    if outcome.value is None:
        return
    document = document_of(outcome.value)
    document = replace(document, clean=document.clean and arguments.clean == "on")
    witnesses: list[Witness] = []
    reading = read(document, ReadSettings(), _summoned(witnesses))
    told += told_of(replace(outcome.value, path=name), reading)
    reading = _in_file(reading, outcome.value)
    if arguments.format == "jsonl":
        print_json(as_row(name, outcome.value, reading))
    else:
        width = arguments.width or shutil.get_terminal_size((_WIDE, 24)).columns
        to = Paper(width, sys.stdout.isatty())
        hearings = [h for witness in witnesses for h in witness.hearings]
        print(*show(name, outcome.value.front, reading, to), "", sep="\n")
        print(*sheet(reading, hearings, to), "", sep="\n")


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let the collector look seldom, and never at the tables that stand: 300 reports take a sixth less time.

    Without it, as in a build, they take no less; but parsing a saved page leaves some 10 kB of cycles.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _summoned(witnesses: list[Witness]) -> Callable[[Cast], Court]:
    """Return what makes a witness of a reading, and keeps it."""

    def judge(cast: Cast) -> Court:
        witnesses.append(Witness(cast))
        return witnesses[-1]

    return judge


def _files(names: list[str], told: list[Diagnostic]) -> Iterator[str]:
    """Yield the files that are named, and the reports in the folders that are named, sorted."""
    for name in names:
        inside = listed(Path(name)) if _is_folder(Path(name)) else None
        if inside is None:
            yield name
        elif isinstance(inside, Diagnostic):
            told.append(inside)
        else:
            yield from _reports(Path(name), inside, told)


def _reports(folder: Path, inside: list[Path], told: list[Diagnostic]) -> Iterator[str]:
    """Yield the reports of a folder; tell what else lies there, but for what belongs to one of them."""
    reports = [path for path in inside if path.suffix.lower() in MEDIA and not _is_folder(path)]
    stems = {path.stem for path in reports}
    kinds = ", ".join(MEDIA)
    for path in inside:
        beside = path.suffix.lower() == _BESIDE and path.stem in stems
        if path in reports or beside or path.name.endswith(("_files", "~")):
            continue
        if _is_folder(path):
            told.append(_unread(path, Severity.WARNING, "folders in here are not read", "name it by itself"))
        else:
            message = f"files of the kind {path.suffix or 'that has no ending'} are not read here"
            told.append(_unread(path, Severity.WARNING, message, f"read are {kinds}"))
    if not reports:
        told.append(_unread(folder, Severity.ERROR, f"there is no report in this folder ({kinds})"))
    yield from (path.as_posix() for path in reports)


def _is_folder(path: Path) -> bool:
    """Tell whether there is a folder, also of a name that the system refuses to look at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _unread(path: Path, severity: Severity, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Location(path.as_posix()), severity, "unread-file", message, hint)


def _open(path: Path) -> Outcome[Source]:
    """Open a file of content/ or of any other folder, where nobody expects its saved source."""
    folder = path.parent
    if folder.name in {"articles", "sources"}:
        return open_source(path, folder.parent)
    outcome = open_source(path, folder)
    return replace(outcome, diagnostics=tuple(d for d in outcome.diagnostics if d.code != "source-missing"))


def _in_file(reading: Reading, source: Source) -> Reading:
    """Count the lines of blocks from the top of the file; those of an article's head are line 1."""

    def moved(block: Block) -> Block:
        stays = source.media is Media.MARKDOWN and block.role in _HEAD
        return block if stays else replace(block, line=block.line + source.body_line - 1)

    return reading if source.body_line == 1 else replace(reading, blocks=tuple(map(moved, reading.blocks)))


def as_row(name: str, source: Source, reading: Reading) -> Row:
    """Return the object that ``--format jsonl`` prints for one file."""
    front, facts = source.front, reading.facts
    return {
        "path": name,
        "title": front.title or facts.title,
        "dek": front.dek or facts.dek,
        "byline": ", ".join(front.byline or facts.byline) or None,
        "outlet": front.outlet or facts.outlet,
        "url": front.url or facts.url,
        "language": front.language or facts.language,
        "published": front.published or facts.published,
        "text": reading.text,
        "blocks": [
            {"role": b.role.value, "start": b.span.start, "end": b.span.end, "line": b.line, "rule": b.rule}
            for b in reading.blocks
        ],
        "quotes": [_quote(q) for q in reading.quotes],
        "mentions": [
            {
                "start": m.span.start,
                "end": m.span.end,
                "name": m.name,
                "kind": m.kind.value,
                "person": m.person,
                "actor": m.actor,
            }
            for m in reading.mentions
        ],
        "dates": [_day(d) for d in reading.dates],
    }


def _quote(quote: Quote) -> Row:
    return {
        "id": quote.id,
        "parts": [[p.start, p.end] for p in quote.parts],
        "text": quote.text,
        "form": quote.form.value,
        "speaker": _speaker(quote.speaker),
        "cue": quote.cue,
        "said": _day(quote.told) if quote.told else None,
    }


def _day(dated: Dated) -> Row:
    return {"start": dated.span.start, "end": dated.span.end, "text": dated.text, "day": dated.day}


def _speaker(speaker: Speaker | None) -> Row | None:
    if speaker is None:
        return None
    at = speaker.mention
    return {
        "name": speaker.name,
        "mention": [at.start, at.end] if at else None,
        "person": speaker.person,
        "actor": speaker.actor,
        "certainty": speaker.certainty,
    }
