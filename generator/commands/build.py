"""``build``: the whole site, or at once a word that nothing has changed."""

from __future__ import annotations

import gc
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator import __version__
from generator.engine.fingerprint import fingerprint
from generator.engine.manifest import Manifest, Stamp, decode, encode, settled, stamps
from generator.engine.store import Store
from generator.model.diagnostic import ConfigError, Diagnostic, EngineError, Severity
from generator.publish.draw.faces import can_draw
from generator.publish.extras import can_index
from generator.telling import progress, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from generator.build import Built
    from generator.understood import Options

_SLOT = "manifest"
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes; ``cache`` is None where nothing is to be kept."""

    content: Path
    output: Path
    cache: Path | None

    def read(self, themes: Sequence[Path]) -> tuple[str, ...]:
        """Return the folders that a build reads: content, the package, our themes, ``themes`` beside them."""
        return tuple(map(str, (self.content, _PACKAGE, _PACKAGE.parent / "themes", *themes)))


def build_command(arguments: argparse.Namespace) -> int:
    """Build, unless nothing changed since the last time."""
    began = time.time_ns()
    places = places_of(arguments)
    if arguments.clean:
        _forget(places)
    key = _key(arguments, places)
    last = _last(places, key)
    written = stamps([places.output])
    if last and last.written == written and last.read == stamps(last.roots):
        tell(msgspec.msgpack.decode(last.told, type=tuple[Diagnostic, ...]))
        print("Nothing has changed; the site stands as it was built.")
        return last.status

    from generator.build import build  # noqa: PLC0415 - nothing changed is told before this

    options = options_of(arguments, places, _touched(places, written, last))
    with no_garbage():
        built = build(options, progress())
    tell(built.diagnostics)
    if built.without:
        sys.stderr.write(f"nothing is kept for the next build: {built.without}\n")
    print(_summary(built, places.output))
    _keep(places, key, built, began)
    return status_of(built.diagnostics)


def places_of(arguments: argparse.Namespace) -> Places:
    """Return where a command reads and writes; ConfigError where one would stand in another.

    Whoever publishes the folder of the site would publish drafts and what is hidden, too; the same goes for
    the cache.
    """
    content: Path = arguments.content
    beside = content.resolve().parent if content.name in {"", ".."} else content.parent
    output: Path = getattr(arguments, "output", None) or beside / "site"
    folder: Path = arguments.cache or beside / ".cache"
    if output.resolve().is_relative_to(content.resolve()):
        message = f"the site cannot stand in {content.as_posix()}/, which is the editors' own"
        raise ConfigError(f"{message}; give another folder with --output")
    if content.resolve().is_relative_to(output.resolve()):
        message = f"{content.as_posix()}/ lies in {output.as_posix()}/, and would be published with the site"
        raise ConfigError(f"{message}; give another folder with --output")
    for kept in (content, output):
        if folder.resolve().is_relative_to(kept.resolve()):
            message = f"the cache cannot stand in {kept.as_posix()}/"
            raise ConfigError(f"{message}; give another folder with --cache")
    for path in (content, output, folder):
        if "\ufffd" in os.fsencode(path).decode("utf-8", "replace"):
            raise ConfigError(f"the name {path.as_posix()} is not in UTF-8; rename the folder")
    return Places(content, output, None if arguments.no_cache else folder / "generator.sqlite")


def options_of(arguments: argparse.Namespace, places: Places, touched: frozenset[str]) -> Options:
    """Return what the command line says of a build; ``touched`` are files of the site not known to stand."""
    from generator.understood import Options  # noqa: PLC0415 - with the rest of the build

    workers = arguments.workers
    named = f"processes:{workers}" if workers and workers > 1 else "inline"
    return Options(
        content=places.content,
        output=places.output,
        theme=arguments.theme,
        base_url=arguments.base_url,
        executor=arguments.executor or named,
        strict=arguments.strict,
        cache=places.cache,
        touched=touched,
        pdf=getattr(arguments, "pdf", False),
    )


def status_of(diagnostics: Sequence[Diagnostic]) -> int:
    """Return the exit status: 1 where one of them is an error."""
    return int(any(d.severity is Severity.ERROR for d in diagnostics))


def plural(n: int, one: str, many: str) -> str:
    """Return a number and what is counted."""
    return f"{n:,} {one if n == 1 else many}"


def _key(arguments: argparse.Namespace, places: Places) -> str:
    """Return the digest of all that the outcome of a build depends on beside the files it reads."""
    where = (Path.cwd(), places.content, places.content.resolve(), places.output, places.output.resolve())
    wishes = (
        arguments.theme,
        arguments.base_url,
        arguments.executor,
        arguments.strict,
        can_draw(),
        can_index(),
        arguments.pdf,
    )
    return fingerprint(__version__, sys.version, *map(str, where), *wishes)


def _touched(places: Places, now: Sequence[Stamp], last: Manifest | None) -> frozenset[str]:
    """Return the files of the site that are not known to be as the last build left them."""
    top = len(os.fsencode(places.output)) + 1
    changed = set(now).difference(last.written if last else ())
    return frozenset(os.fsdecode(path[top:]).replace(os.sep, "/") for path, *_ in changed)


def _forget(places: Places) -> None:
    """Take the cache away; what else lies in its folder is left alone."""
    if places.cache is None or not _stands(places.cache) or not places.cache.is_file():
        return
    try:
        places.cache.unlink()
    except OSError as error:
        raise EngineError(
            f"{places.cache.as_posix()} cannot be removed: {error.strerror or error}"
        ) from error


def _last(places: Places, key: str) -> Manifest | None:
    """Return the state of the files around the last build of this kind, None where there is none."""
    if places.cache is None or not _stands(places.cache):
        return None
    with Store(places.cache) as store:
        last = decode(store.recall(_SLOT))
    return last if last is not None and last.key == key else None


def _stands(cache: Path) -> bool:
    """Tell whether there is a cache; one in a folder that may not be read is none."""
    try:
        return cache.exists()
    except OSError:
        return False


def _keep(places: Places, key: str, built: Built, began: int) -> None:
    if places.cache is None or any(d.code == "no-pdf" for d in built.diagnostics):  # till it is installed
        return
    roots = places.read(built.themes)
    read = stamps(roots)
    if not settled(read, began):
        return
    try:
        told = msgspec.msgpack.encode(built.diagnostics)
    except UnicodeEncodeError:  # of a file whose name is no UTF-8; it is told, and will be renamed
        return
    now = Manifest(key, roots, read, stamps([places.output]), status_of(built.diagnostics), told)
    with Store(places.cache) as store:
        store.remember(_SLOT, encode(now))


@contextmanager
def no_garbage() -> Iterator[None]:
    """Do without the collector: values refer one way only, and it takes 12 % of the time of 1,000 reports.

    What stands at the end is taken out of its sight: looking through it once more when Python ends took
    another 10 % of a small build.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def _summary(built: Built, output: Path) -> str:
    """Return what was built, as an editor would say it."""
    counts = (
        plural(built.articles, "report", "reports"),
        plural(built.quotes, "quotation", "quotations"),
        plural(built.statements, "statement", "statements"),
        plural(built.pages, "page", "pages"),
    )
    what = f"{', '.join(counts[:-1])} and {counts[-1]} in {output.as_posix()}/"
    report = built.report
    return f"{what} ({report.written:,} written, {report.kept:,} unchanged, {report.pruned:,} removed)"
