from __future__ import annotations

from generator.model.parts import Day
from generator.model.pictures import Tick, TimelineDay
from generator.publish.draw.lanes import LANES, OTHERS, by_sign, in_lanes, named, ranked
from generator.publish.phrase.languages import english


def day(*signs: str) -> TimelineDay:
    ticks = tuple(Tick(1, sign, "q/", "words") for sign in signs)
    return TimelineDay(Day("2031-01-01", "1 January"), 0, ticks, (), (), "", number=1)


def test_who_says_most_comes_first_and_those_of_no_actor_last() -> None:
    tallied = [by_sign(day("A", "B", "B", "", "", "").ticks)]
    assert [sign for sign, _ in ranked(tallied)] == ["B", "A", OTHERS]


def test_so_many_actors_have_a_lane_and_all_others_one() -> None:
    signs = [chr(65 + n) for n in range(LANES + 3)]
    tallied, order = in_lanes((day(*(sign for n, sign in enumerate(signs) for _ in range(20 - n))),))
    assert [sign for sign, _ in order] == [*signs[:LANES], OTHERS]
    assert len(tallied[0][OTHERS, 0]) == sum(20 - n for n in range(LANES, LANES + 3))


def test_a_lane_has_its_sign_for_a_name() -> None:
    assert named("NOR", english()) == "NOR"
    assert named(OTHERS, english()) == english().say("timeline.others")
