"""A briefing whose every text tries to be more than a text: on its pages they are words and nothing else.

Its files lie in tests/nasty/; each payload calls ``alert`` with another number, so that one which gets
through can be told by what a page holds.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from generator.publish.weave.links import Around
from generator.publish.weave.markdown import machine
from generator.publish.weave.marks import Weave

if TYPE_CHECKING:
    from pathlib import Path

# What the theme's templates and the Markdown of editors may make: elements, and the attributes of each.
ALLOWED = {
    "html": "lang",
    "head": "",
    "meta": "charset content http-equiv name property",
    "title": "id",
    "link": "as crossorigin href rel title type",
    "body": "class",
    "a": "aria-current aria-label class data-address href rel tabindex title",
    "article": "class",
    "aside": "class role",
    "b": "class",
    "blockquote": "class",
    "caption": "class",
    "circle": "cx cy r",
    "code": "",
    "dd": "",
    "del": "",
    "desc": "id",
    "details": "class",
    "div": "class data-what id role aria-label tabindex",
    "dl": "class",
    "dt": "",
    "em": "",
    "figcaption": "",
    "figure": "class",
    "form": "class data-many data-none data-one",
    "ins": "",
    "input": "autocomplete id name spellcheck type",
    "label": "for",
    "output": "for",
    "script": "data-copied data-copy data-selected defer src type",
    "search": "",
    "footer": "class",
    "g": "aria-hidden aria-label class role",
    "h1": "class",
    "h2": "id",
    "h3": "class id",
    "header": "class",
    "li": "class id",
    "line": "class x1 x2 y1 y2",
    "main": "id tabindex",
    "nav": "aria-label aria-labelledby class",
    "noscript": "",
    "ol": "class",
    "p": "class",
    "path": "class d transform",
    "pre": "tabindex",
    "rect": "class height width x y",
    "section": "aria-labelledby class",
    "span": "aria-hidden class id title",
    "strong": "",
    "summary": "",
    "sup": "class",
    "svg": "aria-hidden aria-label aria-labelledby class focusable height overflow preserveaspectratio role"
    " viewbox width x y",
    "table": "class",
    "tbody": "",
    "td": "class",
    "text": "class x y",
    "th": "class scope",
    "thead": "",
    "time": "datetime",
    "tr": "",
    "ul": "aria-label class",
}
FEED = frozenset(
    {
        *(
            "feed",
            "title",
            "id",
            "updated",
            "author",
            "name",
            "link",
            "entry",
            "published",
            "category",
            "summary",
        ),
        *("urlset", "url", "loc", "lastmod"),
    }
)
WORDS = frozenset({"content", "title", "aria-label"})  # attributes that hold words, a source's too
PLAIN = re.compile(r"[\w :./#%+-]*")  # all that others hold, addresses aside
OUTWARD = re.compile(r"https?://", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@pytest.fixture(scope="module")
def pages(nasty: Path) -> dict[str, html.HtmlElement]:
    files = sorted(nasty.rglob("*.html"))
    return {p.relative_to(nasty).as_posix(): html.document_fromstring(p.read_bytes()) for p in files}


def _attributes(pages: dict[str, html.HtmlElement]) -> list[tuple[str, str, str, str]]:
    """Return page, element, name and value of every attribute."""
    return [
        (path, str(element.tag), str(name), str(value))
        for path, page in pages.items()
        for element in page.iter(etree.Element)
        for name, value in element.attrib.items()
    ]


def test_all_of_it_was_built(pages: dict[str, html.HtmlElement]) -> None:
    reports = {path.split("/")[1] for path in pages if path.startswith("articles/")}
    assert reports == {"plain", "page", "written", "its-50-1-new", "odd"}
    words = pages["articles/plain/index.html"].text_content()
    assert '<script>alert("headline")</script> & "quotes" <img src=x onerror=alert(2)>' in words
    assert (
        "&lt;script&gt;alert(4)&lt;/script&gt;" in words
    )  # as the file has it: an entity is no markup in a text


def test_no_other_element_and_no_other_attribute_appears(pages: dict[str, html.HtmlElement]) -> None:
    found = {(str(e.tag), "") for page in pages.values() for e in page.iter(etree.Element)}
    found |= {(tag, name) for _, tag, name, _ in _attributes(pages)}
    allowed = {(tag, name) for tag, names in ALLOWED.items() for name in ("", *names.split())}
    assert found - allowed == set()


def test_no_comment_and_no_instruction_appears(pages: dict[str, html.HtmlElement]) -> None:
    assert [
        path for path, page in pages.items() if page.xpath("//comment() | //processing-instruction()")
    ] == []


def test_addresses_are_relative_or_of_the_web(pages: dict[str, html.HtmlElement]) -> None:
    for path, tag, name, value in _attributes(pages):
        if name in ("href", "data-address"):
            assert OUTWARD.match(value) or re.fullmatch(r"[\w./#-][^:]*|", value), (
                f"{path}: <{tag} href={value!r}>"
            )
            assert "evil.example" not in value or tag == "a"
        elif name not in WORDS:
            assert PLAIN.fullmatch(value), f"{path}: <{tag} {name}={value!r}>"


def test_ids_and_classes_are_the_sites_own(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        ids = [str(i) for i in page.xpath("//@id")]
        assert len(ids) == len(set(ids)), path
        assert "skip" not in [c for e in page.xpath("//main//*[@class]") for c in e.get("class").split()]


def test_no_control_character_stands_anywhere(nasty: Path) -> None:
    files = [path for path in nasty.rglob("*") if path.suffix in {".html", ".xml", ".json"}]
    assert files
    assert [path.name for path in files if CONTROL.search(path.read_text(encoding="utf-8"))] == []


def test_what_marks_are_made_of_stands_in_no_text(pages: dict[str, html.HtmlElement]) -> None:
    """Names and titles may hold such characters: nothing is marked there."""
    inside = '//*[@class="story" or @class="more" or @class="intro" or @class="prose"]//text()'
    names = '[not(ancestor::*[@class="who" or @class="by"])]'
    texts = {path: "".join(map(str, page.xpath(inside + names))) for path, page in pages.items()}
    assert "painted" in texts["articles/odd/index.html"]
    assert [path for path, text in texts.items() if PRIVATE.search(text)] == []


def test_what_a_page_runs_or_hides_is_no_part_of_its_text(nasty: Path) -> None:
    text = (nasty / "articles" / "page" / "index.html").read_text(encoding="utf-8")
    for n in (14, 15, 19, 21):  # scripts in the saved page, one in a template
        assert f"alert({n})" not in text


def test_feeds_and_data_can_be_read(nasty: Path) -> None:
    for name in ("feed.xml", "sitemap.xml"):
        root = etree.fromstring((nasty / name).read_bytes())
        tags = {etree.QName(e).localname for e in root.iter(etree.Element)}
        assert tags <= FEED
    for path in [nasty / "feed.json", *(nasty / "data").glob("*.json")]:
        json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a &#xF0000;&#xF0009; b", "a  b"),  # a mark of ours, for which there is no turn
        ("a &#983040;&#983041; *b*", "a  <em>b</em>"),
        ("a &#x202e;&#x2066; b &eacute;", "a  b é"),
        ('[a](/x "b&#x202e;c")', '<a href="/x" title="bc">a</a>'),
        ("![a&#x202e;&#xF0000;&#xF0001;](/x)", "a"),
        ("`&#x202e;`", "<code>&amp;#x202e;</code>"),
    ],
)
def test_an_entity_brings_in_no_sign_that_does_harm(source: str, shown: str) -> None:
    assert machine().html(source, (), Weave(), Around()) == f"<p>{shown}</p>\n"
    assert machine().words(source).isprintable()
