"""A web archive (WARC, ISO 28500), read record by record: its pages, and what else it holds by kind.

The memory it takes is that of one record. Behind a broken record the next that begins is looked for.
"""

from __future__ import annotations

import io
import re
import zlib
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
_LARGEST = 32_000_000  # bytes of a page: what is larger was made to fill a memory
_BLOCK = 1 << 20
_HEAD = 4_096  # bytes of a record's head, packed or not; most have 500
_MEMBER, _RECORD = b"\x1f\x8b\x08", b"WARC/"
_SIGNED_IN = re.compile(r"(?<=://)[^/?#]*@")  # the name and the password of who fetched it
_ROBOTS = re.compile(r"/(?:robots\.txt|sitemap[^/]*\.xml(?:\.gz)?)$", re.IGNORECASE)


class NoReader(Exception):  # noqa: N818 - no fault of the file
    """Raised where the reader of archives is not installed."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was served, its transfer and content codings undone; ``offset`` is that of its record."""

    url: str
    data: bytes
    offset: int


@dataclass(frozen=True, slots=True)
class Other:
    """A record with something else; ``kind`` says what, in the plural."""

    kind: str
    offset: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A record, or a stretch of several, that cannot be read; ``offset`` is where it begins."""

    offset: int
    why: str


Entry: TypeAlias = Page | Other | Broken


def read_archive(path: Path) -> Iterator[Entry]:
    """Yield what an archive holds, in its order; NoReader where the extra ``[archive]`` is not installed."""
    try:
        import warcio.archiveiterator  # noqa: F401, PLC0415 - an extra, asked for once
    except ImportError as error:
        raise NoReader from error
    with path.open("rb") as file:
        mark = _MEMBER if file.read(3) == _MEMBER else _RECORD
        at: int | None = 0
        sound = True  # a stretch is told once, however many false beginnings it has
        while at is not None:
            last = Broken(at, "")
            for entry in _from(file, at):
                if not isinstance(entry, Broken):
                    sound = True
                    yield entry
                    continue
                if sound:
                    yield entry
                sound, last = False, entry
            at = _next_start(file, last.offset + 1, mark) if last.why else None


def _from(file: BinaryIO, start: int) -> Iterator[Entry]:
    """Yield the records from a place on; after one that is broken nothing more."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - the same

    file.seek(start)
    records = ArchiveIterator(file)
    at = start
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # to which it prints what is told here
                record = next(records, None)
                if record is None:
                    return
                at = records.offset
                entry = _entry(record, at)
                records.read_to_end()
        except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, LookupError, AttributeError) as error:
            single = "non-chunked" in str(error)
            why = "all is one gzip stream; recompress it: warcio recompress OLD NEW" if single else ""
            yield Broken(max(at, records.offset), why or "it is no record")
            return
        if records.err_count or getattr(record.raw_stream, "limit", 0) > 0:
            yield Broken(at, "its length is wrong" if records.err_count else "it is cut off")
            return
        if entry is not None:
            yield entry


def _entry(record: Any, offset: int) -> Entry | None:  # noqa: ANN401 - warcio has no types
    """Return what a record holds, None of one that holds no answer of a server."""
    if record.rec_type not in {"response", "resource"}:
        return None
    url = _SIGNED_IN.sub("", (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))
    headers = record.http_headers
    if record.rec_type == "response" and headers is None:
        return Other("answers that are not of the web", offset)
    kind = headers.get_header("Content-Type") if headers else record.content_type
    coding = (headers.get_header("Content-Encoding") or "" if headers else "").strip().lower()
    status = headers.get_statuscode() if headers is not None else None  # headers without any are false
    if (other := _other(url, status, kind, coding)) is not None:
        return Other(other, offset)
    data = record.content_stream().read(_LARGEST + 1)
    return Other("pages of more than 32 MB", offset) if len(data) > _LARGEST else Page(url, data, offset)


def _other(url: str, status: str | None, kind: str | None, coding: str) -> str | None:
    """Say in the plural what an answer is that holds no page to be read, None where it holds one."""
    if _ROBOTS.search(url.partition("?")[0]):
        return "files for robots"
    if status not in {None, "200"}:
        return "answers without a page, such as redirections"
    if (kind or "").partition(";")[0].strip().lower() not in _PAGES:
        return "pictures, scripts and other files"
    return None if coding in _PLAIN else f"pages packed as {coding[:20]}"


def _next_start(file: BinaryIO, start: int, mark: bytes) -> int | None:
    """Find where the next record begins, None where none does."""
    file.seek(start)
    data, at = b"", start
    while block := file.read(_BLOCK):
        data += block
        found = data.find(mark)
        while found >= 0:
            if found + _HEAD > len(data):
                data += file.read(_HEAD)
            if _is_head(data[found : found + _HEAD]):
                return at + found
            found = data.find(mark, found + 1)
        at += len(data) - len(mark) + 1
        data = data[1 - len(mark) :]
    return None


def _is_head(data: bytes) -> bool:
    """Tell whether bytes begin with the whole head of a record, so that no other place is tried for one."""
    if data.startswith(_MEMBER):
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _HEAD)
        except zlib.error:
            return False
    return data.startswith(_RECORD) and (b"\r\n\r\n" in data or b"\n\n" in data)
