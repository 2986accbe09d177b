"""What readers ask for: a keyboard, large letters, a small window, more contrast, no movement, no scripts.

Each is looked at on every kind of page, with both themes and from right to left, for what a page itself can
tell of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.browser.browsing import DESK, PHONE, stay
from tests.browser.test_axe import AXE, ENHANCED, RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Briefing

pytestmark = pytest.mark.browser

STOPS = 60  # of a page at which a keyboard is really pressed; all others are asked one by one
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# What makes a page wider than its window, or is cut off. A box may scroll if it has a name and a keyboard
# reaches it.
TOO_WIDE = """
() => {
  const root = document.documentElement, wide = innerWidth, faults = [];
  if (root.scrollWidth > wide) faults.push(`the page is ${root.scrollWidth} wide`);
  const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
  const boxed = e => e !== document.body && (scrolls(e) || boxed(e.parentElement));
  for (const e of document.querySelectorAll('main *, header *, footer *')) {
    if (scrolls(e) && e.scrollWidth > e.clientWidth && e.checkVisibility())
      if (e.tabIndex !== 0 || !(e.getAttribute('aria-label') || e.matches('pre, select, input')))
        faults.push(`scrolls without a name: ${e.outerHTML.slice(0, 100)}`);
    if (!e.checkVisibility() || e.closest('.aloud, .skip, svg, select') || boxed(e)) continue;
    const {left, right} = e.getBoundingClientRect();
    if (right > wide + 1 || left < -1) faults.push(`${left} to ${right}: ${e.outerHTML.slice(0, 100)}`);
  }
  return faults;
}
"""

# Go to each thing that can be gone to: it must be marked with a line that stands out from what is around it,
# be in the window, and covered by nothing.
FOCUSED = """
() => {
  const found = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const things = [...document.querySelectorAll(found)].filter(e => e.checkVisibility() && e.tabIndex >= 0);
  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const light = colour => {
    pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(
      c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const faults = [];
  for (const e of things) {
    if (e.tabIndex > 0) faults.push(`order of its own: ${e.outerHTML.slice(0, 100)}`);
    e.focus({focusVisible: true});
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(e);
    const [a, b] = [paper, light(outlineColor)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2 || ratio < 3)
      faults.push(`not marked: ${outlineStyle} ${outlineWidth} ${ratio} ${e.outerHTML.slice(0, 100)}`);
    const {left, top, width, height} = e.getClientRects()[0];
    const at = document.elementFromPoint(left + width / 2, Math.max(1, top + Math.min(height, 200) / 2));
    if (!at || !(e.contains(at) || at.contains(e))) faults.push(`not in sight: ${e.outerHTML.slice(0, 100)}`);
  }
  return [things.length, faults];
}
"""

# Where the keyboard is: told by its place among all elements, with what it stands before on the page.
STOP = """
() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const {left, top} = e.getClientRects()[0] ?? e.getBoundingClientRect();
  const words = e.outerHTML.slice(0, 100);
  const before = window.before;
  let fault = '';
  if (before && before !== e) {
    const line = [];
    for (let n = e; n; n = n.parentElement) line.push(n);
    let apart = before;
    while (!line.includes(apart.parentElement)) apart = apart.parentElement;
    const mine = line[line.indexOf(apart.parentElement) - 1] ?? e;
    const [a, b] = [apart.getBoundingClientRect(), mine.getBoundingClientRect()];
    const sooner = document.dir === 'rtl' ? b.right >= a.right - 1 : b.left <= a.left + 1;
    if (!mine.matches('.skip, #main') && b.bottom <= a.top + 1 && sooner)
      fault = `${before.outerHTML.slice(0, 80)} comes before ${words}, which stands above it`;
  }
  window.before = e;
  return [words, fault];
}
"""

# What a page shows, and what moves in it.
MOVING = """
() => [...document.getAnimations().map(a => `animation ${a.animationName ?? a.transitionProperty}`),
  ...[...document.querySelectorAll('*')].flatMap(e => {
    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(e);
    const moves = parseFloat(transitionDuration) > 0.01 || animationName !== 'none';
    return moves || scrollBehavior === 'smooth' ? [e.outerHTML.slice(0, 80)] : [];
  })]
"""
DRAWN = "['--rule', '--paper'].map(n => getComputedStyle(document.documentElement).getPropertyValue(n))"
OWN_WORDS = """
() => [...document.querySelectorAll('body *:not(script, noscript, noscript *, .aloud, .aloud *)')]
  .filter(e => e.checkVisibility()).flatMap(e => [...e.childNodes])
  .filter(n => n.nodeType === 3).map(n => n.data.trim()).filter(Boolean)
"""
# In the colours of the system: what tells a speaker or a passage is still drawn, and words have its ink.
FORCED = """
() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgb = colour => {
    pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].join();
  };
  const ink = rgb(getComputedStyle(document.body).color), faults = [];
  const paper = rgb(getComputedStyle(document.documentElement).backgroundColor);
  const seen = found => [...document.querySelectorAll(found)].filter(e => e.checkVisibility());
  for (const e of seen('.voice:not(.entry .voice, .dossier-statement .voice), .entry, .dossier-statement')) {
    const {borderInlineStartWidth, borderInlineStartStyle} = getComputedStyle(e);
    if (parseFloat(borderInlineStartWidth) < 1 || borderInlineStartStyle === 'none')
      faults.push(`no bar: ${e.outerHTML.slice(0, 100)}`);
  }
  for (const e of seen('.q')) {
    const {textDecorationLine, textDecorationColor} = getComputedStyle(e);
    if (textDecorationLine !== 'underline' || rgb(textDecorationColor) === paper)
      faults.push(`no line: ${e.outerHTML.slice(0, 100)}`);
  }
  for (const e of seen('svg text'))
    if (rgb(getComputedStyle(e).fill) !== ink) faults.push(`not ink: ${e.outerHTML}`);
  for (const e of seen('svg rect:not(.paper), svg circle, svg path[class^="hue-"]')) {
    const {fill, stroke} = getComputedStyle(e);
    if (![fill, stroke].some(c => c !== 'none' && rgb(c) === ink))
      faults.push(`not drawn: ${e.outerHTML.slice(0, 100)}`);
  }
  return faults;
}
"""


# How wide and high the place is at which a finger finds a thing, unless another begins beside it.
REACHED = """
(found) => [...document.querySelectorAll(found)].filter(e => e.checkVisibility()).flatMap(e => {
  e.scrollIntoView({block: 'center'});
  const {left, top, width, height} = e.getClientRects()[0], x = left + width / 2, y = top + height / 2;
  const at = (dx, dy) => document.elementFromPoint(x + dx, y + dy);
  const own = t => t && (e === t || e.contains(t));
  const reach = (dx, dy) => {
    for (let n = 1; n <= 24; n++) {
      const there = at(n * dx, n * dy);
      if (!own(there)) return there?.closest('a, summary, button') ? 24 : n - 1;
    }
    return 24;
  };
  const wide = reach(-1, 0) + 1 + reach(1, 0), high = reach(0, -1) + 1 + reach(0, 1);
  return wide < 24 || high < 24 ? [`${wide} by ${high}: ${e.outerHTML.slice(0, 100)}`] : [];
})
"""
SMALL = ".ref a, .fn a, .entry .no, .entry .open, .permalink, .voice a, .cuts summary, .line summary"


def _opened(briefing: Briefing, page: Page, *, first: bool = False) -> Iterator[str]:
    """Open the pages to look at, one after another; with ``first`` one of each kind."""
    for path in briefing.kinds.get("moved", ()):
        page.route(briefing.host + path, stay)
    for kind, paths in briefing.kinds.items():
        for path in paths[: 1 if first else None]:
            page.goto(briefing.host + path)
            yield f"{kind} {path}"


def _none(found: dict[str, Any]) -> None:
    """Fail with the first faults of each page, if there are any."""
    assert {name: faults[:5] for name, faults in found.items() if faults} == {}


def test_at_four_times_the_size_nothing_is_wider_than_the_window(
    briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Look through a window of 320 pixels, which is what 1280 are at 400 %."""
    page = context(viewport={"width": 320, "height": 256}).new_page()
    _none({name: page.evaluate(TOO_WIDE) for name in _opened(briefing, page)})


