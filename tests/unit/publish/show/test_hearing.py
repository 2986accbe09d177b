from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.parts import Day
from generator.model.pictures import HeardDay, Hearing
from generator.publish.show.hearing import DOWN, UP, bars, hearing
from generator.publish.tally.gather import gather
from generator.publish.tally.saying import Saying

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame

FIRST, LAST = Day("2031-01-01", "1 January 2031"), Day("2031-01-11", "11 January 2031")


def heard(*days: HeardDay, most: int = 8, room: int = 100) -> Hearing:
    return Hearing(days, FIRST, LAST, most, room)


def test_a_voice_is_counted_on_its_days_on_the_line_of_all(frame: Frame) -> None:
    gathered = frame.gathered
    said, of = gathered.actors.said["aldoria"], gathered.actors.said_of["borvia"]
    one, other = (hearing(frame.cards("index.html"), gathered, *kinds) for kinds in ((said,), ((), of)))
    assert one is not None
    assert other is not None
    assert [(d.day.iso, d.at, d.said, d.said_of) for d in one.days] == [("2026-03-10", 0, 2, 0)]
    assert [(d.day.iso, d.at, d.said, d.said_of) for d in other.days] == [("2026-03-10", 0, 0, 1)]
    assert (one.first.iso, one.last.iso) == (other.first.iso, other.last.iso) == ("2026-03-10", "2026-03-13")
    assert one.most == other.most == gathered.loudest == 2


def test_a_voice_of_no_stated_day_has_no_picture(frame: Frame) -> None:
    unstated = [replace(s, saying=Saying("", told=False, first="")) for s in frame.ledger.statements]
    assert hearing(frame.cards("index.html"), frame.gathered, unstated) is None
    assert hearing(frame.cards("index.html"), frame.gathered, []) is None


def test_bars_are_on_one_scale() -> None:
    drawn = bars(heard(HeardDay(FIRST, 0, 8, 0), HeardDay(LAST, 1000, 4, 8)))
    first, last = drawn.bars
    assert (first.up, last.up) == (UP, UP // 2)
    assert (first.down, last.down) == (0, DOWN)
    assert 0 < first.x < last.x < 100 - drawn.thick
    assert drawn.below
    assert drawn.axis - UP > 0
    assert drawn.axis + DOWN < drawn.height


def test_what_is_little_beside_much_is_still_seen() -> None:
    (bar,) = bars(heard(HeardDay(FIRST, 0, 1, 0), most=5000)).bars
    assert (bar.up, bar.down) == (2, 0)


def test_where_nothing_is_said_of_it_there_is_no_room_for_that() -> None:
    only, both = (bars(heard(HeardDay(FIRST, 0, 1, of))) for of in (0, 1))
    assert (only.below, both.below) == (False, True)
    assert only.height < both.height


def test_numbers_stand_where_there_is_room_for_them() -> None:
    day = HeardDay(FIRST, 0, 1, 0)
    near, far = bars(heard(day, room=5)), bars(heard(day, room=90))
    assert (near.numbered, far.numbered) == (False, True)
    assert near.thick < far.thick


def test_people_who_speak_for_nobody_are_on_the_scale(frame: Frame) -> None:
    anna = tuple(
        replace(s, cluster=replace(s.cluster, actor=None), spoken_of=()) for s in frame.ledger.statements
    )
    gathered = gather(replace(frame.ledger, statements=anna))
    assert gathered.actors.said == {}
    assert gathered.loudest == 2
