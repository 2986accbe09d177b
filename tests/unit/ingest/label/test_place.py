from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.label.line import Label, Line, cut
from generator.ingest.label.place import LULL, OVER, Stretch, alike, ground, stretches, twins, weigh

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."


def lines(*texts: str) -> list[Line]:
    return [Line(text, n) for n, text in enumerate(texts, 1)]


def test_a_short_gap_parts_nothing() -> None:
    assert stretches([20, -LULL + 1, 5]) == [Stretch(25, 0, 3)]
    assert stretches([20, -LULL, 5]) == [Stretch(20, 0, 1), Stretch(5, 2, 3)]


def test_a_gap_that_weighs_less_than_both_sides_parts_nothing() -> None:
    assert stretches([90, -80, 85]) == [Stretch(95, 0, 3)]
    assert [s.start for s in stretches([90, -80, 75])] == [0, 2]
    assert [s.start for s in stretches([900, -OVER, 900])] == [0, 2]


def test_a_short_sentence_goes_with_the_one_before() -> None:
    assert stretches([0, 20, 0, -10, 0]) == [Stretch(20, 1, 3)]


def test_nothing_weighs_nothing() -> None:
    assert stretches([]) == stretches([-10, 0, -18]) == []


def test_short_lines_alone_make_no_copied_page() -> None:
    text = lines(*(f"Heading {n}" for n in range(30)), STORY)
    labels = [None] * len(text)
    assert not ground(text, labels, frozenset()).page
    assert ground(text, labels, frozenset(range(20))).page


def test_in_other_texts_the_story_goes_on_to_the_end() -> None:
    found = ground(lines("Pilots refuse", STORY, "Nobody came"), [None, None, None], frozenset())
    assert (found.start, found.end, found.page) == (1, 3, False)


def test_a_title_is_found_again_without_the_name_of_the_site() -> None:
    text = lines("Pilots refuse night shifts - Pier", "Home", "Pilots refuse night shifts", "Pilots", STORY)
    assert twins(text) == [2]


def test_lines_of_one_form_are_a_list() -> None:
    listed = lines("Results", "Petrel (Vik)", "Curlew (Vik)", "Dunlin (Ostend)", "Knot (Vik)", "Ferry sold")
    assert alike(listed, [None] * 6, 0) == 5
    assert alike(listed, [None, None, cut("share"), None, None, None], 0) == 0
    assert alike(listed, [None] * 6, 5) == 0


def test_what_weighs_for_the_story_and_against_it() -> None:
    labels: list[Label | None] = [None, None, cut("comments"), cut("newsletter"), None]
    weights = weigh(lines(STORY, "Related", "Reply", "Sign up", "News"), labels, frozenset({4}))
    assert weights[0] == 18  # its words
    assert weights[2] < weights[4] < weights[1] < 0  # comments, a menu, a short line
    assert weights[2] < weights[3] < 0  # a plea stands between paragraphs as well


def test_a_long_list_of_short_lines_weighs_little_more() -> None:
    weights = weigh(lines(*(f"Boat {n}" for n in range(20))), [None] * 20, frozenset())
    assert weights[-1] > weights[0]


@given(st.lists(st.integers(-300, 250)))
def test_stretches_do_not_overlap_and_weigh_something(weights: list[int]) -> None:
    found = stretches(weights)
    assert all(s.weight > 0 and 0 <= s.start < s.end <= len(weights) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