def test_a_finger_finds_what_is_small(demonstrated: Briefing, context: Callable[..., BrowserContext]) -> None:
    """Ask for 24 pixels each way (WCAG 2.2, 2.5.8) also of what stands in a line, as numbers do."""
    page = context(viewport=PHONE).new_page()
    names = _opened(demonstrated, page, first=True)
    _none({name: page.evaluate(REACHED, SMALL) for name in names if not name.startswith("dossier")})


def test_letters_twice_as_large_and_wide_apart_fit(
    briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Enlarge the text alone (WCAG 2.2, 1.4.4), with the spaces that a reader may ask for (1.4.12)."""
    page = context(viewport=DESK, bypass_csp=True).new_page()
    found = {}
    for name in _opened(briefing, page, first=True):
        page.add_style_tag(content="html { font-size: 200% !important }")
        found[name] = page.evaluate(TOO_WIDE)
        page.add_style_tag(content="* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }")
        found[f"{name} apart"] = page.evaluate(TOO_WIDE)
    _none(found)


def test_all_that_can_be_gone_to_is_marked_and_in_sight(
    briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    found, things = {}, 0
    for name in _opened(briefing, page, first=True):
        count, found[name] = page.evaluate(FOCUSED)
        things += count
    _none(found)
    assert things > 1000


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_keyboard_goes_through_a_page_as_it_is_read(
    size: dict[str, int], small: Briefing, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=size).new_page()
    found: dict[str, list[str]] = {}
    for name in _opened(small, page, first=True):
        stops = []
        for _ in range(STOPS):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP)
            if stop is None:
                break
            stops.append(stop)
        found[name] = [fault for _, fault in stops if fault]
        assert len(stops) > 10, name
        assert "skip" in stops[0][0]
    _none(found)


def test_a_page_can_be_left_by_the_keyboard(small: Briefing, page: Page) -> None:
    """Go on from the last thing of a page: no box keeps the keyboard."""
    for kind in _opened(small, page, first=True):
        page.locator(".foot a").last.focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, .skip')"), kind
        page.locator(".foot a").last.focus()
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.matches('.foot a')"), kind


def test_what_is_folded_opens_and_closes_by_keys(small: Briefing, page: Page) -> None:
    met = 0
    for name in _opened(small, page, first=True):
        folded = page.locator("main details:not([open]) > summary:visible")
        if folded.count():
            summary = folded.first.element_handle()
            summary.focus()
            for key, opened in (("Enter", True), ("Space", False), ("Space", True), ("Enter", False)):
                page.keyboard.press(key)
                assert summary.evaluate("e => e.parentElement.open") is opened, (name, key)
            met += 1
    assert met > 5


def test_nothing_moves(briefing: Briefing, context: Callable[..., BrowserContext]) -> None:
    """Ask for no movement, and for it: none is there that nobody asked for."""
    page = context(viewport=DESK, reduced_motion="no-preference").new_page()
    found = {}
    for name in _opened(briefing, page, first=True):
        found[name] = page.evaluate(MOVING)
        page.emulate_media(reduced_motion="reduce")
        found[f"{name}, reduced"] = page.evaluate(MOVING)
        page.emulate_media(reduced_motion="no-preference")
    _none(found)


def test_who_asks_for_more_contrast_has_seven_to_one(
    small: Briefing, context: Callable[..., BrowserContext]
) -> None:
    page = context(bypass_csp=True, viewport=DESK).new_page()
    found = {}
    for name in _opened(small, page, first=True):
        page.evaluate(AXE)
        for scheme in SCHEMES:
            page.emulate_media(contrast="no-preference", color_scheme=scheme)
            usual = page.evaluate(DRAWN)
            page.emulate_media(contrast="more", color_scheme=scheme)
            page.evaluate(RUN, [[ENHANCED], [], True])
            found[f"{name} {scheme}"] = page.evaluate("window.running")
            assert page.evaluate(DRAWN) != usual, f"{name} {scheme}: no line and no paper is another"
    _none(found)


def test_in_the_colours_of_the_system_marks_are_seen(
    briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK, forced_colors="active").new_page()
    found = {}
    for name in _opened(briefing, page):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, forced_colors="active")
            found[f"{name} {scheme}"] = page.evaluate(FORCED)
    _none(found)


def test_without_scripts_all_words_are_there(
    briefing: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Compare what is seen: a script adds the field of the search and buttons to copy, and takes nothing."""
    runs, still = (
        context(viewport=DESK).new_page(),
        context(viewport=DESK, java_script_enabled=False).new_page(),
    )
    both = zip(_opened(briefing, runs, first=True), _opened(briefing, still, first=True), strict=True)
    found = {}
    for name, _ in both:
        with_script, without = runs.evaluate(OWN_WORDS), still.evaluate(OWN_WORDS)
        assert len(without) > 10, name
        found[name] = sorted((Counter(without) - Counter(with_script)).elements())
        assert still.locator("button:visible, input:visible, select:visible").count() == 0, name
    _none(found)
