"""``init``: a small briefing that builds, to begin one's own from."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator.forms.starter import starter_files
from generator.model.diagnostic import EngineError


def init_command(arguments: argparse.Namespace) -> int:
    """Write the starter's files into a folder; what lies there already is left as it is."""
    folder: Path = arguments.folder
    written, kept = 0, []
    for name, text in starter_files().items():
        path = folder / name
        if path.exists():
            kept.append(name)
            continue
        write_new(path, text)
        written += 1
    for name in kept:
        print(f"{name}: there already, left as it is")
    print(f"{written} files written to {folder.as_posix()}/. Next: cd {folder.as_posix()} && python -m generator build")
    return 0


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise EngineError(f"{path.as_posix()} cannot be written: {error.strerror or error}") from error
