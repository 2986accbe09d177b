from __future__ import annotations

import pytest

from generator.analyse.ranking import likelihoods, shipped


def test_likelihoods_are_odds_of_the_weights() -> None:
    odds = likelihoods([["a"], ["b", "unknown"], []], {"a": 1000.0, "b": 999.0})
    assert odds == pytest.approx([0.7311, 0.2689, 0.0], abs=0.001)


def test_without_weights_all_are_as_likely() -> None:
    assert likelihoods([["a"], ["b"]], {}) == [0.5, 0.5]


def test_the_patterns_weigh_for_themselves() -> None:
    weights = shipped()
    assert min(weights["rule=quote-cue"], weights["rule=cue-quote"], weights["rule=clause"]) > 1
    assert len(weights) < 4000
