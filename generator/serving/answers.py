"""What a browser gets for an address of the preview: from memory, never from the disk."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from generator.model.diagnostic import GeneratorError
from generator.publish.address.hosting import HEADERS
from generator.publish.address.urls import INDEX, NOT_FOUND
from generator.telling import told

if TYPE_CHECKING:
    from generator.serving.preview import State

OWN = "/-/"  # no file of a site begins so
EVENTS = f"{OWN}events"
_STATIC = Path(__file__).parent / "static"
_SHOWN = 20  # errors on the page; the terminal has all
_HOST = re.compile(r"\[[0-9A-Fa-f:.]+\](?::\d{1,5})?|[A-Za-z0-9.-]+(?::\d{1,5})?")
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_FEEDS = {"feed.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json"}
_POLICY = "Content-Security-Policy"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with all of its headers but those of the connection."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(state: State, target: str, etag: str = "") -> Answer:
    """Answer a request for a target, as it stands in the request, whose content the browser may have."""
    path = clean(target)
    if path is None:
        return _text(404, "There is no such address.")
    if path.startswith(OWN):
        return _own(path, etag)
    base = state.snapshot.base if state.snapshot else "/"
    if not f"{path}/".startswith(base):
        return _moved(base) if path == "/" else _text(404, f"The site begins at {base}")
    try:
        return _of_site(state, path, etag)
    except GeneratorError as error:
        return _html(500, _bare(str(error)), etag)


def path_at(state: State, path: str) -> str:
    """Return the path from the site's top of the file at an address without its escapes."""
    base = state.snapshot.base if state.snapshot else "/"
    inner = path[len(base) :] if path.startswith(base) else path.lstrip("/")
    return f"{inner}{INDEX}" if inner == "" or inner.endswith("/") else inner


def allowed(host: str | None, named: str) -> bool:
    """Tell whether a request's Host may ask: a name of somebody else's that leads here may not.

    That is what keeps web pages from reading the preview by DNS rebinding: an address in figures cannot be
    made to lead elsewhere, nor can localhost.
    """
    if host is None or not _HOST.fullmatch(host):
        return False
    bare = host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    name = bare.lower().rstrip(".")
    if name in {"localhost", named.lower()} or name.endswith(".localhost"):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def seen(body: bytes) -> str:
    """Return the digest by which a page is known to be what a browser shows."""
    return blake2b(body, digest_size=8).hexdigest()


def wrong(state: State) -> str:
    """Return as JSON what a page shows of what is wrong."""
    errors = [told(d) for d in state.errors[:_SHOWN]]
    errors += (
        [f"and {len(state.errors) - _SHOWN} more, in the terminal"] if len(state.errors) > _SHOWN else []
    )
    if state.problem:
        head = f"This is the site as it was before: {state.problem}"
        return json.dumps({"head": head, "errors": errors or [state.problem]})
    return json.dumps({"head": "Something is wrong in content/:", "errors": errors})


def clean(target: str) -> str | None:
    """Return the path of a target without escapes; None where it is no path that a site could have."""
    if target.startswith("//"):
        return None
    try:
        path = unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return None
    inner = path.removesuffix("/").split("/")[1:]
    odd = not path.startswith("/") or "\\" in path or not path.isprintable()
    if odd or any(part in {"", ".", ".."} for part in inner):
        return None
    return path


def _own(path: str, etag: str) -> Answer:
    name = path.removeprefix(OWN)
    if name not in {"preview.js", "preview.css"}:
        return _text(404, "There is no such address.")
    return _file(200, name, (_STATIC / name).read_bytes(), etag)


def _of_site(state: State, path: str, etag: str) -> Answer:
    whole = path_at(state, path)
    body = state.get(whole)
    if body is not None:
        return _html(200, body, etag) if whole.endswith(".html") else _file(200, whole, body, etag)
    if not path.endswith("/") and state.get(f"{whole}/{INDEX}") is not None:
        return _moved(f"{path}/")
    return _html(404, state.get(NOT_FOUND) or _bare(state.problem or "There is nothing yet."), "")


def _moved(path: str) -> Answer:
    return Answer(302, b"", {"Location": quote(path), "Content-Type": "text/plain"})


def _text(status: int, words: str) -> Answer:
    return Answer(status, f"{words}\n".encode(), {"Content-Type": "text/plain; charset=utf-8"})


def _html(status: int, body: bytes, etag: str) -> Answer:
    """Return a page with the few lines that show it anew: they are nowhere but here."""
    ours = (
        f'<link rel="stylesheet" href="{OWN}preview.css">\n'
        f'<script src="{OWN}preview.js" data-seen="{seen(body)}" defer></script>\n</head>'
    )
    head, found, rest = body.partition(b"</head>")
    return _file(status, "page.html", head + ours.encode() + rest if found else ours.encode() + body, etag)


def _file(status: int, path: str, body: bytes, etag: str) -> Answer:
    name = path.rpartition("/")[2]
    kind = _FEEDS.get(name) or _KINDS.get(Path(name).suffix.lower(), "application/octet-stream")
    tag = f'"{seen(body)}"'
    headers = {
        **{key: f"{value}; connect-src 'self'" if key == _POLICY else value for key, value in HEADERS},
        "Content-Type": kind,
        "Cache-Control": "no-cache",
        "ETag": tag,
    }
    if status == 200 and tag in (part.strip().removeprefix("W/") for part in etag.split(",")):  # noqa: PLR2004
        return Answer(304, b"", headers)
    return Answer(status, body, headers)


def _bare(words: str) -> bytes:
    """Return a page for when there is none: it waits for the first that can be made."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
        f"<body><main><h1>Nothing to show yet</h1><p>{escape(words)}</p></main></body></html>\n"
    ).encode()
