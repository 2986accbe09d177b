"""``inspect``: what was understood of each file, for people or for programs."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.build import document_of, read
from generator.ingest.sources import open_source
from generator.model.article import Source
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Quote, Reading, Speaker
from generator.model.settings import ReadSettings
from generator.telling import paint, tell

Row = dict[str, Any]


def inspect_command(arguments: argparse.Namespace) -> int:
    """Read every file and print what was found; 1 where one could not be read."""
    told: list[Diagnostic] = []
    for name in arguments.paths:
        path = Path(name)
        outcome = open_source(path, path.parent)
        told += outcome.diagnostics
        if outcome.value is None:
            continue
        document = replace(document_of(outcome.value), clean=arguments.clean == "on")
        reading = read(document, ReadSettings())
        if arguments.format == "jsonl":
            print(json.dumps(as_row(name, outcome.value, reading), ensure_ascii=False))
        else:
            print(as_text(name, reading, colour=sys.stdout.isatty()))
    tell(tuple(told))
    return int(any(d.severity is Severity.ERROR for d in told))


def as_row(name: str, source: Source, reading: Reading) -> Row:
    """Return the object that ``--format jsonl`` prints for one file."""
    front, facts = source.front, reading.facts
    byline = front.byline or facts.byline
    return {
        "path": name,
        "title": front.title or facts.title,
        "dek": front.dek or facts.dek,
        "byline": ", ".join(byline) or None,
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
        "dates": [{"start": d.span.start, "end": d.span.end, "text": d.text, "day": d.day} for d in reading.dates],
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
    lines = [paint(name, "bold", colour=colour)]
    for block in reading.blocks:
        role = f"{block.role.value}: {block.rule}" if block.rule else block.role.value
        words = block.span.of(reading.text)
        lines.append(f"{block.line:5}  {paint(f'{role:24}', 'faint', colour=colour)} {_shown(words, cut=bool(block.rule), colour=colour)}")
    lines.append(paint("quotations", "bold", colour=colour) if reading.quotes else "no quotations")
    for quote in reading.quotes:
        lines.append(f"       {quote.form.value:9} “{_short(quote.text)}”")
        lines.append(f"                 {_said(quote)}")
    return "\n".join([*lines, ""])


def _shown(words: str, *, cut: bool, colour: bool) -> str:
    return paint(_short(words), "red", colour=colour) if cut else _short(words)


def _short(words: str, most: int = 96) -> str:
    words = words.replace("\n", " ")
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _said(quote: Quote) -> str:
    s = quote.speaker
    if s is None:
        return "speaker not named"
    actor = f", for {s.actor}" if s.actor else ""
    cue = f"; cue “{quote.cue}”" if quote.cue else ""
    return f"{s.name}{actor} (by {s.rule}, {s.certainty:.2f}{cue})"
