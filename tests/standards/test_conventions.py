"""What search engines, programs and who shares a link look for: on every page, with an address and without.

The rules for site maps are those of sitemaps.org's sitemap.xsd 0.9, written down here.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html

from generator import Options, build_site

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://briefing.example/"
NOWHERE = "https://nowhere.invalid/"  # from where a site without an address is looked at
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Of what has a page the types, and which folder of the site they are in.
FOLDERS = {
    "Person": "people/",
    "Organization": "actors/",
    "NewsMediaOrganization": "outlets/",
    "NewsArticle": "articles/",
}


@dataclass(frozen=True)
class Head:
    """What a page says of itself before its words."""

    path: str
    element: html.HtmlElement

    def all(self, query: str) -> list[str]:
        return [str(found) for found in self.element.xpath(f"/html/head{query}")]

    def og(self, name: str) -> list[str]:
        return self.all(f"/meta[@property='og:{name}']/@content")

    @property
    def leads_on(self) -> bool:
        return bool(self.all("/meta[@http-equiv='refresh']/@content"))

    @property
    def address(self) -> str:
        return BASE + self.path.removesuffix("index.html")


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration as it is before it has an address."""
    folder = tmp_path_factory.mktemp("nowhere")
    shutil.copytree(ROOT / "content", folder / "content")
    told = folder / "content" / "site.yaml"
    told.write_text(re.sub("(?m)^base_url:.*\n", "", told.read_text(encoding="utf-8")), encoding="utf-8")
    build_site(Options(folder / "content", folder / "site"))
    return folder / "site"


def heads(site: Path) -> list[Head]:
    paths = sorted(site.rglob("*.html"))
    return [Head(p.relative_to(site).as_posix(), html.document_fromstring(p.read_bytes())) for p in paths]


def test_each_page_has_one_canonical_address_of_its_own(demonstration: Path) -> None:
    for head in heads(demonstration):
        canonical, shared = head.all("/link[@rel='canonical']/@href"), head.og("url")
        assert canonical == shared, head.path
        if head.path == "404.html":
            assert canonical == []
        elif head.leads_on:
            assert len(canonical) == 1
            assert canonical != [head.address]
        else:
            assert canonical == [head.address], head.path


def test_without_an_address_no_page_claims_one(nowhere: Path) -> None:
    for head in heads(nowhere):
        assert head.all("/link[@rel='canonical']/@href") + head.og("url") + head.og("image") == [], head.path
    assert not (nowhere / "sitemap.xml").exists()
    assert b"Sitemap" not in (nowhere / "robots.txt").read_bytes()
    guide = (nowhere / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"^- \[.*?\]\(([^)\s]+)\)", guide, re.MULTILINE)
    assert links
    assert [link for link in links if not (nowhere / link).is_file()] == []


@pytest.mark.parametrize("name", ["demonstration", "nowhere"])
def test_each_page_can_be_shared(name: str, request: pytest.FixtureRequest) -> None:
    for head in heads(request.getfixturevalue(name)):
        title = head.all("/title/text()")
        assert len(title) == 1
        assert head.og("title") == title
        assert len(head.og("site_name")) == len(head.og("type")) == 1
        described = head.all("/meta[@name='description']/@content")
        assert described == head.og("description")
        assert len(described) == (head.path != "404.html" and not head.leads_on), head.path
        assert all(0 < len(words) <= 160 for words in described)


def test_each_picture_is_there_with_its_measures(demonstration: Path) -> None:
    for head in heads(demonstration):
        told = [head.og(name) for name in ("image", "image:width", "image:height", "image:type", "image:alt")]
        if head.path == "404.html" or head.leads_on:
            assert told == [[]] * 5
            continue
        ((image,), (width,), (height,), kind, (alt,)) = told
        assert image.startswith(BASE), head.path
        data = (demonstration / image.removeprefix(BASE)).read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert (int(width), int(height)) == (_number(data, 16), _number(data, 20))
        assert kind == ["image/png"]
        assert alt.strip()


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def test_the_site_map_follows_its_schema_and_has_every_page(demonstration: Path) -> None:
    data = (demonstration / "sitemap.xml").read_bytes()
    assert len(data) < 50 * 1024 * 1024
    root = etree.fromstring(data)
    assert root.tag == f"{SITEMAP}urlset"
    assert 0 < len(root) <= 50_000
    found: dict[str, str | None] = {}
    for url in root:
        assert [child.tag for child in url] in ([f"{SITEMAP}loc"], [f"{SITEMAP}loc", f"{SITEMAP}lastmod"])
        address, day = str(url.findtext(f"{SITEMAP}loc")), url.findtext(f"{SITEMAP}lastmod")
        assert url.attrib == {}
        assert 12 <= len(address) <= 2048
        assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        assert address not in found
        found[address] = day
    pages = [head for head in heads(demonstration) if not head.leads_on and head.path != "404.html"]
    assert found.keys() == {head.address for head in pages}
    days = {address.removeprefix(BASE).split("/")[0]: day for address, day in found.items()}
    for kind in ("", "articles", "actors", "people", "quotes", "outlets", "timeline", "dossier", "notes"):
        assert days[kind], kind


def test_robots_may_go_everywhere_and_are_told_of_the_site_map(demonstration: Path) -> None:
    robots = RobotFileParser(f"{BASE}robots.txt")
    robots.parse((demonstration / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]
    assert all(robots.can_fetch("AnyBot", head.address) for head in heads(demonstration))


def _things(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _things(one)
    elif isinstance(value, list):
        for one in value:
            yield from _things(one)


@pytest.mark.parametrize(("name", "base"), [("demonstration", BASE), ("nowhere", NOWHERE)])
def test_one_thing_has_one_id_on_all_pages_and_no_two_share_one(
    name: str, base: str, request: pytest.FixtureRequest
) -> None:
    types: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    pages: dict[str, set[str]] = defaultdict(set)
    of_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for head in heads(request.getfixturevalue(name)):
        for text in head.all("/script[@type='application/ld+json']/text()"):
            for thing in _things(json.loads(text)):
                kind, called = thing["@type"], thing.get("name") or thing.get("headline")
                if "@id" not in thing:
                    assert kind not in {*FOLDERS, "Quotation", "WebSite"}, (head.path, thing)
                    continue
                ident = urljoin(base + head.path, thing["@id"])
                assert ident.startswith(base), ident
                types[ident].add(kind)
                pages[ident].add(head.path)
                names[ident].update({called} if called else ())
                if called and kind in {"Person", "Organization", "NewsMediaOrganization"}:
                    of_name[kind, called].add(ident)
    assert {ident: kinds for ident, kinds in types.items() if len(kinds) > 1} == {}
    assert {ident: found for ident, found in names.items() if len(found) > 1} == {}
    assert {called: found for called, found in of_name.items() if len(found) > 1} == {}
    for kind, folder in FOLDERS.items():
        found = [ident for ident, kinds in types.items() if kind in kinds]
        assert all(ident.startswith(base + folder) for ident in found)
        assert max(len(pages[ident]) for ident in found) > 1, kind
