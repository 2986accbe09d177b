"""How diagnostics and progress are told: to standard error, colour and bars only on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from generator.build import Progress

_CODES = {"bold": "1", "faint": "2", "red": "31", "yellow": "33", "blue": "34"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def paint(words: str, how: str, *, colour: bool) -> str:
    """Return ``words`` in colour, or as they are (https://no-color.org)."""
    return f"\x1b[{_CODES[how]}m{words}\x1b[0m" if colour and not os.environ.get("NO_COLOR") else words


def tell(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics as other programs rely on, each with its line, a caret and what to do."""
    colour = sys.stderr.isatty()
    for found in diagnostics:
        sys.stderr.write(told(found, colour=colour) + "\n")


def told(found: Diagnostic, *, colour: bool = False) -> str:
    """Return one diagnostic in words."""
    at = found.location
    head = f"{at.path}:{at.line}:{at.column}: "
    lines = [head + paint(f"{found.severity}[{found.code}]", _COLOURS[found.severity], colour=colour) + f": {found.message}"]
    if found.excerpt:
        pad = "".join("\t" if c == "\t" else " " for c in found.excerpt[: at.column - 1])
        lines += [f"    {found.excerpt}", f"    {pad}^"]
    if found.hint:
        lines.append(f"    {paint(found.hint, 'faint', colour=colour)}")
    return "\n".join(lines)


def tell_error(words: str) -> None:
    """Print why a command could not go on."""
    sys.stderr.write(paint("error", "red", colour=sys.stderr.isatty()) + f": {words}\n")


def progress() -> Progress | None:
    """Return what shows a bar for each stage, None where nobody looks at a terminal."""
    if not sys.stderr.isatty():
        return None
    from tqdm import tqdm  # noqa: PLC0415 - 60 ms, only for a terminal

    def begin(what: str) -> Callable[[int, int], None]:
        bar: tqdm[None] | None = None

        def step(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:
                if done >= total:  # nothing to wait for: all of it was kept from the build before
                    return
                bar = tqdm(total=total, desc=f"{what:10}", unit="", leave=False, dynamic_ncols=True)
            bar.update(done - bar.n)
            if done >= total:
                bar.close()

        return step

    return begin
