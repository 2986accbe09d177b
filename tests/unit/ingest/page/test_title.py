"""The headline: what most of a page's statements say, without the outlet's name."""

from __future__ import annotations

import pytest

from generator.ingest.page.html import parse
from generator.ingest.page.said import read_said
from generator.ingest.page.text import visible
from generator.ingest.page.title import find_title


def title(linked: str = "", graph: str = "", h1: str = "", outlet: str | None = None) -> str | None:
    root = parse(
        f"<head><title>For engines</title><meta property='og:title' content='{graph}'>"
        f'<script type="application/ld+json">{{"@type": "Article", "headline": "{linked}"}}</script></head>'
        f"<body><article><h1>{h1}</h1><p>Ships waited.</p></article></body>"
    )
    assert root is not None
    story = next(root.iter("article"))
    return find_title(list(visible(root)), story, read_said(root), outlet)[0]


@pytest.mark.parametrize(
    ("linked", "graph", "h1", "expected"),
    [
        ("Ships wait", "Ships wait long", "Ships wait long", "Ships wait long"),
        ("Ships wait", "Ships wait long", "Ships wait", "Ships wait"),
        ("One", "Two", "Three", "One"),
        ("", "Two", "Three", "Two"),
        ("", "", "Three", "Three"),
    ],
)
def test_what_most_say_prevails_and_among_equals_the_first(
    linked: str, graph: str, h1: str, expected: str
) -> None:
    assert title(linked, graph, h1) == expected


def test_the_title_for_search_engines_comes_last() -> None:
    assert title() == "For engines"


def test_the_outlets_name_is_taken_off() -> None:
    assert title(graph="Ships wait | Harbour Gazette", outlet="Harbour Gazette") == "Ships wait"
    assert (
        title(graph="Harbour Gazette: Ships wait", outlet="Harbour Gazette") == "Harbour Gazette: Ships wait"
    )
    assert title(graph="Ships wait | Harbour Gazette", h1="Ships wait") == "Ships wait"
    assert (
        title(graph="Ships wait - again and again", outlet="Harbour Gazette")
        == "Ships wait - again and again"
    )


def test_the_headline_is_the_one_most_like_the_title() -> None:
    root = parse(
        "<title>Ships wait as talks go on</title><h1>Gazette</h1><article><h1>Ships wait</h1></article>"
    )
    assert root is not None
    story = next(root.iter("article"))
    _, shown = find_title(list(visible(root)), story, read_said(root), None)
    assert shown is not None
    assert shown.text == "Ships wait"
