from __future__ import annotations

import pytest

from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Dated
from generator.model.text import Span
from generator.publish.weave.told import day_number, is_day, neighbours, told_by_day, told_in

LEAD = "LOWHAVEN, May 4 (Coast Wire) - The ferry sank on Sunday. Its crew had sailed on Saturday at dawn."
REST = "On Sunday, *Dr. Berg* said, “It sank. Nobody knew” and left. Nothing else was said that week."
DAYS = {"May 4": "2031-05-04", "Sunday": "2031-05-02", "Saturday": "2031-05-01", "that week": None}


def report(*paragraphs: str, key: str = "ferry", role: Role = Role.PARAGRAPH) -> Article:
    text, blocks, dates = "", [], []
    for words in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(role, Span(len(text), len(text) + len(words)), 1))
        for name, day in DAYS.items():
            at = words.find(name)
            if at >= 0:
                span = Span(len(text) + at, len(text) + at + len(name))
                dates.append(Dated(span, name, day))
        text += words
    return Article(key, f"articles/{key}.md", FrontMatter(), text, tuple(blocks), (), (), tuple(dates))


def test_a_day_is_told_by_the_sentences_that_name_it() -> None:
    told = told_by_day([report(LEAD, REST)], {"ferry": "2031-05-04"})
    assert list(told) == ["2031-05-01", "2031-05-02"]
    assert [one.words for one in told["2031-05-02"]] == [
        "LOWHAVEN, May 4 (Coast Wire) - The ferry sank on Sunday.",
        "On Sunday, Dr. Berg said, “It sank.",
    ]
    assert [one.words for one in told["2031-05-01"]] == ["Its crew had sailed on Saturday at dawn."]


def test_the_day_of_a_dateline_tells_of_nothing_elsewhere_it_does() -> None:
    later = "The pier burnt down on May 4 - nobody was there."
    assert [one.day for one in told_in(report(LEAD))] == ["2031-05-02", "2031-05-01"]
    assert [one.day for one in told_in(report("Nothing.", later))] == ["2031-05-04"]


def test_what_is_not_the_story_tells_of_no_day() -> None:
    assert told_in(report(LEAD, role=Role.CAPTION)) == ()
    assert told_in(report("Nothing is dated.")) == ()


def test_reports_come_in_their_order() -> None:
    told = told_by_day([report(LEAD, key="b"), report(REST, key="a")], {"a": "", "b": "2031-05-04"})
    found = [(one.article.id, one.reported) for one in told["2031-05-02"]]
    assert found == [("b", "2031-05-04"), ("a", "")]


@pytest.mark.parametrize(
    ("iso", "whole"), [("2031-05-02", True), ("2031-05", False), ("", False), ("2031-05-32", False)]
)
def test_a_month_is_no_day(iso: str, whole: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_day(iso) is whole


def test_days_are_counted() -> None:
    assert day_number("2031-05-02") - day_number("2031-04-30") == 2
    assert day_number("soon") == 0


def test_a_day_has_the_days_beside_it() -> None:
    days = ["2031-05-01", "2031-05-04", "2031-05-09"]
    assert neighbours(days, "2031-05-04") == ("2031-05-01", "2031-05-09")
    assert neighbours(days, "2031-05-01") == ("", "2031-05-04")
    assert neighbours(days, "2031-05-09") == ("2031-05-04", "")
    assert neighbours((), "2031-05-09") == ("", "")
