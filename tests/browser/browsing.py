"""What the tests in a browser share: a host that has a site below a path, and a page that is listened to."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Page

from generator.publish.address.hosting import HEADERS
from tests.webhost import hosted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import ConsoleMessage, Request, Response, Route

BELOW = "/a/b/"
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 900}

# Before anything else on a page: note what its policy forbids, what calls out, and what moves.
WATCH = """
window.seen = [];
addEventListener('securitypolicyviolation', e => seen.push(`${e.violatedDirective} ${e.blockedURI}`));
window.alert = words => seen.push(`alert ${words}`);
// A hundredth of the shift that counts as good (web.dev, CLS); less comes of rounding. The space at the end
// of a line of which no more has come yet has no width and no place; it "moves" when the rest comes.
const space = ({node}) => node?.nodeType === Node.TEXT_NODE && !node.data.trim();
window.shifted = e => e.sources.length && e.sources.every(space) ? 0 : e.value;
const moved = e => shifted(e) > 0.001 && seen.push(`moved ${e.value}`);
new PerformanceObserver(list => list.getEntries().forEach(moved))
  .observe({type: 'layout-shift', buffered: true});
"""


class Handler(SimpleHTTPRequestHandler):
    """A host that serves the site below a path, with its headers and its own page for what is not there."""

    below = BELOW

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.removeprefix(self.below)
        return super().translate_path(f"/{inside if path.startswith(self.below) else 'nothing/there'}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@dataclass
class Watched:
    """A page that is listened to."""

    page: Page
    host: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH)
        self.page.on("console", self._told)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host and not request.url.startswith("data:"):
            self.faults.append(f"asks elsewhere: {request.url}")

    def _told(self, said: ConsoleMessage) -> None:
        if not self._is_face(said.text + said.location["url"]):
            self.faults.append(f"{said.type}: {said.text}")

    def _is_face(self, words: str) -> bool:
        """Tell whether it is about a face asked for beforehand from disk, where browsers fetch none."""
        return not self.host and ".woff2" in words

    def _failed(self, request: Request) -> None:
        if self._is_face(request.url):
            return
        if request.failure != "net::ERR_ABORTED":  # the icon, when the next page is opened before it came
            self.faults.append(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def open(self, address: str) -> list[str]:
        """Open an address and return all that is amiss with it."""
        self.faults.clear()
        self.page.goto(address, wait_until="load")
        seen: list[str] = self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => done(seen)))"
        )
        return [*self.faults, *seen]


class AtTheTop(Handler):
    """A host that has nothing but the site."""

    below = "/"


@contextmanager
def served(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a site below a path; give its address."""
    with hosted(site, handler) as address:
        yield f"{address}{handler.below}"


def stay(route: Route) -> None:
    """Let a page that leads elsewhere at once stay, to be looked at."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub('<meta http-equiv="refresh"[^>]*>', "", answer.text()))
