"""``init``: a small briefing that builds, to begin one's own from."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.forms.starter import SAMPLE, starter_files
from generator.model.diagnostic import ConfigError, EngineError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def init_command(arguments: argparse.Namespace) -> int:
    """Write the starter's files into a folder; what lies there already is left as it is."""
    folder: Path = arguments.folder
    if folder.exists() and not folder.is_dir():
        raise ConfigError(f"{folder.as_posix()} is a file; give the name of a folder, new or not")
    written = 0
    for name, text in starter_files(empty=arguments.empty).items():
        path = folder / name
        if os.path.lexists(path):
            print(f"{name}: there already, left as it is")
            continue
        write_new(path, text.encode())
        written += 1
    for name in SAMPLE:
        _make_folder(folder / name)
    here = os.path.curdir in {folder.as_posix(), os.path.relpath(folder)}
    go = "" if here else f"cd {shlex.quote(folder.as_posix())} && "
    print(f"{written} files written to {folder.as_posix()}/. Next: {go}python -m generator build")
    return 0


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(f"{path.as_posix()} cannot be made: {error.strerror or error}") from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise EngineError(f"{path.as_posix()} cannot be written: {error.strerror or error}") from error
