"""Web archives made for tests, by the letter of ISO 28500."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Headers = tuple[tuple[str, str], ...]
HTML: Headers = (("Content-Type", "text/html; charset=utf-8"),)


class Archive:
    """A web archive that is written record by record; ``at`` is where each begins."""

    def __init__(self, *, small: bool) -> None:
        self._small = small
        self._records: list[bytes] = []
        self.at: list[int] = []

    def add(self, url: str, body: bytes, headers: Headers = HTML, status: str = "200 OK") -> None:
        """Add a server's answer."""
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        answer = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
        self._add("response", url, "application/http; msgtype=response", answer)

    def add_resource(self, url: str, body: bytes, kind: str) -> None:
        """Add a page that no server's head stands above."""
        self._add("resource", url, kind, body)

    def _add(self, what: str, url: str, kind: str, block: bytes) -> None:
        head = (
            f"WARC/1.0\r\nWARC-Type: {what}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-06T10:11:12Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(self.at):012}>\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        self.at.append(sum(map(len, self._records)))
        self._records.append(packed(record) if self._small else record)

    def data(self) -> bytes:
        """Return the whole archive."""
        return b"".join(self._records)

    def write(self, path: Path) -> Path:
        """Write it to a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.data())
        return path


def chunked(body: bytes) -> bytes:
    """Return a body in two chunks (RFC 9112, 7.1)."""
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (3, body[:3], len(body) - 3, body[3:])


def packed(body: bytes) -> bytes:
    """Return a body packed with gzip, the same each time."""
    return gzip.compress(body, mtime=0)
