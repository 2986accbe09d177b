from __future__ import annotations

import re

import pytest

from generator.model.findings import quote_id


def test_a_quote_id_begins_with_the_seed() -> None:
    assert re.fullmatch(r"q-storm_1-[0-9a-f]{8}", quote_id("storm_1", "We are ready."))


@pytest.mark.parametrize(
    "words", ["we are ready", "“We are ready.”", "We  are\nREADY,", "Wé are ready", "We are — ready"]
)
def test_how_words_are_set_does_not_count(words: str) -> None:
    assert quote_id("storm", words) == quote_id("storm", "We are ready")


def test_words_and_seed_count() -> None:
    ids = {
        quote_id("a", "We are ready"),
        quote_id("b", "We are ready"),
        quote_id("a", "We are 1"),
        quote_id("a", "Weare"),
    }
    assert len(ids) == 4


def test_the_shape_of_an_apostrophe_does_not_count() -> None:
    assert quote_id("a", "don’t") == quote_id("a", "don't")
