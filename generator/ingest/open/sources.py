"""Walk content/, decode what lies there and take head and body apart."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.front import split_front, unclosed
from generator.forms.remarks import remarks, unclosed_remark
from generator.ingest.open.encodings import decode, decode_page
from generator.ingest.open.frontmatter import Head, read_head
from generator.ingest.open.limits import too_large, too_long
from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import Diagnostic, Outcome, Severity
from generator.model.text import Location, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA = {
    ".txt": Media.TEXT,
    ".text": Media.TEXT,
    ".md": Media.MARKDOWN,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".mhtml": Media.HTML,
    ".mht": Media.HTML,
}
_WRAPPED = frozenset({".mhtml", ".mht"})
ARCHIVES = (".warc", ".warc.gz")
_SIDECAR = ".yaml"
_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,149}")


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
    articles = by_id(readable(content / "articles", (".md",), notes), notes, "article")
    found = readable(content / "sources", (*MEDIA, _SIDECAR), notes)
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

    Errors: ``unreadable-file``, ``too-long``, ``not-text``, ``not-utf8``, ``empty-file``, and those of the
    head. Warnings: ``poor-id``, ``source-missing``; ``encoding`` of a page.
    """
    data = bytes_of(path)
    return Outcome(None, (data,)) if isinstance(data, Diagnostic) else read_source(data, path, content)


def read_source(data: bytes, path: Path, content: Path) -> Outcome[Source]:
    """Read what is, or will be, one file of content/, as ``open_source`` does."""
    media = MEDIA.get(path.suffix.lower(), Media.TEXT)
    read = _text(data, path, media)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    if fault := too_long(read.value.body, path.as_posix()):
        return Outcome(None, (*read.diagnostics, fault))
    source = Source(
        id=id_of(path),
        path=path.relative_to(content).as_posix() if path.is_relative_to(content) else path.as_posix(),
        media=media,
        body=read.value.body,
        digest=sha256(data).hexdigest(),
        front=FrontMatter(url=read.value.url),
    )
    opened = _with_head(source, path, content) if media is Media.MARKDOWN else Outcome(source)
    opened = _with_sidecar(opened, path)
    notes = [*read.diagnostics, *opened.diagnostics]
    if opened.value is not None and media is Media.MARKDOWN:
        notes += _told_of_remarks(opened.value, path)
    if opened.value is not None and not opened.value.body.strip() and opened.value.front.source is None:
        place = Location(path.as_posix(), max(1, opened.value.body_line - 1))
        notes.append(Diagnostic(place, Severity.ERROR, "empty-file", "there is no text in it"))
        return Outcome(None, tuple(notes))
    poor = poor_id(path)
    notes += [poor] if poor else []
    return Outcome(opened.value, tuple(notes))


def _told_of_remarks(source: Source, path: Path) -> Iterator[Diagnostic]:
    """Tell of a comment without an end, and of those in a saved report, which are nobody's at the desk."""
    shown = path.as_posix()
    if fault := unclosed_remark(source.body, shown, source.body_line):
        yield fault
    if path.parent.name == "articles" or source.front.source is not None:
        return
    found = [start for start, end in remarks(source.body) if any(map(str.isalnum, source.body[start:end]))]
    if found:
        place = Location(shown, source.body_line + source.body.count("\n", 0, found[0]))
        several = f"{len(found)} comments are not read and not shown, of which the first begins here"
        message = several if len(found) > 1 else "the comment that begins here is not read and not shown"
        yield Diagnostic(place, Severity.INFO, "comment", message)


class _Read(NamedTuple):
    """The text of a file, and the address that its envelope says it was saved from."""

    body: str
    url: str | None = None


def _text(data: bytes, path: Path, media: Media) -> Outcome[_Read]:
    shown = path.as_posix()
    if media is not Media.HTML:
        text = decode(data, shown)
        return Outcome(None, (text,)) if isinstance(text, Diagnostic) else Outcome(_Read(text))
    url, declared = None, None
    if path.suffix.lower() in _WRAPPED:
        from generator.ingest.open.mhtml import unwrap  # noqa: PLC0415 - 25 ms, only for such a file

        saved = unwrap(data)
        if saved is None:
            message, hint = "there is no page in this web archive", "save it anew, as a page or as text"
            return Outcome(None, (_said(path, Severity.ERROR, "not-text", message, hint),))
        data, url, declared = saved
    page = decode_page(data, shown, declared)
    return Outcome(None if page.value is None else _Read(page.value, url), page.diagnostics)


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


def readable(folder: Path, suffixes: tuple[str, ...], notes: list[Diagnostic]) -> list[Path]:
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
        elif path.name.lower().endswith(ARCHIVES):
            message = "archives are not read here"
            hint = f"bring its pages in: python -m generator ingest {shlex.quote(path.as_posix())}"
            notes.append(_said(path, Severity.WARNING, "unread-file", message, hint))
        else:
            message = f"files of the kind {path.suffix or 'that has no ending'} are not read here"
            hint = f"read are {', '.join(suffixes)}"
            notes.append(_said(path, Severity.WARNING, "unread-file", message, hint))
    return paths


def by_id(paths: list[Path], notes: list[Diagnostic], what: str) -> dict[str, Path]:
    """Return files by id in lower case, for some file systems know no case.

    Of several for one id that prevails whose name is the id, else the first.
    """
    first: dict[str, Path] = {}
    for path in paths:
        ident = id_of(path).lower()
        kept = first.setdefault(ident, path)
        if kept is not path:
            if path.stem == ident and kept.stem != ident:
                first[ident], kept, path = path, path, kept  # noqa: PLW2901 - the two change places
            message = f"{kept.name} and {path.name} would be one {what}, {ident}; this is left out"
            hint = "rename one of the two or delete it"
            notes.append(_said(path, Severity.ERROR, "duplicate-id", message, hint))
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
    data = bytes_of(beside)
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


def bytes_of(path: Path) -> bytes | Diagnostic:
    """Return what is in a file: it must be one, and no larger than any report is."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a pipe would be waited on for ever
            hint = "put a file there, or take it away"
            return _said(path, Severity.ERROR, "unreadable-file", "it is no file", hint)
        return too_large(status.st_size, path.as_posix()) or path.read_bytes()
    except OSError as error:
        message = f"it cannot be opened: {error.strerror or error}"
        return _said(
            path, Severity.ERROR, "unreadable-file", message, "see who may read it, and whether it is a link"
        )


def _said(path: Path, severity: Severity, *words: str) -> Diagnostic:
    return Diagnostic(Location(path.as_posix()), severity, *words)
