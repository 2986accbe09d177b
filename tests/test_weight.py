"""What pages weigh where there is much: of 300 reports none is so long that a phone is slow with it.

Dossiers are left out of account: they are made to be printed whole, and are linked as that.
"""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from tests.browser.many import large

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LONGEST, PACKED = 150_000, 32_000  # bytes as they are, and as a host sends them
COUNTED = re.compile(r'<a href="([^"]+)">(\d+) further<span class="aloud">')


def test_of_300_reports_no_page_is_too_long(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = large(tmp_path_factory) / "site"
    pages = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*.html")}
    read = {path: html for path, html in pages.items() if "dossier/" not in path}
    assert {path: len(html) for path, html in read.items() if len(html) > LONGEST} == {}
    packed = {path: len(gzip.compress(html, mtime=0)) for path, html in read.items()}
    assert {path: size for path, size in packed.items() if size > PACKED} == {}
    assert len(read) > 600


def test_what_a_list_leaves_out_is_counted_and_stands_on_its_own_page(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    site = large(tmp_path_factory) / "site"
    seen = 0
    for folder in ("outlets", "actors", "people"):
        for path in sorted((site / folder).glob("*/index.html")):
            html = path.read_text(encoding="utf-8")
            for href, n in COUNTED.findall(html):
                whole = (path.parent / href).resolve().read_text(encoding="utf-8")
                items = len(re.findall(r'<li class="(?:report|card hue-\d)"', whole))
                assert f'<span class="count">{items}</span>' in whole, href
                assert items == int(n) + 20, href
                seen += 1
    assert seen > 10


def test_the_timeline_counts_what_stands_on_the_pages_of_days(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    site = large(tmp_path_factory) / "site"
    html = (site / "timeline" / "index.html").read_text(encoding="utf-8")
    days = html.split('<li id="d-')[1:]
    wrong = []
    for day in days:
        iso = day[:10]
        page: Path = site / "timeline" / iso / "index.html"
        told = page.read_text(encoding="utf-8")
        said = re.search(r'<h2 id="said">.*?<span class="count">(\d+)', told)
        reports = re.search(r'<h2 id="reports">.*?<span class="count">(\d+)', told)
        left = int(said[1]) - 1 if said else 0
        if (left and f">{left} further statement" not in day) or (
            reports and not re.search(rf"\b{reports[1]} report", day)
        ):
            wrong.append(iso)
    assert wrong == []
    assert len(days) > 50
