"""The demonstration in each language that we have: no word of another, and in Arabic from right to left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

import generator
from tests.browser.browsing import served
from tests.browser.kinds import read_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext

WORDS = Path(generator.__file__).parent / "languages"
OTHERS = ("ar", "de", "fr", "ru", "tr")
OVER = "document.documentElement.scrollWidth - innerWidth"


def words_of(language: str) -> set[str]:
    """Return what the interface says without a name or a number in it."""
    return set(_flat(yaml.safe_load((WORDS / f"{language}.yaml").read_text(encoding="utf-8"))))


def _flat(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _flat(value)
    elif isinstance(node, str) and "{" not in node:
        yield node


def interface(page: BeautifulSoup) -> set[str]:
    """Return the words of a page that are in the language of the site."""
    html = page.find("html")
    assert isinstance(html, Tag)
    own = html["lang"]
    found = set()
    for text in page.find_all(string=True):
        if type(text) is not NavigableString or text.find_parent(["script", "style", "pre"]):
            continue
        around = text.find_parent(attrs={"lang": True})
        if around and around["lang"] == own:
            found.add(" ".join(text.split()))
    return found


@pytest.fixture(scope="module")
def site(translated: Callable[[str], Path]) -> Callable[[str], Path]:
    return translated


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_interface_is_english(language: str, site: Callable[[str], Path]) -> None:
    """The desk's own pages are left out: they are in English, and one tells what the site says."""
    english = {w for w in words_of("en") - words_of(language) if " " in w or w[:1].isupper()}
    english -= {"Desk"}  # who signs the notes of the demonstration
    assert "Newest reports" in english
    met: set[str] = set()
    folder = site(language)
    for path in sorted(set(folder.rglob("*.html")) - set((folder / "pages").rglob("*.html"))):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        html = page.find("html")
        assert isinstance(html, Tag)
        assert (html["lang"], html.get("dir", "ltr")) == (language, "rtl" if language == "ar" else "ltr")
        said = interface(page)
        assert said & english == set(), path
        met |= said
    assert len(met & words_of(language)) > 100


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_said_in_english_says_so(language: str, site: Callable[[str], Path]) -> None:
    for path in sorted((site(language) / "articles").glob("*/index.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for part in page.select(".story > p, .story > blockquote"):
            around = part.find_parent(attrs={"lang": True}) if not part.get("lang") else part
            inner = part.select_one("[lang]")
            told = {str(t.get("lang")) for t in (around, inner) if t is not None}
            assert any(t.startswith("en") for t in told) or not part.get_text(strip=True), (path, part)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ar", "de", "ru"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_kind_of_page_fits(
    language: str, width: int, site: Callable[[str], Path], context: Callable[..., BrowserContext]
) -> None:
    folder = site(language)
    kinds = read_kinds(folder)
    assert {"front", "article", "actor", "statement"} <= set(kinds)
    page = context(viewport={"width": width, "height": 800}).new_page()
    with served(folder) as host:
        wide = {}
        for path in (paths[0] for kind, paths in kinds.items() if kind != "moved"):
            page.goto(f"{host}{path}")
            if page.evaluate(OVER) > 0:
                wide[path] = page.evaluate(OVER)
    assert wide == {}


@pytest.mark.browser
def test_arabic_begins_at_the_right(
    site: Callable[[str], Path], context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    with served(site("ar")) as host:
        page.goto(f"{host}articles/2015-10-06-sextant-weather-report/index.html")
        story, facts = (page.locator(s).first.bounding_box() for s in (".story p", ".facts"))
        direction = page.evaluate("getComputedStyle(document.querySelector('.story p')).direction")
    assert story is not None
    assert facts is not None
    assert facts["x"] + facts["width"] < story["x"]  # what stands beside the story stands at its left
    assert direction == "ltr"
