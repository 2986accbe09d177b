"""Saved reports and articles as they lie on the disk; in a preview opened again where they have changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from generator.engine.memory import at_hand
from generator.ingest.open.sources import open_source, saved_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.article import Source
    from generator.model.diagnostic import Outcome

_RACY = 20_000_000  # ns: a file that changed so lately may change again and look the same


def opened(path: Path, content: Path) -> Outcome[Source]:
    """Open a file as ``open_source`` does, or give what that gave when the file was as it is now."""
    memory = at_hand()
    if memory is None:
        return open_source(path, content)
    state = f"{_state(path)} {_state(path.with_suffix('.yaml'))}"
    outcome = memory.once(_open, path, content, state)
    if outcome.value is None or outcome.value.front.source is None:
        return outcome
    there = saved_file(content, outcome.value.front.source) is not None  # it is told where it is not
    return memory.once(_open, path, content, f"{state} {there}")


def _open(path: Path, content: Path, _state: str) -> Outcome[Source]:
    return open_source(path, content)


def _state(path: Path) -> str:
    """Return what tells a file from what it was before, and from all others while it may yet change."""
    try:
        found = path.stat()
    except OSError:
        return "-"
    now = time.time_ns()
    racy = now if found.st_mtime_ns > now - _RACY else 0
    return f"{found.st_size} {found.st_mtime_ns} {racy}"
