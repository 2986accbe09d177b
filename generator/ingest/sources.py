"""Walk content/, decode what lies there and take head and body apart."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from generator.forms.front import split_front, unclosed
from generator.ingest.frontmatter import Head, read_head
from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import Diagnostic, Outcome, Severity
from generator.model.text import Location, slug

MEDIA = {
    ".txt": Media.TEXT,
    ".text": Media.TEXT,
    ".md": Media.MARKDOWN,
    ".html": Media.HTML,
    ".htm": Media.HTML,
}
_SIDECAR = ".yaml"
_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,149}")

# How files begin that are no text, whatever they are called (the registry of file(1)).
_MAGIC = (
    (b"PK\x03\x04", "a Word, OpenDocument or other zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office file"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"bplist", "a web archive of Safari"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
_HINT_TEXT = "open it in the program it belongs to, and save it as plain text in UTF-8"
_HINT_UTF8 = "open it in an editor that reads its encoding, and save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in content/: articles, and the saved sources no article stands for, both sorted."""

    articles: tuple[Path, ...]
    sources: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def survey(content: Path) -> Survey:
    """Look through articles/ and sources/ without opening a file.

    A source whose id an article has is left to that article. Diagnostics: ``duplicate-id``, ``unread-file``,
    ``unreadable-file`` of a folder, ``orphan-sidecar``.
    """
    notes: list[Diagnostic] = []
    articles = by_id(_readable(content / "articles", (".md",), notes), notes, "article")
    found = _readable(content / "sources", (*MEDIA, _SIDECAR), notes)
    saved = [path for path in found if path.suffix.lower() != _SIDECAR]
    sources = by_id(saved, notes, "article")
    stems = {path.stem for path in saved}
    for path in found:
        if path.suffix.lower() == _SIDECAR and path.stem not in stems:
            message = f"there is no source called {path.stem}.txt or {path.stem}.html beside it"
            notes.append(_said(path, Severity.WARNING, "orphan-sidecar", message))
    kept = tuple(path for id_, path in sources.items() if id_ not in articles)
    return Survey(tuple(articles.values()), kept, tuple(notes))


def id_of(path: Path) -> str:
    """Return a file's id: its stem, or what can be made of it."""
    stem = path.stem
    if _ID.fullmatch(stem):
        return stem
    return slug(stem) or f"text-{sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def open_source(path: Path, content: Path) -> Outcome[Source]:
    """Read one file of content/; no value, and one error, where it is no text.

    Errors: ``unreadable-file``, ``not-text``, ``not-utf8``, ``empty-file``, and those of the head. Warnings:
    ``poor-id``, ``source-missing``.
    """
    data = _bytes(path)
    if isinstance(data, Diagnostic):
        return Outcome(None, (data,))
    text = decode(data, path.as_posix())
    if isinstance(text, Diagnostic):
        return Outcome(None, (text,))
    media = MEDIA.get(path.suffix.lower(), Media.TEXT)
    source = Source(
        id=id_of(path),
        path=path.relative_to(content).as_posix() if path.is_relative_to(content) else path.as_posix(),
        media=media,
        body=text,
        digest=sha256(data).hexdigest(),
    )
    opened = _with_head(source, path, content) if media is Media.MARKDOWN else Outcome(source)
    opened = _with_sidecar(opened, path)
    notes = list(opened.diagnostics)
    if opened.value is not None and not opened.value.body.strip() and opened.value.front.source is None:
        place = Location(path.as_posix(), max(1, opened.value.body_line - 1))
        notes.append(Diagnostic(place, Severity.ERROR, "empty-file", "there is no text in it"))
        return Outcome(None, tuple(notes))
    poor = poor_id(path)
    notes += [poor] if poor else []
    return Outcome(opened.value, tuple(notes))


def poor_id(path: Path) -> Diagnostic | None:
    """Warn of a file whose name cannot be its id."""
    if id_of(path) == path.stem:
        return None
    message = f'"{path.stem}" cannot stand in an address; the id is {id_of(path)}'
    hint = "name the file with at most 150 letters, digits, dots, hyphens and underscores"
    return _said(path, Severity.WARNING, "poor-id", message, hint)


def saved_file(content: Path, name: str) -> Path | None:
    """Return the file that the key ``source`` names, None where there is none in the content folder."""
    path = Path(name)
    if path.is_absolute() or ".." in path.parts or not _is_file(content / path):
        return None
    return content / path


