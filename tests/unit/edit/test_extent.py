from __future__ import annotations

import pytest

from generator.edit.extent import extended, letters, pieces, trimmed
from generator.model.article import Block, Facts, Reading, Role
from generator.model.findings import Form, Quote
from generator.model.text import Span

TEXT = "“We wait,” said Ada. “Not long.”\n\nThe end “of it all” came."
BLOCKS = (Block(Role.PARAGRAPH, Span(0, 32), 1), Block(Role.PARAGRAPH, Span(34, 60), 3))
READING = Reading(TEXT, BLOCKS, Facts())


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def quote(words: str, form: Form = Form.DIRECT) -> Quote:
    return Quote(f"q-{words[:2]}", (span(words),), words, form)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("“We wait,”", ["We wait,"]),
        (" said Ada. ", ["said Ada."]),
        ("Not long.”\n\nThe end", ["Not long.”", "The end"]),
        ("”\n\nThe", ["The"]),
    ],
)
def test_a_passage_in_a_part_for_each_block(words: str, parts: list[str]) -> None:
    assert [part.of(TEXT) for part in pieces(READING, span(words))] == parts


def test_a_shorter_extent_cuts_the_quote() -> None:
    made, taken = extended(READING, [quote("of it all", Form.MIXED)], 0, span("it all"))
    assert (made.id, made.text, made.found_text, taken) == ("q-of", "it all", "of it all", [])


def test_a_longer_one_takes_in_others_and_leaves_out_what_stands_between() -> None:
    quotes = [quote("We wait,"), quote("Not long.")]
    made, taken = extended(READING, quotes, 0, span("We wait,” said Ada. “Not long."))
    assert (made.text, taken) == ("We wait, Not long.", [1])


def test_reported_speech_leaves_words_in_marks_alone() -> None:
    quotes = [quote("The end", Form.INDIRECT), quote("of it all", Form.MIXED)]
    made, taken = extended(READING, quotes, 0, span("The end “of it all” came"))
    assert (made.text, taken) == ("The end “of it all” came", [])


def test_letters_and_edges() -> None:
    assert letters(TEXT, span("“We wait,”")) == 6
    assert trimmed(" a b ", Span(0, 5)) == Span(1, 4)
