from __future__ import annotations

import pytest

from generator.analyse.cue.extents import end_of, end_of_thing, last_word
from generator.analyse.cue.openings import opening
from generator.analyse.cue.verbs import after
from tests.texts import one_sentence


def ended(text: str, *, thing: bool = False) -> str:
    """Return what the first cue leads to."""
    sentence = one_sentence(text)
    event = sentence.cues[0]
    found = opening(sentence, event)
    start = found[0] if found else after(event)
    end = (end_of_thing if thing else end_of)(sentence, event, start)
    return text[sentence.toks[start].start : sentence.toks[end].end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Fen said that rain was due.", "rain was due"),
        ("Ada Fen said that rain was due, but it snowed.", "rain was due"),
        ("Ada Fen said that rain was due, but not snow.", "rain was due, but not snow"),
        ("Ada Fen said that rain was due, which it was.", "rain was due"),
        ("Ada Fen said that rain, which we need, was due.", "rain, which we need, was due"),
        ("Ada Fen said that rain was due, saying so twice.", "rain was due"),
        ("Ada Fen said that rain was due, with Tomas Quell saying so.", "rain was due"),
        ("Ada Fen said that rain was due and warned that it was near.", "rain was due"),
        ("Ada Fen said that rain was due and Tomas Quell said that it was near.", "rain was due"),
        ("Ada Fen said that rain was due and one in four said it was near.", "rain was due"),
        ("Ada Fen said that rain was due and has also said that it was near.", "rain was due"),
        ("Ada Fen said that rain was due and near.", "rain was due and near"),
        ("Ada Fen said that rain was due, others said it was not.", "rain was due"),
        ("Ada Fen said that rain was due according to the charts.", "rain was due"),
        ("Ada Fen said that rain was due; Tomas Quell said no.", "rain was due"),
        ("Ada Fen said that rain was due; snow was not.", "rain was due; snow was not"),
        ("When Ada Fen said that rain was due, she left.", "rain was due"),
        ("Saying that rain was due, Ada Fen left.", "rain was due"),
        ("Ada Fen, who said that rain was due, left.", "rain was due"),
        ("Those who said that rain was due, or near, were right.", "rain was due, or near"),
        ("Ada Fen said that rain was “due,” saying so twice.", "rain was “due,”"),
    ],
)
def test_where_a_clause_ends(text: str, words: str) -> None:
    assert ended(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Fen praised the rain.", "the rain"),
        ("Ada Fen praised the rain, a gift.", "the rain"),
        ("Ada Fen praised the rain – a gift.", "the rain"),
        ("Ada Fen praised the rain and left.", "the rain"),
        ("Ada Fen praised the rain and warned us.", "the rain"),
        ("Ada Fen praised the rain and the snow.", "the rain and the snow"),
        ("Ada Fen praised the rain but “not much”.", "the rain but “not much”"),
        ("Ada Fen praised rain, snow and sleet.", "rain, snow and sleet"),
    ],
)
def test_where_a_thing_ends(text: str, words: str) -> None:
    assert ended(text, thing=True) == words


def test_signs_are_no_words() -> None:
    assert last_word(one_sentence("It rained?!").toks) == 1
