from __future__ import annotations

import pytest

from generator.analyse.day.dates import dates
from generator.model.text import Span

SATURDAY = "2031-02-15"  # the day of publication


def days(text: str, published: str | None = SATURDAY) -> list[tuple[str, str | None]]:
    return [(d.text, d.day) for d in dates(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2031-02-03 it", [("2031-02-03", "2031-02-03")]),
        ("on March 4, 2029, it", [("March 4, 2029", "2029-03-04")]),
        ("on 4 March 2029 it", [("4 March 2029", "2029-03-04")]),
        ("on 4th March it", [("4th March", "2031-03-04")]),
        ("on December 30 it", [("December 30", "2030-12-30")]),
        ("on Oct. 3-4 it", [("Oct. 3-4", "2030-10-03"), ("Oct. 3-4", "2030-10-04")]),
        ("on 3 Sept. it", [("3 Sept.", None)]),
        ("on Saturday it", [("Saturday", "2031-02-15")]),
        ("on Friday it", [("Friday", "2031-02-14")]),
        ("on Sunday it", [("Sunday", "2031-02-09")]),
        ("next Sunday it", [("next Sunday", None)]),
        ("yesterday and tomorrow", [("yesterday", "2031-02-14"), ("tomorrow", "2031-02-16")]),
        ("today or tonight", [("today", "2031-02-15"), ("tonight", "2031-02-15")]),
        ("Last night, this morning", [("Last night", "2031-02-14"), ("this morning", "2031-02-15")]),
        ("three days ago", [("three days ago", "2031-02-12")]),
        ("A day ago, 12 days ago", [("A day ago", "2031-02-14"), ("12 days ago", "2031-02-03")]),
        ("two weeks ago", [("two weeks ago", None)]),
        ("earlier this month", [("earlier this month", None)]),
        ("last week and next year", [("last week", None), ("next year", None)]),
        ("this weekend, days ago, in the morning", [("this weekend", None)]),
        ("on 31 February 2031", [("31 February 2031", None)]),
        ("on 2031-02-31", [("2031-02-31", None)]),
        ("5 Marchers and 12 Marches", []),
        ("in 1999 or so", []),
    ],
)
def test_dates_against_the_day_of_publication(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize("published", [None, "", "soon", "2031-13-01"])
def test_without_a_day_of_publication_only_whole_dates_are_told(published: str | None) -> None:
    text = "On Monday, on March 4, yesterday, on 4 March 2029"
    assert [day for _, day in days(text, published)] == [None, None, None, "2029-03-04"]


@pytest.mark.parametrize(
    ("text", "published"), [("tomorrow", "9999-12-31"), ("yesterday", "0001-01-01"), ("Sunday", "0001-01-01")]
)
def test_the_calendar_has_ends(text: str, published: str) -> None:
    assert days(text, published) == [(text, None)]


@pytest.mark.parametrize(
    ("published", "expected"), [("0001-01-01", "0001-03-04"), ("9999-12-31", "9999-03-04")]
)
def test_the_nearest_year_lies_in_the_calendar(published: str, expected: str) -> None:
    assert days("4 March", published) == [("4 March", expected)]


def test_only_the_span_is_searched() -> None:
    text = "Monday Tuesday Friday"
    (found,) = dates(text, Span(7, 14), None)
    assert found.span == Span(7, 14)
    assert found.span.of(text) == "Tuesday"
