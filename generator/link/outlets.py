"""Which outlet a report is of: by the name it states, else by its address."""

from __future__ import annotations

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
        if bare(name) not in found and slug(name):
            same = next((o for o in found.values() if o.id == slug(name)), None)
            found[bare(name)] = same or Outlet(slug(name), name)
    return found


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
