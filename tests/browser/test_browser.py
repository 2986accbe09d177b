"""The built site in a real Chromium: over HTTP below a path with its policy, and from disk.

Without a browser these tests are skipped and say so; where ``CI`` is set that is a failure.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest

from generator.publish.address.urls import Target, at_words
from tests.browser.browsing import DESK, PHONE, Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.conftest import Briefing

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

WIDTH = "document.documentElement.scrollWidth"

# How many elements have words of their own and are seen; and those whose colours are closer than WCAG 2.2,
# 1.4.3 asks for.
POOR_CONTRAST = """
() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (...colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = colour => {
    const [r, g, b] = colour.map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = e => e ? [...grounds(e.parentElement), getComputedStyle(e).backgroundColor] : ['white'];
  const poor = [];
  let looked = 0;
  for (const e of document.querySelectorAll('body *')) {
    const words = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
    if (!words || !e.checkVisibility() || e.closest('.aloud, .skip')) continue;
    const style = getComputedStyle(e);
    const ground = grounds(e);
    const ink = e instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(paint(...ground, ink)), light(paint(...ground))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    looked += 1;
    if (ratio < (large ? 4.5 : 7)) poor.push(`${ratio.toFixed(2)} ${e.outerHTML.slice(0, 80)}`);
  }
  return [looked, poor];
}
"""


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()


def test_pages_over_http_are_without_fault(host: str, site: Path, page: Page) -> None:
    watched = Watched(page, urlsplit(host).netloc)
    stay = (p for p in site.rglob("*.html") if 'http-equiv="refresh"' not in p.read_text(encoding="utf-8"))
    paths = sorted(path.relative_to(site).as_posix() for path in stay)  # the others lead to these at once
    some = [path for n, path in enumerate(paths) if n % 7 == 0 or path.count("/") < 2 or "articles/" in path]
    assert {path: faults for path in some if (faults := watched.open(host + path))} == {}


def test_folders_have_pages_too(host: str, page: Page) -> None:
    watched = Watched(page, urlsplit(host).netloc)
    for path in ("", "timeline/", "about/"):
        assert watched.open(host + path) == []
        assert page.locator("h1").count() == 1


def test_what_is_not_there_has_a_page_at_any_depth(host: str, page: Page) -> None:
    for path in ("nowhere", "articles/nowhere/", "a/b/c/d"):
        watched = Watched(page, urlsplit(host).netloc)
        faults = [fault for fault in watched.open(host + path) if path not in fault and "404" not in fault]
        assert faults == []
        assert page.evaluate("document.styleSheets.length") == 1
        page.locator(".site a").click()
        assert page.url == f"{host}index.html"


def test_a_page_asks_for_its_faces_beforehand_and_once(host: str, page: Page) -> None:
    page.goto(f"{host}index.html", wait_until="load")
    drawn = page.evaluate(
        "document.fonts.ready.then(all => [...all].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    assert {name.strip('"') for name in drawn} == {"Source Serif 4", "Source Sans 3"}
    fetched = Counter(page.evaluate("performance.getEntriesByType('resource').map(r => r.name)"))
    asked = page.evaluate("[...document.querySelectorAll('link[rel=preload]')].map(l => l.href)")
    assert len(asked) == 4
    assert {fetched[address] for address in asked} == {1}


def test_pages_from_disk_are_without_fault(site: Path, fullest: dict[str, str], page: Page) -> None:
    watched = Watched(page, "")
    for kind, path in fullest.items():
        assert watched.open((site / path).as_uri()) == [], kind
        assert page.evaluate("document.styleSheets.length") == 1 + (kind == "dossier"), kind


def test_a_reader_gets_from_page_to_page_from_disk(site: Path, page: Page) -> None:
    watched = Watched(page, "")
    assert watched.open((site / "index.html").as_uri()) == []
    page.locator("main a.words").first.click()
    assert page.locator("body.page-statement").count() == 1
    page.locator("main .wordings a[href*='#q-']").first.click()
    assert page.locator("body.page-article .q:target").count() == 1
    page.locator(".site a").click()
    assert page.url == (site / "index.html").as_uri()
    assert watched.faults == []


def test_nothing_of_a_nasty_source_runs_or_widens_a_page(nasty: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    watched = Watched(page, "")
    for path in sorted(nasty.rglob("index.html")):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):  # it leads to one that is looked at
            continue
        assert watched.open(path.as_uri()) == [], path
        assert page.evaluate(WIDTH) <= 320, path


def test_the_site_works_without_scripts(
    host: str, site: Path, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"{host}index.html")
    page.locator("nav.ways .actors a").first.click()
    assert "/actors/" in page.url
    page.locator("a[href*='/articles/']").first.click()
    assert "/articles/" in page.url
    page.locator(".story .ref a").first.click()
    assert page.locator(".entry:target .more").first.is_visible()
    cut = next(
        path for path in sorted(site.glob("articles/*/index.html")) if "</details>" in path.read_text("utf-8")
    )
    page.goto(host + cut.relative_to(site).as_posix())
    page.locator(".cuts summary").first.click()
    assert page.locator(".cuts li").first.is_visible()


def test_the_index_is_searched_by_the_beginnings_of_words(
    host: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    watched = Watched(page, urlsplit(host).netloc)
    address = f"{host}search/index.html"
    assert watched.open(address) == []
    rows = page.locator("main li:visible", has=page.locator(".gloss"))
    whole = rows.count()
    page.keyboard.press("Tab")  # to the skip link, then on to the field by its label
    page.get_by_label("Search people").fill("erdogan president")
    assert rows.all_text_contents() == ["Recep Tayyip Erdoğan President, Turkey"]
    assert page.locator(".search output").inner_text() == "1 entry"
    page.get_by_label("Search people").press("Enter")
    assert page.url == f"{address}?q=erdogan+president"
    page.reload()
    assert rows.count() == 1
    page.get_by_label("Search people").fill("zzz")
    assert page.locator(".search output").inner_text() == "No entry has all these words."
    assert rows.count() == 0
    page.get_by_label("Search people").fill("")
    assert rows.count() == whole > 50


def test_the_index_has_no_search_where_no_script_runs(
    host: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False, viewport=DESK).new_page()
    page.goto(f"{host}search/index.html")
    assert not page.locator(".search").is_visible()
    assert page.locator("main li .gloss").count() > 50


CLIPBOARD = "navigator.clipboard.readText()"


def test_citations_and_addresses_are_copied_and_it_is_said(
    host: str, fullest: dict[str, str], context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"]).new_page()
    watched = Watched(page, urlsplit(host).netloc)
    assert watched.open(host + fullest["article"]) == []
    page.get_by_role("button", name="Copy the citation").click()
    page.locator("[aria-live]", has_text="Copied").wait_for(state="attached")
    cited = " ".join(page.locator(".cite p").first.inner_text().split())
    assert page.evaluate(CLIPBOARD) == cited
    assert cited.count("“") >= 1
    page.get_by_role("button", name="Copied the citation").wait_for()
    page.get_by_role("button", name="Copy the address of this page").click()
    page.get_by_role("button", name="Copied the address of this page").wait_for()
    assert page.evaluate(CLIPBOARD).startswith("https://briefing.example/")
    page.locator(".cite summary").click()
    page.get_by_role("button", name="Copy the CSL-JSON").click()
    page.get_by_role("button", name="Copied the CSL-JSON").wait_for()
    (item,) = json.loads(page.evaluate(CLIPBOARD))
    assert item["type"] == "article-newspaper"
    link = page.locator(".story .entry a.permalink").first
    link.click()
    page.wait_for_function(f"{CLIPBOARD}.then(text => text === location.href)")
    assert page.url.endswith(str(link.get_attribute("href")))
    assert watched.faults == []


def test_where_nobody_may_copy_the_text_is_selected(
    host: str, fullest: dict[str, str], context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(host + fullest["statement"])
    page.get_by_role("button", name="Copy the citation").press("Enter")
    page.get_by_role("button", name="Selected the citation").wait_for()
    page.locator("[aria-live]", has_text="Selected").wait_for(state="attached")
    assert page.evaluate("getSelection().toString()") == page.locator(".cite p").first.inner_text()


def test_without_a_script_no_button_stands_there_and_all_can_be_read(
    host: str, fullest: dict[str, str], context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False, viewport=DESK).new_page()
    for kind in ("article", "statement", "timeline", "corrections"):
        page.goto(host + fullest[kind])
        assert page.locator("button").count() == 0
    page.goto(host + fullest["statement"])
    page.locator(".cite summary").click()
    assert page.locator(".cite pre").is_visible()
    assert json.loads(str(page.locator(".cite pre").text_content()))


def test_no_page_is_wider_than_its_window(host: str, fullest: dict[str, str], page: Page) -> None:
    found = {}
    for kind, path in fullest.items():
        page.goto(host + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[kind, width] = page.evaluate(WIDTH)
    assert {at: wide for at, wide in found.items() if wide > at[1]} == {}
    assert len(found) == len(fullest) * len(WIDTHS)


def test_dark_is_another_paper(host: str, page: Page) -> None:
    page.goto(f"{host}index.html")
    colours = (
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    page.emulate_media(color_scheme="light")
    paper, ink = page.evaluate(colours)
    page.emulate_media(color_scheme="dark")
    dark_paper, dark_ink = page.evaluate(colours)
    assert paper != dark_paper
    assert ink != dark_ink


def test_words_stand_out_from_their_ground(briefing: Briefing, page: Page) -> None:
    for kind, path in ((kind, paths[0]) for kind, paths in briefing.kinds.items() if kind != "moved"):
        page.goto(briefing.host + path)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            looked, poor = page.evaluate(POOR_CONTRAST)
            assert (looked > 20, poor) == (True, []), (kind, scheme)


def test_words_can_be_read_in_whatever_colour_an_actor_has(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    """A theme may give actors any colours: the shade of words is worked out of them."""
    chosen = ("#ffff00", "#ffffff", "#000080", "#ff0000", "#00ff00", "#808080", "#ff00ff", "#000000")
    for kind in ("article", "statement", "actor"):
        page.goto(host + fullest[kind])
        for n, colour in enumerate(chosen, 1):
            page.evaluate(
                "([n, c]) => document.documentElement.style.setProperty(`--hue-${n}`, c)", [n, colour]
            )
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            looked, poor = page.evaluate(POOR_CONTRAST)
            assert (looked > 20, poor) == (True, []), (kind, scheme)


def test_the_skip_link_comes_first_and_leads_to_the_text(host: str, page: Page) -> None:
    page.goto(f"{host}timeline/index.html")
    skip = page.locator(".skip")
    assert skip.evaluate("e => e.getBoundingClientRect().bottom") < 0
    page.keyboard.press("Tab")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.evaluate("e => e.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_is_seen_wherever_it_goes(host: str, fullest: dict[str, str], page: Page) -> None:
    page.goto(host + fullest["article"])
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert outline[0] == "solid", page.evaluate("document.activeElement.outerHTML")
        assert outline[1] >= 2


def test_on_a_phone_a_number_opens_what_stands_beside(host: str, fullest: dict[str, str], page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(host + fullest["article"])
    sign = page.locator(".story .ref a").first
    more = page.locator(f"[id='{str(sign.get_attribute('href'))[1:]}'] .more")
    assert not more.is_visible()
    sign.click()
    assert more.is_visible()
    box = more.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    page.locator(".entry:target .no").click()
    assert page.locator(".q:target").count() == 1


def test_on_a_desk_it_stands_beside_and_open(host: str, fullest: dict[str, str], page: Page) -> None:
    page.goto(host + fullest["article"])
    assert page.locator(".story .entry .more").first.is_visible()
    beside, story = (
        page.locator(".story .margin").first.bounding_box(),
        page.locator(".story > p").first.bounding_box(),
    )
    assert beside is not None
    assert story is not None
    assert beside["x"] >= story["x"] + story["width"]


# The spaces between paragraphs, how many entries of the margin begin above another's end or beside another
# passage, and how many stand beside theirs.
LAID_OUT = """
() => {
  const box = e => e.getBoundingClientRect();
  const story = [...document.querySelectorAll('.story > *, .passage > :first-child')];
  const blocks = story.filter(e => !e.matches('.passage'));
  const apart = blocks.slice(1).map((e, n) => [blocks[n], e]).filter(two => two.every(e => e.matches('p')));
  const margin = [...document.querySelectorAll('.margin')];
  const own = e => e.matches('.of-head') ? document.querySelector('.head') : e.previousElementSibling;
  return [
    [...new Set(apart.map(([one, other]) => Math.round(box(other).top - box(one).bottom)))],
    margin.filter((e, n) => n && box(e).top < box(margin[n - 1]).bottom).length,
    margin.filter(e => box(e).top < box(own(e)).top - 1 || box(e).left < box(own(e)).right).length,
    margin.filter(e => box(e).top < box(own(e)).bottom).length,
  ];
}
"""


@pytest.mark.parametrize("width", [1024, 1280, 1440, 1600])
def test_nothing_beside_a_story_pushes_it_apart(width: int, host: str, site: Path, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    beside = 0
    for path in sorted(site.glob("articles/*/index.html")):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue  # it leads to the page of a newer saving
        page.goto(host + path.relative_to(site).as_posix())
        spaces, over, astray, near = page.evaluate(LAID_OUT)
        assert (len(spaces), over, astray) == (1, 0, 0), path
        beside += near
    assert beside > 20


NOTES = {
    "a note of its own": ("articles/2015-10-08-fleetbridge-ready-and-able", ".entry.note", ".noted"),
    "a note in a body": ("articles/2015-10-06-tidewater-nato-protests", ".desk aside", ".margin"),
}


@pytest.mark.parametrize("faces", ["ours", "the reader's"])
@pytest.mark.parametrize("kind", NOTES)
def test_a_note_stands_beside_its_passage_and_below_it_on_a_phone(
    kind: str, faces: str, host: str, page: Page
) -> None:
    path, found, passage = NOTES[kind]
    if faces != "ours":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{host}{path}/index.html")
    note = page.locator(f".story {found}").first
    above = f"e => e.closest('.margin').previousElementSibling.querySelector('{passage}')"
    block = "e => { const b = e.closest('.margin').previousElementSibling.getBoundingClientRect(); "
    own = "const n = e.getBoundingClientRect(); return "
    assert kind == "a note in a body" or note.evaluate(f"e => ({above})(e) !== null")
    # It begins there or, where the margin is crowded, right below the entry before it.
    boxes = "[...document.querySelectorAll('.story .margin > *')].map(m => m.getBoundingClientRect())"
    least = f"Math.max(b.bottom, ...{boxes}.filter(r => r.top < n.top).map(r => r.bottom))"
    assert note.evaluate(f"{block}{own}n.left >= b.right && n.top < {least} + 100 }}")
    page.set_viewport_size({"width": 390, "height": 800})
    assert note.evaluate(f"{block}{own}n.top >= b.bottom && n.right <= 390 }}")
    page.set_viewport_size({"width": 650, "height": 900})  # what A4 has between its margins
    page.emulate_media(media="print")
    assert note.evaluate(f"{block}{own}n.left >= b.right && n.right <= 650 && n.top < b.bottom }}")
    assert note.locator("p").last.is_visible()


def test_a_note_and_its_footnote_are_read_on_a_phone_without_a_tap(host: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{host}{NOTES['a note of its own'][0]}/index.html")
    assert page.locator(".entry.note .words-of-desk > p").first.is_visible()
    page.locator(".entry.note .fn a").first.click()
    assert page.locator(".entry.note .fns li").first.is_visible()
    page.locator(".entry.note .fnback").first.click()
    assert page.locator(".entry.note .fn a").first.is_visible()


def test_a_wide_table_scrolls_below_its_caption_and_beside_its_first_column(
    host: str, fullest: dict[str, str], page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path, section in (("/index.html", "speaking"), (fullest["actor"], "coverage")):
        page.goto(host + path)
        table = page.locator(f"[aria-labelledby='{section}'] .tabled")
        left = "e => e.getBoundingClientRect().left"
        parts = [table.locator(found).first for found in ("figcaption", "tbody th", "tbody td")]
        before = [part.evaluate(left) for part in parts]
        table.locator(".wide").evaluate("e => { e.scrollLeft = 40 }")
        assert [part.evaluate(left) for part in parts] == [*before[:2], before[2] - 40], section


def test_on_paper_nothing_is_folded_away(host: str, fullest: dict[str, str], page: Page) -> None:
    """But for a table beside a picture that tells all (tests/browser/test_paper.py)."""
    folded = "document.querySelectorAll('details:not(.cite *, .exact > *) > *')"
    opened = f"[...{folded}].every(e => e.checkVisibility())"
    for path in (fullest["article"], fullest["actor"]):
        page.goto(host + path)
        assert not page.evaluate(opened)
        page.emulate_media(media="print")
        assert page.evaluate(opened), path
        page.emulate_media(media="screen")


def test_paper_has_no_navigation(host: str, fullest: dict[str, str], page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    ways = "nav:not(.contents), .skip, .foot"  # the contents of a dossier belong on paper
    shown = f"[...document.querySelectorAll('{ways}')].filter(e => e.checkVisibility()).length"
    for kind, path in fullest.items():
        page.goto(host + path)
        assert page.evaluate(shown) == 0, kind
        assert page.locator(".printed").is_visible()
        assert (
            page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(255, 255, 255)"
        )


SPACE = "<p>Nothing.</p>" * 120
REPORT = (
    f"<!doctype html><meta charset='utf-8'><title>Report</title>{SPACE}"
    f"<p>We are open now - Ada Berg said, they are open &amp; free.</p>{SPACE}"
    f'<p>Tom Reed said: "We are open", and <b>the night-ferry</b>, &amp; more, sails until dawn.</p>{SPACE}'
)
IN_SIGHT = """() => [...document.querySelectorAll('p')].filter(p => p.textContent.length > 20)
  .filter(p => p.getBoundingClientRect().top >= 0 && p.getBoundingClientRect().bottom <= innerHeight)
  .map(p => p.textContent.split(' ')[0])"""


@pytest.mark.parametrize(
    ("target", "seen"),
    [
        (Target("We are open"), ["We"]),
        (Target("We are open", prefix="Reed said: “"), ["Tom"]),
        (Target("We are open", suffix="”, and"), ["Tom"]),
        (Target("the night-ferry, & more"), ["Tom"]),
        (Target("We are open", "until dawn", prefix="said: “"), ["Tom"]),
        (Target("they are open & free"), ["We"]),
    ],
)
def test_a_link_to_words_leads_to_them_and_to_no_others(
    browser: Browser, target: Target, seen: list[str]
) -> None:
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=REPORT, content_type="text/html"))
    page.goto(at_words("https://outlet.example/report", target))
    page.wait_for_function("scrollY > 0")
    assert page.evaluate(IN_SIGHT) == seen
    page.close()
