"""The demonstration site on real servers, set up as README says: every link is fetched, byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from generator.publish.address.hosting import HEADERS, SEARCH
from tests.installed import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATIENCE = 15  # seconds until a server answers
TYPES: dict[str, str | tuple[str, ...]] = {  # what a browser must be told to take a file for what it is
    ".html": "text/html",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": ("application/xml", "text/xml"),
}
NGINX = """\
daemon off;
{user}
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off;
{paths}
{server}
}}
"""
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")  # where nginx would keep what it never has


@dataclass(frozen=True)
class Answer:
    """What a server says to one address."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A server with the site below ``base``; ``secure`` where it was told to send the headers."""

    port: int
    base: str
    secure: bool

    def get(self, path: str) -> Answer:
        """Fetch one address."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())
        finally:
            connection.close()


def _block(language: str) -> str:
    """Return the one block of README in a language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return str(block)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _python(site: Path, folder: Path, port: int) -> list[str]:  # noqa: ARG001 - one form for all
    address = ["--bind", "127.0.0.1", str(port)]
    return [sys.executable, "-m", "http.server", *address, "--directory", str(site)]


def _below(site: Path, folder: Path, port: int) -> list[str]:
    shutil.copytree(site, folder / "below" / "a" / "b")
    return _python(folder / "below", folder, port)


def _nginx(site: Path, folder: Path, port: int) -> list[str]:
    server = _block("nginx").replace("/srv/briefing/site", str(site))
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};")
    paths = "\n".join(f"{name}_temp_path {folder}/{name};" for name in PATHS)
    user = "" if os.geteuid() else "user root;"  # else it could not look into the folders of the tests
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, paths=paths, server=server, user=user))
    return [program("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(site: Path, folder: Path, port: int) -> list[str]:
    server = _block("caddy").replace("/srv/briefing/site", str(site))
    server = server.replace("briefing.example {", f"http://127.0.0.1:{port} {{")
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n}}\n{server}")
    return [program("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]


SERVERS: dict[str, tuple[Callable[[Path, Path, int], list[str]], str, bool]] = {
    "python": (_python, "/", False),
    "python below a path": (_below, "/a/b/", False),
    "nginx": (_nginx, "/", True),
    "caddy": (_caddy, "/", True),
}


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    log = folder / "log"
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env=environment) as server:
        try:
            for _ in range(PATIENCE * 20):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                if server.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                pytest.fail("the server does not answer")
            if server.poll() is not None:
                pytest.fail(log.read_text(encoding="utf-8", errors="replace"))
            yield
        finally:
            server.terminate()


@pytest.fixture(scope="module", params=SERVERS)
def host(
    request: pytest.FixtureRequest, demonstration: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    command, base, secure = SERVERS[request.param]
    folder, port = tmp_path_factory.mktemp("host"), _free_port()
    with _running(command(demonstration, folder, port), folder, port):
        yield Host(port, base, secure)


def _reached(host: Host) -> dict[str, Answer]:
    """Follow every link from the front page within the site; return what each address answered."""
    found: dict[str, Answer] = {}
    ways = [host.base]
    while ways:
        path = ways.pop()
        if path in found:
            continue
        answer = found[path] = host.get(path)
        if answer.status == 200 and answer.headers["content-type"].startswith("text/html"):
            links = html.document_fromstring(answer.body).xpath("//@href | //@src")
            ways += [urlsplit(target).path for link in links if _inside(target := urljoin(path, str(link)))]
    return found


def _inside(target: str) -> bool:
    return not urlsplit(target).scheme and not urlsplit(target).netloc


def _file(path: str, host: Host) -> str:
    name = unquote(path.removeprefix(host.base))
    return name + "index.html" if not name or name.endswith("/") else name


def test_every_link_is_answered_with_the_file_it_means(host: Host, demonstration: Path) -> None:
    reached = _reached(host)
    files = {p.relative_to(demonstration).as_posix() for p in demonstration.rglob("*") if p.is_file()}
    assert {path: a.status for path, a in reached.items() if a.status != 200} == {}
    for path, answer in reached.items():
        assert path.startswith(host.base)
        assert answer.body == (demonstration / _file(path, host)).read_bytes(), path
    for name in sorted(
        leading_on := _leading_on(demonstration)
    ):  # nothing of the site links to an old address
        assert host.get(host.base + name).body == (demonstration / name).read_bytes(), name
    pages = {name for name in files if name.endswith(".html") and name != "404.html"} - leading_on
    assert pages <= {_file(path, host) for path in reached}, "a page to which nothing leads"


def _leading_on(site: Path) -> set[str]:
    """Return the pages that lead from an old address to a new one."""
    pages = ((path, path.read_text(encoding="utf-8")) for path in site.rglob("*.html"))
    return {path.relative_to(site).as_posix() for path, page in pages if 'http-equiv="refresh"' in page}


def test_a_file_is_what_it_says(host: Host, demonstration: Path) -> None:
    for path in demonstration.rglob("*.*"):
        wanted = TYPES.get(path.suffix)
        if wanted is not None:
            answer = host.get(host.base + path.relative_to(demonstration).as_posix())
            assert answer.headers["content-type"].startswith(wanted), path


def test_folders_stand_for_their_page(host: Host, demonstration: Path) -> None:
    for path in ("timeline/", "about/"):
        assert host.get(host.base + path).body == (demonstration / path / "index.html").read_bytes()


def test_a_missing_page_is_told_in_the_words_of_the_site(host: Host, demonstration: Path) -> None:
    answer = host.get(host.base + "articles/nowhere/")
    assert answer.status == 404
    if host.secure:  # http.server has words of its own
        assert answer.body == (demonstration / "404.html").read_bytes()


def test_the_headers_come_with_every_answer(host: Host) -> None:
    if not host.secure:
        return
    for path in ("", "static/site.css", "data/quotes.json", "articles/nowhere/", "search/index.html"):
        headers = host.get(host.base + path).headers
        wanted = {**dict(HEADERS), **(SEARCH if path.startswith("search/") else {})}
        assert {name: headers.get(name.lower()) for name, _ in HEADERS} == wanted, path
