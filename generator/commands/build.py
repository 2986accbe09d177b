"""``build`` and ``check``: the whole site, or only what is wrong."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.engine.fingerprint import fingerprint
from generator.engine.manifest import Manifest, decode, encode, settled, stamps
from generator.engine.store import Store
from generator.model.diagnostic import Diagnostic, Severity
from generator.telling import progress, tell

if TYPE_CHECKING:
    from generator.build import Built, Options

_SLOT = "manifest"
_PACKAGE = Path(__file__).resolve().parent.parent


def build_command(arguments: argparse.Namespace) -> int:
    """Build, unless nothing changed since the last time."""
    began = time.time_ns()
    content: Path = arguments.content
    output: Path = arguments.output or content.parent / "site"
    cache = _cache(arguments)
    if cache and arguments.clean:
        cache.unlink(missing_ok=True)
    key = fingerprint(__version__, sys.version, *map(str, (content.resolve(), output.resolve())), _wishes(arguments))
    if cache is not None and (last := _unchanged(cache, key, content, output, arguments.theme)) is not None:
        sys.stderr.write(last.told.decode())
        print("Nothing has changed; the site stands as it was built.")
        return last.status

    from generator.build import build  # noqa: PLC0415 - nothing changed is told before this

    gc.disable()  # values refer one way only and nothing is garbage before the end: 12 % of the time at 1,000 reports
    built = build(_options(arguments, output, cache), progress())
    status = _status(built.diagnostics)
    tell(built.diagnostics)
    print(_summary(built, output))
    if cache is not None:
        _keep(cache, key, (content, output, arguments.theme), (began, status, built.diagnostics))
    return status


def check_command(arguments: argparse.Namespace) -> int:
    """Say what is wrong, in the form that was asked for."""
    from generator.build import build  # noqa: PLC0415 - with the rest of the build

    built = build(_options(arguments, arguments.content.parent / "site", _cache(arguments)), progress(), write=False)
    if arguments.format == "json":
        print(json.dumps([_row(d) for d in built.diagnostics], ensure_ascii=False, indent=1))
    elif arguments.format == "github":
        for found in built.diagnostics:
            print(_github(found))
    else:
        tell(built.diagnostics)
        sys.stderr.write(_counts(built.diagnostics) + "\n")
    return _status(built.diagnostics)


def _cache(arguments: argparse.Namespace) -> Path | None:
    if arguments.no_cache:
        return None
    folder: Path = arguments.cache or arguments.content.parent / ".cache"
    return folder / "generator.sqlite"


def _wishes(arguments: argparse.Namespace) -> str:
    return repr([arguments.theme, arguments.base_url, arguments.strict])


def _options(arguments: argparse.Namespace, output: Path, cache: Path | None) -> Options:
    from generator.build import Options  # noqa: PLC0415 - with the rest of the build

    workers = arguments.workers
    named = f"processes:{workers}" if workers and workers > 1 else "inline" if workers else None
    return Options(
        content=arguments.content,
        output=output,
        theme=arguments.theme,
        base_url=arguments.base_url,
        executor=arguments.executor or named or "inline",
        strict=arguments.strict,
        cache=cache,
    )


def _read(content: Path, theme: str | None) -> list[Path]:
    """Return the folders that a build reads: content, the package, the themes, a theme of somebody's own."""
    return [content, _PACKAGE, _PACKAGE.parent / "themes", *([Path(theme)] if theme else [])]


def _unchanged(cache: Path, key: str, content: Path, output: Path, theme: str | None) -> Manifest | None:
    if not cache.exists():
        return None
    with Store(cache) as store:
        last = decode(store.recall(_SLOT))
    if last is None or last.key != key or last.read != stamps(_read(content, theme)):
        return None
    return last if last.written == stamps([output]) else None


def _keep(cache: Path, key: str, folders: tuple[Path, Path, str | None], outcome: tuple[int, int, tuple[Diagnostic, ...]]) -> None:
    content, output, theme = folders
    began, status, diagnostics = outcome
    read = stamps(_read(content, theme))
    if not settled(read, began):
        return
    from generator.telling import told  # noqa: PLC0415 - beside its use

    words = "".join(told(d) + "\n" for d in diagnostics).encode()
    with Store(cache) as store:
        store.remember(_SLOT, encode(Manifest(key, read, stamps([output]), status, words)))


def _status(diagnostics: Sequence[Diagnostic]) -> int:
    return int(any(d.severity is Severity.ERROR for d in diagnostics))


def _plural(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"


def _summary(built: Built, output: Path) -> str:
    """Return what was built, as an editor would say it."""
    counts = (
        _plural(built.articles, "report", "reports"),
        _plural(built.quotes, "quotation", "quotations"),
        _plural(built.statements, "statement", "statements"),
        _plural(built.pages, "page", "pages"),
    )
    report = built.report
    done = f"{report.written:,} written, {report.kept:,} unchanged, {report.pruned:,} removed" if report else "nothing written"
    return f"{', '.join(counts[:-1])} and {counts[-1]} in {output.as_posix()}/ ({done})"


def _counts(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in diagnostics)
    if not errors and not warnings:
        return "Nothing is wrong."
    return f"{_plural(errors, 'error', 'errors')}, {_plural(warnings, 'warning', 'warnings')}"


def _row(found: Diagnostic) -> dict[str, str | int]:
    at = found.location
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "severity": found.severity.value,
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    }


def _github(found: Diagnostic) -> str:
    """Return a workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[found.severity]
    at = found.location
    words = found.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{level} file={at.path},line={at.line},col={at.column},title={found.code}::{words}"
