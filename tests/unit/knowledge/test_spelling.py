from __future__ import annotations

import pytest

from generator.knowledge.spelling import pieces, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("irresponsible behaviour", "Irresponsible behavior"),
        ("Nato is ready", "NATO is ready!"),
        ("organised and analysing", "organized and analyzing"),
        ("the centres of defence", "the centers of defense"),
        ("travelled dialogue", "traveled dialog"),
        ("don’t", "don't"),
        ("President Erdoğan", "President Erdogan"),
        ("U.S. Army", "US army"),
        ("“Go,” he—said…", "go he said"),
        ("[W]e can’t, won’t and aren’t", "we can not, will not and are not"),
        (
            "they’re sure we’ll say he’d gone and I’m late",
            "they are sure we will say he would gone and I am late",
        ),
        ("The mayor’s boats & it’s gonna rain", "the mayor boats and it going to rain"),
        ("rock ’n’ roll", "rock n roll"),
        ("close [the harbour] now", "close now"),
        ("a load of bulls--t, you motherf*****s", "a load of bullshit, you motherfuckers"),
        ("son-of-a-b----", "Son of a bitch"),
        ("f**king s***hole", "fucking shithole"),
    ],
)
def test_one_spelling(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "rize"), ("fence", "fense"), ("four", "for"), ("U. S.", "us")]
)
def test_short_words_have_one_spelling(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_a_dash_is_no_mask_and_a_mask_that_fits_two_words_hides_both() -> None:
    assert words("we go--and he--") == ("we", "go", "and", "he")
    assert words("c***") == ("c",)
    assert words("2 * 3, five stars *****") == ("2", "3", "five", "stars")


def test_an_ellipsis_parts_a_wording() -> None:
    assert pieces("We sail … at night... all of us. Gladly") == [
        words("we sail"),
        words("at night"),
        words("all of us gladly"),
    ]
    assert pieces("… …") == [()]


def test_nothing_has_no_words() -> None:
    assert words("… ?!") == ()
