from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.findings import Dated
from generator.model.text import Span
from generator.publish.tally.saying import Saying, saying

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.shown import Shown


def told(shown: Shown, article: str, day: str | None = None, desk: str | None = None) -> Shown:
    """Return a quotation of some article whose sentence, or the desk, tells the day of the words."""
    dated = Dated(Span(0, 6), "Monday", day) if day else None
    return replace(
        shown,
        article=replace(shown.article, id=article),
        quote=replace(shown.quote, told=dated, day=desk),
    )


@pytest.fixture
def shown(ledger: Ledger) -> Shown:
    return ledger.quotes["a1-q1"]


DAYS = {"a": "2031-05-07", "b": "2031-05-08", "c": "2031-05-09", "undated": ""}


def test_the_day_of_the_words_and_that_of_the_first_report_are_two(shown: Shown) -> None:
    members = [told(shown, "b"), told(shown, "a", "2031-05-05")]
    assert saying(members, DAYS) == Saying("2031-05-05", told=True, first="2031-05-07")


def test_where_no_report_tells_it_only_the_first_report_is_known(shown: Shown) -> None:
    assert saying([told(shown, "b"), told(shown, "a")], DAYS) == Saying(
        "2031-05-07", told=False, first="2031-05-07"
    )
    assert saying([told(shown, "undated")], DAYS) == Saying("", told=False, first="")


def test_what_most_reports_tell_counts_and_the_others_are_named(shown: Shown) -> None:
    days = {"a": "2031-05-05", "b": "2031-05-04", "c": "2031-05-05"}
    found = saying([told(shown, key, day) for key, day in days.items()], DAYS)
    assert found == Saying("2031-05-05", told=True, first="2031-05-07", otherwise=("2031-05-04",))


def test_where_as_many_tell_another_day_it_is_not_known(shown: Shown) -> None:
    members = [told(shown, "a", "2031-05-05"), told(shown, "b", "2031-05-04")]
    both = ("2031-05-04", "2031-05-05")
    assert saying(members, DAYS) == Saying("2031-05-07", told=False, first="2031-05-07", otherwise=both)


def test_a_report_counts_once(shown: Shown) -> None:
    members = [told(shown, "a", "2031-05-05"), told(shown, "a", "2031-05-05"), told(shown, "b", "2031-05-04")]
    assert not saying(members, DAYS).told


def test_no_report_has_words_before_they_were_said(shown: Shown) -> None:
    members = [told(shown, "a"), told(shown, "b", "2031-05-08")]
    assert saying(members, DAYS) == Saying("2031-05-07", told=False, first="2031-05-07")
    alone = [told(shown, "undated", "2031-05-08")]
    assert saying(alone, DAYS) == Saying("2031-05-08", told=True, first="")


def test_the_word_of_the_desk_prevails(shown: Shown) -> None:
    members = [told(shown, "a", "2031-05-05"), told(shown, "b", "2031-05-05", desk="2031-05-06")]
    assert saying(members, DAYS) == Saying("2031-05-06", told=True, first="2031-05-07")
