from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Media
from generator.model.backmatter import AboutView, CorrectionsView, PlainView
from generator.publish.compose.desk_pages import (
    about_page,
    corrections_page,
    editors_html,
    editors_pages,
    not_found_page,
)

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.site import Page
    from generator.publish.show.frame import Frame


def plain(page: Page) -> PlainView:
    assert isinstance(page.view, PlainView)
    return page.view


def test_corrections_are_told_without_withdrawn_words(frame: Frame) -> None:
    view = corrections_page(frame).view
    assert isinstance(view, CorrectionsView)
    assert [(r.quoted, r.change, r.why) for r in view.rows] == [
        (
            "We will not accept the accord of Borvia",
            "Speaker found: <del>Boris Dahl</del>; the desk: <ins>Anna Arden</ins>",
            "see tape",
        ),
        ("", "Quotation withdrawn by the desk", "misquoted"),
        (
            "so-called",
            "Found: <del>a statement, speaker not named</del>; the desk: <ins>nobody’s statement</ins>",
            "",
        ),
        ("the talks were over", "Said for, found: <del>Borvia</del>; the desk: <ins>Borvia</ins>", ""),
        ("never again", "Checked by the desk", ""),
    ]
    assert [r.article.href for r in view.rows][:2] == [
        "../articles/a1/index.html#a1-q1",
        "../articles/a1/index.html#a1-q2",
    ]
    assert "secret" not in repr(view)


def test_the_page_about_the_briefing(frame: Frame, corpus: Corpus) -> None:
    view = about_page(frame, corpus.pages[1]).view
    assert isinstance(view, AboutView)
    assert (view.reports, view.quotes, view.unnamed, view.statements, view.corrections) == (3, 6, 1, 3, 5)
    assert view.reported_speech == 1
    assert view.cuts == (("newsletter", 2), ("related links", 1), ("share buttons", 1))
    assert view.unread == ("sources/broken.txt",)
    assert view.intro_html == "<p>By hand.</p>\n"
    assert view.shell.title == "How we work"
    assert [(row.outlet.text, row.statements, row.reports) for row in view.outlets] == [
        ("Harbour Post", 2, 1),
        ("The Daily Ledger", 2, 1),
    ]
    bare = about_page(frame, None).view
    assert isinstance(bare, AboutView)
    assert (bare.intro_html, bare.shell.title) == ("", "About this briefing")


def test_other_pages_of_the_editors(frame: Frame) -> None:
    (page,) = editors_pages(frame)
    assert page.path == "pages/terms/index.html"
    view = plain(page)
    assert view.heading == "Terms"
    assert 'href="../../articles/a1/index.html"' in view.body_html


def test_pages_in_html_and_in_plain_text(frame: Frame, corpus: Corpus) -> None:
    cards, page = frame.cards("index.html"), corpus.pages[2]
    html = replace(page, media=Media.HTML, body="<p onclick=x>a</p><script>b</script>")
    assert editors_html(cards, html) == "<p>a</p>"
    text = replace(page, media=Media.TEXT, body="a < b\n\n\n\n*c*\n")
    assert editors_html(cards, text) == "<p>a &lt; b</p>\n<p>*c*</p>\n"


def test_nothing_found_works_at_any_depth(frame: Frame) -> None:
    page = not_found_page(frame)
    assert page.path == "404.html"
    assert '<a href="/crisis/index.html">Front page</a>' in plain(page).body_html
    assert '<a href="/crisis/timeline/index.html">Timeline</a>' in plain(page).body_html
