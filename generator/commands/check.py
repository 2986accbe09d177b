"""``check``: all that ``build`` would say, for people, for programs, for GitHub; nothing is written."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from generator.commands.build import no_garbage, options_of, places_of, plural, status_of
from generator.engine.store import Store
from generator.model.diagnostic import Diagnostic, GeneratorError, Severity, in_order
from generator.placing import with_lines
from generator.telling import print_json, progress, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def check_command(arguments: argparse.Namespace) -> int:
    """Say what is wrong, in the form that was asked for."""
    try:
        found = _found(arguments)
    except GeneratorError as error:
        if arguments.format == "text":
            raise
        _say(error.diagnostics, arguments.format)
        raise type(error)(str(error)) from error
    _say(found, arguments.format)
    if arguments.format == "text":
        sys.stderr.write(_counts(found) + "\n")
    strict = arguments.strict and any(d.severity is not Severity.INFO for d in found)
    return 1 if strict else status_of(found)


def _found(arguments: argparse.Namespace) -> tuple[Diagnostic, ...]:
    with no_garbage():  # not while the modules are loaded, either
        from generator.commands.asked import Asked  # noqa: PLC0415 - start-up
        from generator.engine.executors import open_executor  # noqa: PLC0415 - the same
        from generator.stages import Engine  # noqa: PLC0415 - the same
        from generator.understood import understand  # noqa: PLC0415 - the same

        options = options_of(arguments, places_of(arguments), frozenset())
        kept = options.cache if options.cache and (arguments.cache or options.cache.is_file()) else None
        with ExitStack() as stack:
            store = stack.enter_context(Store(kept)) if kept else None
            engine = Engine(store, stack.enter_context(open_executor(options.executor)), progress())
            understood = understand(options, engine)
            asked = Asked(understood, options.content)
            asked.try_templates(engine)
            told = [*understood.told(asked, options), *with_lines(list(asked.without))]
        return in_order([*told, *understood.asides(options)])


def _say(found: Sequence[Diagnostic], form: str) -> None:
    if form == "json":
        print_json([_row(d) for d in found], indent=1)
    elif form == "github":
        for each in found:
            print(as_github(each))
    else:
        tell(found)


def _counts(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in diagnostics)
    if not errors and not warnings:
        return "Nothing is wrong."
    return f"{plural(errors, 'error', 'errors')}, {plural(warnings, 'warning', 'warnings')}"


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


def as_github(found: Diagnostic) -> str:
    """Return a workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    at = found.location
    place = f"file={_property(at.path)},line={at.line},col={at.column},title={found.code}"
    words = f"{found.message}\n{found.hint}" if found.hint else found.message
    return f"::{_LEVELS[found.severity]} {place}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
