from __future__ import annotations

from generator.model.site import Day, ReportCard, Tick, TimelineDay
from generator.publish.drawing import OTHERS, PER_ROW, drawing, place

REPORT = ReportCard("Title", False, "r/", "", None, Day("", ""), 0, ())  # noqa: FBT003 - a card, field by field


def tick(sign: str, hue: int = 1, words: str = "words") -> Tick:
    return Tick(hue, sign, f"q/{words}", words)


def day(iso: str, at: int, ticks: tuple[Tick, ...] = (), reports: int = 0) -> TimelineDay:
    return TimelineDay(Day(iso, f"the day {iso}"), at, ticks, (REPORT,) * reports, (), f"t/#d-{iso}")


def test_no_days_make_an_empty_picture() -> None:
    drawn = drawing(())
    assert (drawn.lanes, drawn.marks, drawn.rows) == ((), (), ())
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
    assert [lane.sign for lane in drawn.lanes] == ["CD", "AB", OTHERS]
    assert [lane.hue for lane in drawn.lanes] == [2, 1, 0]
    assert [tally.x for tally in drawn.lanes[0].tallies] == [place(1000)]


def test_no_two_strokes_of_a_tally_share_a_place() -> None:
    many = tuple(tick("AB", words=str(n)) for n in range(PER_ROW * 2 + 1))
    drawn = drawing((day("2031-01-01", 0, many), day("2031-01-02", 1000, (tick("CD"),))))
    strokes = drawn.lanes[0].tallies[0].strokes
    assert len({(stroke.x, stroke.y) for stroke in strokes}) == len(many)
    assert [stroke.label for stroke in strokes] == [str(n) for n in range(len(many))]
    assert drawn.lanes[0].top + max(stroke.y for stroke in strokes) + 12 <= drawn.lanes[1].top
    assert drawn.lanes[1].top < drawn.axis


def test_labels_leave_each_other_room() -> None:
    days = [day(f"2031-03-{n + 1:02}", at) for n, at in enumerate((0, 40, 100, 300, 1000))]
    marks = drawing(tuple(days)).marks
    assert [mark.label for mark in marks] == ["1 Mar", "", "3 Mar", "4 Mar", "5 Mar"]
    assert [mark.close for mark in marks if mark.label] == [False, True, False, False]


def test_a_day_that_is_not_stated_has_no_label() -> None:
    assert [mark.label for mark in drawing((day("", 0), day("2031-12", 500))).marks] == ["", ""]


def test_room_for_reports_is_left_where_there_are_some() -> None:
    bare, full = (drawing((day("2031-01-01", 0, (tick("AB"),), reports=n),)) for n in (0, 1))
    assert (bare.sheets, full.sheets) == (False, True)
    assert bare.axis == full.axis
    assert bare.height < full.height


def test_the_table_says_what_the_picture_shows() -> None:
    drawn = drawing(
        (
            day("2031-01-01", 0, (tick("AB"),), reports=2),
            day("2031-01-02", 1000, (tick("AB"), tick("AB"), tick("CD", 2), tick("AB"), tick("AB"))),
        )
    )
    assert [(row.words, row.href, row.reports) for row in drawn.rows] == [
        ("the day 2031-01-01", "t/#d-2031-01-01", 2),
        ("the day 2031-01-02", "t/#d-2031-01-02", 0),
    ]
    assert [[(cell.count, cell.depth) for cell in row.cells] for row in drawn.rows] == [
        [(1, 1), (0, 0)],
        [(4, 4), (1, 1)],
    ]
    assert [mark.reports for mark in drawn.marks] == [2, 0]
