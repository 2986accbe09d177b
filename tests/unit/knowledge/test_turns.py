from __future__ import annotations

import pytest

from generator.knowledge.tables import rows
from generator.knowledge.turns import is_name, label_alone, label_at, labels_in

TALK = [
    "ADA BERG: I have read the report.",
    "ILSE MARROW: And what do you say?",
    "BERG: We shall open the road.",
    "MARROW: Thank you.",
]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("QUESTION: Why?", "QUESTION", "Why?"),
        ("ADA BERG: We go.", "ADA BERG", "We go."),
        ("Q: Why?", "Q", "Why?"),
        ("Q. Why?", "Q", "Why?"),
        ("Q Why?", "Q", "Why?"),
        ("A. Because.", "A", "Because."),
        ("**Berg:** We go.", "Berg", "We go."),
        ("**Berg**: We go.", "Berg", "We go."),
        ("_Berg:_ We go.", "Berg", "We go."),
        ("**Ada Berg** We go.", "Ada Berg", "We go."),
        ("Ada Quill, Harbour Herald: We ask.", "Ada Quill, Harbour Herald", "We ask."),
        ("MARROW (from Sunholm): We go.", "MARROW (from Sunholm)", "We go."),
        ("Foreign Minister of Northland: We go.", "Foreign Minister of Northland", "We go."),
        ("Question 3: Why?", "Question 3", "Why?"),
    ],
)
def test_a_label_is_parted_from_what_is_said(text: str, words: str, said: str) -> None:
    label = label_at(text)
    assert label is not None
    assert (label.words, text[label.end :]) == (words, said)
    assert text[label.start :].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Where: the pier",
        "Photo: Ada Berg",
        "Price: ten crowns",
        "The minister said this: we go.",
        "Ada Berg:",
        "At 10:30 we go.",
        "“Ada Berg: we go.”",
        "We Are Sorry, this is not shown: 17.",
        "A boat came in.",
        "X: we go.",
        "12: we go.",
    ],
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert label_at(text) is None


def test_a_label_alone_has_no_end_of_a_sentence() -> None:
    assert label_alone("ADA BERG") is not None
    assert label_alone("**Ada Berg:**") is not None
    assert label_alone("Is it Ada Berg?") is None


def test_a_talk_has_labels() -> None:
    assert [label.key for label in labels_in(TALK).values()] == ["berg", "marrow", "berg", "marrow"]


@pytest.mark.parametrize(
    "texts",
    [
        TALK[:2],
        [text.partition(": ")[2] for text in TALK],
        ["BERG: I go.", "BERG: You go.", "BERG: We go."],
        ["Home Team: Otters", "Visiting Team: Gulls", "Home Team: Bears", "Visiting Team: Seals"],
        ["Berg: I go.", "Marrow: You go.", "Berg: We go.", "Marrow: We do."],
    ],
    ids=["too few", "no labels", "one speaker", "nobody speaks", "no full name"],
)
def test_what_is_no_talk_has_none(texts: list[str]) -> None:
    assert labels_in(texts) == {}


def test_a_full_name_may_stand_elsewhere() -> None:
    texts = ["Berg: I go.", "Marrow: You go.", "Berg: We go.", "Marrow: We do."]
    assert len(labels_in(texts, "Ada Berg meets Ilse Marrow")) == 4


def test_of_names_alone_two_must_come_back() -> None:
    said = ["ADA BERG", "I have read the report.", "ILSE MARROW", "And what do you say?"]
    assert labels_in([*said, "OTTO QUELL", "We have no word of it."]) == {}
    assert len(labels_in([*said, *said])) == 4


def test_names_are_of_words_with_capitals() -> None:
    assert is_name("Ada van Berg")
    assert is_name("the Minister")
    assert not is_name("Berg of")
    assert not is_name("Berg said")


def test_no_word_is_in_two_rows() -> None:
    words = [word for _, field in rows("turns") for word in field.split("; ")]
    assert len(words) == len(set(words))
    assert {kind for kind, _ in rows("turns")} == {"asked", "answered", "chair", "never"}
