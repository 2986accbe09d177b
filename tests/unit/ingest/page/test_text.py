"""The text of elements: what is seen, in which blocks, on which lines."""

from __future__ import annotations

import pytest

from generator.ingest.page.html import parse
from generator.ingest.page.text import Piece, class_words, pieces_of, text_of
from generator.model.article import Role


def pieces(html: str) -> list[Piece]:
    root = parse(f"<body>{html}</body>")
    assert root is not None
    return list(pieces_of(root.find("body")))


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a <b>b</b>c</p>", ["a bc"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("a<script>x</script>b", ["a", "b"]),
        ("<p>a<span hidden>x</span>b</p>", ["ab"]),
        ("<p>he said <q>no</q>.</p>", ["he said “no”."]),
        ("<p>a<br>b<br> <br>c</p>", ["a\nb", "c"]),
        ("<p> \n </p><p>a</p>", ["a"]),
        ("<form><p>mail</p></form>", []),
        ("<form>" + "<p>a</p>" * 4 + "</form>", ["a"] * 4),
        ("<form><h1>a</h1></form>", ["a"]),
        ("<aside><p>a</p></aside>", []),
        ("<aside><article>" + "<p>a</p>" * 4 + "</article></aside>", ["a"] * 4),
        ("<aside><article><p>a</p></article></aside>", []),
        ("<div role=navigation>x</div>a", ["a"]),
        ("<div style='visibility:hidden'>x</div>a", ["a"]),
    ],
)
def test_texts(html: str, texts: list[str]) -> None:
    assert [piece.text for piece in pieces(html)] == texts


@pytest.mark.parametrize(
    ("html", "roles"),
    [
        ("<h2>a</h2><p>b</p>", [Role.HEADING, Role.PARAGRAPH]),
        ("<ul><li>a<p>b</p></li></ul>", [Role.ITEM, Role.ITEM]),
        ("<dl><dt>a<dd>b</dl>", [Role.ITEM, Role.ITEM]),
        ("<blockquote>a<p>b</p></blockquote>c", [Role.QUOTE, Role.QUOTE, Role.PARAGRAPH]),
        ("<figure>x<figcaption>a <i class=credit>b</i></figcaption></figure>", [Role.CAPTION, Role.CREDIT]),
        ("<p class='wp-caption-text'>a</p>", [Role.CAPTION]),
        ("<figure><blockquote>a</blockquote></figure>", [Role.QUOTE]),
        ("<figure>x</figure>a", [Role.PARAGRAPH]),
    ],
)
def test_roles(html: str, roles: list[Role]) -> None:
    assert [piece.role for piece in pieces(html)] == roles


def test_lines_are_those_of_the_file() -> None:
    html = "\n<p\n class=x>\n one\n two</p>\n<p>three<br>\n<br>\nfour</p>\nfive<b\n>six</b>"
    assert [(piece.text, piece.line) for piece in pieces(html)] == [
        ("one two", 4),
        ("three", 6),
        ("four", 8),
        ("fivesix", 9),
    ]


def test_words_of_classes_and_text_of_elements() -> None:
    root = parse("<p class='Sub-Headline big' itemprop=x>a <b>b</b></p>")
    assert root is not None
    p = root.find(".//p")
    assert {"sub", "headline", "subheadline", "big", "x"} <= class_words(p)
    assert text_of(p) == "a b"


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>none</p>", [0.0]),
        ("<p><a href=x>all</a></p>", [1.0]),
        ("<a href=x><p>all</p></a>", [1.0]),
        ("<p>ab<a href=x>cd</a></p>", [0.5]),
        ("<p><a href=x>all</a></p><p>none</p>", [1.0, 0.0]),
    ],
)
def test_the_share_of_links(html: str, linked: list[float]) -> None:
    assert [piece.linked for piece in pieces(html)] == linked


def test_the_element_is_the_innermost_around_its_beginning() -> None:
    (piece,) = pieces("<div><p> <b>a</b> c</p></div>")
    assert [el.tag for el in piece.path()] == ["b", "p", "div", "body", "html"]


def test_a_thousand_empty_lines_take_no_longer_than_a_thousand_words() -> None:
    assert [piece.text for piece in pieces("<p>" + "<br>\n" * 20_000 + "a")] == ["a"]


@pytest.mark.parametrize(
    ("html", "lead"),
    [
        ("<p><b>Ada Berg</b> We go.</p>", "Ada Berg"),
        ("<p> <strong>Why <i>so</i> late?</strong></p>", "Why so late?"),
        ("<p><b>Ada Berg</b><br>We go.</p>", "Ada Berg"),
        ("<p>We <b>go</b>.</p>", ""),
        ("<p class='interview question'>Why?</p>", "Why?"),
        ("<p class='questionable'>Why?</p>", ""),
        ("<dl><dt>Ada Berg<dd>We go.</dl>", "Ada Berg"),
        ("<p>We go.</p>", ""),
    ],
)
def test_what_is_set_off_at_the_beginning_is_told(html: str, lead: str) -> None:
    assert pieces(html)[0].lead == lead


def test_what_is_set_off_ends_with_its_block() -> None:
    assert [piece.lead for piece in pieces("<p><b>a</b></p><p>b</p><dl><dt>c<dd>d</dl>")] == [
        "a",
        "",
        "c",
        "",
    ]
