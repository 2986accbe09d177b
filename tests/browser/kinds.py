"""The kinds of page of a site, found in what was built, so that a new kind cannot be forgotten.

A kind is the class of a page's body. Of each kind the longest page is taken, and then as many more as are
needed until each class of an element that stands on any page of the kind stands on one that is taken: so an
excerpt, a passage withdrawn or a table is looked at wherever the briefing has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Kinds = dict[str, list[str]]  # paths by kind, the longest first

_KIND = re.compile(r'<body class="page-([\w-]+)')
_CLASSES = re.compile(r'<(\w+)(?:[^>]*? class="([^"]*)")?')
_NUMBER = re.compile(r"-\d+$")  # colours, rows and shades are counted


def read_kinds(site: Path) -> Kinds:
    """Return the pages to look at."""
    pages: dict[str, dict[str, str]] = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        pages.setdefault(_kind(path.name, text), {})[path.relative_to(site).as_posix()] = text
    return {kind: _taken(found) for kind, found in sorted(pages.items())}


def _kind(name: str, text: str) -> str:
    """Return the kind of a page; all pages must have one."""
    if 'http-equiv="refresh"' in text:
        return "moved"
    if name == "404.html":
        return "missing"
    found = _KIND.search(text)
    assert found is not None, f"{name}: its body has no class that tells its kind"
    return found[1]


def _taken(pages: dict[str, str]) -> list[str]:
    """Return the longest page and those that have what it has not."""
    longest = max(pages, key=lambda path: (len(pages[path]), path))
    taken, held = [longest], _elements(pages[longest])
    rest = {path: _elements(text) for path, text in pages.items()}
    while more := max(((len(has - held), path) for path, has in rest.items()), default=(0, "")):
        if not more[0]:
            break
        taken.append(more[1])
        held |= rest[more[1]]
    return taken


def _elements(text: str) -> set[tuple[str, str]]:
    """Return the elements of a page, each with each of its classes."""
    return {
        (tag, _NUMBER.sub("", name))
        for tag, classes in _CLASSES.findall(text)
        for name in (classes.split() or [""])
    }
