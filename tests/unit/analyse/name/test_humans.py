from __future__ import annotations

import pytest

from generator.analyse.name.humans import head_of, is_human, is_single


@pytest.mark.parametrize(
    ("name", "head"),
    [("the mother of two", "mother"), ("the weary baker", "baker"), ("baker", "baker"), ("", "")],
)
def test_the_noun_that_counts(name: str, head: str) -> None:
    assert head_of(name) == head


def test_descriptions_of_people() -> None:
    assert is_human("the weary farmer")
    assert is_human("the widow of a baker")
    assert is_human("the machinist")
    assert not is_human("the film")
    assert is_single("the farmer")
    assert not is_single("a farmer")
    assert not is_single("the farmers")
