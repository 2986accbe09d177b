"""What editors wrote in the folders of content/: opened, decoded, read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.edit.desk import read_actor, read_note, read_page, read_person
from generator.ingest.sources import decode
from generator.model.corpus import Actor, Desk, EditorsPage, Note, Person
from generator.model.diagnostic import ConfigError, Diagnostic, Outcome
from generator.model.text import Location

T = TypeVar("T", Actor, Person, Note, EditorsPage)


def site_yaml(content: Path) -> tuple[str, str]:
    """Return the text and the path of content/site.yaml; ConfigError where it cannot be read."""
    path = content / "site.yaml"
    try:
        data = path.read_bytes()
    except OSError as error:
        missing = not path.exists()
        todo = f"; begin a briefing with: python -m generator init {content.parent}" if missing else ""
        raise ConfigError(f"{path.as_posix()} cannot be read: {error.strerror or error}{todo}") from error
    text = decode(data, path.as_posix())
    if isinstance(text, Diagnostic):
        raise ConfigError(f"{path.as_posix()} cannot be read", (text,))
    return text, path.as_posix()


def open_desk(content: Path) -> tuple[Desk, tuple[Diagnostic, ...]]:
    """Return all that editors wrote beside the articles."""
    told: list[Diagnostic] = []
    return Desk(
        actors=_folder(content / "actors", read_actor, told),
        people=_folder(content / "people", read_person, told),
        notes=_folder(content / "notes", read_note, told),
        pages=_folder(content / "pages", read_page, told),
    ), tuple(told)


def _folder(
    folder: Path, read: Callable[[str, str, str], Outcome[T]], told: list[Diagnostic]
) -> tuple[T, ...]:
    found: list[T] = []
    for path in sorted(folder.glob("*.md")):
        text = decode(path.read_bytes(), path.as_posix())
        if isinstance(text, Diagnostic):
            told.append(text)
            continue
        outcome = read(text, path.as_posix(), path.stem)
        told += outcome.diagnostics
        if outcome.value is not None:
            found.append(outcome.value)
    return tuple(found)


def place_in(text: str, path: str, words: str, *, after: str) -> Location:
    """Return where ``words`` stand in a file, behind ``after``; the file's beginning where they do not."""
    start = text.find(after)
    at = text.find(words, start + len(after)) if start >= 0 else -1
    if at < 0:
        return Location(path)
    line = text.count("\n", 0, at) + 1
    return Location(path, line, at - text.rfind("\n", 0, at))
