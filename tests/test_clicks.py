"""How far it is from the front page to any words: every quotation is there within three clicks.

The page of the index, where all is found at once, is left out of account: there are ways without it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tests.browser.many import large

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CLICKS = 3
TOP = "file:///top/"
FRONT, INDEX = "index.html", "search/index.html"
HREF = re.compile(r'<a\b[^>]* href="([^"#]+)')


def distances(site: Path) -> dict[str, int]:
    """Return how many clicks each page is from the front page."""
    found = {FRONT: 0}
    edge = [FRONT]
    while edge:
        ahead: list[str] = []
        for path in edge:
            for href in HREF.findall((site / path).read_text(encoding="utf-8")):
                target = urljoin(TOP + path, href)
                to = unquote(urlsplit(target).path).removeprefix("/top/")
                if target.startswith(TOP) and to.endswith(".html") and to != INDEX and to not in found:
                    found[to] = found[path] + 1
                    ahead.append(to)
        edge = ahead
    return found


def far(site: Path) -> tuple[list[str], int]:
    """Return the quotations and statements that are too far, and how many there are."""
    clicks = distances(site)
    quotes = json.loads((site / "data" / "quotes.json").read_text(encoding="utf-8"))
    clusters = json.loads((site / "data" / "clusters.json").read_text(encoding="utf-8"))
    pages = {quote["id"]: f"articles/{quote['article']}/index.html" for quote in quotes}
    pages |= {cluster["id"]: f"quotes/{cluster['id']}/index.html" for cluster in clusters}
    return [key for key, page in pages.items() if clicks.get(page, CLICKS + 1) > CLICKS], len(pages)


def test_every_quotation_is_within_three_clicks(demonstration: Path) -> None:
    too_far, looked = far(demonstration)
    assert too_far == []
    assert looked > 150


def test_of_300_reports_every_quotation_is_within_three_clicks(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    too_far, looked = far(large(tmp_path_factory) / "site")
    assert too_far == []
    assert looked > 1000
