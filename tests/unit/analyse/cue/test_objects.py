from __future__ import annotations

import pytest

from generator.analyse.cue.objects import thing
from tests.texts import one_sentence


def led_to(text: str) -> str | None:
    """Return the thing that the first cue leads to."""
    sentence = one_sentence(text)
    found = thing(sentence, sentence.cues[0])
    return text[sentence.toks[found[0][0][0]].start : sentence.toks[found[0][0][1]].end] if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Fen denounced the sale of the yard.", "the sale of the yard"),
        ("Ada Fen called the sale a crime.", "the sale a crime"),
        ("Ada Fen called him a thief.", "him a thief"),
        ("Ada Fen called Tomas Quell a thief.", "Tomas Quell a thief"),
        ("Ada Fen called the doctor.", None),
        ("Ada Fen called it “a crime”.", "it “a crime”"),
        ("Ada Fen was denounced by the port.", None),
        ("Ada Fen said the sale.", None),
        ("Ada Fen denounced", None),
        ("Ada Fen criticised in public.", None),
    ],
)
def test_the_thing_behind_a_verb(text: str, words: str | None) -> None:
    assert led_to(text) == words
