from __future__ import annotations

import pytest

from generator.publish import phrases


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2015-10-08", "8 October 2015"),
        ("2015-10-08T23:00:00Z", "8 October 2015"),
        ("2015-10", "October 2015"),
        ("2015", "2015"),
        ("", "Date not stated"),
        ("soon", "soon"),
        ("2015-13-01", "2015-13-01"),
    ],
)
def test_days_are_written_as_an_editor_does(iso: str, words: str) -> None:
    assert phrases.day(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-10-03", "2015-10-12", "3–12 October 2015"),
        ("2015-09-30", "2015-10-02", "30 September – 2 October 2015"),
        ("2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
        ("2015-10-03", "2015-10-03", "3 October 2015"),
        ("2015-10", "2015-12-01", "October 2015 – 1 December 2015"),
        ("", "2015-10-03", "3 October 2015"),
        ("", "", ""),
    ],
)
def test_ranges_of_days(first: str, last: str, words: str) -> None:
    assert phrases.days(first, last) == words


def test_counts_have_the_right_plural() -> None:
    assert phrases.count(1, "outlet") == "1 outlet"
    assert phrases.count(0, "outlet") == "0 outlets"
    assert phrases.count(1200, "person") == "1,200 people"
    assert phrases.counts(((2, "report"), (0, "outlet"), (1, "statement"))) == "2 reports, 1 statement"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((1, 1, 1), "1 outlet"),
        ((2, 3, 1), "2 outlets, 1 wording"),
        ((0, 2, 2), "2 reports, 2 wordings"),
        ((0, 1, 1), "1 report"),
        ((5, 5, 2, 2), "5 outlets, 2 of them independently, 2 wordings"),
        ((2, 2, 1, 2), "2 outlets, 1 wording"),
        ((2, 2, 1, 1), "2 outlets from one source, 1 wording"),
        ((0, 3, 1, 1), "3 reports, 1 wording"),
    ],
)
def test_who_reports_a_statement(given: tuple[int, ...], words: str) -> None:
    assert phrases.reported(*given) == words


def test_lists_and_cuts() -> None:
    assert phrases.listed([]) == ""
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"]) == "a, b and c"
    assert phrases.cuts([("newsletter", 4), ("credit", 1)]) == "5 passages: newsletter 4, credit 1"
    assert phrases.cuts([]) == ""
    assert phrases.rule("image-alt") == "picture description"
    assert phrases.rule("other-thing") == "other thing"


def test_offices_languages_and_notes() -> None:
    assert phrases.office("Envoy", "2014-10-01", "2024-10-01") == "Envoy, 1 October 2014 – 1 October 2024"
    assert phrases.office("Envoy", "2014-10-01", None) == "Envoy, since 1 October 2014"
    assert phrases.office("Envoy", None, "2024-10-01") == "Envoy, until 1 October 2024"
    assert phrases.office("Envoy", None, None) == "Envoy"
    assert phrases.language("en-GB") == "English"
    assert phrases.language("xx") == "xx"
    assert phrases.note_kind("dispute") == "Disputed"
    assert phrases.note_kind("aside") == "Aside"


def test_what_is_left_over_is_counted() -> None:
    assert phrases.further(1, "report") == "1 further report"
    assert phrases.further(1412, "statement") == "1,412 further statements"


def test_differences_are_told() -> None:
    assert phrases.differs(["Nato is"], ["at last", "now"], [("behavior", "behaviour")]) == (
        "has “behavior” for “behaviour”; adds “Nato is”; leaves out “at last” and “now”"
    )
    assert phrases.differs([], [], []) == ""


def test_corrections_are_told() -> None:
    assert phrases.corrected_speaker("A", "B") == "Speaker found: B; the desk: A"
    assert phrases.corrected_speaker("A", None) == "Speaker found: nobody named; the desk: A"
    assert phrases.no_statement("B") == "Found: a statement, B; the desk: nobody’s statement"
    assert phrases.no_statement(None) == "Found: a statement, speaker not named; the desk: nobody’s statement"
    assert phrases.corrected_extent("a b", "a b c") == "Words found: “a b c”; the desk: “a b”"
    assert phrases.corrected_day("2026-03-09") == "Day found: that of the report; the desk: 9 March 2026"
    assert phrases.joined(["A", "B"]) == "The desk: one statement with that in A and B"
    assert phrases.parted(["A"]) == "The desk: another statement than that in A"
    assert phrases.with_reason("Changed", "see the tape") == "Changed. See the tape"
    assert phrases.with_reason("Changed", None) == "Changed"
    assert phrases.corrected_actor("Aldoria", "") == "Said for, found: nobody named; the desk: Aldoria"


def test_pages_are_described() -> None:
    assert "12 statements" in phrases.about_actor("Aldoria", 12, 3)
    assert "1 statement," in phrases.about_person("Anna", 1)
    assert "2 reports" in phrases.about_outlet("Post", 2)
    assert phrases.not_found().endswith(".")
