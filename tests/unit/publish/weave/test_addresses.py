from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.article import Block, Role
from generator.model.corpus import EditorsPage
from generator.model.text import Location, Span
from generator.publish.weave.addresses import Standing, dead_addresses

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

PAGE = "articles/a1/index.html"
FILES = {
    "index.html": b'<main id="main">',
    PAGE: b'<span id="q-1">',
    "actors/aldoria/index.html": b'<section id="said">',
    "feed.xml": b"<feed/>",
}
SITE = Standing(FILES, "https://news.example/affair/", lambda path: path == "files/paper.pdf")

ALIVE = [
    "https://other.example/nothing",
    "mailto:desk@news.example",
    "//other.example/x",
    "../../actors/aldoria/index.html",
    "../../actors/aldoria/",
    "../../actors/aldoria",
    "../../actors/aldoria/#said",
    "../../",
    "../../feed.xml#x",
    "../../files/paper.pdf",
    "/affair/actors/aldoria/",
    "/affair/",
    "/affair",
    "/elsewhere/on/the/host/",
    "../../../beyond/the/site/",
    "https://news.example/affair/actors/aldoria/#said",
    "https://news.example/affair",
    "https://news.example/other",
    "#q-1",
    "#",
    "#top",
    "#:~:text=ready",
    "?print=1",
    "http://[broken",
]
DEAD = {
    "../../actors/borvia/": "no page or file of the site lies at actors/borvia",
    "actors/aldoria/": "no page or file of the site lies at articles/a1/actors/aldoria",
    "../../articles/": "no page or file of the site lies at articles",
    "/affair/actors/b%6Frvia/": "no page or file of the site lies at actors/borvia",
    "https://news.example/affair/people/": "no page or file of the site lies at people",
    "#q-2": f'there is no place "q-2" in {PAGE}',
    "../../actors/aldoria/#q-1": 'there is no place "q-1" in actors/aldoria/index.html',
    "#ain": f'there is no place "ain" in {PAGE}',
}


@pytest.mark.parametrize("href", ALIVE)
def test_what_is_there_or_cannot_be_told_is_no_fault(href: str) -> None:
    assert SITE.fault(href, PAGE) == ""


@pytest.mark.parametrize(("href", "fault"), DEAD.items())
def test_what_is_not_there_is_a_fault(href: str, fault: str) -> None:
    assert SITE.fault(href, PAGE) == fault


def test_without_an_address_a_link_from_the_top_begins_at_the_site() -> None:
    bare = replace(SITE, base_url="")
    assert bare.fault("/actors/aldoria/", PAGE) == ""
    assert bare.fault("/affair/actors/aldoria/", PAGE) != ""


def page(body: str, ident: str = "terms") -> EditorsPage:
    return EditorsPage(ident, "Terms", body, Location(f"content/pages/{ident}.md"), body_line=4)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("See [us](gone.html).", [(4, 10)]),
        ("One\n\nTwo ![p](gone.png) [a](gone.html 'title') [b](<gone.html>)", [(6, 24), (6, 48)]),
        ("See [us][1].\n\n[1]: gone.html", [(6, 6)]),
        ("`[us](gone.html)` and \\[us](gone.html)", []),
        ("    [us](gone.html)", []),
        ("[[aldoria]](gone.html) [[nobody|us]]", []),
        ("[us](../../index.html) [us](gone.html)", [(4, 29)]),
    ],
)
def test_links_are_found_as_the_page_has_them(
    body: str, places: list[tuple[int, int]], corpus: Corpus
) -> None:
    alone = replace(corpus, articles=(), notes=(), actors=(), people=(), pages=(page(body),))
    told = dead_addresses(alone, SITE)
    assert [(d.location.line, d.location.column) for d in told] == places
    assert all(d.code == "dead-link" and d.location.path == "content/pages/terms.md" for d in told)


def test_the_introduction_stands_on_the_front_page(corpus: Corpus) -> None:
    alone = replace(
        corpus, articles=(), notes=(), actors=(), people=(), pages=(page("[x](feed.xml)", "index"),)
    )
    assert dead_addresses(alone, SITE) == ()


def test_every_kind_of_text_is_looked_at(corpus: Corpus) -> None:
    text = "Words\n\nA [x](gone.html)\nand [y](gone.html) …"
    story = (Block(Role.PARAGRAPH, Span(0, 5), 1), Block(Role.PARAGRAPH, Span(7, len(text)), 3))
    article = replace(corpus.articles[0], text=text, blocks=story, body_line=12)
    told = dead_addresses(
        replace(
            corpus,
            actors=(replace(corpus.actors[0], intro="[x](gone.html)"),),
            people=(replace(corpus.people[1], intro="[x](gone.html)", body_line=7),),
            articles=(article, replace(article, id="s", path="sources/s.md")),
            notes=(replace(corpus.notes[0], body="[x](gone.html)"),),
            pages=(),
        ),
        SITE,
    )
    assert [(d.location.path, d.location.line, d.location.column) for d in told] == [
        ("articles/b2.md", 14, 7),
        ("articles/b2.md", 15, 9),
        ("sources/s.md", 14, 7),
        (corpus.notes[0].location.path, 1, 5),
        ("aldoria", 1, 5),
        ("boris-dahl", 7, 5),
    ]
    assert told[2].message.endswith("; more of its links lead nowhere: 1")


def test_what_was_left_out_of_a_report_is_passed_over(corpus: Corpus) -> None:
    text = "A [x](gone.html)"
    left = (Block(Role.BOILERPLATE, Span(0, len(text)), 1, "promotion"),)
    article = replace(corpus.articles[0], text=text, blocks=left)
    alone = replace(corpus, articles=(article,), notes=(), actors=(), people=(), pages=())
    assert dead_addresses(alone, SITE) == ()
