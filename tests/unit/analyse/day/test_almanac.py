from __future__ import annotations

from datetime import date

import pytest

from generator.analyse.day.almanac import (
    ahead,
    coming,
    day_of,
    in_week,
    latest,
    moved,
    next_or_last,
    yearless,
)

SATURDAY = date(2031, 2, 15)
SUNDAY, MONDAY, TUESDAY, FRIDAY = 6, 0, 1, 4


def test_a_date_time_is_its_day_and_no_date_is_none() -> None:
    assert day_of("2031-02-15T12:00:00Z") == SATURDAY
    assert day_of("soon") is day_of("") is day_of(None) is None


def test_the_latest_day_may_be_today_the_coming_one_is_not() -> None:
    assert latest(SATURDAY, 5) == SATURDAY
    assert latest(SATURDAY, SUNDAY) == date(2031, 2, 9)
    assert coming(SATURDAY, 5) is None
    assert coming(SATURDAY, SUNDAY) == date(2031, 2, 16)


def test_a_day_of_a_week_is_told_where_weeks_from_monday_and_from_sunday_agree() -> None:
    assert in_week(SATURDAY, TUESDAY, -1) == date(2031, 2, 4)
    assert in_week(SATURDAY, TUESDAY, 1) == date(2031, 2, 18)
    assert in_week(SATURDAY, SUNDAY, 1) is None


@pytest.mark.parametrize(
    ("weekday", "weeks", "expected"),
    [
        (TUESDAY, 1, date(2031, 2, 18)),
        (SUNDAY, 1, None),  # tomorrow to some
        (TUESDAY, -1, None),  # of this week, or of the one before
        (5, -1, date(2031, 2, 8)),
    ],
)
def test_next_and_last_are_told_where_both_readings_agree(
    weekday: int, weeks: int, expected: date | None
) -> None:
    assert next_or_last(SATURDAY, weekday, weeks) == expected


def test_a_day_without_its_year_is_of_this_year_or_near() -> None:
    assert yearless(SATURDAY, 6, 1) == date(2031, 6, 1)
    assert yearless(SATURDAY, 12, 30) == date(2030, 12, 30)
    assert yearless(SATURDAY, 8, 20) is None
    assert yearless(SATURDAY, 2, 30) is None


def test_a_day_ahead_is_the_first_that_exists() -> None:
    assert ahead(SATURDAY, 2, 15) == SATURDAY
    assert ahead(SATURDAY, 2, 14) == date(2032, 2, 14)
    assert ahead(date(2097, 1, 1), 2, 29) == date(2104, 2, 29)  # 2100 is no leap year
    assert ahead(SATURDAY, 2, 30) is None


def test_the_calendar_has_ends() -> None:
    assert moved(date(9999, 12, 31), 1) is None
    assert latest(date(1, 1, 1), SUNDAY) is None
    assert next_or_last(date(1, 1, 1), FRIDAY, -1) is None