def listed(folder: Path) -> list[Path] | Diagnostic:
    """List what lies in a folder, sorted, hidden files left out; nothing where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"this folder cannot be opened: {error.strerror or error}"
        return _said(folder, Severity.ERROR, "unreadable-file", message, "see who may read it")


def decode(data: bytes, path: str) -> str | Diagnostic:
    r"""Return the text of a file, its lines ended by "\n", or what keeps it from being one."""
    if not _is_utf8(path.rpartition("/")[2]):
        message, hint = "the name of this file is not in UTF-8", "name it with letters, digits and hyphens"
        return Diagnostic(Location(path), Severity.ERROR, "not-utf8", message, hint)
    kind = _looks_like(data)
    if kind:
        return Diagnostic(
            Location(path), Severity.ERROR, "not-text", f"this is {kind}, not a text", _HINT_TEXT
        )
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start, path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _readable(folder: Path, suffixes: tuple[str, ...], notes: list[Diagnostic]) -> list[Path]:
    """List the files of a folder that have one of the suffixes; say of each other that it is not read."""
    inside = listed(folder)
    if isinstance(inside, Diagnostic):
        notes.append(inside)
        return []
    paths = []
    for path in inside:
        if path.name.endswith("~"):
            continue  # of an editor, never a person's
        if _is_dir(path):
            if not path.name.endswith("_files"):  # what a browser saves beside a page
                notes.append(_said(path, Severity.WARNING, "unread-file", "folders in here are not read"))
        elif path.suffix.lower() in suffixes:
            paths.append(path)
        else:
            message = f"files of the kind {path.suffix or 'that has no ending'} are not read here"
            hint = f"read are {', '.join(suffixes)}"
            notes.append(_said(path, Severity.WARNING, "unread-file", message, hint))
    return paths


def by_id(paths: list[Path], notes: list[Diagnostic], what: str) -> dict[str, Path]:
    """Return files by id in lower case, for some file systems know no case; the first of an id prevails."""
    first: dict[str, Path] = {}
    for path in paths:
        before = first.setdefault(id_of(path).lower(), path)
        if before is not path:
            message = (
                f"{before.name} and {path.name} would be one {what}, {id_of(path).lower()}; this is left out"
            )
            notes.append(
                _said(path, Severity.ERROR, "duplicate-id", message, "rename one of the two or delete it")
            )
    return first


def _with_head(source: Source, path: Path, content: Path) -> Outcome[Source]:
    split = split_front(source.body)
    shown = path.as_posix()
    if split.head is None:
        return Outcome(source)
    head = read_head(split.head, shown, 2)
    # What else is wrong with a head that has no end may come of that.
    notes = list(head.diagnostics) if split.closed else [unclosed(source.body, shown)]
    missing = _missing_source(head, content)
    notes += [missing] if missing else []
    body = split.body.lstrip("\n")
    line = split.body_line + len(split.body) - len(body)
    return Outcome(replace(source, front=head.front, body=body, body_line=line), tuple(notes))


def _missing_source(head: Head, content: Path) -> Diagnostic | None:
    saved = head.front.source
    if saved is None or saved_file(content, saved):
        return None
    message = f"{saved} is not in the content folder"
    hint = "correct the name, or leave the key out if the saved file is gone"
    return Diagnostic(head.places["source"], Severity.WARNING, "source-missing", message, hint)


def _with_sidecar(opened: Outcome[Source], path: Path) -> Outcome[Source]:
    """Lay what the .yaml beside a source gives over what the source itself says."""
    beside = path.with_suffix(_SIDECAR)
    if opened.value is None or path.parent.name == "articles" or not _is_file(beside):
        return opened
    data = _bytes(beside)
    text = data if isinstance(data, Diagnostic) else decode(data, beside.as_posix())
    if isinstance(text, Diagnostic):
        return Outcome(opened.value, (*opened.diagnostics, text))
    head = read_head(text, beside.as_posix(), 1)
    front = opened.value.front
    if front == FrontMatter():
        front = head.front
    else:
        given = {key: getattr(head.front, key) for key in head.places if getattr(head.front, key)}
        front = replace(front, **given)
    return Outcome(replace(opened.value, front=front), (*opened.diagnostics, *head.diagnostics))


def _is_file(path: Path) -> bool:
    """Tell whether there is a file, also of a name or in a folder that the system refuses to look at."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _bytes(path: Path) -> bytes | Diagnostic:
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe would be waited on for ever
            hint = "put a file there, or take it away"
            return _said(path, Severity.ERROR, "unreadable-file", "it is no file", hint)
        return path.read_bytes()
    except OSError as error:
        message = f"it cannot be opened: {error.strerror or error}"
        return _said(
            path, Severity.ERROR, "unreadable-file", message, "see who may read it, and whether it is a link"
        )


def _looks_like(data: bytes) -> str:
    for beginning, kind in _MAGIC:
        if data.startswith(beginning):
            return _kind_of_zip(data) or kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP picture"
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary data"
    return ""


def _kind_of_zip(data: bytes) -> str:
    if data.startswith(b"PK"):
        for mark, kind in ((b"word/", "a Word document (.docx)"), (b"opendocument", "an OpenDocument file")):
            if mark in data:
                return kind
    return ""


def _bad_byte(data: bytes, start: int, path: str) -> Diagnostic:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "this text is in UTF-16, not in UTF-8"
        return Diagnostic(Location(path), Severity.ERROR, "not-utf8", message, _HINT_UTF8)
    before = data[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    place = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    begun = before[before.rfind("\n") + 1 :]
    after = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0].decode("utf-8", "replace")
    message = f"the byte 0x{data[start]:02X} is not UTF-8; the file may be in Windows-1252 or Latin-1"
    return Diagnostic(place, Severity.ERROR, "not-utf8", message, _HINT_UTF8, begun + after)


def _is_utf8(name: str) -> bool:
    """Tell whether a name is text; what is not comes as lone surrogates (PEP 383)."""
    return name.isprintable() or not any("\ud800" <= c <= "\udfff" for c in name)


def _said(path: Path, severity: Severity, *words: str) -> Diagnostic:
    return Diagnostic(Location(path.as_posix()), severity, *words)
