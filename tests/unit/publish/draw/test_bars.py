from __future__ import annotations

from generator.model.parts import Day
from generator.model.pictures import TimelineDay
from generator.publish.draw.bars import columns, path_of
from generator.publish.draw.shapes import Column, Lane, Tally
from generator.publish.phrase.languages import english


def lane(sign: str, *tallies: Tally) -> Lane:
    return Lane(sign, 3, 10, 30, 32, tallies)


def test_the_bars_of_a_lane_are_one_path_on_its_foot() -> None:
    made = path_of(lane("NOR", Tally(11.0, (), 2, 20), Tally(12.5, (), 1, 8)), 1.06)
    assert made == "M110.0 12h10.6v20h-10.6zM125.0 24h10.6v8h-10.6z"
    assert path_of(lane("NOR", Tally(11.0, (), 2)), 1.06) == ""  # strokes are drawn by themselves


def test_a_day_says_all_that_is_drawn_of_it() -> None:
    day = TimelineDay(Day("2031-02-02", "2 February"), 0, (), (), (), "D/", number=1)
    empty = TimelineDay(Day("2031-02-03", "3 February"), 500, (), (), (), "E/", number=2)
    lanes = [lane("NOR", Tally(11.0, (), 1200, 20)), lane("SL", Tally(11.0, (), 1, 2))]
    made = columns([(11.0, day), (52.5, empty)], lanes, english())
    assert made == (Column(11.0, "D/", "2 February: NOR 1,200, SL 1"),)
