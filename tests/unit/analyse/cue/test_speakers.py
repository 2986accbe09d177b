from __future__ import annotations

import pytest

from generator.analyse.cue.speakers import UNSURE, choose, pattern
from tests.texts import name_of, one_sentence


def chosen(text: str, *, headline: bool = False) -> tuple[str | None, str] | None:
    sentence = one_sentence(text)
    at = next(i for i, tok in enumerate(sentence.toks) if tok.quote >= 0)
    choice = choose(sentence, at, headline=headline)
    return None if choice is None else (name_of(choice.subject), choice.rule)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“So it is,” Ada Fen said.", "quote-cue"),
        ("“So it is,” said Ada Fen.", "quote-cue"),
        ("“So it is,” the envoy to Rome, Ada Fen, said.", "quote-cue"),
        ("“So it is,” with a shrug that nobody saw coming, Ada Fen said.", "trailing"),
        ("It is “so” and “so”, Ada Fen said.", "trailing"),
        ("It is “so” here according to Ada Fen.", "source"),
        ("Ada Fen said, “So it is.”", "cue-quote"),
        ("Ada Fen said on Friday: “So it is.”", "cue-quote"),
        ("The boat, Ada Fen said, was “so old”.", "parenthesis"),
        ("Ada Fen said the boat was “so old”.", "clause"),
        ("Ada Fen: “So it is.”", "colon"),
        ("Ada Fen on the old boat: “So it is.”", "colon"),
    ],
)
def test_patterns(text: str, rule: str) -> None:
    assert chosen(text) == ("Ada Fen", rule)


@pytest.mark.parametrize(
    "text",
    [
        "The boat was “so old”.",
        "In Norway: “So it is.”",
        "Ada Fen said so; the boat was “so old”.",
        ": “So it is.”",
    ],
)
def test_no_pattern(text: str) -> None:
    assert chosen(text) is None


def test_a_passive_names_nobody() -> None:
    assert chosen("It was reported that the boat was “so old”.") == (None, "passive")


def test_a_person_is_surer_than_the_agency_that_relays() -> None:
    assert chosen("“So it is,” Ada Fen said, Reuters reported.") == ("Ada Fen", "quote-cue")


def test_another_clause_makes_it_less_sure() -> None:
    one = one_sentence("Ada Fen said the boat was “so old”.")
    two = one_sentence("Ada Fen said it was late, but the boat was “so old”.")
    certain = [
        choose(s, next(i for i, t in enumerate(s.toks) if t.quote >= 0), headline=False) for s in (one, two)
    ]
    assert certain[0] is not None
    assert certain[1] is not None
    assert UNSURE < certain[1].certainty < certain[0].certainty


def test_a_headline_needs_no_verb() -> None:
    assert chosen("Norway “so late”", headline=True) == ("Norway", "headline")
    assert chosen("Norway’s boats “so late”", headline=True) is None
    assert chosen("Norway “so late”") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“So it is,” Ada Fen said.", "quote-cue"),
        ("Ada Fen said “so it is”.", "cue-quote"),
        ("Ada Fen said that the boat was “so old”.", "clause"),
        ("“So it is” and all that Ada Fen said was wrong.", "behind"),
        ("Ada Fen said no; the boat was “so old”.", "ahead"),
    ],
)
def test_how_a_cue_stands_to_a_quotation(text: str, label: str) -> None:
    sentence = one_sentence(text)
    at = next(i for i, tok in enumerate(sentence.toks) if tok.quote >= 0)
    assert pattern(sentence, sentence.cues[0], at) == label
