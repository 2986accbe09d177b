from __future__ import annotations

from typing import Any

from generator.model.parts import Day
from generator.model.pictures import Tick, TimelineDay
from generator.publish.draw.upright import FIRST, FITS, LINE, STRETCH, WIDTH, Standing, upright


def day(number: int, said: str = "", **more: Any) -> TimelineDay:  # noqa: ANN401 - its fields
    """Return a day on which each actor, a letter of ``said``, makes a statement."""
    ticks = tuple(Tick(ord(sign) - 64, sign, "q/", "words") for sign in said)
    iso = f"2031-01-{number:02}"
    return TimelineDay(Day(iso, iso), 0, ticks, (), (), "", number=number, **more)


def kinds(standing: Standing) -> list[tuple[str, str, int]]:
    return [(line.kind, line.sign, line.count) for line in standing.lines]


def test_nothing_is_drawn_of_nothing() -> None:
    assert upright(()).days == ()


def test_a_day_has_a_line_for_each_actor_for_its_reports_and_for_who_tells_of_it() -> None:
    first, last = upright((day(1, "ABB", appeared=1, tellers=2), day(2, "A"))).days
    assert kinds(first) == [("said", "A", 1), ("said", "B", 2), ("reports", "", 1), ("told", "", 2)]
    assert kinds(last) == [("said", "A", 1)]
    assert [piece.hue for piece in first.lines[1].pieces] == [2, 2]
    assert (first.label, last.label) == ("1 Jan", "2 Jan")


def test_lines_stand_below_each_other_and_days_are_to_scale_as_far_as_there_is_room() -> None:
    drawn = upright((day(1, "A"), day(2, "A"), day(4, "AB"), day(30, "A")))
    lines = [line.y for standing in drawn.days for line in standing.lines]
    assert lines == sorted(set(lines))
    first, second, third, last = (standing.y for standing in drawn.days)
    assert (third - second) - (second - first) == STRETCH[0]
    assert last - third == 2 * LINE + STRETCH[1]
    assert drawn.height > lines[-1]


def test_nothing_is_wider_than_a_phone() -> None:
    crowded = upright((day(1, "A" * (FITS + 1) + "B", appeared=70, tellers=70), day(2, "A" * 900)))
    full = upright((day(1, "A" * FITS, appeared=18, tellers=18),))
    for drawn in (crowded, full):
        pieces = [piece for each in drawn.days for line in each.lines for piece in line.pieces]
        assert pieces
        assert max(piece.x + piece.width for piece in pieces) <= WIDTH
    assert FIRST < WIDTH


def test_a_crowded_affair_has_one_bar_for_a_day_in_the_colours_of_those_who_spoke() -> None:
    first, last = upright((day(1, "A" * FITS + "AB"), day(2, "B"))).days
    (bar,) = first.lines
    assert [piece.hue for piece in bar.pieces] == [1, 2]
    assert (bar.sign, bar.count) == ("", FITS + 2)
    assert bar.pieces[0].width > bar.pieces[1].width == last.lines[0].pieces[0].width
    assert bar.pieces[0].x + bar.pieces[0].width < bar.pieces[1].x


def test_what_has_no_room_is_a_number() -> None:
    (standing,) = upright((day(1, "A", appeared=300),)).days
    assert [(line.count, line.pieces) for line in standing.lines if line.kind == "reports"] == [(300, ())]


def test_a_broken_line_says_how_many_days_it_leaves_out() -> None:
    first, last = upright((day(1, "A"), day(30, "A", gap=28))).days
    assert (first.gap, last.gap) == (0, 28)
    assert first.lines[-1].y < last.broken < last.y
