"""Diagnostics as a person is told them: with the path that would be typed, and the line they are about."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from generator.ingest.open.limits import MOST_BYTES
from generator.model.diagnostic import Diagnostic, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model.article import Article, Source

LONGEST = 400  # letters of a line that is shown below a diagnostic


def all_placed(
    found: Iterable[Diagnostic], articles: Iterable[Source | Article], content: Path
) -> list[Diagnostic]:
    """Give those about reports, whose paths begin in content/, their paths as a person would type them."""
    paths = {a.path for a in articles}
    return [placed_in(d, content) if d.location.path in paths else d for d in found]


def placed_in(found: Diagnostic, content: Path) -> Diagnostic:
    """Give a diagnostic its path as a person would type it."""
    path = (content / found.location.path).as_posix()
    return replace(found, location=replace(found.location, path=path))


def with_lines(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put diagnostics in order, each with the line it is about where that is fit to be shown."""
    lines_of = lru_cache(maxsize=1)(_lines)  # in order they come file by file
    return in_order([d if d.excerpt else _with_line(d, lines_of) for d in in_order(diagnostics)])


def _with_line(found: Diagnostic, lines_of: Callable[[str], list[str]]) -> Diagnostic:
    lines, at = lines_of(found.location.path), found.location.line - 1
    line = lines[at] if at < len(lines) and len(lines[at]) <= LONGEST else ""
    return replace(found, excerpt=line)


def _lines(path: str) -> list[str]:
    """Return the lines of a file, none where it cannot be read or is too large to be shown."""
    try:
        file = Path(path)
        status = file.stat()  # a pipe has no size and would be waited on for ever
        fit = S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES
        return [] if not fit else file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
