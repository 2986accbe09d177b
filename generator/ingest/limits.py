"""How much one file may hold: what is longer is no news report, and is left out before it is read.

Every pass is linear in the length of a text, yet a text takes some 200 times its size while it is read.
"""

from __future__ import annotations

import re

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

MOST_BYTES = 50_000_000  # of a file; SingleFile writes a page's pictures, fonts and styles into it
MOST_LETTERS = 1_000_000  # of text, as in two long novels; the longest of 1,313 reports had 47,000
MOST_TAGS = 400_000  # of a page; of 182 saved pages the one with most had 5,100
_PAGES = (".html", ".htm", ".mhtml", ".mht")
_HINT = "split it, or take out what is not the report"
_OPEN = re.compile(r"<(?:(!--)|(script|style)\b|[a-z/!?])", re.IGNORECASE)
_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
# Up to the end of a tag; a mark of quotation that opens a value and never closes takes the rest of the file.
_TAG = re.compile(r"""[^"'>]*+(?:(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))[^"'>]*+)*+""")
_BLANKS = " \n\t\r"


def too_large(size: int, path: str) -> Diagnostic | None:
    """Say that a file has more bytes than are opened."""
    if size <= MOST_BYTES:
        return None
    return _said(path, f"this file has more than {MOST_BYTES // 1_000_000} MB, and is not read")


def too_long(text: str, path: str) -> Diagnostic | None:
    """Say that the text of a file is longer than is read; scripts, styles and tags of a page do not count."""
    if len(text) <= MOST_LETTERS:
        return None
    letters, tags = _of_page(text) if path.lower().endswith(_PAGES) else (len(text), 0)
    if letters > MOST_LETTERS:
        return _said(path, f"this text has more than {MOST_LETTERS:,} letters, and is not read")
    if tags > MOST_TAGS:
        return _said(path, f"this page has more than {MOST_TAGS:,} tags, and is not read")
    return None


def _of_page(html: str) -> tuple[int, int]:
    """Count the letters between the tags of a page, and the tags, until either is too many."""
    letters = tags = at = 0
    while found := _OPEN.search(html, at):
        letters += _letters(html, at, found.start())
        tags += 1
        if tags > MOST_TAGS or letters > MOST_LETTERS:
            return letters, tags
        at = _behind(html, found)
    return letters + _letters(html, at, len(html)), tags


def _behind(html: str, opened: re.Match[str]) -> int:
    """Return the place behind a tag, and behind the remark, script or style that it begins."""
    if opened[1]:
        end = html.find("-->", opened.end())
        return end + 3 if end >= 0 else len(html)
    tag = _TAG.match(html, opened.end())
    at = tag.end() + 1 if tag else opened.end()
    if opened[2]:
        closed = _END[opened[2].lower()].search(html, at)
        return closed.start() if closed else len(html)
    return at


def _letters(html: str, start: int, end: int) -> int:
    return end - start - sum(html.count(blank, start, end) for blank in _BLANKS)


def _said(path: str, message: str) -> Diagnostic:
    return Diagnostic(Location(path), Severity.ERROR, "too-long", message, _HINT)
