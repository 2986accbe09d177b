"""One address for one report: without what follows the reader or asks for another view of the same text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.knowledge.tables import rows

_LONGEST = 253  # letters of a host's name (RFC 1035, 2.3.4)


def same_address(url: str | None) -> str | None:
    """Return what the addresses of one report have in common, None where it is no report's address.

    No scheme, no ``www.``, no tracking, AMP, mobile or print view; parameters sorted. A front page is no
    report's address.
    """
    try:
        parts = urlsplit(_unwrapped(url or "", _table()))
        host, port = (parts.hostname or "").strip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host:
        return None
    host = _site(host, _table())
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    path, query = _path(parts.path, _table()), _query(parts.query, _table())
    hidden = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # names a text, as "#!" once did
    return f"{host}{path}{query}{hidden}" if path or query or hidden else None


@dataclass(frozen=True, slots=True)
class _Table:
    parameters: frozenset[str]
    beginnings: tuple[str, ...]
    views: frozenset[str]
    hosts: tuple[str, ...]
    segments: frozenset[str]
    endings: tuple[str, ...]
    caches: tuple[re.Pattern[str], ...]


@cache
def _table() -> _Table:
    def of(kind: str) -> list[str]:
        return [text for found, text in rows("addresses") if found == kind]

    parameters = of("parameter")
    return _Table(
        parameters=frozenset(p for p in parameters if not p.endswith("*")),
        beginnings=tuple(p[:-1] for p in parameters if p.endswith("*")),
        views=frozenset(of("view")),
        hosts=tuple(of("host")),
        segments=frozenset(of("segment")),
        endings=tuple(sorted(of("ending"), key=len, reverse=True)),
        caches=tuple(re.compile(pattern, re.IGNORECASE) for pattern in of("cache")),
    )


def _unwrapped(url: str, table: _Table) -> str:
    """Return the address that stands behind that of a cache or an archive."""
    for pattern in table.caches:
        found = pattern.match(url)
        if found:
            inner = url[found.end() :]
            return inner if "://" in inner[:10] else f"http{'s' if found[1] else ''}://{inner}"
    return url


def _site(host: str, table: _Table) -> str:
    """Return a host without the parts of its name that stand for a view; a domain stays a domain."""
    while len(host) <= _LONGEST:
        shorter = next((host[len(h) :] for h in table.hosts if host.startswith(h)), "")
        if "." not in shorter:
            break
        host = shorter
    return host


def _path(path: str, table: _Table) -> str:
    names = [name for name in path.split("/") if name and name.lower() not in table.segments]
    whole = "".join(f"/{name}" for name in names)
    ending = next((e for e in table.endings if whole.lower().endswith(e)), "")
    kept = whole.removesuffix(whole[len(whole) - len(ending) :]) if ending else whole
    return f"{kept}.html" if ending == ".amp.html" else kept


def _query(query: str, table: _Table) -> str:
    kept = []
    for key, value in parse_qsl(query, keep_blank_values=True):
        name = key.lower()
        if name in table.parameters or name.startswith(table.beginnings):
            continue
        if name not in table.views and f"{name}={value.lower()}" not in table.views:
            kept.append((key, value))
    return f"?{urlencode(sorted(kept))}" if kept else ""
