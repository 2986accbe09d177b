"""axe on every kind of page of all briefings, light and dark, at three widths: no violation of any level.

All rules hold, also those that axe calls experimental and those of WCAG's level AAA.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import axe_playwright_python
import pytest

from tests.browser.browsing import stay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Briefing

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (320, 768, 1440)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PLACED = ("target-size", "scrollable-region-focusable", "focus-order-semantics")  # depends on the width
ENHANCED = "color-contrast-enhanced"  # 7 : 1, or 4.5 : 1 where large
IMPLIED = "color-contrast"  # 4.5 : 1 and 3 : 1: what has the contrast of the rule above has this
COLOURED = (ENHANCED, "link-in-text-block")
# With ``each``, of elements that look the same, as long lists have them by hundreds, only the first two are
# looked at: axe measures colours slowly. test_words_stand_out_from_their_ground measures all in its own way.
RUN = """
([only, without, each]) => {
  const all = axe.getRules().map(rule => rule.ruleId).filter(rule => !without.includes(rule));
  const rules = Object.fromEntries((only.length ? only : all).map(rule => [rule, {enabled: true}]));
  const options = {runOnly: {type: 'rule', values: Object.keys(rules)}, rules, resultTypes: ['violations']};
  const own = e => `${e.tagName}.${e.getAttribute('class')}`;
  const like = e => e === document.body ? '' : `${like(e.parentElement)} ${own(e)}`;
  const seen = {};
  const first = e => (seen[like(e)] = (seen[like(e)] ?? 0) + 1) <= 2;
  const told = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const include = each ? [...document.querySelectorAll('body *')].filter(told).filter(first) : [document];
  const why = ({any, all}) => [...any, ...all].map(check => check.message).join(' ').slice(0, 160);
  window.running = axe.run({include}, options).then(({violations}) => violations.flatMap(({id, nodes}) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${why(node)}`)));
  return Object.keys(rules).length;
}
"""


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    scheme: Scheme
    width: int
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


LOOKS = (
    Look("light", 320, without=(IMPLIED, *COLOURED)),
    *(Look("light", width, PLACED) for width in (768, 1440)),
    *(Look(scheme, width, COLOURED) for scheme in SCHEMES for width in WIDTHS),
)


def _faults(page: Page, looks: tuple[Look, ...]) -> Iterator[tuple[str, list[str]]]:
    """Run axe on the page that is open, once for each look."""
    page.evaluate(AXE)
    for look in looks:
        page.emulate_media(color_scheme=look.scheme)
        page.set_viewport_size({"width": look.width, "height": 900})
        each = look.only == COLOURED
        assert page.evaluate(RUN, [look.only, look.without, each]) == len(look.only) or not look.only
        faults: list[str] = page.evaluate("window.running")
        yield f"{look.scheme} {look.width}", faults


def test_axe_finds_nothing(briefing: Briefing, context: Callable[..., BrowserContext]) -> None:
    """Inject axe-core, for which the policy is set aside."""
    page = context(bypass_csp=True).new_page()
    for path in briefing.kinds.get("moved", ()):
        page.route(briefing.host + path, stay)
    found: dict[tuple[str, str], list[str]] = {}
    for kind, paths in briefing.kinds.items():
        for path in paths[: 1 if briefing.name == "Arabic" else None]:  # the same pages, mirrored
            page.goto(briefing.host + path)
            found |= {(f"{kind} {path}", look): faults for look, faults in _faults(page, LOOKS) if faults}
    assert found == {}


def test_targets_are_large_enough_in_the_readers_own_faces(
    small: Briefing, context: Callable[..., BrowserContext]
) -> None:
    """Hold what depends on the size of letters where our faces come too late, and others stand for them."""
    page = context(bypass_csp=True).new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    looks = tuple(Look("light", width, PLACED) for width in WIDTHS)
    found: dict[tuple[str, str], list[str]] = {}
    for kind, paths in small.kinds.items():
        if kind != "moved":
            page.goto(small.host + paths[0])
            found |= {(f"{kind} {paths[0]}", look): faults for look, faults in _faults(page, looks) if faults}
    assert found == {}
