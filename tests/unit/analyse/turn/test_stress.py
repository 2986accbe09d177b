from __future__ import annotations

import pytest

from generator.analyse.turn.stress import questions_of, speaks

ASKED = ["**Why so late?**", "I had no boat.", "**And what now?**", "We wait.", "*Will you go?*", "I will."]


def test_questions_and_answers_are_told() -> None:
    labels = questions_of(ASKED, ())
    assert {i: label.kind for i, label in labels.items()} == {
        0: "asked",
        1: "answered",
        2: "asked",
        3: "answered",
        4: "asked",
        5: "answered",
    }


def test_headings_may_be_the_questions() -> None:
    plain = [text.strip("*") for text in ASKED]
    assert questions_of(plain, ()) == {}
    assert len(questions_of(plain, {0, 2, 4})) == 6


def test_an_answer_may_stand_behind_its_question() -> None:
    joined = [f"{ASKED[i]} {ASKED[i + 1]}" for i in (0, 2, 4)]
    assert [text[questions_of(joined, ())[i].end :] for i, text in enumerate(joined)] == [
        "I had no boat.",
        "We wait.",
        "I will.",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ASKED[:4],
        [text.replace("I ", "He ").replace("We ", "They ") for text in ASKED],
        [text.replace("?", ".") for text in ASKED],
        [],
    ],
    ids=["too few", "nobody says I", "no questions", "nothing"],
)
def test_what_is_no_interview_has_none(texts: list[str]) -> None:
    assert questions_of(texts, ()) == {}


def test_who_speaks_says_i_or_we() -> None:
    assert speaks("We’re late")
    assert speaks("it is my boat")
    assert not speaks("You are late")
