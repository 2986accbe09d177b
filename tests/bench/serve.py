"""What an editor waits for: from the save of a file to the word to the browser that its page is new.

    PYTHONPATH=. python tests/bench/serve.py [CONTENT | REPORTS]

A briefing is made up (see ``link.py``), or a copy of the one in CONTENT is taken. ``serve`` runs in a process
of its own; a client shows the page of one report as a browser does, and files are saved ten times each. It
prints the median and the longest wait by the clock, so let nothing else run. With 1,000 reports, on two cores
that others used as well, CPython 3.11, it printed:

    a note                 199 ms, at most   227
    a word of the body     228 ms, at most   637
    a correction           207 ms, at most   473
    the site's title       307 ms, at most   436
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from tests.bench.link import AFFAIRS, QUOTES, REPORTS, affair, world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OUTLETS = ("Pier Post", "Quay Times", "Marsh Herald", "Harbour Radio", "Strait Ledger", "Mole Review")
TIMES = 10  # that each file is saved
SITE = "title: A made-up affair\nbase_url: https://briefing.example/\n"
_LONG = 60.0  # seconds after which something is wrong
_SEEN = re.compile(rb'data-seen="(\w+)"')


def write_content(content: Path, reports: int, seed: int = 1) -> None:
    """Write a briefing of made-up reports, six outlets to an affair."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    known = world(chance)
    (content / "articles").mkdir(parents=True)
    (content / "notes").mkdir()
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    told = affair(known, chance)
    for n in range(reports):
        if n % REPORTS == 0:
            told = affair(known, chance)
        day = n // (REPORTS * AFFAIRS) % 28 + 1
        head = (
            f"title: Report {n} of the affair\noutlet: {OUTLETS[n % REPORTS]}\npublished: 2031-02-{day:02}\n"
        )
        paragraphs = []
        for who, said in chance.sample([(who, words) for who, all_of in told for words in all_of], QUOTES):
            words = said.capitalize()
            between = " ".join(chance.choices(known.words, cum_weights=known.often, k=40)).capitalize()
            paragraphs += [f"“{words},” said {who.name}, the mayor.", f"{between}."]
        body = "\n\n".join(paragraphs)
        (content / "articles" / f"r{n:05}.md").write_text(f"---\n{head}---\n{body}\n", encoding="utf-8")


@contextmanager
def served(content: Path) -> Iterator[str]:
    """Serve a briefing; give the address."""
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--content", str(content)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if found := re.search(r"http://\S+", line):
                    break
            yield found[0] if found else ""
        finally:
            process.terminate()


class Browser:
    """What a browser does with one page: it shows it, and listens."""

    def __init__(self, address: str, path: str) -> None:
        parts = urlsplit(address)
        self.host, self.page = parts.netloc, parts.path + path
        self._events: HTTPResponse | None = None
        self.show()

    def show(self) -> None:
        """Ask for the page, and listen for the next one."""
        connection = HTTPConnection(self.host)
        connection.request("GET", self.page)
        found = _SEEN.search(connection.getresponse().read())
        assert found is not None
        connection.close()
        listening = HTTPConnection(self.host, timeout=_LONG)
        listening.request("GET", f"/-/events?page={quote(self.page)}&seen={found[1].decode()}")
        self._events = listening.getresponse()

    def wait(self) -> float:
        """Wait until the page is new; return the moment."""
        assert self._events is not None
        while self._events.readline() != b"event: page\n":
            pass
        return time.perf_counter()


def measure(content: Path, times: int = TIMES) -> dict[str, list[float]]:
    """Return the waits in milliseconds for each kind of change."""
    article = min((content / "articles").glob("*.md"))
    waits: dict[str, list[float]] = {}
    with served(content) as address:
        browser = Browser(address, f"articles/{article.stem}/")
        for name, save in changes(content, article).items():
            for n in range(times):
                time.sleep(2.0)  # whatever follows the page is done
                browser.show()
                began = time.perf_counter()
                save(n)
                waits.setdefault(name, []).append(1000 * (browser.wait() - began))
    return waits


def changes(content: Path, article: Path) -> dict[str, Callable[[int], object]]:
    """Return what an editor saves, by what it is called."""
    text = article.read_text(encoding="utf-8")
    site = (content / "site.yaml").read_text(encoding="utf-8")
    head, body = text.removeprefix("---\n").split("---\n", 1)
    words = json.dumps(" ".join(re.split("[“,.”]", body)[1].split()[:8]))
    note = f"---\narticle: {article.stem}\nat: {{exact: {words}}}\n---\nNote "
    said = f"corrections:\n  - at: {{exact: {words}}}\n    speaker: Ilse Marrow "

    def write(path: Path, made: Callable[[int], str]) -> Callable[[int], object]:
        return lambda n: path.write_text(made(n), encoding="utf-8")

    (content / "notes").mkdir(exist_ok=True)
    return {
        "a note": write(content / "notes" / "bench.md", lambda n: f"{note}{n}.\n"),
        "a word of the body": write(article, lambda n: f"{text.rstrip()} Word{n}.\n"),
        "a correction": write(article, lambda n: f"---\n{head}{said}{'I' * (n + 1)}\n---\n{body}"),
        "the site's title": write(
            content / "site.yaml", lambda n: re.sub("^title:.*", f"title: T{n}", site, flags=re.MULTILINE)
        ),
    }


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else "1000"
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        if given.isdecimal():
            write_content(content, int(given))
        else:
            shutil.copytree(given, content)
        for name, waits in measure(content).items():
            print(f"{name:20} {median(waits):5.0f} ms, at most {max(waits):5.0f}", flush=True)


if __name__ == "__main__":
    main()
