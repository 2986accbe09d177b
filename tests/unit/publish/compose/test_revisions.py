from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.backmatter import VersionsView
from generator.model.corpus import Change, Version
from generator.publish.address import urls
from generator.publish.compose.article_page import article_pages
from generator.publish.compose.revisions import compare, version_pages

if TYPE_CHECKING:
    from generator.model.backmatter import VersionView
    from generator.publish.show.frame import Frame


def shown(frame: Frame, *changes: Change, excerpt: bool = False) -> VersionView:
    versions = (
        Version("sources/a.txt", "a" * 64, "2031-05-06"),
        Version("sources/a-2.txt", "b" * 64, None, changes, told=False),
    )
    ident = frame.ledger.corpus.articles[0].id
    frame = replace(frame, beside=replace(frame.beside, versions={ident: versions}))
    (page,) = version_pages(frame, [ident] if excerpt else [])
    assert page.path == urls.versions(ident)
    assert isinstance(page.view, VersionsView)
    assert page.view.versions[1].summary == "The first saving"
    return page.view.versions[0]


def test_words_that_went_and_came_are_told_apart() -> None:
    assert compare("We saw three ships.", "We saw four big ships.") == (
        ("same", "We saw"),
        ("gone", "three"),
        ("come", "four big"),
        ("same", "ships."),
    )
    assert compare("", "New.") == (("come", "New."),)
    assert compare("a b c", "x b y") == (("gone", "a b c"), ("come", "x b y"))
    assert compare("Old.", "") == (("gone", "Old."),)


def test_a_saving_says_what_it_has_otherwise(frame: Frame) -> None:
    version = shown(
        frame, Change(0, "Old line", "New line"), Change(3, "", "- *Two* ships."), Change(4, "x", "")
    )
    assert version.summary == "1 passage altered, 1 added, 1 taken out"
    assert [(c.kind, c.label) for c in version.changes] == [
        ("altered", "Headline"),
        ("came", "Paragraph 3"),
        ("went", "Paragraph 4"),
    ]
    assert version.changes[0].aloud == "taken out: “Old”; added: “New”"
    assert version.changes[1].pieces == (("come", "Two ships."),)
    assert (version.number, version.digest, version.day.iso, version.told) == (2, "b" * 12, "", False)
    assert shown(frame).summary == "The same words as before"


def test_the_report_leads_to_it(frame: Frame) -> None:
    ident = frame.ledger.corpus.articles[0].id
    pair = (Version("a", "a", None), Version("b", "b", None))
    pages = article_pages(replace(frame, beside=replace(frame.beside, versions={ident: pair})))
    facts = [f for p in pages for f in p.view.facts if f.label == "Versions"]  # type: ignore[union-attr]
    assert [(f.value, f.href.endswith(f"{ident}/versions/index.html")) for f in facts] == [
        ("2 savings: what changed", True)
    ]


def test_withheld_paragraphs_are_told_of(frame: Frame) -> None:
    version = shown(frame, Change(1, "", "[withdrawn]", withheld=True), Change(2, "Ten ships.", "Two ships."))
    assert [c.withheld for c in version.changes] == [True, False]
    assert version.changes[0].pieces == (("same", "[withdrawn]"),)


def test_of_an_excerpt_it_is_shown_where_it_changed_and_not_in_which_words(frame: Frame) -> None:
    long = " ".join(f"word{n}" for n in range(40))
    version = shown(frame, Change(1, f"The same. {long}", "The same. Short."), excerpt=True)
    assert version.changes[0].kind == "altered"
    assert "same" not in repr(version)
    assert "word1" not in repr(version)


def test_savings_of_one_day_tell_their_times(frame: Frame) -> None:
    ident = frame.ledger.corpus.articles[0].id
    moments = (
        "2031-05-06T18:10:00+02:00",
        "2031-05-06T17:20:00Z",
        "2031-05-06",
        "2031-05-07T08:00:00Z",
        None,
    )
    versions = tuple(Version(f"{n}", f"{n}", moment) for n, moment in enumerate(moments))
    zone = replace(frame.ledger.settings, timezone="Europe/Brussels")
    frame = replace(
        frame,
        ledger=replace(frame.ledger, settings=zone),
        beside=replace(frame.beside, versions={ident: versions}),
    )
    (page,) = version_pages(frame, ())
    assert isinstance(page.view, VersionsView)
    assert [version.day.words for version in page.view.versions[::-1]] == [
        "6 May 2031, 18:10",
        "6 May 2031, 19:20",
        "6 May 2031",
        "7 May 2031",
        "Date not stated",
    ]
