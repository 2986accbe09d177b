"""Days and instants of reports: which appeared before which, in whatever zone each tells its time."""

from __future__ import annotations

import pytest

from generator.model.moments import appeared, clock, stated_day


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, ""),
        ("2026-03-10", "2026-03-10"),
        ("2026-03", "2026-03"),
        ("2026-03-10T23:30:00", "2026-03-10"),
        ("2026-03-10T23:30:00Z", "2026-03-11"),
        ("2026-03-10T23:30:00+01:00", "2026-03-10"),
        ("2026-03-10 or so", "2026-03-10"),
    ],
)
def test_the_day_of_a_report_is_that_of_the_sites_zone(published: str | None, day: str) -> None:
    assert stated_day(published, "Europe/Brussels") == day


def test_an_unknown_zone_leaves_the_day_as_stated() -> None:
    assert stated_day("2026-03-10T23:30:00Z", "Nowhere/At_All") == "2026-03-10"


def test_reports_of_one_day_are_sorted_by_the_instant() -> None:
    told = [
        "2026-03-09T23:59:00Z",
        "2026-03-10",  # a day alone, before what appeared on it
        "2026-03-10T20:25:00+03:00",  # 17:25
        "2026-03-10T17:30:00",  # in the zone of the site
        "2026-03-10T14:12:00-04:00",  # 18:12
        "2026-03-11",
        None,
    ]
    mixed = [*told[3:], *told[:3]]
    assert sorted(mixed, key=lambda published: appeared(published, "UTC")) == told


@pytest.mark.parametrize(
    ("published", "time"),
    [
        (None, ""),
        ("2026-03-10", ""),
        ("2026-03-10 or so", ""),
        ("2026-03-10T18:10:00", "18:10"),
        ("2026-03-10T18:10:00Z", "19:10"),
    ],
)
def test_the_clock_shows_the_sites_own_time(published: str | None, time: str) -> None:
    assert clock(published, "Europe/Brussels") == time
