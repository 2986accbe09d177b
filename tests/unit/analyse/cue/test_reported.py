from __future__ import annotations

import pytest

from generator.analyse.cue.reported import reported
from tests.texts import one_sentence


def told(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (" ".join(s.of(text) for s in r.spans), r.subject.name if r.subject else None, r.rule)
        for r in reported(one_sentence(text))
    ]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("Ada Fen said that it had rained.", "it had rained", "that"),
        ("Ada Fen said on Friday that it had rained.", "it had rained", "that"),
        ("Ada Fen told the council that it had rained.", "it had rained", "that"),
        ("Ada Fen said it had rained.", "it had rained", "bare"),
        ("Ada Fen said only two boats had left.", "only two boats had left", "bare"),
        ("Ada Fen said boats were leaving.", "boats were leaving", "bare"),
        ("Ada Fen told Tomas Quell the boats had left.", "the boats had left", "bare"),
        ("Ada Fen told reporters the boats had left.", "the boats had left", "bare"),
        ("Ada Fen told the Harbour Post the boats had left.", "the boats had left", "bare"),
        ("Ada Fen insisted the boats had left.", "the boats had left", "bare"),
        ("Ada Fen urged the council to act.", "the council to act", "infinitive"),
        ("The boats had left, Ada Fen said.", "The boats had left", "trailing"),
        ("The boats had left, said Ada Fen on Friday.", "The boats had left", "trailing"),
        ("According to Ada Fen, the boats had left.", "the boats had left", "source"),
        ("The boats had left, according to Ada Fen.", "The boats had left", "source"),
        ("The boats had left according to Ada Fen.", "The boats had left", "source"),
        ("Ada Fen left, saying that it had rained.", "it had rained", "that"),
        ("Ada Fen said that it had rained, but it snowed.", "it had rained", "that"),
        (
            "Ada Fen said that it had rained, adding to the flood.",
            "it had rained, adding to the flood",
            "that",
        ),
    ],
)
def test_reported_speech(text: str, words: str, rule: str) -> None:
    assert told(text) == [(words, "Ada Fen", rule)]


@pytest.mark.parametrize(
    "text",
    [
        "It should be said that it had rained.",
        "Ada Fen never said that it had rained.",
        "If Ada Fen says that it had rained, we stay.",
        "Ada Fen doubted that it had rained.",
        "Ada Fen said so.",
        "Ada Fen told a long story.",
        "Ada Fen claimed the prize.",
        "Ada Fen said that “it had rained”.",
        "Ada Fen said, that",
        "According to Ada Fen it had rained.",
        "Ada Fen spoke quickly.",
    ],
)
def test_what_is_no_reported_speech(text: str) -> None:
    assert told(text) == []


def test_two_tellers_in_one_sentence() -> None:
    assert told("Ada Fen said it had rained, Tomas Quell said it had not.") == [
        ("it had rained", "Ada Fen", "bare"),
        ("it had not", "Tomas Quell", "bare"),
    ]


def test_one_teller_goes_on() -> None:
    assert told("Ada Fen said that it had rained and added that it would snow.") == [
        ("it had rained", "Ada Fen", "that"),
        ("it would snow", "Ada Fen", "that"),
    ]


def test_the_cue_is_told() -> None:
    (said,) = reported(one_sentence("Ada Fen pointed out that it had rained."))
    assert said.cue == "pointed out"


@pytest.mark.parametrize("text", ["It was said that it had rained.", "Reuters said that it had rained."])
def test_reported_speech_that_names_no_speaker(text: str) -> None:
    assert told(text) == [("it had rained", None, "that")]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("Ada Fen asked whether it had rained.", "whether it had rained", "whether"),
        ("Ada Fen called the rain a gift.", "the rain a gift", "object"),
        ("Ada Fen criticised the delay, wiping her hat.", "the delay", "object"),
        ("The rain, Ada Fen said, was a gift.", "The rain was a gift", "around"),
        ("As Ada Fen said, the rain was a gift.", "the rain was a gift", "as"),
        ("Ada Fen: the rain was a gift.", "the rain was a gift", "label"),
        ("Ada Fen said the rain was “a gift” to us.", "the rain was “a gift” to us", "bare"),
        ("The rain was “a gift,” Ada Fen said.", "The rain was “a gift,”", "trailing"),
    ],
)
def test_the_patterns_beside_that(text: str, words: str, rule: str) -> None:
    assert told(text) == [(words, "Ada Fen", rule)]


def test_the_cue_that_closes_a_sentence_gives_all_of_it() -> None:
    assert told("The mayors criticised the delay, Ada Fen said.") == [
        ("The mayors criticised the delay", "Ada Fen", "trailing")
    ]
