"""How diagnostics and progress are told: to standard error, colour and bars only on a terminal."""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from generator.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tqdm import tqdm

    from generator.stages import Progress

_CODES = {"bold": "1", "faint": "2", "red": "31", "yellow": "33", "blue": "34"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_SHOWN = 100  # code points of a line of the source: a report may stand on a single one


def paint(words: str, how: str, *, colour: bool) -> str:
    """Return ``words`` in colour, or as they are (https://no-color.org)."""
    return f"\x1b[{_CODES[how]}m{words}\x1b[0m" if colour and not os.environ.get("NO_COLOR") else words


def tame(words: str) -> str:
    """Return ``words`` without what would steer a terminal or break the line, letter for letter."""
    return words if words.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in words)


def tell(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics as other programs rely on, each with its line, a caret and what to do."""
    colour = sys.stderr.isatty()
    for found in diagnostics:
        sys.stderr.write(told(found, colour=colour) + "\n")


def told(found: Diagnostic, *, colour: bool = False) -> str:
    """Return one diagnostic in words."""
    at = found.location
    kind = paint(f"{found.severity}[{found.code}]", _COLOURS[found.severity], colour=colour)
    lines = [f"{tame(at.path)}:{at.line}:{at.column}: {kind}: {tame(found.message)}"]
    if found.excerpt:
        lines += _pointed(found.excerpt.replace("\t", " "), at.column - 1)
    if found.hint:
        lines.append(f"    {paint(tame(found.hint), 'faint', colour=colour)}")
    return "\n".join(lines)


def _pointed(line: str, at: int) -> list[str]:
    """Return a line with a caret below a place in it; of a long one what stands around that place."""
    start = max(0, min(at - _SHOWN // 2, len(line) - _SHOWN))
    before, after = "…" if start else "", "…" if len(line) > start + _SHOWN else ""
    shown = f"{before}{tame(line[start : start + _SHOWN])}{after}"
    return [f"    {shown}", f"    {' ' * (len(before) + at - start)}^"]


def tell_error(words: str) -> None:
    """Print why a command could not go on."""
    sys.stderr.write(paint("error", "red", colour=sys.stderr.isatty()) + f": {tame(words)}\n")


def print_json(value: Any, *, indent: int | None = None) -> None:  # noqa: ANN401 - all that JSON can say
    """Print a value as JSON, which is UTF-8 wherever it goes (RFC 8259, section 8.1).

    A path that is no UTF-8 keeps its odd bytes as escapes, which JSON understands.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def progress() -> Progress | None:
    """Return what shows a bar for each stage, None where nobody looks at a terminal."""
    return _begin if sys.stderr.isatty() else None


def _begin(what: str) -> Callable[[int, int], None]:
    """Return what moves the bar of one stage; there is none where all was kept from the build before."""
    bars: list[tqdm[Any]] = []

    def step(done: int, total: int) -> None:
        if not bars and done < total:
            from tqdm import tqdm  # noqa: PLC0415 - 60 ms, only for a terminal

            tqdm.monitor_interval = 0  # with its thread beside us no process could be forked
            bars.append(tqdm(total=total, desc=f"{what:10}", unit="", leave=False, dynamic_ncols=True))
        for bar in bars:
            bar.update(done - bar.n)
            if done >= total:
                bar.close()

    return step
