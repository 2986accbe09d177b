from __future__ import annotations

import pytest

from generator.analyse.cue.between import is_cue, past_day, past_hearer, past_occasion
from tests.texts import one_sentence


@pytest.mark.parametrize(
    ("text", "next_"),
    [
        ("The Harbour Post she left.", "she"),
        ("Her party she left.", "she"),
        ("Reporters she left.", "she"),
        ("Ada Fen she left.", "she"),
    ],
)
def test_the_hearer_is_stepped_over(text: str, next_: str) -> None:
    sentence = one_sentence(text)
    assert sentence.toks[past_hearer(sentence.toks, sentence.noms, 0)].text == next_


@pytest.mark.parametrize(
    ("text", "next_"),
    [
        ("On Monday she left.", "she"),
        ("Monday she left.", "she"),
        ("Repeatedly she left.", "she"),
        ("On the quay she left.", "On"),
    ],
)
def test_the_day_is_stepped_over(text: str, next_: str) -> None:
    toks = one_sentence(text).toks
    assert toks[past_day(toks, 0)].text == next_


@pytest.mark.parametrize(
    ("text", "next_"),
    [
        ("In a letter on Monday she left.", "she"),
        ("In the port’s hall she left.", "she"),
        ("In a hall, she left.", "In"),
        ("In a hall that she left.", "In"),
        ("Of Harwick last week she left.", "Of"),
        ("The hall was hers.", "The"),
    ],
)
def test_the_occasion_is_stepped_over(text: str, next_: str) -> None:
    toks = one_sentence(text).toks
    assert toks[past_occasion(toks, 0, of=False)].text == next_


def test_a_place_of_the_hearer_is_stepped_over() -> None:
    toks = one_sentence("Of Harwick last week she left.").toks
    assert toks[past_occasion(toks, 0, of=True)].text == "she"


def test_a_cue_is_one_word() -> None:
    said, in_ = one_sentence("Said in the words.").toks[:2]
    assert (is_cue(said), is_cue(in_)) == (True, False)
