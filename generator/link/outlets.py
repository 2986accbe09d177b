"""Which outlet a report is of: by the name it states, else by its address."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.model.corpus import Outlet
from generator.model.text import bare, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def outlets_by_name(known: Sequence[Outlet], stated: Iterable[str | None]) -> dict[str, Outlet]:
    """Return outlets by every folded name and domain they go by: those known, and those only stated."""
    found: dict[str, Outlet] = {}
    for outlet in known:
        for key in (outlet.name, *outlet.aliases, *outlet.domains):
            found.setdefault(bare(key), outlet)
    for name in sorted({name for name in stated if name}):
        ident = _id_of(name)
        if bare(name) not in found and ident:
            same = next((o for o in found.values() if o.id == ident), None)
            found[bare(name)] = same or Outlet(ident, name)
    return found


def _id_of(name: str) -> str:
    """Make an id of a name: a digest of one without Latin letters; empty where it has no letter."""
    if ident := slug(name):
        return ident
    folded = bare(name)
    if not any(map(str.isalnum, folded)):
        return ""
    return f"outlet-{blake2b(folded.encode(), digest_size=4).hexdigest()}"


def outlet_of(name: str | None, url: str | None, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """Return the outlet whose name a report states or, where it states none, whose address it has."""
    if name:
        return outlets.get(bare(name))
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # a page may say anything of itself
        return None
    domains = [key for key in outlets if "." in key and f".{host}".endswith(f".{key}")]
    return outlets[max(domains, key=len)] if domains else None
