from __future__ import annotations

import pytest

from generator.analyse.cue.bare import without_that
from generator.analyse.cue.complements import frames
from tests.texts import one_sentence


def begun(text: str) -> str | None:
    """Return the word with which the clause of the first cue begins."""
    sentence = one_sentence(text)
    event = sentence.cues[0]
    found = without_that(sentence, event, frames(event.cue.cue))
    return sentence.toks[found[0]].text if found else None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ada Fen said she still hoped.", "she"),
        ("Ada Fen said he may go.", "he"),
        ("Ada Fen said she’d go home.", "she’d"),
        ("Ada Fen said it may be late.", "it"),
        ("Ada Fen said it on Monday.", None),
        ("Ada Fen said there surely was rain.", "there"),
        ("Ada Fen said in a letter on Monday she would go.", "she"),
        ("Ada Fen said repeatedly she would go.", "she"),
        ("Ada Fen said closing it all would help.", "closing"),
        ("Ada Fen said leaving early.", None),
        ("Ada Fen said about half had gone.", "about"),
        ("Ada Fen said about the dam no more.", None),
        ("Ada Fen said yes and left.", None),
        ("Ada Fen said no to the dam.", None),
        ("Ada Fen said no boat had left.", "no"),
        ("Ada Fen said little about it.", None),
        ("Ada Fen claimed the dam killed the mayor.", "the"),
        ("Ada Fen claimed the dam built by them.", None),
        ("Ada Fen told Tomas Quell she would go.", "she"),
        ("Ada Fen assured him it was done.", "it"),
        ("“So,” said Ada Fen.", None),
    ],
)
def test_where_a_clause_begins_without_that(text: str, word: str | None) -> None:
    assert begun(text) == word
