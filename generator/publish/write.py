"""To the output folder: only what changed, whole or not at all; prune only what we once wrote.

``.written`` records what is ours, a digest and a path a line. Before anything is touched it says of all
that is to change only that it is ours, so that a build cut short is made good by the next.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time
from typing import TYPE_CHECKING

from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable

RECORD = ".written"
_PART = ".briefing-part"  # the ending of a file that is not whole yet: nobody else's file has it
_LONG = 3600  # seconds in which a new site is written many times over
_UNSURE = "-" * 32  # the digest of a file of ours whose content is not known
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Report:
    """How many files were written, left as they were, and taken away."""

    written: int
    kept: int
    pruned: int


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be done: every check has been made."""

    top: str
    digests: Mapping[str, str]
    changed: Mapping[str, bytes]
    stale: tuple[str, ...]
    unsure: frozenset[str]


def publish(
    files: Iterable[tuple[str, bytes]], output: Path, touched: Collection[str] = frozenset()
) -> Report:
    """Make ``output`` hold these files, given as path from its top and content, beside whatever is foreign.

    A file that the record knows is taken to stand if its size is right; one of ``touched`` is read.

    Raises EngineError, with nothing touched, where a foreign file stands at one of our paths; and where
    the disk fails, when every file is still either its old or its new self.
    """
    top = os.fspath(output)
    wanted = _checked(files)
    try:
        _sweep(output)
        if not os.path.lexists(top):
            _begin(top, wanted)
            return Report(len(wanted), 0, 0)
        order = _order(top, wanted, touched)
        if not (order.changed or order.stale or order.unsure):
            return Report(0, len(wanted), 0)
        _carry_out(order)
    except OSError as error:
        raise EngineError(f"{error.filename or top}: {error.strerror or error}") from error
    return Report(len(order.changed), len(wanted) - len(order.changed), len(order.stale))


def lies_beside(output: Path, path: str) -> bool:
    """Tell whether a file that we did not write lies at a path in ``output``; of a folder, its index.html."""
    whole = output / path
    found = whole if whole.is_file() else whole / "index.html"
    return found.is_file() and found.relative_to(output).as_posix() not in _recorded(os.fspath(output))


def digest(data: bytes) -> str:
    """Return the digest by which a written file is known again."""
    return blake2b(data, digest_size=16).hexdigest()


