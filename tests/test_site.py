"""A small real briefing and what comes of it: data and feeds byte for byte, pages as outlines.

An outline has the words, headings, ids and links of a page's main part and nothing of its looks, so a
change of the theme does not touch it. ``pytest --update`` writes what is expected anew; the difference is
for people to review.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator import Options, build_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HERE = Path(__file__).parent / "site"
SAME_BYTES = ("data/quotes.json", "data/clusters.json", "feed.xml")
SAME_OUTLINE = {
    "article.txt": "articles/2031-04-04-marsh-herald-no-answer/index.html",
    "excerpt.txt": "articles/2031-04-03-lantern-two-winters/index.html",
    "statement.txt": "quotes/we-will-not-pay-for-the-7c78ee4f/index.html",
    "actor.txt": "actors/strait-league/index.html",
    "corrections.txt": "corrections/index.html",
}
HIDDEN = "could not run a bath"

_BLOCKS = frozenset(
    {
        *("h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figcaption", "summary"),
        *("section", "nav", "aside", "caption", "tr", "th", "td"),
    }
)
_LEVELS = {"h1": "# ", "h2": "## ", "h3": "### "}


class Outline:
    """The lines of a page: a block each, links as ``[words](address)``, ids as ``{#id}``."""

    def __init__(self, page: HtmlElement) -> None:
        self.lines: list[str] = []
        self._line = ""
        self._visit(page)
        self._end()

    def _visit(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str):  # a comment
            return
        if element.tag in _BLOCKS:
            self._end()
        self._line += _LEVELS.get(element.tag, "")
        self._line += f"{{#{element.get('id')}}}" if element.get("id") else ""
        self._line += "[" if element.tag == "a" else ""
        self._line += element.text or ""
        for child in element:
            self._visit(child)
            self._line += child.tail or ""
        self._line += f"]({element.get('href')})" if element.tag == "a" else ""
        if element.tag in _BLOCKS:
            self._end()

    def _end(self) -> None:
        line = re.sub(r"\s+", " ", self._line).strip()
        if line:
            self.lines.append(line)
        self._line = ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("small") / "site"
    built = build_site(Options(content=HERE / "content", output=output))
    assert built.diagnostics == ()
    return output


def _compare(found: bytes, expected: Path, *, update: bool) -> None:
    if update:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_bytes(found)
    assert found.decode() == expected.read_text(encoding="utf-8"), f"{expected.name}: see pytest --update"


@pytest.mark.parametrize("path", SAME_BYTES)
def test_data_and_feeds_have_these_bytes(path: str, site: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    _compare((site / path).read_bytes(), HERE / "expected" / path.rpartition("/")[2], update=update)


@pytest.mark.parametrize("name", SAME_OUTLINE)
def test_pages_have_this_outline(name: str, site: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    page = html.document_fromstring((site / SAME_OUTLINE[name]).read_bytes())
    lines = Outline(page.get_element_by_id("main")).lines
    _compare("".join(f"{line}\n" for line in lines).encode(), HERE / "expected" / name, update=update)


def test_nothing_is_expected_of_which_no_test_knows() -> None:
    known = {path.rpartition("/")[2] for path in SAME_BYTES} | set(SAME_OUTLINE)
    assert {path.name for path in (HERE / "expected").iterdir()} == known


def test_a_hidden_quotation_stands_nowhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if HIDDEN.encode() in path.read_bytes()] == []


def test_an_excerpt_keeps_back_the_rest(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert [path for path in files if b"baker of Lowhaven" in path.read_bytes()] == []
