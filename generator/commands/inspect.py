"""``inspect``: what was understood of each file, for people or for programs."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.build import document_of, read
from generator.ingest.sources import open_source
from generator.model.diagnostic import Diagnostic, Outcome, Severity, in_order
from generator.model.settings import ReadSettings
from generator.telling import paint, print_json, tame, tell

if TYPE_CHECKING:
    import argparse

    from generator.model.article import Block, Reading, Source
    from generator.model.findings import Quote, Speaker

Row = dict[str, Any]
_SHOWN = 96  # letters of a block or a quotation


def inspect_command(arguments: argparse.Namespace) -> int:
    """Read every file and print what was found; 1 where one could not be read."""
    told: list[Diagnostic] = []
    for name in arguments.paths:
        outcome = _open(Path(name))
        told += outcome.diagnostics
        if outcome.value is None:
            continue
        document = replace(document_of(outcome.value), clean=arguments.clean == "on")
        reading = read(document, ReadSettings())
        if arguments.format == "jsonl":
            print_json(as_row(name, outcome.value, reading))
        else:
            print(as_text(name, reading, colour=sys.stdout.isatty()))
    tell(in_order(told))
    return int(any(d.severity is Severity.ERROR for d in told))


def _open(path: Path) -> Outcome[Source]:
    """Open a file of content/ or of any other folder, where nobody expects its saved source."""
    folder = path.parent
    if folder.name in {"articles", "sources"}:
        return open_source(path, folder.parent)
    outcome = open_source(path, folder)
    return replace(outcome, diagnostics=tuple(d for d in outcome.diagnostics if d.code != "source-missing"))


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
        "dates": [
            {"start": d.span.start, "end": d.span.end, "text": d.text, "day": d.day} for d in reading.dates
        ],
    }


def _quote(quote: Quote) -> Row:
    return {
        "id": quote.id,
        "parts": [[p.start, p.end] for p in quote.parts],
        "text": quote.text,
        "form": quote.form.value,
        "speaker": _speaker(quote.speaker),
        "cue": quote.cue,
    }


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


def as_text(name: str, reading: Reading, *, colour: bool) -> str:
    """Return what ``--format text`` prints: every block with its role, every quote with its speaker."""
    lines = [paint(tame(name), "bold", colour=colour)]
    lines += [_line(block, reading.text, colour=colour) for block in reading.blocks]
    lines.append(paint("quotations", "bold", colour=colour) if reading.quotes else "no quotations")
    for quote in reading.quotes:
        lines.append(f"       {quote.form.value:9} “{_short(quote.text)}”")
        lines.append(f"                 {_said(quote)}")
    return "\n".join([*lines, ""])


def _line(block: Block, text: str, *, colour: bool) -> str:
    role = f"{block.role.value}: {block.rule}" if block.rule else block.role.value
    words = _short(block.span.of(text))
    shown = paint(words, "red", colour=colour) if block.rule else words
    return f"{block.line:5}  {paint(f'{role:24}', 'faint', colour=colour)} {shown}"


def _short(words: str) -> str:
    words = tame(words.replace("\n", " "))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _said(quote: Quote) -> str:
    s = quote.speaker
    if s is None:
        return "speaker not named"
    actor = f", for {s.actor}" if s.actor else ""
    cue = f"; cue “{quote.cue}”" if quote.cue else ""
    return f"{tame(s.name)}{actor} (by {s.rule}, {s.certainty:.2f}{tame(cue)})"
