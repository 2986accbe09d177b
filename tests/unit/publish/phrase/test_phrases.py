from __future__ import annotations

import pytest

from generator.publish.phrase import phrases
from generator.publish.phrase.languages import english

EN = english()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (((1, 1), 1), "1 outlet"),
        (((2, 3), 1), "2 outlets, 1 wording"),
        (((0, 2), 2), "2 reports, 2 wordings"),
        (((0, 1), 1), "1 report"),
        (((5, 5), 2, 2), "5 outlets, 2 of them independently, 2 wordings"),
        (((2, 2), 1, 2), "2 outlets, 1 wording"),
        (((2, 2), 1, 1), "2 outlets from one source, 1 wording"),
        (((0, 3), 1, 1), "3 reports, 1 wording"),
    ],
)
def test_who_reports_a_statement(given: tuple[tuple[int, int], int], words: str) -> None:
    assert phrases.reported(EN, *given) == words


def test_cuts() -> None:
    assert phrases.rule(EN, "image-alt") == "picture description"
    assert phrases.rule(EN, "other-thing") == "other thing"
    assert phrases.rule(EN, "site.yaml") == "the desk’s own rule"
    assert phrases.why(EN, "site.yaml").startswith("The desk leaves it out")
    assert phrases.why(EN, "other-thing") == ""


def test_offices() -> None:
    since, until = "2014-10-01", "2024-10-01"
    assert phrases.office(EN, "Envoy", (since, until)) == "Envoy, 1 October 2014 – 1 October 2024"
    assert phrases.office(EN, "Envoy", (since, None)) == "Envoy, since 1 October 2014"
    assert phrases.office(EN, "Envoy", (None, until)) == "Envoy, until 1 October 2024"
    assert phrases.office(EN, "Envoy", (None, None)) == "Envoy"


def test_what_a_table_leaves_out_is_counted() -> None:
    assert phrases.left_out(EN, ((12, "statement"), (1, "outlet"))) == (
        "12 further statements and 1 further outlet"
    )
    assert phrases.left_out(EN, ((0, "statement"), (0, "outlet"))) == ""


def test_differences_are_told() -> None:
    assert phrases.differs(EN, ["Nato is"], ["at last", "now"], [("behavior", "behaviour")]) == (
        "has “behavior” for “behaviour”; adds “Nato is”; leaves out “at last” and “now”"
    )
    assert phrases.differs(EN, [], [], []) == ""


def test_corrections_are_told() -> None:
    assert phrases.corrected(EN, "speaker", "B <b>", "A") == (
        "Speaker found: <del>B &lt;b&gt;</del>; the desk: <ins>A</ins>"
    )
    assert phrases.no_statement(EN, "B") == (
        "Found: <del>a statement, B</del>; the desk: <ins>nobody’s statement</ins>"
    )
    assert "a statement, speaker not named</del>" in phrases.no_statement(EN, None)
    assert phrases.with_reason("Changed", "see the tape") == "Changed. See the tape"
    assert phrases.with_reason("Changed", None) == "Changed"


def test_changes_of_a_report_are_told() -> None:
    assert phrases.changed(EN, {"altered": 2, "came": 1}) == "2 passages altered, 1 added"
    assert phrases.changed(EN, {"went": 1}) == "1 passage taken out"
    assert phrases.changed(EN, {}) == "The same words as before"
    assert [phrases.place(EN, n) for n in (0, -1, 3)] == [
        "Headline",
        "Line below the headline",
        "Paragraph 3",
    ]
    pieces = [("same", "a"), ("gone", "one"), ("come", "two")]
    assert phrases.changed_aloud(EN, pieces) == "taken out: “one”; added: “two”"


def test_a_statement_is_cited_by_its_reports() -> None:
    assert phrases.as_reported(EN, "A, 3 May 2024", ["Post", "News"]) == (
        "A, 3 May 2024, as reported by Post; News."
    )
    assert phrases.as_reported(EN, "A", []) == "A."
    assert phrases.pair(EN, "Ada Berg", "“We wait”") == "Ada Berg: “We wait”"
    assert phrases.described(EN, "the mayor") == "here “the mayor”; who held the office, the desk’s file says"
    assert phrases.described(EN, "") == ""
