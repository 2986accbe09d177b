"""``serve``: the site as it would be, in a browser on this machine, made anew after each save."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from generator.commands.build import options_of, places_of, plural
from generator.model.diagnostic import ConfigError, Diagnostic, GeneratorError, Severity
from generator.telling import tame, tell, tell_error

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from generator.serving.preview import State
    from generator.understood import Options

_STEP, _MOST = (
    10,
    200,
)  # milliseconds without a further change after which, and at the latest when, it is told
_NAMED = 3  # files that a line names
_INSTALL = "what watches files is not installed; in a checkout: pip install '.[serve]'"


@dataclass(slots=True)
class _Terminal:
    """What is told of each round: a line, and of what is wrong only what was not told before."""

    content: Path
    changed: list[str] = field(default_factory=list)
    known: frozenset[Diagnostic] = frozenset()

    def tell(self, state: State, seconds: float) -> None:
        """Print a line for a round."""
        tell(d for d in state.told if d not in self.known)
        self.known = frozenset(state.told)
        if state.problem:
            tell_error(f"{state.problem}; what was shown stays")
        errors = sum(d.severity is Severity.ERROR for d in state.told)
        warnings = sum(d.severity is Severity.WARNING for d in state.told)
        counts = [plural(errors, "error", "errors")]
        counts += [plural(warnings, "warning", "warnings")] if warnings else []
        print(f"{self._what()}: {seconds:.2f} s, {', '.join(counts)}", flush=True)

    def _what(self) -> str:
        named = ", ".join(tame(name) for name in self.changed[:_NAMED])
        more = len(self.changed) - _NAMED
        return f"{named} and {more:,} more" if more > 0 else named or f"{self.content.as_posix()}/"


def serve_command(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    try:
        from generator.serving.watching import Watch  # noqa: PLC0415 - by an extra, and only here
    except ImportError as error:
        raise ConfigError(_INSTALL) from error
    from generator.serving.preview import Preview  # noqa: PLC0415 - with the build
    from generator.serving.server import open_server  # noqa: PLC0415 - the same

    options = _options(arguments)
    terminal = _Terminal(options.content)
    preview = Preview(options, terminal.tell)
    with open_server(preview, arguments.host, arguments.port) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with Watch(_watched(options)) as watch:
                preview.round()
                _greet(server.server_address[:2], preview.state)
                for saved in watch.batches():
                    terminal.changed = _names(saved, options)
                    preview.round()
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
    return 0


def _options(arguments: argparse.Namespace) -> Options:
    from dataclasses import replace  # noqa: PLC0415 - with the build

    arguments.strict = False
    places = places_of(arguments)
    if not places.content.is_dir():
        todo = f"begin a briefing with: python -m generator init {places.content.parent}"
        raise ConfigError(f"there is no folder {places.content.as_posix()}/; {todo}")
    return replace(options_of(arguments, places, frozenset()), preview=True)


def _watched(options: Options) -> list[Path]:
    """Return the folders whose files make the site."""
    from generator.config import read_settings  # noqa: PLC0415 - the same
    from generator.folders import site_yaml  # noqa: PLC0415 - the same
    from generator.understood import theme_folders  # noqa: PLC0415 - with the build

    try:
        named = options.theme or read_settings(*site_yaml(options.content))[0].theme
        themes = theme_folders(options.content, named)
    except GeneratorError:  # it is told by the first round
        themes = ()
    return [options.content, *(t for t in themes if t.is_dir() and not t.is_relative_to(options.content))]


def _names(paths: Iterable[str], options: Options) -> list[str]:
    """Return changed files as an editor names them, by their paths in content/ where they are there."""
    content = options.content.resolve()
    found = {Path(path).resolve() for path in paths}
    return sorted((p.relative_to(content) if p.is_relative_to(content) else p).as_posix() for p in found)


def _greet(place: tuple[object, ...], state: State) -> None:
    host, port = str(place[0]), place[1]
    shown = f"[{host}]" if ":" in host else host
    base = state.snapshot.base if state.snapshot else "/"
    print(f"Preview at http://{shown}:{port}{base} (Ctrl-C ends it)", flush=True)
    if host not in {"127.0.0.1", "::1"}:
        print("Whoever reaches this machine can read it, drafts and the desk's own notes too.", flush=True)
