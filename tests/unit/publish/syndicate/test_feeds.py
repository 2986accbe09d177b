from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publish.address.hosting import POLICY
from generator.publish.show.frame import Frame
from generator.publish.syndicate.feeds import feed_files
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PATHS = (
    "index.html",
    "404.html",
    "articles/a1/index.html",
    "articles/c3/index.html",
    "quotes/we-will-1/index.html",
)


def files(frame: Frame) -> dict[str, bytes]:
    return {a.path: a.data for a in feed_files(frame, PATHS)}


def framed(corpus: Corpus, settings: Settings) -> Frame:
    ledger = open_ledger(corpus, settings)
    return Frame(ledger, gather(ledger))


def test_the_sitemap_has_folders_and_stated_days(frame: Frame) -> None:
    tree = ET.fromstring(files(frame)["sitemap.xml"])  # noqa: S314 - our own sitemap
    found = {u.findtext(f"{MAP}loc"): u.findtext(f"{MAP}lastmod") for u in tree}
    assert found == {
        "https://briefing.example/crisis/": "2026-03-13",
        "https://briefing.example/crisis/articles/a1/": "2026-03-10",
        "https://briefing.example/crisis/articles/c3/": None,
        "https://briefing.example/crisis/quotes/we-will-1/": "2026-03-13",
    }


def test_without_an_address_there_is_no_sitemap_and_nobody_is_told_of_one(
    corpus: Corpus, settings: Settings
) -> None:
    found = files(framed(corpus, replace(settings, base_url="")))
    assert "sitemap.xml" not in found
    assert found["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert "](articles/a1/index.html)" in found["llms.txt"].decode()
    assert "invalid" not in found["llms.txt"].decode()


def test_the_host_is_told_of_sitemap_and_headers(frame: Frame) -> None:
    found = files(frame)
    assert b"Sitemap: https://briefing.example/crisis/sitemap.xml\n" in found["robots.txt"]
    headers = found["_headers"].decode()
    assert headers.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "unsafe" not in headers
    assert "script-src 'self';" in POLICY
    assert "X-Content-Type-Options: nosniff" in headers
