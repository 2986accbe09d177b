"""What the unseen elements of a page say of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.ingest.page.html import parse
from generator.ingest.page.said import Said, plain, read_said


def said(head: str = "", body: str = "<p>Words.</p>") -> Said:
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return read_said(root)


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_a_page_may_say_nothing() -> None:
    assert said() == Said(None, (), (), {})


def test_the_first_title_is_the_pages() -> None:
    assert (
        said("<title> Ships &amp;\n bays </title>", "<svg><title>Icon</title></svg>").title == "Ships & bays"
    )
    assert said("<title></title>").title is None


def test_the_first_name_asked_for_goes_before_the_first_on_the_page() -> None:
    found = said(
        '<meta name="Author" content="Ada &amp;amp; Bo"><meta property="OG:Title" content=" Ships\n wait ">'
        '<meta name="og:title" content="Later"><meta name="byl" content=" "><meta content="nameless">'
    )
    assert found.meta("og:title", "author") == "Ships wait"
    assert found.meta("byl", "author") == "Ada & Bo"
    assert found.meta("byl") is None
    assert found.meta("description") is None


def test_a_meta_may_stand_in_the_body_and_in_a_remark() -> None:
    found = said(
        '<!-- <meta name="author" content="Nobody"> -->', '<div><meta name="author" content="Ada"></div>'
    )
    assert found.meta("author") == "Ada"


def test_every_canonical_address_in_order() -> None:
    links = '<link rel="Alternate CANONICAL" href="/a"><link rel="icon" href="/i"><link rel="canonical">'
    assert said(links, '<link rel=canonical href="/b">').canonical == ("/a", "", "/b")


@pytest.mark.parametrize(
    ("json", "article"),
    [
        ('{"@type": "NewsArticle", "n": 1}', {"@type": "NewsArticle", "n": 1}),
        ('{"@type": ["Thing", "BlogPosting"]}', {"@type": ["Thing", "BlogPosting"]}),
        ('[3, null, {"@type": "WebSite"}, [{"@type": "Article"}]]', {"@type": "Article"}),
        ('{"@graph": [{"@type": "Person"}, {"@type": "Article"}]}', {"@type": "Article"}),
        ('{"@type": "WebPage", "mainEntity": {"@type": "Article"}}', {"@type": "Article"}),
        (
            '{"@type": "Article", "headline": "A </p> b & c"}',
            {"@type": "Article", "headline": "A </p> b & c"},
        ),
        ('{"@type": "Article", "headline": "two\nlines"}', {"@type": "Article", "headline": "two\nlines"}),
        ('{"@type": "WebSite"}', {}),
        ("{broken", {}),
        ("", {}),
        ("[" * 5000, {}),
    ],
)
def test_the_article_in_json_ld(json: str, article: dict[str, object]) -> None:
    assert said(linked(json)).article == article


def test_what_is_broken_loses_nothing_else() -> None:
    assert said(linked("{broken"), linked('{"@type": "Article"}')).article == {"@type": "Article"}
    assert said('<script>var x = {"@type": "Article"}</script>').article == {}


def test_a_deep_page_is_read_to_its_end() -> None:
    assert said(body="<div>" * 1000 + linked('{"@type": "Article"}')).article == {"@type": "Article"}


@pytest.mark.parametrize(
    ("value", "text"), [(" a &amp;\n b ", "a & b"), ("  ", None), (7, None), (None, None)]
)
def test_a_text_of_metadata_is_one_line(value: object, text: str | None) -> None:
    assert plain(value) == text


def test_the_parser_is_loaded_for_a_page_alone() -> None:
    code = "import sys, generator.build; print('bs4' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
