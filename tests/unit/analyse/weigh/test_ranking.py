from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.analyse.weigh import ranking
from generator.analyse.weigh.ranking import Scale, likelihoods, shipped, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.weigh.ranking import Clue


def told(seen: tuple[str, ...]) -> Iterator[str]:
    yield from seen


def clue(*signs: str) -> Clue:
    return told, *signs


def test_likelihoods_are_odds_of_the_weights() -> None:
    options = [[clue("a")], [clue("b"), clue("unknown")], []]
    odds = likelihoods(options, Scale({"a": 1000.0, "b": 999.0}))
    assert odds == pytest.approx([0.7311, 0.2689, 0.0], abs=0.001)


def test_without_weights_all_are_as_likely() -> None:
    assert likelihoods([[clue("a")], [clue("b")]], Scale({})) == [0.5, 0.5]


def test_a_clue_weighs_what_its_signs_do() -> None:
    scale = Scale({"a": 1.0, "b": 0.5})
    assert [*signs_of(clue("a", "b"))] == ["a", "b"]
    assert (scale[clue("a", "b")], scale[clue("a", "a")], scale[clue("c")]) == (1.5, 2.0, 0.0)
    assert scale == {clue("a", "b"): 1.5, clue("a", "a"): 2.0, clue("c"): 0.0}


def test_only_so_many_clues_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "KEPT", 3)
    scale = Scale({"7": 1.0})
    assert [scale[clue(str(n % 10))] for n in range(40)] == [float(n % 10 == 7) for n in range(40)]
    assert len(scale) <= 3


def test_the_patterns_weigh_for_themselves() -> None:
    weights = shipped().weights
    assert min(weights["rule=quote-cue"], weights["rule=cue-quote"], weights["rule=clause"]) > 1
    assert len(weights) < 4000
