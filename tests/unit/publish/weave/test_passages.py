from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.findings import Form
from generator.model.parts import Day, NoteView, QuoteView, Shell, Voice
from generator.model.views import ArticleView
from generator.publish.weave.passages import LONGEST, Margin, blocks, margin, plain, spans

SHELL = Shell("Site", "en", "../../", "articles/a/", "", "Title", "", ())
NOBODY = Voice("Speaker not named", "", known=False, actor="", actor_href="", sign="", hue=0)


def quote(name: str) -> QuoteView:
    return QuoteView(name, 1, "words", Form.DIRECT, NOBODY, "", (), "", 0)


def note(name: str) -> NoteView:
    return NoteView(name, "*", "context", "Desk", Day("", ""), "words", "<p>Text.</p>")


def article(body: str, quotes: str = "", notes: str = "", title: str = "") -> ArticleView:
    return ArticleView(
        shell=SHELL,
        title="Title",
        made=False,
        title_html=title,
        dek_html="",
        byline="",
        outlet=None,
        day=Day("", ""),
        body_html=body,
        excerpt=False,
        caption="",
        credit="",
        quotes=tuple(quote(name) for name in quotes.split()),
        notes=tuple(note(name) for name in notes.split()),
        voices=(),
        people=(),
        facts=(),
        cuts=(),
        corrected=(),
        previous=None,
        following=None,
    )


def beside(found: Margin) -> list[tuple[list[str], list[str], int]]:
    return [([q.id for q in p.quotes], [n.id for n in p.notes], p.span) for p in found.passages]


def test_blocks_are_the_top_level_elements() -> None:
    html = (
        "<p>One <b>two</b></p>\n<blockquote><p>Three</p><p>Four</p></blockquote>\n<hr>\n<p>Five<br>six</p>\n"
    )
    assert blocks(html) == (
        "<p>One <b>two</b></p>",
        "<blockquote><p>Three</p><p>Four</p></blockquote>",
        "<hr>",
        "<p>Five<br>six</p>",
    )


def test_an_angle_in_an_attribute_ends_no_tag() -> None:
    assert blocks('<p title="a > b </p>">One</p><p>Two</p>') == (
        '<p title="a > b </p>">One</p>',
        "<p>Two</p>",
    )


def test_stray_text_is_kept() -> None:
    assert blocks("before <p>One</p> after") == ("before <p>One</p>", "after")


def test_nothing_has_no_blocks() -> None:
    assert blocks(" \n") == ()


NAMES = st.sampled_from(["p", "ul", "div", "blockquote"])
TREES = st.recursive(
    st.sampled_from(["words", "<br>", '<i title="&lt;>">x</i>', "5 &gt; 3"]),
    lambda inner: st.builds(lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner)),
)


@given(st.lists(st.builds(lambda name, inner: f"<{name}>{inner}</{name}>", NAMES, TREES)))
def test_blocks_lose_nothing_and_split_nothing(elements: list[str]) -> None:
    assert blocks("\n".join(elements)) == tuple(elements)


def test_each_entry_stands_beside_the_block_that_holds_its_passage() -> None:
    body = (
        '<p><span class="q" id="q1">a</span></p><p>b</p><p>c</p>'
        '<p><span class="noted" id="at-n1">d</span> <span class="q" id="q2">e</span></p>'
    )
    assert beside(margin(article(body, "q2 q1", "n1"))) == [
        (["q1"], [], 3),
        ([], [], 0),
        ([], [], 0),
        (["q2"], ["n1"], 1),
    ]


def test_quotes_of_the_headline_stand_beside_it() -> None:
    found = margin(article("<p>a</p>", "q1", title='<span class="q" id="q1">No</span>'))
    assert beside(found) == [([], [], 0)]
    assert ([q.id for q in found.head.quotes], found.head.span, found.head.html) == (["q1"], 1, "")
    assert margin(article("<p>a</p>")).head.span == 0


def test_what_is_in_no_block_is_told_apart() -> None:
    found = margin(article("<p>a</p>", "q1", "n1"))
    assert [q.id for q in found.quotes] == ["q1"]
    assert [n.id for n in found.notes] == ["n1"]
    assert beside(found) == [([], [], 0)]


def test_an_article_without_a_body_loses_no_quote() -> None:
    found = margin(article("", "q1", title='<span class="q" id="q1">No</span>'))
    assert (found.passages, [q.id for q in found.head.quotes], found.quotes) == ((), ["q1"], ())


def test_a_quote_given_twice_in_the_text_is_placed_once() -> None:
    body = '<p><span class="q" id="q1">a</span></p><p><span class="q" id="q1">b</span></p>'
    assert beside(margin(article(body, "q1"))) == [(["q1"], [], 2), ([], [], 0)]


@given(st.lists(st.booleans(), max_size=40))
def test_entries_reach_down_but_never_over_the_next(here: list[bool]) -> None:
    reach = list(spans(here))
    assert [bool(span) for span in reach] == here
    for index, span in enumerate(reach):
        assert span <= LONGEST
        assert not any(here[index + 1 : index + span])


def test_a_note_of_the_body_stands_beside_the_block_above_it() -> None:
    aside = '<aside class="note context"><p id="q2">n</p></aside>'
    found = margin(article(f"<p>a</p>{aside}{aside}<p>b</p>", "q2"))
    assert [(p.html, [a.html for a in p.asides], p.span) for p in found.passages] == [
        ("<p>a</p>", [aside, aside], 2),
        ("<p>b</p>", [], 0),
    ]
    one, other = (a.id for a in found.passages[0].asides)
    assert re.fullmatch("b-[0-9a-f]{8}", one)
    assert other == f"{one}-2"
    moved = margin(article(f"<p>c</p><p>a</p>{aside.replace('<p id=', '<p  id=')}", "q2"))
    assert [a.id for a in moved.passages[1].asides] == [one]
    assert [q.id for q in found.passages[0].quotes] == ["q2"]
    first = margin(article(f"{aside}<p>b</p>"))
    assert [(p.html, p.asides) for p in first.passages] == [("<p>b</p>", ())]
    assert [(a.id, a.html) for a in first.head.asides] == [(one, aside)]


def test_a_margin_is_crowded_that_holds_more_than_stands_beside_it() -> None:
    body = '<p><span class="noted" id="at-n1">d</span></p>'
    long = replace(note("n1"), body_html=f"<p>{'words ' * 600}</p>")
    assert margin(replace(article(body), notes=(long,))).crowded
    story = f"{body}<p>{'words ' * 600}</p>"
    assert not margin(replace(article(story), notes=(long,))).crowded
    assert not margin(article(body, notes="n1")).crowded


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>One <span class="q hue-1" id="q-1">“two”</span><sup class="ref"><a href="#s">1</a></sup>.</p>',
         "One “two”."),
        ("<ul><li>first</li><li>second</li></ul>", "first second"),
        ('<p>It is <span class="withheld" id="q-2">[withdrawn]</span> &amp; gone &lt;b&gt;</p>',
         "It is & gone <b>"),
        ('<p>Dark<sup class="fn"><span id="fnref-1"><a href="#fn-1">1</a></span></sup>.</p>', "Dark."),
        ('<li><p>By day. <a class="fnback" href="#fnref-1">↩</a></p></li>', "By day."),
        ("<p>un<em>believ</em>able<br>news</p>", "unbelievable news"),
    ],
)  # fmt: skip
def test_words_are_read_without_signs(html: str, words: str) -> None:
    assert plain(html) == words
