from __future__ import annotations

import re

import pytest

from generator.knowledge.tables import columns, rows
from generator.knowledge.wordings import agencies, wordings

STRENGTHS = ("sure", "line", "tail", "head", "part")


def test_every_row_has_a_kind_a_strength_and_a_pattern() -> None:
    assert columns("boilerplate") == ("kind", "strength", "pattern")
    for row in rows("boilerplate"):
        kind, strength, pattern = row
        assert re.fullmatch("[a-z]+", kind)
        assert strength in STRENGTHS
        assert pattern.lower() == pattern or "\\S" in pattern or "\\W" in pattern


@pytest.mark.parametrize("strength", STRENGTHS)
def test_patterns_are_compiled_in_the_order_of_the_table(strength: str) -> None:
    assert [(kind, p.pattern) for kind, p in wordings(strength)] == [
        (kind, pattern) for kind, s, pattern in rows("boilerplate") if s == strength
    ]
    assert wordings(strength) is wordings(strength)


def test_no_pattern_matches_nothing() -> None:
    assert not [p.pattern for s in STRENGTHS for _, p in wordings(s) if p.search("")]


def test_agencies_are_names_said_once() -> None:
    assert "Reuters" in agencies()
    assert len(set(agencies())) == len(agencies())
    assert all(name.strip() == name != "" for name in agencies())
