"""What a build read and wrote, so that a build with nothing changed can stop at once.

Sizes and times of change are trusted, as make and git do; a file that changed while, or just
before, the build ran is not (the "racy" case of git's index, Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_RACY = 20_000_000  # ns: two ticks of the coarsest file clock in use (ext4 at 100 Hz)
Stamp = tuple[bytes, int, int]  # path, since a name need not be UTF-8; size; time of change in ns


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of the files around a finished build, and what it told."""

    key: str  # of everything else that the outcome depends on
    roots: tuple[str, ...]  # the folders whose files were read
    read: tuple[Stamp, ...]
    written: tuple[Stamp, ...]
    status: int
    told: bytes


def stamps(roots: Iterable[Path | str]) -> tuple[Stamp, ...]:
    """Return the stamps of all files below ``roots``, sorted; what is not there has none."""
    found: list[Stamp] = []
    for root in dict.fromkeys(map(str, roots)):
        found += _below(os.fsencode(root))
    return tuple(sorted(found))


def _below(root: bytes) -> Iterator[Stamp]:
    if os.path.isfile(root):  # noqa: PTH113 - thousands of files: pathlib doubles the time
        state = os.stat(root)  # noqa: PTH116 - the same
        yield root, state.st_size, state.st_mtime_ns
        return
    todo, seen = [root], set()
    while todo:
        try:
            entries = list(os.scandir(todo.pop()))
        except OSError:
            continue
        for entry in entries:
            try:
                state = entry.stat()
                folder = entry.is_dir()
            except OSError:  # gone meanwhile, or a link that leads nowhere or to itself
                continue
            if not folder:
                yield entry.path, state.st_size, state.st_mtime_ns
            elif entry.name != b"__pycache__" and (state.st_dev, state.st_ino) not in seen:
                seen.add((state.st_dev, state.st_ino))  # a link may lead back to where it stands
                todo.append(entry.path)


def settled(read: Iterable[Stamp], began: int) -> bool:
    """Tell whether no file changed so late that a further change could go unseen; ``began`` in ns."""
    return all(changed < began - _RACY for _, _, changed in read)


def encode(manifest: Manifest) -> bytes:
    """Return the manifest as the store keeps it."""
    return msgspec.msgpack.encode(manifest)


def decode(data: bytes | None) -> Manifest | None:
    """Return the manifest that ``data`` holds, None where it is of another shape."""
    try:
        return msgspec.msgpack.decode(data, type=Manifest) if data else None
    except msgspec.DecodeError:
        return None
