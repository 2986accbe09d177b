"""What editors wrote in the folders of content/: opened, decoded, read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from generator.edit.desk import read_actor, read_note, read_page, read_person
from generator.ingest.open.encodings import decode
from generator.ingest.open.sources import by_id, bytes_of, id_of, poor_id, readable
from generator.knowledge.places import known_actor
from generator.model.corpus import Actor, Desk, EditorsPage, Note, Person, Unpublished
from generator.model.diagnostic import ConfigError, Diagnostic, Outcome, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T", Actor, Person, Note, EditorsPage)
_MEANT = frozenset(("pages/index", "pages/about"))  # pages that stand elsewhere than others
_ONE = {"actors": "actor", "people": "person", "notes": "note", "pages": "page"}


def site_yaml(content: Path) -> tuple[str, str]:
    """Return the text and the path of content/site.yaml; ConfigError where it cannot be read."""
    path = content / "site.yaml"
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        todo = f"begin a briefing with: python -m generator init {content.parent}"
        raise ConfigError(f"{path.as_posix()} cannot be read: {error.strerror or error}; {todo}") from error
    except OSError:
        pass  # bytes_of says what keeps it from being opened
    data = bytes_of(path)
    text = data if isinstance(data, Diagnostic) else decode(data, path.as_posix())
    if isinstance(text, Diagnostic):
        raise ConfigError(f"{path.as_posix()} cannot be read", (text,))
    return text, path.as_posix()


def open_desk(content: Path, *, drafts: bool = False) -> tuple[Desk, tuple[Diagnostic, ...]]:
    """Return all that editors wrote beside the articles; with ``drafts`` what is not to go out yet, too.

    Otherwise it is named, for who links to it should be told that it is there.
    """
    told: list[Diagnostic] = []
    actors = _folder(content / "actors", read_actor, told)
    people = _folder(content / "people", read_person, told)
    notes = _folder(content / "notes", read_note, told)
    pages = _folder(content / "pages", read_page, told)
    unpublished = (
        Unpublished(kind, each.id, each.location.path)
        for kind, found in (("actor", actors), ("person", people), ("page", pages))
        for each in found
        if each.draft and each.location
    )
    return Desk(
        actors=tuple(a for a in actors if drafts or not a.draft),
        people=tuple(p for p in people if drafts or not p.draft),
        notes=notes,
        pages=tuple(p for p in pages if drafts or not p.draft),
        drafts=() if drafts else tuple(unpublished),
    ), tuple(told)


def _folder(
    folder: Path, read: Callable[[str, str, str], Outcome[T]], told: list[Diagnostic]
) -> tuple[T, ...]:
    found: list[T] = []
    for path in by_id(readable(folder, (".md",), told), told, _ONE[folder.name]).values():
        text = _text(path)
        if isinstance(text, Diagnostic):
            told.append(text)
            continue
        ident, poor = _named(path)
        outcome = read(text, path.as_posix(), ident)
        told += outcome.diagnostics
        if poor:
            told.append(poor)
        if outcome.value is not None:
            found.append(outcome.value)
    return tuple(found)


def _named(path: Path) -> tuple[str, Diagnostic | None]:
    """Return the id of a file, and what is wrong with its name: ``NATO.md`` is of the actor that is known."""
    ident = id_of(path)
    small = ident.lower()
    known = known_actor(small) if path.parent.name == "actors" else f"{path.parent.name}/{small}" in _MEANT
    if ident == small or not known:
        return ident, poor_id(path)
    message = f'"{small}" is what has a meaning here, in small letters; it is the id'
    hint = f"name the file {small}.md"
    where = Location(path.as_posix())
    return small, Diagnostic(where, Severity.WARNING, "poor-id", message, hint)


def _text(path: Path) -> str | Diagnostic:
    data = bytes_of(path)
    return data if isinstance(data, Diagnostic) else decode(data, path.as_posix())


def place_in(text: str, path: str, words: str, *, after: str) -> Location:
    """Return where ``words`` stand in a file behind a line that begins with ``after``; else its beginning.

    They are found as a whole: "us" does not stand in "russia".
    """
    start = re.search(rf"^{re.escape(after)}", text, re.MULTILINE)
    found = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])").search(text, start.end()) if start else None
    if found is None:
        return Location(path)
    at = found.start()
    return Location(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
