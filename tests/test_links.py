"""The demonstration site as it lies on disk: every link leads somewhere, and nothing in a page runs."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

BASE = "https://briefing.example/"  # of the demonstration, in content/site.yaml
TOP = "file:///top/"  # where the site is taken to lie
KINDS = (
    *("front", "article", "actor", "person", "statement", "outlet"),
    *("timeline", "day", "index", "about", "corrections", "plain", "versions", "dossier"),
)
LINKS = ("href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "ping")


@dataclass
class Site:
    """The files of a site, its pages parsed; an address counts from the top."""

    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.is_file())

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Return the pages by path."""
        return {
            path: html.document_fromstring((self.folder / path).read_bytes())
            for path in sorted(self.files)
            if path.endswith(".html")
        }

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """Return the ids of each page, in its order."""
        return {path: [str(i) for i in page.xpath("//@id")] for path, page in self.pages.items()}

    @cached_property
    def moved(self) -> frozenset[str]:
        """Return the old addresses, whose pages lead on."""
        return frozenset(p for p, page in self.pages.items() if page.xpath("//meta[@http-equiv='refresh']"))

    def links(self, path: str) -> list[tuple[html.HtmlElement, str]]:
        """Return the elements of a page that lead elsewhere, with the address as it is written."""
        return [
            (element, str(value))
            for element in self.pages[path].iter(etree.Element)
            for name, value in element.attrib.items()
            if str(name).rpartition("}")[2] in LINKS
        ]

    def fault(self, path: str, href: str) -> str:
        """Say what is wrong with a link within the site, "" where it leads somewhere."""
        parts = urlsplit(urljoin(TOP + path, href))
        target = f"{parts.scheme}://{parts.netloc}{parts.path}"
        if not target.startswith(TOP):
            return f"{path}: {href} leads out of the site"
        name = unquote(target.removeprefix(TOP))
        if name not in self.files:
            return f"{path}: {href}: there is no {name}"
        if parts.fragment and unquote(parts.fragment) not in self.ids.get(name, ()):
            return f"{path}: {href}: no such place on {name}"
        return ""


@pytest.fixture(scope="module", params=["demonstration", "ledger"])
def site(request: pytest.FixtureRequest) -> Site:
    """Go through the demonstration with both themes."""
    folder: Path = request.getfixturevalue(request.param)
    return Site(folder)


def _absolute(href: str) -> bool:
    return bool(urlsplit(href).scheme or urlsplit(href).netloc)


def _outlets_own(site: Site) -> set[str]:
    rows = json.loads((site.folder / "data" / "articles.json").read_text(encoding="utf-8"))
    return {row["url"] for row in rows if row["url"]}


def test_there_are_pages_of_every_kind(site: Site) -> None:
    kinds = Counter(page.find("body").get("class", "") for page in site.pages.values())
    assert {f"page-{kind}" for kind in KINDS} <= set(kinds)
    assert len(site.pages) > 50


def test_every_link_leads_somewhere(site: Site) -> None:
    links = [
        (path, href)
        for path in site.pages
        for _, href in site.links(path)
        if not _absolute(href) and path != "404.html"
    ]
    assert [fault for path, href in links if (fault := site.fault(path, href))] == []
    assert len(links) > 1000


def test_the_page_for_what_is_not_found_counts_from_the_host(site: Site) -> None:
    links = [href for _, href in site.links("404.html") if not href.startswith("#")]
    assert links
    assert all(href.startswith("/") and not href.startswith("//") for href in links)
    assert [fault for href in links if (fault := site.fault("404.html", href.removeprefix("/")))] == []


def test_no_link_is_whole_but_canonical_ones_and_the_outlets_own(site: Site) -> None:
    own = _outlets_own(site)
    for path in site.pages:
        for element, href in site.links(path):
            if _absolute(href) and element.get("rel") == "canonical":
                own_address = BASE + path.removesuffix("index.html")
                assert (href == own_address) is (path not in site.moved)
            elif _absolute(href):
                assert element.tag == "a", href
                assert re.sub("#?:~:text=.*", "", href) in own, f"{path}: {href}"


def test_old_addresses_lead_to_pages_that_are_there(site: Site) -> None:
    assert site.moved
    told = (site.folder / "_redirects").read_text(encoding="utf-8")
    for path in site.moved:
        (content,) = site.pages[path].xpath("//meta[@http-equiv='refresh']/@content")
        (link,) = site.pages[path].xpath("//main//a/@href")
        assert content == f"0; url={link}"
        assert site.fault(path, link) == ""
        target = unquote(urljoin(TOP + path, link)).removeprefix(TOP)
        assert target not in site.moved
        assert f"/{path.removesuffix('index.html')} /{target.removesuffix('index.html')} 301!\n" in told


