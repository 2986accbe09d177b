"""What a page says of itself: each fact from each place it may stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.ingest.page.facts import find_facts
from generator.ingest.page.html import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.model.article import Facts

STORY = "<p>" + "The harbour talks went on for a third day while ships waited outside. " * 3 + "</p>"


def story(root: HtmlElement) -> HtmlElement:
    return next(root.iter("article"))


def facts(head: str = "", body: str = "", url: str | None = None, lang: str = "") -> Facts:
    root = parse(f"<html {lang}><head>{head}</head><body>{body}<article>{STORY}</article></body></html>")
    assert root is not None
    return find_facts(root, story(root), url)[0]


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


SITE = meta("og:site_name", "Harbour Gazette")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            linked('{"@type": "NewsArticle", "headline": "Ships &amp; bays"}'),
            "<h1>Other</h1>",
            "Ships & bays",
        ),
        (linked('[{"@graph": [{"@type": ["Thing", "Article"], "headline": "Ships"}]}]'), "", "Ships"),
        (linked("{not json") + meta("og:title", "Ships wait"), "", "Ships wait"),
        (linked('{"@type": "WebSite", "headline": "No"}'), "<h1>Ships wait</h1>", "Ships wait"),
        (SITE + meta("og:title", "Ships wait - Harbour Gazette"), "", "Ships wait"),
        (SITE + meta("og:title", "Harbour Gazette | Ships wait"), "", "Ships wait"),
        (SITE + meta("og:title", "Ships wait – again"), "", "Ships wait – again"),
        (meta("og:title", "Ships wait | Unknown Paper"), "<h1>Ships wait</h1>", "Ships wait"),
        ("<title>Ships wait — Unknown Paper</title>", "", "Ships wait — Unknown Paper"),
        ("", "<nav><h1>Menu</h1></nav>", None),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    assert facts(head, body).title == title


DESCRIPTION = meta("og:description", "A third day without…")


@pytest.mark.parametrize(
    ("head", "body", "dek"),
    [
        (DESCRIPTION, "<h1>Ships</h1><h2>A third day without result</h2>", "A third day without result"),
        (
            DESCRIPTION,
            "<p class='article-summary'>A third day without result</p>",
            "A third day without result",
        ),
        (DESCRIPTION, "<p>A third day without result</p>", None),
        (DESCRIPTION, "", None),
        (DESCRIPTION, "<h1>Ships</h1><h2>Something else</h2>", None),
        ("", "<p class='sub-headline'>A third day</p>", "A third day"),
        ("", "<div itemprop='alternativeHeadline'>A third day</div>", "A third day"),
        ("", "<div class=standfirst></div>", None),
        ("", f"<div class=standfirst>{'word ' * 200}</div>", None),
    ],
)
def test_dek_only_if_it_stands_in_the_page(head: str, body: str, dek: str | None) -> None:
    assert facts(head, body).dek == dek


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (linked('{"@type": "Article", "author": {"name": "Ada Lind"}}'), "", ("Ada Lind",)),
        (
            linked('{"@type": "Article", "author": ["By Ada Lind", {"name": "Bo Ek"}, 7]}'),
            "",
            ("Ada Lind", "Bo Ek"),
        ),
        (linked('{"@type": "Article", "author": "https://x.example/ada"}'), "", ()),
        (meta("author", "Ada Lind and Bo Ek"), "", ("Ada Lind", "Bo Ek")),
        (meta("article:author", "https://x.example/ada"), "", ()),
        ("", "<p class=byline>By Ada Lind, Wire One in Northport</p>", ("Ada Lind", "Wire One")),
        ("", "<a rel=author>Ada Lind</a>", ("Ada Lind",)),
        ("", "<p class=byline>By Ada Lind Oct. 8, 2015</p>", ("Ada Lind",)),
        ("", f"<div class=author>{'a long life story ' * 20}</div>", ()),
    ],
)
def test_byline(head: str, body: str, byline: tuple[str, ...]) -> None:
    assert facts(head, body).byline == byline


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (linked('{"@type": "Article", "datePublished": "2015-10-08"}'), "", "2015-10-08"),
        (meta("article:published_time", "2015-10-08T12:30:00.1234567Z"), "", "2015-10-08T12:30:00.123456Z"),
        ("", "<span itemprop=datePublished content='2015-10-08'>8 Oct</span>", "2015-10-08"),
        (
            "",
            "<time class=updated datetime='2015-10-09'></time><time datetime='2015-10-08'></time>",
            "2015-10-08",
        ),
        ("", "<time datetime='yesterday'>yesterday</time>", None),
        ("", "<footer><time datetime='2015-10-08'></time></footer>", None),
    ],
)
def test_published(head: str, body: str, published: str | None) -> None:
    assert facts(head, body).published == published


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("<link rel='Canonical' href='https://gazette.example/a'>", None, "https://gazette.example/a"),
        ("<link rel=canonical href='/a'>", "https://gazette.example/b?c", "https://gazette.example/a"),
        ("<link rel=canonical href='/a'>", None, None),
        ("<link rel=canonical href='https://ada:secret@gazette.example/a'>", None, None),
        (
            "<link rel=canonical href='javascript:alert(1)'>",
            "https://gazette.example/b",
            "https://gazette.example/b",
        ),
        (
            "<link rel=canonical href='https://[bad'>" + meta("og:url", "https://gazette.example/o"),
            None,
            "https://gazette.example/o",
        ),
        ("", "https://gazette.example/b", "https://gazette.example/b"),
    ],
)
def test_address(head: str, url: str | None, expected: str | None) -> None:
    assert facts(head, url=url).url == expected


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        ("lang=en", "", "en"),
        ("lang=EN_us", "", "en-US"),
        ("lang=zh-hans-cn", "", "zh-Hans-CN"),
        ("", meta("og:locale", "de_AT"), "de-AT"),
        ("lang='?'", "", None),
        ("", "", None),
    ],
)
def test_language(lang: str, head: str, expected: str | None) -> None:
    assert facts(head, lang=lang).language == expected


def test_outlet_may_be_the_publisher() -> None:
    head = linked('{"@type": "ReportageNewsArticle", "publisher": {"name": "Harbour Gazette"}}')
    assert facts(head).outlet == "Harbour Gazette"


def test_the_lead_picture_may_stand_above_the_body() -> None:
    body = (
        "<figure>x</figure><figure><figcaption>Ships</figcaption><span class=credit>Ola Berg</span></figure>"
    )
    html = f"<html><body><article>{body}<div itemprop=articleBody>{STORY}</div></article></body></html>"
    root = parse(html)
    assert root is not None
    found, _ = find_facts(root, story(root), None)
    assert (found.caption, found.credit) == ("Ships", "Ola Berg")


def test_elements_that_show_the_facts_are_named() -> None:
    html = f"<html><body><article><h1>Ships</h1><p class=byline>By Ada</p>{STORY}</article></body></html>"
    root = parse(html)
    assert root is not None
    _, shown = find_facts(root, story(root), None)
    assert sorted(str(el.tag) for el in shown) == ["h1", "p"]
