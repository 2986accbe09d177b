"""The demonstration on real servers, with either search: every link is fetched, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from generator.publish.address.hosting import HEADERS, SEARCH
from tests.hosts.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.hosts.serving import Answer, Host

TYPES: dict[str, str | tuple[str, ...]] = {  # what a browser must be told to take a file for what it is
    ".html": "text/html",
    ".css": "text/css",
    ".js": ("text/javascript", "application/javascript"),
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": ("application/xml", "text/xml"),
}
WAYS = (  # a server, where the site lies, and which search it has
    ("python", "/", "index"),
    ("python", "/a/b/", "full"),
    ("nginx", "/", "index"),
    ("nginx", "/", "full"),
    ("nginx", "/a/b/", "full"),
    ("caddy", "/", "index"),
    ("caddy", "/", "full"),
    ("caddy", "/a/b/", "full"),
)


@pytest.fixture(scope="module", params=WAYS, ids=" ".join)
def host(
    request: pytest.FixtureRequest,
    demonstration: Path,
    searched: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Host]:
    name, base, search = request.param
    site = searched if search == "full" else demonstration
    with serving(name, site, tmp_path_factory.mktemp("host"), base) as host:
        yield host


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


def test_every_link_is_answered_with_the_file_it_means(host: Host) -> None:
    reached = _reached(host)
    files = {p.relative_to(host.site).as_posix() for p in host.site.rglob("*") if p.is_file()}
    assert {path: a.status for path, a in reached.items() if a.status != 200} == {}
    for path, answer in reached.items():
        assert path.startswith(host.base)
        assert answer.body == (host.site / _file(path, host)).read_bytes(), path
    for name in sorted(leading_on := _leading_on(host.site)):  # nothing of the site links to an old address
        assert host.get(host.base + name).body == (host.site / name).read_bytes(), name
    pages = {name for name in files if name.endswith(".html") and name != "404.html"} - leading_on
    assert pages <= {_file(path, host) for path in reached}, "a page to which nothing leads"


def _leading_on(site: Path) -> set[str]:
    """Return the pages that lead from an old address to a new one."""
    pages = ((path, path.read_text(encoding="utf-8")) for path in site.rglob("*.html"))
    return {path.relative_to(site).as_posix() for path, page in pages if 'http-equiv="refresh"' in page}


def test_a_file_is_what_it_says(host: Host) -> None:
    for path in host.site.rglob("*.*"):
        wanted = TYPES.get(path.suffix)
        if wanted is not None:
            answer = host.get(host.base + path.relative_to(host.site).as_posix())
            assert answer.headers["content-type"].startswith(wanted), path


def test_every_file_of_the_index_of_all_words_is_answered(host: Host) -> None:
    """Fetch what no page links to, for its script asks for it."""
    for path in host.site.glob("search/pagefind/**/*.*"):
        answer = host.get(host.base + path.relative_to(host.site).as_posix())
        assert (answer.status, answer.body) == (200, path.read_bytes()), path


def test_folders_stand_for_their_page(host: Host) -> None:
    for path in ("timeline/", "about/"):
        assert host.get(host.base + path).body == (host.site / path / "index.html").read_bytes()


def test_a_missing_page_is_told_in_the_words_of_the_site(host: Host) -> None:
    answer = host.get(host.base + "articles/nowhere/")
    assert answer.status == 404
    if host.secure:  # http.server has words of its own
        assert answer.body == (host.site / "404.html").read_bytes()


def test_the_headers_come_with_every_answer(host: Host) -> None:
    if not host.secure:
        return
    index = [p.relative_to(host.site).as_posix() for p in host.site.glob("search/pagefind/*")]
    for path in ("", "static/site.css", "data/quotes.json", "articles/nowhere/", "search/index.html", *index):
        headers = host.get(host.base + path).headers
        wanted = {**dict(HEADERS), **(SEARCH if path.startswith("search/") else {})}
        assert {name: headers.get(name.lower()) for name, _ in HEADERS} == wanted, path
