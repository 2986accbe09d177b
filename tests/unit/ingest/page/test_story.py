"""Which pieces of a page are its story, for each opinion both ways: against it, and rightly not."""

from __future__ import annotations

import pytest

from generator.ingest.page.html import parse
from generator.ingest.page.story import Story, story_of
from generator.ingest.page.text import pieces_of

P = "<p>The harbour talks went on for a third day while ships waited outside the bay.</p>"
Q = "<p>Nobody in the town could say on Tuesday when the ferry to the island would run again.</p>"


def story(body: str, *, lost: str = "") -> Story:
    """Read a page of which another reader keeps all but the texts that begin with ``lost``."""
    root = parse(f"<body><article>{body}</article></body>")
    assert root is not None
    pieces = list(pieces_of(root))
    return story_of(pieces, [not lost or not piece.text.startswith(lost) for piece in pieces])


def rules(body: str, *, lost: str = "") -> list[str | None]:
    return [part.rule for part in story(body, lost=lost).parts]


@pytest.mark.parametrize(
    ("box", "rule"),
    [
        ("<div class='c-newsletter-box'><p>Every day the best of the harbour.</p></div>", "newsletter"),
        ("<div class='authorBio'><p>Ada Lind writes about ports and what is in them.</p></div>", "author"),
        ("<div id='promo'><p>A book about the bay by two of our own.</p></div>", "promotion"),
        ("<div class='body has-newsletter'><p>Nobody came.</p></div>", None),
        ("<div class='tag-promo category-newsletter'><p>Nobody came.</p></div>", None),
        ("<div class='promontory'><p>Nobody came.</p></div>", None),
    ],
)
def test_boxes_that_the_page_names(box: str, rule: str | None) -> None:
    assert rules(P + box + Q) == [None, rule, None]


def test_an_element_that_holds_much_of_the_story_is_no_box_whatever_it_is_called() -> None:
    assert rules(f"{P}<div class='promo'>{P}{Q}{P}</div>{Q}") == [None] * 5


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<p><a href=x>Ferry lies idle for a third week</a></p>", "links"),
        ("<p>More: <a href=x>Ferry lies idle</a></p>", "links"),
        ("<p>The <a href=x>ferry</a> lies idle</p>", None),
        ("<p><a href=x>The ferry has been idle for three weeks.</a></p>", None),
        ("<h3>What comes <a href=x>next</a></h3>", None),
    ],
)
def test_links_that_are_no_sentence(text: str, rule: str | None) -> None:
    assert rules(P + text + Q) == [None, rule, None]


def test_a_list_of_links_is_the_story_where_there_is_little_else() -> None:
    links = "<p><a href=x>A ferry, a pier and two tugs for sale by the town</a></p>" * 5
    assert rules(P + links) == [None] * 6


@pytest.mark.parametrize(
    ("head", "tail", "expected"),
    [
        ("<p>Staff and agencies</p>", "", ["edge", None, None]),
        ("", "<p>Ostend, Tuesday</p>", [None, None, "edge"]),
        ("", "<ul><li>Two tugs</li></ul>", [None, None, None]),
        ("", "<p>Two tugs</p>" * 5, [None] * 7),
        ("<p>For sale soon:</p>", "", [None, None, None]),
    ],
)
def test_a_few_words_before_the_first_or_after_the_last_sentence(
    head: str, tail: str, expected: list[str | None]
) -> None:
    assert rules(head + P + Q + tail) == expected


def test_prose_of_the_same_making_comes_back_and_other_prose_is_told() -> None:
    body = f"<div class=t>{P * 3}{Q}</div>"
    assert rules(body, lost="Nobody") == [None] * 4
    other = f"<div class=t>{P * 3}<div class=u>{Q}</div>{P}</div>"
    assert rules(other, lost="Nobody") == [None, None, None, "beside", None]


def test_captions_and_credits_of_the_story_stay() -> None:
    figure = "<figure><img src=x><figcaption>Gulls <i class=credit>Ola Berg</i></figcaption></figure>"
    assert rules(figure + P + Q, lost="Gulls") == [None] * 4


def test_where_the_other_reader_kept_hardly_anything_the_densest_element_is_the_story() -> None:
    found = story(f"<p>Menu</p>{P * 6}<p>Two tugs</p>", lost="The")
    assert [part.rule for part in found.parts] == [None] * 6 + ["edge"]
    assert found.container is not None
    assert found.container.tag == "article"


def test_another_article_below_is_none_of_this_one() -> None:
    root = parse(f"<body><article><h1>One</h1>{P * 3}</article><article><h1>Two</h1>{Q}</article></body>")
    assert root is not None
    pieces = list(pieces_of(root))
    found = story_of(pieces, [True] * len(pieces)).parts
    assert [part.rule for part in found] == ["edge"] + [None] * 3 + ["another-article"] * 2
    assert rules(f"{P}<h1>What comes next</h1>{Q}") == [None] * 3


def test_a_page_without_text_has_no_story() -> None:
    found = story("")
    assert (found.parts, found.container) == ((), None)
