"""The search in a real Chromium: below a path, each page under the policy that _headers states for it."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, Response, sync_playwright

from generator import Options, build_site
from tests.installed import program
from tests.webhost import hosted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

BELOW = "/a/b/"
SITE = """\
title: The pier
base_url: https://pier.example/a/b/
search: full
actors: [northland, coastal-union]
outlets: [{name: Pier Post}, {name: Harbour Times}]
"""
REPORTS = {
    "pier-post": (
        "Pier Post",
        "2024-05-15",
        (
            "No offer yet\n\n“We can wait for three days more,” said Mia Holt, the minister of Northland."
            "\n\nThe lighthouse <b>was</b> & is dark, and nobody of the party would say why.\n"
        ),
    ),
    "harbour-times": (
        "Harbour Times",
        "2024-05-17",
        (
            "Talks go on\n\nBo Ek of the Coastal Union said it had “seen no paper at all” at the table.\n\n"
            "The lighthouses along the shore were lit again on the second evening of the talks.\n"
        ),
    ),
}
ACTORS = {
    "northland": "name: Northland\nkind: state\npeople: [{name: Mia Holt, role: foreign minister}]",
    "coastal-union": "name: Coastal Union\nkind: organisation\npeople: [{name: Bo Ek, role: spokesman}]",
}
WATCH = """
window.seen = [];
addEventListener('securitypolicyviolation', e => seen.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def content(folder: Path, site: str = SITE) -> Path:
    """Write the briefing, and return its folder."""
    made = folder / "content"
    for name in ("sources", "actors", "notes"):
        (made / name).mkdir(parents=True)
    (made / "site.yaml").write_text(site, encoding="utf-8")
    for name, (outlet, day, text) in REPORTS.items():
        (made / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
        told = f"outlet: {outlet}\npublished: {day}\n"
        (made / "sources" / f"{name}.yaml").write_text(told, encoding="utf-8")
    for name, head in ACTORS.items():
        (made / "actors" / f"{name}.md").write_text(f"---\n{head}\n---\n", encoding="utf-8")
    note = "---\narticle: pier-post\nat: {exact: three days more}\nby: Desk\n---\nA parenthesis.\n"
    (made / "notes" / "three.md").write_text(note, encoding="utf-8")
    return made


def policies(site: Path) -> dict[str, list[tuple[str, str]]]:
    """Read _headers: what is said of each path."""
    told: dict[str, list[tuple[str, str]]] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            last = told.setdefault(line, [])
        else:
            name, _, value = line.strip().partition(": ")
            last.append((name, value))
    return told


class Handler(SimpleHTTPRequestHandler):
    """A host below a path that heeds _headers."""

    told: dict[str, list[tuple[str, str]]]

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.removeprefix(BELOW) if path.startswith(BELOW) else "nothing/there"
        return super().translate_path(f"/{inside}")

    def end_headers(self) -> None:
        path = "/" + urlsplit(self.path).path.removeprefix(BELOW)
        for pattern, rows in self.told.items():
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                for name, value in rows:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    build_site(Options(content(folder), folder / "site"))
    return folder / "site"


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site, and return its address."""
    handler = type("Heeding", (Handler,), {"told": policies(site)})
    with hosted(site, handler) as address:
        yield f"{address}{BELOW}"


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(10_000)
    made = opened.new_page()
    made.add_init_script(WATCH)
    yield made
    opened.close()


def listen(page: Page, host: str) -> list[str]:
    """Return a list into which goes whatever is amiss."""
    faults: list[str] = []

    def asked(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(host).netloc:
            faults.append(request.url)

    def answered(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{response.status} {response.url}")

    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", asked)
    page.on("response", answered)
    return faults


def test_words_are_found_on_every_kind_of_page_below_a_path_under_the_policy(host: str, page: Page) -> None:
    faults = listen(page, host)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host}search/index.html")
    assert [url for url in asked if "pagefind" in url] == []  # nothing is fetched before somebody searches
    page.get_by_label("Search the words of all pages").fill("lighthouse")
    page.locator(".finds li").nth(1).wait_for()
    assert page.locator(".search output").inner_text() == "2 entries"
    assert sorted(page.locator(".finds .kicker").all_inner_texts()) == [
        "Report · Harbour Times · 17 May 2024",
        "Report · Pier Post · 15 May 2024",
    ]
    assert sorted(page.locator(".finds mark").all_inner_texts()) == ["lighthouse", "lighthouses"]
    part = page.locator(".finds li", has_text="Pier Post").locator(".part").inner_text()
    assert "lighthouse <b>was</b> & is dark" in part
    assert not page.locator("#part-1").is_visible()
    page.locator(".finds a", has_text="No offer yet").click()
    assert page.url == f"{host}articles/pier-post/index.html"
    assert faults + page.evaluate("seen") == []


@pytest.mark.parametrize(
    ("asked", "found"), [("parties", 1), ("LIGHT", 2), ("dark lighthouse", 1), ("partition", 0)]
)
def test_words_are_found_in_other_forms_and_none_that_only_begins_like_them(
    asked: str, found: int, host: str, page: Page
) -> None:
    page.goto(f"{host}search/index.html?q={asked}&kind=article")
    page.locator(".search output:not(:empty)").wait_for()
    assert page.locator(".finds li").count() == found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_the_finds(
    width: int, scheme: Literal["light", "dark"], host: str, browser: Browser
) -> None:
    """Inject axe-core, for which the policy is set aside."""
    how = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = how.new_page()
    page.goto(f"{host}search/index.html?q=lighthouse")
    page.locator(".finds li").first.wait_for()
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(row["id"], node["html"][:120]) for row in found for node in row["nodes"]] == []
    boxes = [box for one in page.locator(".narrow select").all() if (box := one.bounding_box())]
    assert len({box["y"] for box in boxes}) == (1 if width > 1000 else 2)
    how.close()


def test_it_is_narrowed_by_kind_actor_outlet_and_day_and_the_address_says_so(host: str, page: Page) -> None:
    faults = listen(page, host)
    page.goto(f"{host}search/index.html")
    for name, chosen, kinds in (
        ("kind", "Note by the desk", {"Note by the desk"}),
        ("actor", "Coastal Union", {"Report", "Statement", "Actor", "Person"}),
        ("outlet", "Harbour Times", {"Report", "Statement", "Outlet"}),
        ("day", "17 May 2024", {"Report", "Statement", "Day"}),
    ):
        page.locator(f"select[name={name}]").select_option(chosen)
        page.locator(".search output:not(:empty)").wait_for()
        found = {text.split(" · ")[0] for text in page.locator(".finds .kicker").all_inner_texts()}
        assert found == kinds, name
        page.locator(f"select[name={name}]").select_option("any")
        page.locator(".finds li").first.wait_for(state="hidden")
    page.locator("select[name=kind]").select_option("Statement")
    page.get_by_label("Search the words").fill("paper")
    page.locator(".search output", has_text="1 entry").wait_for()
    assert "seen no paper" in page.locator(".finds .title").inner_text()
    page.get_by_label("Search the words").press("Enter")
    assert page.url == f"{host}search/index.html?q=paper&kind=statement"
    page.reload()
    page.locator(".finds li", has_text="seen no paper").wait_for()
    assert page.locator("select[name=kind]").input_value() == "statement"
    page.get_by_label("Search the words").fill("nowhereatall")
    page.locator(".search output", has_text="No entry").wait_for()
    page.locator("select[name=kind]").select_option("any")
    page.get_by_label("Search the words").fill("parenthesis")
    page.locator(".finds a").first.click()
    assert page.url == f"{host}articles/pier-post/index.html#n-three"
    page.locator(":target").wait_for(state="attached")
    assert faults + page.evaluate("seen") == []


def test_a_find_is_reached_by_keys_and_no_page_is_wider_than_its_window(host: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{host}search/index.html?q=lighthouse")
    page.locator(".finds li").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Search the words").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}articles/*/index.html")


@pytest.mark.parametrize("way", ["from disk", "under a policy without it"])
def test_where_it_cannot_run_the_index_is_searched_and_it_is_said(
    way: str, host: str, site: Path, page: Page
) -> None:
    if way == "from disk":
        page.goto((site / "search" / "index.html").as_uri())
    else:
        page.route("**/pagefind.js", lambda route: route.abort())
        page.goto(f"{host}search/index.html")
    assert not page.locator(".lesser").is_visible()
    page.get_by_label("Search the words").fill("holt")
    page.locator(".lesser").wait_for()
    rows = page.locator("main li:visible", has=page.locator(".gloss"))
    page.locator(".search output:not(:empty)").wait_for()
    assert any("Mia Holt" in text for text in rows.all_inner_texts())
    assert page.locator(".narrow").count() == 0


def test_without_a_script_the_lists_stand_there_and_it_is_said(host: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}search/index.html")
    assert not page.locator(".search").is_visible()
    assert page.locator("noscript p").is_visible()
    assert page.locator("main h2:visible").all_inner_texts() == [
        *("People", "Actors", "Outlets", "Days", "Reports", "Statements")
    ]
    page.locator("main li a", has_text="17 May 2024").first.click()
    assert page.url == f"{host}timeline/2024-05-17/index.html"
    context.close()


def test_the_search_of_the_index_runs_below_a_path_under_the_strict_policy(
    tmp_path: Path, browser: Browser
) -> None:
    made = content(tmp_path, SITE.replace("search: full\n", ""))
    build_site(Options(made, tmp_path / "site"))
    assert "wasm" not in (tmp_path / "site" / "_headers").read_text(encoding="utf-8")
    assert not (tmp_path / "site" / "search" / "pagefind").exists()
    with serving(tmp_path / "site") as below:
        for width in (320, 768, 1440):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.add_init_script(WATCH)
            faults = listen(page, below)
            page.goto(f"{below}search/index.html")
            page.get_by_label("Search people").fill("hol")
            assert page.locator(".search output").inner_text() == "2 entries"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.locator("main li:visible a", has_text="Mia Holt").first.click()
            page.wait_for_url(f"{below}people/mia-holt/index.html")
            assert faults + page.evaluate("seen") == []
            page.close()
