from __future__ import annotations

import re

from generator.model.article import Block, Role
from generator.model.text import Span
from generator.publish.weave.body import body_html, desk_html
from generator.publish.weave.links import DESK_NOTE

NOTE = "One[^a] and two[^b], one again[^a].\n\n[^a]: First.\n[^b]: *Second*.\n"


def test_a_footnote_leads_there_and_back() -> None:
    html = desk_html(NOTE, key="term")
    assert '<sup class="fn"><span id="fnref-term-1"><a href="#fn-term-1">1</a></span></sup>' in html
    assert '<li><span id="fn-term-2"></span><p><em>Second</em>.' in html
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 5
    assert sorted(set(re.findall(r'href="#([^"]+)"', html)) - set(ids)) == []
    assert 'href="#fnref-term-1.2" title="Back to the text"' in html


def test_ids_of_two_notes_differ() -> None:
    found = [set(re.findall(r'id="([^"]+)"', desk_html(NOTE, key=key))) for key in ("a", "a-1", "")]
    assert not found[0] & found[1]
    assert not found[0] & found[2]
    assert not found[1] & found[2]


def test_notes_in_a_body_have_their_own_inside_their_border() -> None:
    note = "::: note\nSo.[^1]\n\n[^1]: Here.\n"
    text = f"{note}\n\n{note}"
    spans = [Span(0, len(note)), Span(len(note) + 2, len(text))]
    html = body_html(text, [Block(Role.BOILERPLATE, span, 1, DESK_NOTE) for span in spans], ())
    assert html.count("</ol>\n</aside>") == 2
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4


def test_a_footnote_that_is_not_there_is_what_was_written() -> None:
    assert desk_html("One[^x] and [y].") == "<p>One[^x] and [y].</p>\n"
    assert "Never called" not in desk_html("One.\n\n[^x]: Never called.\n")


def test_reports_have_none() -> None:
    text = "It said so.[^1]\n\n[^1]: Nowhere."
    html = body_html(text, [Block(Role.PARAGRAPH, Span(0, 15), 1)], ())
    assert "fn" not in html
