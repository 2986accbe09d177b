from __future__ import annotations

import pytest

from generator.knowledge.spelling import pieces
from generator.link.likeness import Weighed, compare
from tests.pace import grows_evenly


def weighed(text: str) -> Weighed:
    return Weighed.of(pieces(text))


ONE = weighed("The pilots refused, and the harbour stays shut until dawn")


def test_wordings_of_the_same_pieces_are_one_and_are_compared_once() -> None:
    again = weighed("the pilots refused, and the harbour stays shut until dawn!")
    assert again is ONE
    assert weighed("The pilots refused … and the harbour stays shut until dawn") is not ONE
    other = weighed("the harbour stays shut")
    assert compare(again, other) is compare(ONE, other)


def test_the_heaviest_run_of_words_in_both() -> None:
    like = compare(ONE, weighed("He said the harbour stays shut, for good"))
    assert like.run == weighed("the harbour stays shut").whole


def test_words_in_another_order_are_shared_all_the_same() -> None:
    like = compare(ONE, weighed("The harbour stays shut until dawn: the pilots refused"))
    assert (like.left, like.against) == (0, 0)


def test_what_one_has_before_and_the_other_behind_is_not_against() -> None:
    like = compare(ONE, weighed("the harbour stays shut until dawn, whatever our mayor says"))
    assert like.against == 0
    assert like.left == weighed("whatever our mayor says").whole


def test_other_words_in_the_same_place_are_against() -> None:
    like = compare(ONE, weighed("The mayor promised that the harbour stays shut until dawn"))
    assert like.against == weighed("pilots refused and").whole


def test_what_was_left_out_is_not_against() -> None:
    like = compare(ONE, weighed("The mayor promised … the harbour stays shut until dawn"))
    assert like.against == 0


@pytest.mark.parametrize(
    ("other", "seam"),
    [
        ("the harbour stays shut until dawn, whatever our mayor says", True),
        ("I am told that the pilots refused", True),
        ("I am told that the pilots refused … I came home", True),
        ("the harbour stays shut, whatever our mayor says", False),
        ("The pilots refused", True),
        ("harbour", False),
        ("Nobody came home", False),
    ],
)
def test_where_one_ends_and_the_other_begins(other: str, seam: bool) -> None:  # noqa: FBT001
    assert compare(ONE, weighed(other)).seam == compare(weighed(other), ONE).seam == seam


def test_words_alike_by_themselves_count_for_less() -> None:
    lone = compare(ONE, weighed("No pilots ever landed"))
    assert 0 < lone.shared < weighed("pilots").whole
    whole = compare(ONE, weighed("pilots"))
    assert whole.shared == weighed("pilots").whole


def test_nothing_in_common() -> None:
    like = compare(ONE, weighed("Nobody came home"))
    assert (like.run, like.shared) == (0, 0)
    assert like.left == weighed("Nobody came home").whole


@pytest.mark.parametrize("other", ["the harbour stays shut", "dawn dawn dawn", "nothing", ""])
def test_it_does_not_matter_which_comes_first(other: str) -> None:
    assert compare(ONE, weighed(other)) == compare(weighed(other), ONE)


def test_no_two_share_more_than_the_words_of_one_that_the_other_has() -> None:
    assert weighed("boats and boats").in_common(weighed("our boats")) == weighed("boats boats").whole


def test_the_time_grows_with_the_length_alone() -> None:
    def work(two: tuple[Weighed, Weighed]) -> object:
        compare.cache_clear()  # or only the first try is work
        return compare(*two)

    sizes = (2_000, 8_000)
    assert grows_evenly(work, *((weighed("row the boat " * n), weighed("boat the row " * n)) for n in sizes))
