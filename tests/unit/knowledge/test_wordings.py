from __future__ import annotations

import re

from generator.knowledge.tables import columns, rows
from generator.knowledge.wordings import agencies, compiled, wordings

STRENGTHS = ("sure", "piece", "line", "tail", "head", "part", "page")


def test_every_row_has_a_kind_a_strength_words_and_a_pattern() -> None:
    assert columns("boilerplate") == ("kind", "strength", "words", "pattern")
    for kind, strength, words, pattern in rows("boilerplate"):
        assert re.fullmatch("[a-z]+", kind)
        assert strength in STRENGTHS
        assert words or pattern.startswith("^")
        assert words == words.lower()
        assert all(words.split("; ")) or not words
        words.encode("latin-1")
        assert pattern.lower() == pattern or "\\S" in pattern or "\\W" in pattern


def test_wordings_are_compiled_once_in_the_order_of_the_table() -> None:
    assert [(w.kind, w.strength) for w in wordings()] == [
        (kind, strength) for kind, strength, _, _ in rows("boilerplate")
    ]
    assert wordings() is wordings()


def test_no_pattern_matches_nothing() -> None:
    assert not [w.pattern.pattern for w in wordings() if w.pattern.search("")]


def test_agencies_are_names_said_once() -> None:
    assert "Reuters" in agencies()
    assert len(set(agencies())) == len(agencies())
    assert all(name.strip() == name != "" for name in agencies())


def test_groups_keep_nothing_and_signs_stay_signs() -> None:
    assert all(w.pattern.groups == 0 for w in wordings())
    assert compiled(r"^(a|b)\([(c](?=d)$").pattern == r"^(?:a|b)\([(c](?=d)$"
