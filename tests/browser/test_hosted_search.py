"""The search of all words through the servers of README, at the top and below a path, under their headers."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import Watched
from tests.hosts.serving import Host, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
WAYS = [(name, base) for name in ("nginx", "caddy") for base in ("/", "/a/b/")]


@pytest.fixture(params=WAYS, ids=" ".join)
def hosted(request: pytest.FixtureRequest, searched: Path, tmp_path: Path) -> Iterator[Host]:
    name, base = request.param
    with ExitStack() as stack:
        yield stack.enter_context(serving(name, searched, tmp_path, base))


def test_words_are_found_under_the_policy_that_the_server_sends(hosted: Host, page: Page) -> None:
    address = f"127.0.0.1:{hosted.port}"
    report = json.loads((hosted.site / "data" / "articles.json").read_bytes())[0]
    watched = Watched(page, address)
    assert watched.open(f"http://{address}{hosted.base}search/index.html") == []
    with page.expect_response("**/*.pf_index") as answered:
        page.get_by_label("Search the words of all pages").fill(report["title"])
    told = answered.value.headers["content-security-policy"]
    assert "'wasm-unsafe-eval'" in told
    page.locator(".finds a", has_text=report["title"]).first.click()
    page.wait_for_url(f"**/articles/{report['id']}/index.html*")
    assert watched.faults + [seen for seen in page.evaluate("seen") if not seen.startswith("moved")] == []
