from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.show.days import breaks, near, ordinal, scaled, timeline

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


def test_days_lie_to_scale() -> None:
    assert scaled(["2026-03-01", "2026-03-02", "2026-03-11"]) == {
        "2026-03-01": 0,
        "2026-03-02": 100,
        "2026-03-11": 1000,
    }
    assert scaled(["2026-03", "2026-03-11"])["2026-03"] == 0
    assert scaled(["2026-03-01"]) == {"2026-03-01": 500}
    assert scaled(["soon-1"]) == {"soon-1": 500}
    assert scaled(["2026-03-01", "2026-03-11", "2026-99-99"])["2026-99-99"] == 0
    assert scaled([]) == {}


def test_a_long_time_without_anything_breaks_the_line() -> None:
    days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-05-01"]
    assert breaks(days) == {"2026-05-01": 58}
    places = scaled(days)
    assert places["2026-03-03"] - places["2026-03-02"] == places["2026-03-02"] - places["2026-03-01"]
    assert places["2026-05-01"] == 1000
    assert places["2026-03-03"] > 300  # drawn to scale, the first three days would be one stroke
    assert breaks(["2026-01-01", "2026-02-01", "2026-03-01"]) == {}  # a month is long where days are near
    assert breaks([]) == {}


def test_only_days_near_the_others_belong_on_the_line() -> None:
    told = {"1949-03-01": (), "2026-02-10": (), "2026-03-05": (), "2027-01-01": ()}
    assert near(told, ["2026-03-01", "2026-03"]) == ["2026-02-10", "2026-03-05"]
    assert near(told, [""]) == []


def test_a_month_is_laid_where_it_begins() -> None:
    assert ordinal("2026-03") == ordinal("2026-03-01") > 0
    assert ordinal("soon") == 0


def test_a_day_has_its_ticks_reports_and_statements(frame: Frame) -> None:
    cards, gathered = frame.cards("index.html"), frame.gathered
    first, last = timeline(cards, gathered.reports, gathered.days, 1)
    assert (first.day.iso, first.at, last.at) == ("2026-03-10", 0, 1000)
    assert [t.label for t in first.ticks] == [
        "Anna Arden: “We will never accept the accord of Borvia, friends”",
        "Anna Arden: “never again”",
    ]
    assert [r.title for r in first.reports] == ["Aldoria says ‘never again’"]
    assert len(first.statements) == 1
    assert first.more == "1 further statement"
    assert last.more == ""
    assert first.href == "./timeline/2026-03-10/index.html"
