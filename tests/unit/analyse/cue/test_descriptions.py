from __future__ import annotations

import pytest

from generator.analyse.cue.descriptions import described_after, described_before, opening_of, speakers
from generator.analyse.word.tokens import tokens
from tests.texts import one_sentence


def before(words: str) -> str | None:
    toks = tokens(words, 0, len(words))
    found = described_before(toks, len(toks) - 1)
    return found.core.of(words) if found else None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the weary shopkeeper said", "weary shopkeeper"),
        ("the weary shopkeeper has quietly said", "weary shopkeeper"),
        ("a note on the door says", "note"),
        ("the next of the letters shows", "next of the letters"),
        ("the mayor’s three sons said", "mayor’s three sons"),
        ("it rained and the cook said", "cook"),
        ("it rained because of mud said", None),
        ("in both coastal states", None),
        ("he said", None),
        ("on Monday said", None),
        ("the said", None),
        ("said", None),
    ],
)
def test_what_stands_before_a_verb(words: str, told: str | None) -> None:
    assert before(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("a weary cook. It", "weary cook"), ("a", None), ("weary cook", None), ("the of", None)],
)
def test_what_stands_behind_a_verb(words: str, told: str | None) -> None:
    found = described_after(tokens(words, 0, len(words)), 0)
    assert (found.core.of(words) if found else None) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Fen left early.", ["Ada Fen"]),
        ("The board saw a way.", ["board"]),
        ("His plea was late.", ["plea", "His"]),
        ("The mayor’s three sons shrugged: “so it is”.", ["mayor", "mayor’s three sons"]),
        ("The cook, Ada Fen, left.", ["The cook, Ada Fen"]),
        ("In spring, Ada Fen left.", ["Ada Fen"]),
    ],
)
def test_who_may_speak(text: str, names: list[str]) -> None:
    sentence = one_sentence(text)
    assert [n.core.of(text) for n in speakers(sentence, opening_of(sentence.toks))] == names
