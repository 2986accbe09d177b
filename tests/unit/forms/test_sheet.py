"""Places in a text and what is said about them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.sheet import Sheet
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location


def test_a_diagnostic_has_its_place_and_its_line() -> None:
    sheet = Sheet("a: b\r\nc: ‘d’ e\n", "x.yaml", 4)
    sheet.error("wrong-type", 13, "no e here", "take it out")
    sheet.warn("unknown-key", 0, "no a here")
    assert sheet.diagnostics == [
        Diagnostic(
            Location("x.yaml", 5, 8), Severity.ERROR, "wrong-type", "no e here", "take it out", "c: ‘d’ e"
        ),
        Diagnostic(Location("x.yaml", 4, 1), Severity.WARNING, "unknown-key", "no a here", "", "a: b"),
    ]


def test_what_is_missed_at_the_end_stands_behind_the_last_word() -> None:
    sheet = Sheet("a: [b\n\n\n", "x.yaml")
    sheet.error("yaml-syntax", 8, "no end")
    assert sheet.diagnostics[0].location == Location("x.yaml", 1, 6)


def test_an_empty_text_has_a_first_place() -> None:
    assert Sheet("", "x.yaml", 2).location(0) == Location("x.yaml", 2, 1)


@given(st.text("a\n\r\u2028", max_size=40), st.integers(0, 40))
def test_lines_are_counted_as_editors_count_them(text: str, at: int) -> None:
    at = min(at, len(text))
    before = text[:at].split("\n")
    assert Sheet(text, "x").location(at) == Location("x", len(before), len(before[-1]) + 1)