def _checked(files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for path, data in files:
        parts = path.split("/")
        odd = path == RECORD or "\\" in path or not path.isprintable()
        if odd or not all(parts) or ".." in parts or "." in parts:
            raise EngineError(f"{path!r} is no path for a file of the site")
        if path in wanted:
            raise EngineError(f"{path}: two pages would have this address")
        wanted[path] = data
    for path in wanted:
        for folder in _folders(path):
            if folder in wanted:
                raise EngineError(f"{folder}: a page and a folder would have this address")
    return wanted


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def _order(top: str, wanted: Mapping[str, bytes], touched: Collection[str]) -> _Order:
    if os.path.lexists(top) and not Path(top).is_dir():
        raise EngineError(f"{top}: the output must be a folder, and a file stands there")
    recorded = _recorded(top)
    digests = {path: digest(data) for path, data in wanted.items()}
    sure = {path for path, known in recorded.items() if known == digests.get(path)}
    sure.difference_update(touched)
    fresh = not recorded and not (Path(top).is_dir() and any(Path(top).iterdir()))
    changed = {
        path: data for path, data in wanted.items() if fresh or not _stands(top, path, data, path in sure)
    }
    if not fresh:
        _refuse_foreign(top, changed, recorded)
    unsure = frozenset(path for path, known in recorded.items() if known == _UNSURE)
    stale = tuple(path for path in recorded if path not in wanted)
    return _Order(top, digests, changed, stale, unsure)


def _recorded(top: str) -> dict[str, str]:
    """Read what is ours; lines that say nothing are passed over, for nothing is lost by that but time."""
    record = Path(top, RECORD)
    if os.path.lexists(record) and not record.is_file():  # a pipe would be waited on for ever
        raise EngineError(f"{record.as_posix()}: this is no file of ours; move it away")
    try:
        lines = record.read_text("utf-8", errors="replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    pairs = (line.partition(" ") for line in lines)
    return {path: known for known, _, path in pairs if len(known) == len(_UNSURE) and _inside(path)}


def _inside(path: str) -> bool:
    parts = path.split("/")
    return path != RECORD and all(parts) and ".." not in parts and "." not in parts


def _stands(top: str, path: str, data: bytes, known: bool) -> bool:  # noqa: FBT001 - the answer of a comparison
    """Tell whether a file stands with this content: by the record and its size, else by reading it."""
    whole = f"{top}/{path}"
    try:
        found = os.lstat(whole)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
        return False
    return known or Path(whole).read_bytes() == data


def _refuse_foreign(top: str, changed: Iterable[str], recorded: Mapping[str, str]) -> None:
    seen: set[str] = set()
    for path in changed:
        if path not in recorded and os.path.lexists(f"{top}/{path}") and not _holds_ours(top, path, recorded):
            raise EngineError(f"{top}/{path}: this file is not ours and would be overwritten; move it away")
        for folder in _folders(path):
            if folder in seen:
                continue
            seen.add(folder)
            if (
                folder not in recorded
                and os.path.lexists(f"{top}/{folder}")
                and not Path(top, folder).is_dir()
            ):
                raise EngineError(
                    f"{top}/{folder}: this file is not ours and stands where a folder must; move it away"
                )


def _holds_ours(top: str, path: str, recorded: Mapping[str, str]) -> bool:
    """Tell whether a folder stands at ``path`` with nothing in it but what we once wrote."""
    whole = f"{top}/{path}"
    if not Path(whole).is_dir() or Path(whole).is_symlink():
        return False
    inside = (f"{folder}/{name}"[len(top) + 1 :] for folder, _, names in os.walk(whole) for name in names)
    return all(name.removesuffix(_PART) in recorded for name in inside)


def _begin(top: str, wanted: Mapping[str, bytes]) -> None:
    """Make a new site beside its place and move it there as one: there is all of it or none.

    Without a file moved for each file written, 2,000 new pages take half the time (0.3 s of 0.6 s on ext4).
    """
    place = Path(top)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = mkdtemp(prefix=f".{place.name}.", suffix=_PART, dir=place.parent)
    try:
        os.chmod(part, 0o755)  # noqa: PTH101, S103 - as a folder that mkdir makes; as above
        for folder in sorted({folder for path in wanted for folder in _folders(path)}):
            os.mkdir(f"{part}/{folder}")  # noqa: PTH102 - a Path costs as much as the call
        for path, data in wanted.items():
            _write(f"{part}/{path}", data)
        _write(f"{part}/{RECORD}", _lines({path: digest(data) for path, data in wanted.items()}))
        os.rename(part, top)  # noqa: PTH104 - as above
    except BaseException:
        rmtree(part, ignore_errors=True)
        raise


def _sweep(place: Path) -> None:
    """Take away new sites that were begun beside this one, and nobody is at work on: a build was killed."""
    for part in place.parent.glob(f".{escape(place.name)}.*{_PART}"):
        with suppress(OSError):
            if time() - part.stat().st_mtime > _LONG:
                rmtree(part, ignore_errors=True)


def _carry_out(order: _Order) -> None:
    top = order.top
    Path(top).mkdir(parents=True, exist_ok=True)
    for path in order.unsure:
        with suppress(OSError):
            os.unlink(f"{top}/{path}{_PART}")  # noqa: PTH108 - a Path costs as much as the call
    _record(top, {**order.digests, **dict.fromkeys((*order.changed, *order.stale), _UNSURE)})
    folders = {folder for path in order.changed for folder in _folders(path)}
    early = [p for p in order.stale if p in folders or any(f in order.changed for f in _folders(p))]
    for path in early:
        _prune(top, path)
    for folder in sorted(folders):
        with suppress(FileExistsError):
            os.mkdir(f"{top}/{folder}")  # noqa: PTH102 - as above
    for path, data in order.changed.items():
        _put(f"{top}/{path}", data)
    for path in order.stale:
        _prune(top, path)
    _record(top, order.digests)


def _record(top: str, digests: Mapping[str, str]) -> None:
    with suppress(FileNotFoundError):
        os.unlink(f"{top}/{RECORD}{_PART}")  # noqa: PTH108 - as above
    _put(f"{top}/{RECORD}", _lines(digests))


def _lines(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[path]} {path}\n" for path in sorted(digests)).encode()


def _put(path: str, data: bytes) -> None:
    """Write a file beside its place and move it there."""
    part = path + _PART
    _write(part, data)
    try:
        os.replace(part, path)  # noqa: PTH105 - as above
    except BaseException:
        with suppress(OSError):
            os.unlink(part)  # noqa: PTH108 - as above
        raise


def _write(path: str, data: bytes) -> None:
    handle = os.open(path, _NEW, 0o666)
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
        finally:
            os.close(handle)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - as above
        raise


def _prune(top: str, path: str) -> None:
    """Take away a file that we wrote, and the folders that are empty then."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        Path(top, path).unlink()
    for folder in reversed(_folders(path)):
        try:
            Path(top, folder).rmdir()
        except OSError:  # not empty, or gone already
            return
