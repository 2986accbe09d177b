"""What is opened in a browser: the demonstration, with both themes and in Arabic, and 300 reports.

Each is built once for all tests.

Without a browser these tests are skipped and say so; where ``CI`` is set that is a failure.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from generator import Options, build_site
from tests.browser.browsing import BELOW, DESK, served
from tests.browser.kinds import Kinds, read_kinds
from tests.browser.many import large
from tests.once import copied, made_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ADDRESS = f"https://briefing.example{BELOW}"


@dataclass(frozen=True)
class Briefing:
    """A site, the address it is served at, and its pages by kind."""

    name: str
    site: Path
    host: str
    kinds: Kinds

    def text(self, path: str) -> str:
        """Return the source of a page."""
        return (self.site / path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    """Build the demonstration for a host that has it below a path: its 404 page must know."""

    def make(folder: Path) -> None:
        build_site(Options(ROOT / "content", folder / "site", base_url=ADDRESS))

    yield from _briefing("demonstration", made_once(tmp_path_factory, "below", make))


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    """Build a briefing of 300 reports."""
    yield from _briefing("300 reports", large(tmp_path_factory))


@pytest.fixture(scope="session")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    """Build the demonstration with the theme ledger."""

    def make(folder: Path) -> None:
        build_site(Options(ROOT / "content", folder / "site", base_url=ADDRESS, theme="ledger"))

    yield from _briefing("ledger", made_once(tmp_path_factory, "ruled", make))


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    """Build the demonstration with an interface that is read from right to left."""

    def make(folder: Path) -> None:
        build_site(Options(copied(folder, "ar"), folder / "site", base_url=ADDRESS))

    yield from _briefing("Arabic", made_once(tmp_path_factory, "arabic", make))


def _briefing(name: str, folder: Path) -> Iterator[Briefing]:
    site = folder / "site"
    with served(site) as host:
        yield Briefing(name, site, host, read_kinds(site))


@pytest.fixture(scope="session", params=["demonstrated", "many", "ruled", "arabic"])
def briefing(request: pytest.FixtureRequest) -> Briefing:
    """Go through all."""
    found: Briefing = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session", params=["demonstrated", "ruled", "arabic"])
def small(request: pytest.FixtureRequest) -> Briefing:
    """Go through all but the large one, on which what takes a while by the page would take long."""
    found: Briefing = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def site(demonstrated: Briefing) -> Path:
    return demonstrated.site


@pytest.fixture(scope="session")
def host(demonstrated: Briefing) -> str:
    return demonstrated.host


@pytest.fixture(scope="session")
def fullest(demonstrated: Briefing) -> dict[str, str]:
    """Return the path of the longest page of each kind that stays."""
    return {kind: paths[0] for kind, paths in demonstrated.kinds.items() if kind not in {"missing", "moved"}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open a browser for the tests of a file; two at once in one thread Playwright forbids."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        words = f"none of {', '.join(BROWSERS)} is installed; the site was not opened in a browser"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open contexts that are closed when the test ends."""
    made: list[BrowserContext] = []

    def opened(**how: Any) -> BrowserContext:  # noqa: ANN401 - what Playwright takes
        made.append(browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **how}))
        made[-1].set_default_timeout(10_000)
        return made[-1]

    yield opened
    for one in made:
        one.close()


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()
