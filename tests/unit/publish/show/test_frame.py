from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.publish.address.urls import external
from generator.publish.show.frame import shortened

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("one two", "one two"),
        ("one  two\nthree four", "one two…"),
        ("one two, three", "one two…"),
        ("unbreakable-word", "…"),
        ("\u2068one two three\u2069", "\u2068one two…\u2069"),
    ],
)
def test_words_are_cut_at_a_space(words: str, short: str) -> None:
    assert shortened(words, 11) == short


def test_the_frame_of_a_page(frame: Frame) -> None:
    shell = frame.shell("articles/a1/index.html", "A title", "What it is")
    assert (shell.root, shell.path) == ("../../", "articles/a1/")
    assert shell.canonical == "https://briefing.example/crisis/articles/a1/"
    assert shell.home == "../../index.html"
    assert shell.here == "../../articles/a1/index.html"
    assert [v.name for v in shell.actors] == ["Aldoria"]
    named = ["Timeline", "Index", "Corrections", "Notes", "About this briefing"]
    assert [link.text for link in shell.nav] == named
    assert [link.href for link in shell.feeds] == ["../../feed.xml", "../../feed.json"]


def test_the_page_for_nothing_found_has_no_address_of_its_own(frame: Frame) -> None:
    shell = frame.shell("404.html", "Nothing")
    assert (shell.root, shell.canonical) == ("/crisis/", "")


def test_cards_are_made_once_for_each_depth(frame: Frame) -> None:
    assert frame.cards("articles/a/index.html") is frame.cards("actors/b/index.html")
    assert frame.cards("index.html") is not frame.cards("404.html")


def test_a_quote_has_one_address_on_its_outlets_page(frame: Frame) -> None:
    quotes = [shown for inside in frame.ledger.shown.values() for shown in inside]
    found = [frame.origin(shown) for shown in quotes]
    assert [frame.origin(shown) for shown in quotes] == found
    given = [bool(external(shown.article.front.url)) for shown in quotes]
    assert [":~:text=" in address for address in found] == given
    assert any(given)
