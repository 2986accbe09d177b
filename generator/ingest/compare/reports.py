"""Whether a page of an archive is a news report: by what it says of itself, else by how much story it has.

An archive of one report's site holds its front page, its lists and its forms as well. What is left out is
told, so that an editor can bring it in by itself.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.ingest.open.addresses import same_address
from generator.model.article import STORY
from generator.model.text import slug

if TYPE_CHECKING:
    from generator.model.article import CleanText

# Words of running story: of a page that says that it is an article, of one that says nothing, and of one
# that says that it is something else, as whole sites do of all their pages.
_LEAST = {True: 20, None: 100, False: 250}
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "’", ")")


def report_id(url: str, *, told_apart: bool = False) -> str:
    """Return a readable id made of a page's address; with ``told_apart`` one that no other address has."""
    parts = urlsplit(f"//{same_address(url) or url}")
    stem = parts.path.rstrip("/")
    name, _, ending = stem.rpartition(".")
    stem = name if name and "/" not in ending and len(ending) <= 5 else stem  # noqa: PLR2004 - ".shtml"
    made = slug(unquote(f"{parts.netloc} {stem} {parts.query}").replace("/", " "))
    digest = blake2b((same_address(url) or url).encode(), digest_size=4).hexdigest()
    return f"{made}-{digest}" if told_apart or not made else made


def no_report(url: str, html: str, clean: CleanText) -> str:
    """Say in the plural what a page is that is no report; "" for a report."""
    if same_address(url) is None:
        return "front pages"
    words = sum(len(text.split()) for text in _running(clean))
    return "" if words >= _LEAST[_says_article(html)] else "lists, forms and other pages without a story"


def _running(clean: CleanText) -> list[str]:
    blocks = (block.span.of(clean.text) for block in clean.blocks if block.role in STORY)
    return [text for text in blocks if text.rstrip().endswith(_SENTENCE_ENDS)]


def _says_article(html: str) -> bool | None:
    """Tell what a page says of itself: that it is an article, that it is something else, or nothing."""
    from generator.ingest.page.html import parse  # noqa: PLC0415 - only for archives
    from generator.ingest.page.said import read_said  # noqa: PLC0415 - the same

    root = parse(html)
    if root is None:
        return None
    said = read_said(root)
    if said.article or said.meta("article:published_time"):
        return True
    kind = said.meta("og:type")
    return kind.casefold() == "article" if kind else None
