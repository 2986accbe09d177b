from __future__ import annotations

from generator.ingest.label.line import Line
from generator.ingest.label.turns import turns_in

TALK = [
    "ADA BERG: I have read the report.",
    "ILSE MARROW: And what do you say?",
    "BERG: We shall open the road.",
    "MARROW: Thank you.",
]
STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."


def lines(*texts: str) -> list[Line]:
    return [Line(text, n) for n, text in enumerate(texts, 1)]


def test_labels_of_a_transcript_are_told() -> None:
    assert turns_in(lines(STORY, *TALK), "") == {1, 2, 3, 4}


def test_names_alone_are_labels_where_what_stands_below_is_most() -> None:
    said = ["ADA BERG", "I have read the report.", "ILSE MARROW", "And what do you say?"]
    assert turns_in(lines(*said, *said), "") == {0, 2, 4, 6}


def test_a_few_lines_in_a_long_page_are_no_transcript() -> None:
    assert turns_in(lines(*TALK, *[STORY] * 9), "") == frozenset()


def test_a_report_has_no_labels() -> None:
    assert turns_in(lines(STORY, STORY), "") == frozenset()