def test_nothing_is_fetched_but_what_lies_in_the_site(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.iter("link", "img", "source", "use", "image"):
            if element.get("rel") != "canonical":
                assert not _absolute(element.get("href") or element.get("src") or "no"), path
    for sheet in site.folder.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        for address in re.findall(r"""url\(['"]?((?!data:)[^'")]*)""", text):
            assert (sheet.parent / address).is_file(), address


def test_every_page_is_reached_from_the_front(site: Site) -> None:
    reached, todo = {"index.html"}, ["index.html"]
    while todo:
        path = todo.pop()
        for element, href in site.links(path):
            target = unquote(urlsplit(urljoin(TOP + path, href)).path.removeprefix("/top/"))
            if element.tag == "a" and not _absolute(href) and target in site.pages and target not in reached:
                reached.add(target)
                todo.append(target)
    assert set(site.pages) - reached - site.moved == {"404.html"}


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    assert {
        path: [i for i, n in Counter(ids).items() if n > 1]
        for path, ids in site.ids.items()
        if len(ids) > len(set(ids))
    } == {}


def test_what_points_at_an_id_finds_it(site: Site) -> None:
    names = "aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"
    for path, page in site.pages.items():
        pointed = [
            word for name in names for value in page.xpath(f"//@{name}") for word in str(value).split()
        ]
        assert set(pointed) <= set(site.ids[path]), path


def test_nothing_in_a_page_runs_or_carries_style(site: Site) -> None:
    for path, page in site.pages.items():
        assert page.xpath("//style | //iframe | //object | //embed | //base") == [], path
        searches = path == "search/index.html"  # by a script of its own, which a form asks
        copies = bool(page.find_class("to-copy") or page.find_class("permalink"))
        wanted = ["search.js"] * searches + ["copy.js"] * copies
        scripts = page.xpath("//script[not(@type)]")
        root = "../" * path.count("/")
        assert [s.get("src") for s in scripts] == [f"{root}static/{name}" for name in wanted], path
        assert all(s.get("defer") is not None for s in scripts)
        assert not "".join(page.xpath("//script[not(@type)]/text()")), path
        assert len(page.xpath("//form")) == searches, path
        names = {str(name).lower() for element in page.iter(etree.Element) for name in element.attrib}
        assert not {name for name in names if name == "style" or name.startswith("on")}, path


def test_pictures_of_shared_pages_are_there_and_told_in_words(site: Site) -> None:
    named: Counter[str] = Counter()
    for path, page in site.pages.items():
        facts = {str(m.get("property") or m.get("name")): str(m.get("content")) for m in page.iter("meta")}
        if "og:image" in facts:
            own = f"{path.removesuffix('index.html')}card.png"
            card = own if own in site.files else "card.png"  # else that of the front page
            assert facts["og:image"] == f"{BASE}{card}"
            assert card in site.files
            assert (facts["og:image:width"], facts["og:image:height"]) == ("1200", "630")
            assert facts["og:image:alt"]
            assert facts["twitter:card"] == "summary_large_image"
            named[card.partition("/")[0]] += card == own
        else:
            assert path == "404.html" or path in site.moved
    assert {kind for kind, n in named.items() if n} == {"card.png", "actors", "quotes"}
    assert sum(named.values()) == len([path for path in site.files if path.endswith("card.png")])


def test_all_scripts_together_are_small(site: Site) -> None:
    scripts = sorted(site.folder.glob("**/*.js"))
    assert [script.name for script in scripts] == ["copy.js", "search.js", "words.js"]
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 5_000


def test_every_day_note_and_correction_has_a_link_to_itself(site: Site) -> None:
    found: Counter[str] = Counter()
    for path, page in site.pages.items():
        own = {str(a.get("href"))[1:] for a in page.find_class("permalink")}
        wanted = [
            *page.xpath("//ol[@class='day-list']/li/@id"),
            *page.xpath("//li[starts-with(@class, 'entry note') or @class='desk']/@id"),
            *(page.xpath("//ol[@class='corrected-rows']/li/@id") if path == "corrections/index.html" else ()),
            *page.xpath("//ol[contains(@class, 'noted-rows')]/li/@id"),
            *(str(i)[2:] for i in page.xpath("//li[starts-with(@class, 'entry hue')]/@id")),
        ]
        assert own == set(wanted), path
        found.update(str(i).partition("-")[0] for i in wanted)
    assert {"d", "n", "b", "c", "q"} <= set(found)


def test_feeds_and_site_map_name_pages_that_are_there(site: Site) -> None:
    texts = {
        name: (site.folder / name).read_text(encoding="utf-8")
        for name in ("feed.xml", "feed.json", "sitemap.xml", "llms.txt")
    }
    for name, text in texts.items():
        named = re.findall(rf'{re.escape(BASE)}([^"<)]*)', text)
        assert named, name
        for path in named:
            folder, _, place = path.partition("#")
            file = folder + "index.html" * (folder.endswith("/") or not folder)
            assert file in site.files, path
            assert not place or place in site.ids[file], path
    for name in ("feed.xml", "sitemap.xml"):
        etree.fromstring(texts[name].encode())
    assert len(re.findall("<loc>", texts["sitemap.xml"])) == len(site.pages) - len(site.moved) - 1
