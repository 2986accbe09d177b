from __future__ import annotations

import pytest

from generator.analyse.word import gender
from generator.analyse.word.gender import FEMALE, MALE


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("mr", MALE),
        ("dame", FEMALE),
        ("widow", FEMALE),
        ("spokeswoman", FEMALE),
        ("spokesman", None),
        ("businessman", MALE),
        ("man", MALE),
        ("human", None),
        ("farmer", None),
    ],
)
def test_words(word: str, sex: str | None) -> None:
    assert gender.of_word(word) == sex


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Martin Holm", MALE),
        ("J. Martin Holm", MALE),
        ("Ingrid Holm", FEMALE),
        ("Olga-Marie Holm", FEMALE),
        ("Robin Holm", None),
        ("Holm", None),
        ("J.", None),
    ],
)
def test_names(name: str, sex: str | None) -> None:
    assert gender.of_name(name) == sex


def test_the_last_word_that_tells_prevails() -> None:
    assert gender.of_words(["his", "widow"]) == FEMALE
    assert gender.of_words(["the", "farmer"]) is None
