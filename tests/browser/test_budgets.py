"""What a page weighs, how soon it is drawn, whom it asks, and that it is the same wherever it stands."""

from __future__ import annotations

import gzip
import re
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.browsing import BELOW, DESK, PHONE, AtTheTop, Watched, served, stay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import Briefing

pytestmark = pytest.mark.browser

SCRIPTS, ARTICLE = 12_000, 60_000  # bytes, as gzip packs them
SOON = 500  # milliseconds until the largest piece of a page is drawn, the median of all kinds
TIMES = 3
LARGEST = """
() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))
"""
SHIFT = """
() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += shifted(entry); }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(moved), 50);
})
"""
# What a page shows, how it looks, and where it leads, counted from the top of the site. Boxes are left out:
# they differ by parts of a pixel from one visit to the next, by which face came first. A face may have come
# by a preload, which no page from disk has; so it is asked whether each word that is seen has its face.
SHOWN = """
root => document.body.getBoundingClientRect() && document.fonts.ready.then(() => {
  const looks = (e, words) => {
    const {color, backgroundColor, fontFamily, fontSize, fontWeight, display} = getComputedStyle(e);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const face = e.checkVisibility() && document.fonts.check(font, words);
    return [color, backgroundColor, fontFamily, fontSize, display, face];
  };
  const leads = e => [e.href?.baseVal ?? e.href, e.src].filter(Boolean).map(to => to.replace(root, ''));
  const said = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('');
  return [...document.querySelectorAll('*')].map(e => [
    e.tagName, e.checkVisibility(), ...looks(e, said(e)), ...leads(e), said(e)].join(' '));
})
"""
_LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"([^>]*)>')


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def test_all_scripts_are_small_and_none_keeps_a_page_waiting(briefing: Briefing) -> None:
    scripts = sorted((briefing.site / "static").glob("*.js"))
    assert 0 < sum(map(_packed, scripts)) < SCRIPTS
    for path in briefing.site.rglob("*.html"):
        for _, source, how in _LINKED.findall(path.read_text(encoding="utf-8")):
            assert not source or " defer" in how, path


def test_every_article_is_light(briefing: Briefing) -> None:
    weighed: dict[Path, int] = {}
    for path in briefing.site.glob("articles/*/index.html"):
        parts = [path]
        for sheet, script, _ in _LINKED.findall(path.read_text(encoding="utf-8")):
            parts.append((path.parent / (sheet or script)).resolve())
        weighed[path] = sum(map(_packed, parts))
    assert len(weighed) > 5
    assert max(weighed.values()) < ARTICLE


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_when_the_faces_come_late(
    size: dict[str, int], briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Keep the faces back for a fifth of a second, and ask nobody but the host of the page."""
    page = context(viewport=size).new_page()
    for path in briefing.kinds.get("moved", ()):
        page.route(briefing.host + path, stay)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": 400_000, "uploadThroughput": -1}
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", slow)
    watched = Watched(page, urlsplit(briefing.host).netloc)
    found = {}
    for kind, paths in briefing.kinds.items():
        if faults := watched.open(briefing.host + paths[0]):
            found[kind] = faults
        if (moved := page.evaluate(SHIFT)) > 0.001:
            found[f"{kind} moved"] = [str(moved)]
    assert found == {}


def test_the_largest_piece_is_drawn_soon(briefing: Briefing, context: Callable[..., BrowserContext]) -> None:
    """Open each kind from disk; a machine that is busy may be slow with one, so the median counts."""
    page = context(viewport=DESK).new_page()
    drawn: list[float] = []
    for kind, paths in briefing.kinds.items():
        if kind in {"moved", "missing"}:  # the one is left at once, the other is meant for a host
            continue
        times = []
        for _ in range(TIMES):
            page.goto((briefing.site / paths[0]).as_uri())
            times.append(page.evaluate(LARGEST))
        drawn.append(min(times))
    assert median(drawn) < SOON


def test_a_page_shows_the_same_below_a_path_at_the_top_of_a_host_and_from_disk(
    small: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Open every kind of page at all three; old addresses lead on at once, and 404.html is for a host."""
    page = context(viewport=DESK).new_page()
    differ: dict[str, list[str]] = {}
    looked = 0
    with served(small.site, AtTheTop) as top:
        for path in (paths[0] for kind, paths in small.kinds.items() if kind not in {"moved", "missing"}):
            seen = []
            for root in (small.host, top, f"{small.site.as_uri()}/"):
                page.goto(root + path)
                seen.append(page.evaluate(SHOWN, root))
            below, *others = seen
            looked += len(below)
            if any(other != below for other in others):
                differ[path] = sorted(set(below) ^ set(others[0]) | set(below) ^ set(others[1]))[:6]
    assert differ == {}
    assert looked > 3000


def test_below_a_path_nothing_differs_but_the_path(demonstrated: Briefing, demonstration: Path) -> None:
    """Compare the site at the top of a host, or on disk, with the one below a path."""
    below = demonstrated.site
    files = [path.relative_to(below) for path in sorted(below.rglob("*")) if path.is_file()]
    there = {path.relative_to(demonstration) for path in demonstration.rglob("*") if path.is_file()}
    assert set(files) == there
    differ = [path for path in files if (below / path).read_bytes() != (demonstration / path).read_bytes()]
    path, top = BELOW.encode(), b"/"
    assert differ
    for name in differ:
        if name.name != ".written":  # what a build keeps of what it wrote
            assert (below / name).read_bytes().replace(path, top) == (demonstration / name).read_bytes(), name
