from __future__ import annotations

import pytest

from generator.link.wording import inside, words


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
    ],
)
def test_one_spelling(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "rize"), ("fence", "fense"), ("four", "for"), ("U. S.", "us")]
)
def test_short_words_have_one_spelling(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_nothing_has_no_words() -> None:
    assert words("… ?!") == ()


def test_inside_means_in_one_piece_and_whole_words() -> None:
    assert inside(("a", "few"), ("only", "a", "few", "boats"))
    assert not inside(("a", "boats"), ("only", "a", "few", "boats"))
    assert not inside(("few", "boa"), ("a", "few", "boats"))
