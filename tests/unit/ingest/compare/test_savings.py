from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.compare.duplicates import Saving
from generator.ingest.compare.savings import Chosen, changed_at, choose_savings, newer
from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import Severity

A, B, C = (
    Saving(
        f"sources/{name}.html", "mill", "courier", "", frozenset({"courier.example/mill"}), {n: 100, 9: 100}
    )
    for n, name in enumerate("abc")
)
DAYS = {"sources/a.html": "2031-05-06", "sources/b.html": "2031-05-08", "sources/c.html": "2031-05-07"}


def chosen(*savings: Saving, days: dict[str, str] | None = None) -> Chosen:
    return choose_savings(savings, (DAYS if days is None else days).get)


def told(found: Chosen) -> list[str]:
    signs = {Severity.INFO: "", Severity.WARNING: "! "}
    return [f"{signs[d.severity]}{d.location.path}: {d.message}" for d in found.diagnostics]


def test_one_is_left_as_it_is() -> None:
    other = replace(B, addresses=frozenset({"courier.example/pier"}), sentences={7: 100}, title="pier")
    assert chosen(A) == chosen(A, other) == Chosen({}, ())


def test_the_newest_is_the_article() -> None:
    found = chosen(C, A, B)
    assert found.left_out == {A.path: B.path, C.path: B.path}
    assert told(found) == [
        "sources/a.html: an older saving of the report in sources/b.html; it is kept here and left out",
        "sources/c.html: an older saving of the report in sources/b.html; it is kept here and left out",
    ]
    assert chosen(A, B, C) == found


def test_of_the_same_words_the_first_is_taken() -> None:
    found = chosen(A, replace(B, sentences=A.sentences), days={})
    assert found.left_out == {B.path: A.path}
    assert told(found) == ["sources/b.html: the same report as sources/a.html, word for word; it is left out"]


@pytest.mark.parametrize(
    "days", [{}, {A.path: "2031-05-06"}, {A.path: "2031-05-06", B.path: "2031-05-06T10:00"}]
)
def test_where_nothing_tells_the_editor_is_asked(days: dict[str, str]) -> None:
    found = chosen(A, B, days=days)
    assert found.left_out == {B.path: A.path}
    (line,) = told(found)
    assert line.startswith(
        "! sources/b.html: the same report as sources/a.html in other words, and it cannot"
    )
    assert found.diagnostics[0].hint.startswith("say saved: DAY")


def test_what_an_editor_took_over_stands() -> None:
    taken = replace(A, path="articles/a.md")
    found = chosen(taken, B, days={"articles/a.md": "2031-05-06", **DAYS})
    assert found.left_out == {B.path: "articles/a.md"}
    assert told(found) == [
        "sources/b.html: a newer saving of the report in articles/a.md, which was made of an older one"
    ]


def test_two_that_an_editor_took_over_both_stand_and_it_is_told() -> None:
    both = replace(A, path="articles/a.md"), replace(B, path="articles/b.md")
    found = chosen(*both)
    assert found.left_out == {}
    assert told(found) == [
        "! articles/b.md: the same report as articles/a.md, and both are articles, so that it counts twice"
    ]
    assert chosen(both[0], replace(both[1], draft=True)) == Chosen({}, ())


def test_one_address_of_two_reports_is_told_and_both_stand() -> None:
    found = chosen(A, replace(B, title="pier", sentences={7: 100}))
    assert found.left_out == {}
    (line,) = told(found)
    assert line.startswith("! sources/b.html: it has the address of sources/a.html, but not its words; both")


def test_nearly_the_same_words_without_an_outlet_are_told_and_both_stand() -> None:
    words = dict.fromkeys(range(10), 100)
    found = chosen(
        replace(A, addresses=frozenset(), sentences=words),
        replace(B, addresses=frozenset(), sentences={**words, 77: 10}, outlet=""),
    )
    assert found.left_out == {}
    assert "whether it is the same report cannot be told" in told(found)[0]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2031-05-07", "2031-05-06", True),
        ("2031-05-06", "2031-05-07", False),
        ("2031-05-06", "2031-05-06", None),
        ("2031-05-06", "2031-05-06T10:00:00", None),
        ("2031-05-06T11:00:00+02:00", "2031-05-06T10:00:00+00:00", False),
        ("2031-05-06T12:00:00+02:00", "2031-05-06T10:00:00Z", None),
        ("2031-05-06T12:00:00", "2031-05-06T10:00:00Z", None),
        ("2031-05-06T12:00:00", "2031-05-06T10:00:00", True),
        (None, "2031-05-06", None),
        ("2031-05-06", "", None),
    ],
)
def test_newer(a: str | None, b: str | None, expected: bool | None) -> None:  # noqa: FBT001 - a case
    assert newer(a, b) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:modified_time" content="2031-05-07T08:00:00Z">', "2031-05-07T08:00:00Z"),
        (
            '<script type="application/ld+json">{"@type": "Article", "dateModified": "2031-05-08"}</script>',
            "2031-05-08",
        ),
        ('<meta property="article:modified_time" content="yesterday">', "2031-05-06"),
        ("", "2031-05-06"),
    ],
)
def test_when_a_page_was_changed(head: str, expected: str) -> None:
    front = FrontMatter(published="2031-05-06")
    page = Source("a", "sources/a.html", Media.HTML, f"<html><head>{head}</head><p>x", "", front)
    assert changed_at(page) == expected
    assert changed_at(replace(page, media=Media.TEXT)) == "2031-05-06"
    assert changed_at(replace(page, body="", front=FrontMatter())) is None
