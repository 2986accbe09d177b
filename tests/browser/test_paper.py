"""Pages on paper: printed by Chromium and read back, nothing is cut, torn, hidden or said twice."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Briefing

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 650, 980  # A4 between its margins, in CSS pixels
# What reaches beyond the sheet's right edge; what is for ears alone has no place on it.
BEYOND = """width => [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility() && !e.closest('.aloud') && e.getClientRects().length)
  .filter(e => e.getBoundingClientRect().right > width + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
HEADINGS = """[...document.querySelectorAll('main h1, main h2, main h3')]
  .filter(e => e.checkVisibility() && !e.querySelector('.ref')).map(e => e.innerText)"""
WHOLE = "[...document.querySelectorAll(%r)].filter(e => e.checkVisibility()).map(e => e.innerText)"
# Tables that fit on a sheet; a heading with what introduces its list, and the first of that.
TABLES = """[...document.querySelectorAll('main table:not(.coverage)')]
  .filter(e => e.checkVisibility() && e.rows.length < 28)
  .map(e => [...e.rows].map(row => row.cells[0].innerText))"""
FIRST = """[...document.querySelectorAll('main h2 + p.meta + ol, main h2 + ol, main h2 + ul')]
  .filter(e => e.checkVisibility() && e.children.length).map(e => {
    const before = [], item = e.firstElementChild;
    for (let n = e.previousElementSibling; n?.matches('h2, p.meta'); n = n.previousElementSibling)
      before.unshift(n.innerText);
    return [...before, item.querySelector('.words, h3, .sentence, .voice')?.innerText ?? item.innerText];
  })"""
SLIVERS = """(() => {
  const long = [...document.querySelectorAll('main p:not(.aloud), main li')]
    .filter(e => e.checkVisibility() && e.innerText.length > 40 && getComputedStyle(e).display === 'block');
  const slim = long.filter(e => e.getBoundingClientRect().width < 110);
  return [long.length, slim.map(e => e.outerHTML.slice(0, 80))];
})()"""
NEVER_TORN = ".dossier-statement, .sources > li, .corrected-rows > li"


def plain(words: str) -> str:
    """Return letters and figures alone, for how a file spaces and hyphenates its words tells nothing.

    Of its quotation marks some are told as letters, U+02BB and U+02BC.
    """
    return "".join(re.findall(r"[^\W\u02bb\u02bc]", words)).casefold()


def has_words(sheet: str, words: str) -> bool:
    """Tell whether all words stand on a sheet; what joins them a file does not always tell."""
    return all(plain(word) in sheet for word in re.split(r"[\W\u02bb\u02bc]+", words))


def printed(page: Page, paper: str = "A4") -> list[str]:
    """Print a page and return the words of each sheet, without the number at its foot."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format=paper))).pages
    assert all(sheet.mediabox.height > sheet.mediabox.width for sheet in sheets)
    words = (plain(sheet.extract_text()) for sheet in sheets)
    return [each.removeprefix(f"{n}{len(sheets)}") for n, each in enumerate(words, 1)]


def test_nothing_reaches_beyond_the_sheet(host: str, fullest: dict[str, str], page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    for kind, path in fullest.items():
        page.goto(host + path)
        assert page.evaluate(BEYOND, WIDTH) == [], kind


def test_what_a_picture_tells_whole_is_not_told_again_in_a_table(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    """On paper, that is: on a screen the table is there for who hears it, and below bars on paper, too."""
    for kind in ("front", "timeline"):
        page.goto(host + fullest[kind])
        table, picture = page.locator(".line.exact > details"), page.locator(".line.exact .across")
        assert table.is_visible(), kind
        page.emulate_media(media="print")
        assert (table.is_visible(), picture.is_visible()) == (False, True), kind
        page.evaluate("document.querySelector('.line.exact').classList.remove('exact')")
        assert page.locator(".line > details table").is_visible(), kind
        page.emulate_media(media="screen")


def test_no_heading_is_lost_or_stands_alone_at_the_foot_of_a_sheet(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    seen = 0
    for kind, path in fullest.items():
        page.goto(host + path)
        page.emulate_media(media="print")
        headings = page.evaluate(HEADINGS)
        sheets = printed(page)
        assert [h for h in headings if not any(has_words(sheet, h) for sheet in sheets)] == [], kind
        parts = [plain(words) for words in page.evaluate(WHOLE % "main h2")]
        assert [h for h in parts if any(sheet.endswith(h) for sheet in sheets[:-1])] == [], kind
        seen += len(headings)
    assert seen > 30


def test_no_statement_source_or_correction_is_torn(host: str, fullest: dict[str, str], page: Page) -> None:
    seen = 0
    for kind in ("dossier", "corrections"):
        page.goto(host + fullest[kind])
        page.emulate_media(media="print")
        whole = [plain(words) for words in page.evaluate(WHOLE % NEVER_TORN)]
        sheets = printed(page)
        assert [words for words in whole if not any(words in sheet for sheet in sheets)] == [], kind
        seen += len(whole)
    assert seen > 50


def test_a_heading_keeps_what_introduces_its_list_and_the_first_of_it(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    seen = 0
    for kind, path in fullest.items():
        page.goto(host + path)
        page.emulate_media(media="print")
        firsts = page.evaluate(FIRST)
        for paper in ("A4", "Letter"):
            sheets = printed(page, paper)
            apart = [f for f in firsts if not any(all(has_words(s, w) for w in f) for s in sheets)]
            assert apart == [], (kind, paper)
        seen += len(firsts)
    assert seen > 15


def test_a_table_that_fits_is_whole_on_its_sheet(host: str, fullest: dict[str, str], page: Page) -> None:
    seen = 0
    for kind, path in fullest.items():
        page.goto(host + path)
        page.emulate_media(media="print")
        tables = page.evaluate(TABLES)
        for paper in ("A4", "Letter"):
            sheets = printed(page, paper)
            torn = [t for t in tables if not any(all(has_words(s, row) for row in t) for s in sheets)]
            assert torn == [], (kind, paper)
        seen += len(tables)
    assert seen > 5


def test_no_sheet_is_empty_or_nearly(host: str, fullest: dict[str, str], page: Page) -> None:
    for kind, path in fullest.items():
        page.goto(host + path)
        for paper in ("A4", "Letter"):
            assert all(len(sheet) > 40 for sheet in printed(page, paper)), (kind, paper)


def test_words_that_only_lead_somewhere_are_not_on_paper(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    page.emulate_media(media="print")
    hidden = 0
    for kind, path in fullest.items():
        page.goto(host + path)
        for found in ("a.whole", ".margin .entry .open", ".margin .to-follow a", ".folded > summary"):
            links = page.locator(found)
            hidden += links.count()
            assert page.locator(f"{found}:visible").count() == 0, (kind, found)
    assert hidden > 50


@pytest.mark.parametrize("width", [650, 816])
def test_no_words_are_squeezed_into_a_sliver(width: int, briefing: Briefing, page: Page) -> None:
    """Look at paper with and without its margins as wide: programs that print tell a page either."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": HEIGHT})
    seen = 0
    for kind, paths in briefing.kinds.items():
        if kind not in {"moved", "missing"}:
            page.goto(briefing.host + paths[0])
            count, slim = page.evaluate(SLIVERS)
            assert slim == [], kind
            seen += count
    assert seen > 100


def test_an_address_is_written_out_once_where_it_matters(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    page.goto(host + fullest["dossier"])
    addresses = page.evaluate("[...document.querySelectorAll('.sources a[href^=http]')].map(a => a.href)")
    words = "".join(printed(page))
    assert len(addresses) > 5
    assert [a for a in addresses if words.count(plain(a)) != 1] == []
    page.goto(host + fullest["article"])
    (address,) = page.evaluate("[...document.querySelectorAll('.facts a[href^=http]')].map(a => a.href)")[:1]
    page.emulate_media(media="print")
    assert page.locator(".facts").inner_text().count(address) == 1
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.facts a[href^=http]'), '::after').content")
        == "none"
    )


def test_what_only_a_screen_can_do_is_not_on_paper(host: str, fullest: dict[str, str], page: Page) -> None:
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('form, input, button, .permalink, .to-print, .on-screen')]"
    for kind, path in fullest.items():
        page.goto(host + path)
        assert page.evaluate(f"{shown}.filter(e => e.checkVisibility()).length") == 0, kind
