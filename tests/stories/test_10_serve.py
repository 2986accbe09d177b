"""An editor looks at the site while writing: every save is shown, and what is wrong, too.

The server is a process of its own, asked as a browser asks, and shown in Chromium where one is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.stories.briefing import Briefing

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
RADIO = "articles/harbour-radio-evening"
LONG = 30.0  # seconds after which something is wrong


class Answered(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str


class Served:
    """A running preview: what it printed, and what it answers."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.said = folder / "said.txt"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
        command = [sys.executable, "-m", "generator", "serve", *words]
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        self.address = self.until(r"Preview at (http://\S+)")

    def until(self, pattern: str) -> str:
        """Wait until the terminal has something, and return what its group found."""

        def found() -> str:
            match = re.search(pattern, self.said.read_text(encoding="utf-8"))
            return match[match.lastindex or 0] if match else ""

        return _until(found)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answered:
        """Ask for a path below the site's address, or for one from the top."""
        parts = urlsplit(self.address)
        with closing(HTTPConnection(parts.netloc, timeout=LONG)) as connection:
            whole = path if path.startswith("/") else parts.path + path
            connection.putrequest(method, whole, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answered(
                answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")
            )

    def page(self, path: str) -> str:
        return self.ask(path).body

    def end(self) -> int:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)


def _until(found: Callable[[], str | bool]) -> str:
    began = time.monotonic()
    while not (value := found()):
        assert time.monotonic() - began < LONG, "it never came"
        time.sleep(0.02)
    return str(value)


@pytest.fixture
def served(briefing: Briefing) -> Iterator[Served]:
    running = Served(briefing.folder, "--port", "0")
    yield running
    running.process.kill()
    running.process.wait()


def test_the_site_is_shown_and_nothing_is_written(briefing: Briefing, served: Served) -> None:
    assert urlsplit(served.address).hostname == "127.0.0.1"
    assert urlsplit(served.address).path == "/holm/"
    assert "The closing of Holm harbour" in served.page("")
    assert "The lamp at the mole is burning" in served.page(f"{RADIO}/")
    assert served.ask("static/site.css").headers["Content-Type"] == "text/css; charset=utf-8"
    assert served.ask("nothing/").status == 404
    assert not briefing.site.exists()
    assert served.end() == 0
    assert "Traceback" not in served.said.read_text(encoding="utf-8")


def test_every_save_is_shown_and_told_in_a_line(briefing: Briefing, served: Served) -> None:
    briefing.edit(f"{RADIO}.md", "rain by night", "snow by night")
    _until(lambda: "snow by night" in served.page(f"{RADIO}/"))
    served.until(r"articles/harbour-radio-evening\.md: \d+\.\d\d s, 0 errors\n")
    note = "---\narticle: pier-post-three-days\nat: {exact: a lock without a key}\n---\nHis own words.\n"
    briefing.write("notes/lock.md", note)
    _until(lambda: "His own words." in served.page("articles/pier-post-three-days/"))


def test_an_error_is_told_the_last_good_site_stays_and_it_recovers(
    briefing: Briefing, served: Served
) -> None:
    good = briefing.read("site.yaml")
    briefing.write("site.yaml", good.replace("Europe/Oslo", "Mars"))
    served.until(r"content/site\.yaml:4:11: error\[bad-timezone\]")
    served.until(r"error: content/site\.yaml cannot be used: one thing to mend; what was shown stays\n")
    assert "The closing of Holm harbour" in served.page("")
    briefing.write("site.yaml", good.replace("The closing", "The shutting"))
    _until(lambda: "The shutting of Holm harbour" in served.page(""))


def test_drafts_and_the_desks_own_notes_are_shown_marked_and_never_built(
    briefing: Briefing, served: Served
) -> None:
    briefing.add_to_head(f"{RADIO}.md", "draft: true")
    note = "---\narticle: harbour-radio-evening\nat: {exact: it stays lit}\naudience: desk\n---\nAsk her.\n"
    briefing.write("notes/lamp.md", note)
    _until(lambda: "Ask her." in served.page(f"{RADIO}/"))
    page = served.page(f"{RADIO}/")
    assert "Draft, shown in this preview alone" in page
    assert "Desk, for the desk alone" in page
    assert '<b class="draft">Draft</b>' in served.page("outlets/harbour-radio/")
    briefing.build()
    assert (
        briefing.holding("Ask her.") == briefing.holding("it stays lit") == briefing.holding("Draft") == set()
    )


def test_only_this_machine_may_ask_and_only_to_read(served: Served) -> None:
    assert served.ask("", Host="evil.example").status == 421
    assert served.ask("", Host="localhost").status == 200
    assert served.ask("", "POST").status == 405
    head = served.ask("", "HEAD")
    assert (head.status, head.body) == (200, "")
    tag = head.headers["ETag"]
    assert served.ask("", If_None_Match=tag).status == 304
    for path in ("/holm/../../../etc/passwd", "/holm/%2e%2e/%2e%2e/etc/passwd", "/-/../preview.py"):
        assert served.ask(path).status == 404


def test_the_script_is_in_the_preview_alone(briefing: Briefing, served: Served) -> None:
    assert "/-/preview.js" in served.page("")
    briefing.build()
    assert briefing.holding("/-/preview") == briefing.holding("EventSource") == set()


def test_a_port_that_is_taken_is_an_error_where_it_was_asked_for(briefing: Briefing) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = briefing.run("serve", "--port", str(port))
    assert told.status == 2
    assert f"cannot serve at 127.0.0.1, port {port}: " in told.err
    assert "give another with --port, or 0 for any" in told.err


def test_without_a_briefing_it_says_how_to_begin_one(briefing: Briefing) -> None:
    told = briefing.run("serve", "--content", "nowhere")
    assert (told.status, "python -m generator init" in told.err) == (2, True)


@pytest.mark.browser
def test_a_browser_shows_saves_and_errors_by_itself(briefing: Briefing, served: Served) -> None:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        assert not os.environ.get("CI"), f"none of {', '.join(BROWSERS)} is installed"
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"{served.address}{RADIO}/")
        overlay = page.locator("#preview-told")
        expect(overlay).to_have_count(0)

        briefing.edit(f"{RADIO}.md", "rain by night", "snow by night")
        expect(page.get_by_text("snow by night")).to_be_visible(timeout=1000 * LONG)

        good = briefing.read("site.yaml")
        briefing.write("site.yaml", good.replace("Europe/Oslo", "Mars"))
        expect(overlay).to_contain_text("error[bad-timezone]", timeout=1000 * LONG)
        expect(overlay).to_contain_text("This is the site as it was before")
        expect(page.get_by_text("snow by night")).to_be_visible()
        page.reload()
        expect(overlay).to_contain_text("error[bad-timezone]", timeout=1000 * LONG)

        briefing.write("site.yaml", good)
        expect(overlay).to_have_count(0, timeout=1000 * LONG)
        note = "---\narticle: harbour-radio-evening\nat: {exact: it never stood}\n---\nNo.\n"
        briefing.write("notes/lost.md", note)
        expect(overlay).to_contain_text("error[anchor-lost]", timeout=1000 * LONG)
        (briefing.content / "notes" / "lost.md").unlink()
        expect(overlay).to_have_count(0, timeout=1000 * LONG)
        browser.close()
    assert told == []
