"""How much one file may hold: what is longer is no news report, and is left out before it is read.

Every pass is linear in the length of a text, yet a text takes some 200 times its size while it is read.
"""

from __future__ import annotations

import re

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

MOST_BYTES = 50_000_000  # of a file; SingleFile writes a page's pictures, fonts and styles into it
MOST_LETTERS = 400_000  # of text, as in a long novel; the longest of 1,313 reports had 47,000
MOST_LINES = 100_000  # of text: each may be a paragraph, which takes 2 kB while it is read
MOST_TAGS = 100_000  # of a page, for the same reason; of 182 saved pages the one with most had 5,100
MOST_DEEP = 500  # tags in one another: the same pages had 29, and libxml2 drops all below 2,048
_PAGES = (".html", ".htm", ".mhtml", ".mht")
_HINT = "split it, or take out what is not the report"
_OPEN = re.compile(r"<(?:(!--)|(/?)([a-z][a-z0-9]*)|[!?])", re.IGNORECASE)
_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
# Up to the end of a tag; a mark of quotation that opens a value and never closes takes the rest of the file.
_TAG = re.compile(r"""[^"'>]*+(?:(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))[^"'>]*+)*+""")
# Tags that hold nothing, and those whose end may be left out: they are not counted as open.
_FLAT = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "wbr")
)
_FLAT |= {"source", "track", "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p"}
_FLAT |= {"rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"}
_BLANKS = " \n\t\r"


def too_large(size: int, path: str) -> Diagnostic | None:
    """Say that a file has more bytes than are opened."""
    if size <= MOST_BYTES:
        return None
    return _said(path, f"this file has more than {MOST_BYTES // 1_000_000} MB, and is not read")


def too_long(text: str, path: str) -> Diagnostic | None:
    """Say that the text of a file is longer than is read; scripts, styles and tags of a page do not count."""
    counts: tuple[tuple[int, int, str], ...]
    if path.lower().endswith(_PAGES):
        letters, tags, depth = _of_page(text)
        counts = ((tags, MOST_TAGS, "tags"), (depth, MOST_DEEP, "tags in one another"))
    else:
        letters, counts = len(text), ((text.count("\n"), MOST_LINES, "lines"),)
    for count, most, what in ((letters, MOST_LETTERS, "letters"), *counts):
        if count > most:
            return _said(path, f"this text has more than {most:,} {what}, and is not read")
    return None


def _of_page(html: str) -> tuple[int, int, int]:
    """Count the letters between the tags of a page, the tags, and those open at once; stop at too much."""
    letters = tags = at = depth = deepest = 0
    while found := _OPEN.search(html, at):
        letters += _letters(html, at, found.start())
        tags += 1
        at = _behind(html, found)
        if found[3] and found[3].lower() not in _FLAT and html[at - 2 : at] != "/>":
            depth = max(0, depth - 1) if found[2] else depth + 1
            deepest = max(deepest, depth)
        if tags > MOST_TAGS or letters > MOST_LETTERS or deepest > MOST_DEEP:
            return letters, tags, deepest
    return letters + _letters(html, at, len(html)), tags, deepest


def _behind(html: str, opened: re.Match[str]) -> int:
    """Return the place behind a tag, or behind a remark, or before the end of a script or style."""
    if opened[1]:
        end = html.find("-->", opened.end())
        return end + 3 if end >= 0 else len(html)
    tag = _TAG.match(html, opened.end())
    at = tag.end() + 1 if tag else opened.end()
    if not opened[2] and (name := (opened[3] or "").lower()) in _END:
        closed = _END[name].search(html, at)
        return closed.start() if closed else len(html)
    return at


def _letters(html: str, start: int, end: int) -> int:
    return end - start - sum(html.count(blank, start, end) for blank in _BLANKS)


def _said(path: str, message: str) -> Diagnostic:
    return Diagnostic(Location(path), Severity.ERROR, "too-long", message, _HINT)
