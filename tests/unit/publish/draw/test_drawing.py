from __future__ import annotations

from typing import Any

from generator.model.parts import Day
from generator.model.pictures import Tick, TimelineDay
from generator.publish.draw.drawing import PER_ROW, REACHES, ROWS, drawing, per_row, place
from generator.publish.draw.lanes import LANES


def tick(sign: str, hue: int = 1, words: str = "words") -> Tick:
    return Tick(hue, sign, f"q/{words}", words)


def day(iso: str, at: int, ticks: tuple[Tick, ...] = (), **more: Any) -> TimelineDay:  # noqa: ANN401 - fields
    return TimelineDay(Day(iso, f"the day {iso}"), at, ticks, (), (), f"t/{iso}/", **more)


def test_no_days_make_an_empty_picture() -> None:
    drawn = drawing(())
    assert (drawn.lanes, drawn.marks, drawn.rows, drawn.reaches) == ((), (), (), ())
    assert drawn.height > drawn.axis


def test_days_stand_to_scale_within_the_picture() -> None:
    drawn = drawing((day("2031-01-01", 0), day("2031-01-06", 500), day("2031-01-11", 1000)))
    first, middle, last = (mark.x for mark in drawn.marks)
    assert middle - first == last - middle
    assert first > 0
    assert last < 100


def test_lanes_run_from_most_to_least_and_those_of_no_actor_are_last() -> None:
    drawn = drawing(
        (
            day("2031-01-01", 0, (tick("", 0), tick("", 0), tick("", 0), tick("AB", 1))),
            day("2031-01-02", 1000, (tick("CD", 2), tick("CD", 2))),
        )
    )
    assert [lane.sign for lane in drawn.lanes] == ["CD", "AB", "others"]
    assert [lane.hue for lane in drawn.lanes] == [2, 1, 0]
    assert [tally.x for tally in drawn.lanes[0].tallies] == [place(1000)]
    assert drawn.most == 0


def test_no_two_strokes_of_a_tally_share_a_place() -> None:
    many = tuple(tick("AB", words=str(n)) for n in range(PER_ROW * 2 + 1))
    drawn = drawing((day("2031-01-01", 0, many), day("2031-01-02", 1000, (tick("CD"),))))
    strokes = drawn.lanes[0].tallies[0].strokes
    assert len({(stroke.x, stroke.y) for stroke in strokes}) == len(many)
    assert [stroke.label for stroke in strokes] == [str(n) for n in range(len(many))]
    assert drawn.lanes[0].top + max(stroke.y for stroke in strokes) + 12 <= drawn.lanes[1].top
    assert drawn.lanes[1].top < drawn.axis


def test_bars_are_drawn_where_there_is_too_much_for_strokes() -> None:
    many = (tick("AB"),) * (PER_ROW * ROWS + 1)
    crowded = drawing((day("2031-01-01", 0, many), day("2031-01-02", 1000, (tick("AB"),))))
    high, low = crowded.lanes[0].tallies
    assert (crowded.most, high.count, low.count, high.strokes) == (len(many), len(many), 1, ())
    assert high.bar > low.bar >= 2
    assert high.label == f"the day 2031-01-01: AB, {len(many)} statements"
    assert crowded.lanes[0].foot - high.bar >= crowded.lanes[0].top
    close = drawing(tuple(day(f"2031-01-{n + 1:02}", n * 10, (tick("AB"),) * 2) for n in range(30)))
    assert close.most == 2  # strokes of two days would stand on each other
    assert place(10) - place(0) > close.thick


def test_strokes_have_the_room_between_two_days() -> None:
    assert [per_row(room) for room in (2, 9, 15, 40)] == [-1, 1, 2, 6]


def test_labels_leave_each_other_room() -> None:
    days = [day(f"2031-03-{n + 1:02}", at) for n, at in enumerate((0, 40, 100, 300, 1000))]
    assert [mark.label for mark in drawing(tuple(days)).marks] == ["1 Mar", "", "3 Mar", "4 Mar", "5 Mar"]


def test_a_day_that_is_not_stated_has_no_label() -> None:
    assert [mark.label for mark in drawing((day("", 0), day("2031-12", 500))).marks] == ["", ""]


def test_a_report_reaches_to_the_days_that_it_tells_of() -> None:
    drawn = drawing(
        (
            day("2031-01-01", 0, tellers=1),
            day("2031-01-03", 500, appeared=2, reach=(0,)),
            day("2031-01-05", 1000, appeared=1),
        )
    )
    first, last = drawn.reaches
    assert (first.first, first.last, first.rings, first.sheets) == (place(0), place(500), (place(0),), 2)
    assert (last.first, last.last, last.rings) == (place(1000), place(1000), ())
    assert drawn.axis < first.y < last.y < drawn.height
    assert (drawn.tells, drawn.appeared, drawn.below) == (True, True, ())
    assert first.label == "the day 2031-01-03: 2 reports"


def test_reports_of_many_days_are_counted_in_bars() -> None:
    days = tuple(
        day(f"2031-01-{n + 1:02}", n * 60, appeared=1 + n % 2, tellers=n) for n in range(REACHES + 1)
    )
    drawn = drawing(days)
    assert drawn.reaches == ()
    told, appeared = drawn.below
    assert [tally.count for tally in told.tallies] == list(
        range(1, REACHES + 1)
    )  # nothing where nobody tells
    assert len(appeared.tallies) == REACHES + 1
    assert told.foot < appeared.foot < drawn.height


def test_a_broken_line_says_how_many_days_it_leaves_out() -> None:
    drawn = drawing((day("2031-01-01", 0), day("2031-03-01", 1000, gap=58)))
    assert (drawn.broken, drawn.marks[1].gap) == (True, 58)
    assert drawn.marks[0].x < drawn.marks[1].broken < drawn.marks[1].x
    assert drawn.marks[0].gap == 0


def test_the_table_says_what_the_picture_shows() -> None:
    drawn = drawing(
        (
            day("2031-01-01", 0, (tick("AB"),), appeared=2, tellers=3),
            day("2031-01-02", 1000, (tick("AB"), tick("AB"), tick("CD", 2), tick("AB"), tick("AB"))),
        )
    )
    assert [(row.words, row.href, row.tellers, row.reports) for row in drawn.rows] == [
        ("the day 2031-01-01", "t/2031-01-01/", 3, 2),
        ("the day 2031-01-02", "t/2031-01-02/", 0, 0),
    ]
    assert [[(cell.count, cell.depth) for cell in row.cells] for row in drawn.rows] == [
        [(1, 1), (0, 0)],
        [(4, 4), (1, 1)],
    ]


def test_where_sheets_have_no_room_one_stands_beside_their_number() -> None:
    few, many = drawing((day("2031-01-01", 0, appeared=4), day("2031-01-02", 1000, appeared=200))).reaches
    assert (few.sheets, few.count) == (4, 4)
    assert (many.sheets, many.count) == (1, 200)


def test_actors_beyond_the_twelfth_share_the_last_lane() -> None:
    many = tuple(tick(f"A{n}", 1 + n % 8) for n in range(LANES + 3))
    drawn = drawing((day("2031-01-01", 0, (*many, *many[:LANES], tick("", 0))),))
    assert [lane.sign for lane in drawn.lanes] == [*(f"A{n}" for n in range(LANES)), "others"]
    assert [tally.count for lane in drawn.lanes for tally in lane.tallies] == [2] * LANES + [4]
    assert [cell.count for cell in drawn.rows[0].cells] == [2] * LANES + [4]
    few = drawing((day("2031-01-01", 0, many[:LANES]),))
    assert len(few.lanes) == LANES
