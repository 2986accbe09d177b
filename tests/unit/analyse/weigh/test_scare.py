from __future__ import annotations

import pytest

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.aims import aim_at
from generator.analyse.weigh.ranking import signs_of
from generator.analyse.weigh.scare import case_of, nobody
from tests.texts import clean_text


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Rain at Noon", "Work"),
        ("Snow Queen", "Title"),
        ("The rain fell and fell Again", "Titled"),
        ("The rain fell", "First"),
        ("rain in Oslo", "mixed"),
        ("rain", "small"),
        ("1911", "signs"),
    ],
)
def test_how_words_are_written(words: str, case: str) -> None:
    assert case_of(words.split()) == case


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The so-called “night market” opens.", "nobody,naming=so-called"),
        ("She wrote the song “Rain at Noon”.", "nobody,work,Work"),
        ("He sat on “Any Day Now”.", "nobody,lead=on,Title"),
        ("Ada Fen said it was “late”.", "nobody,cue=say,False"),
        ("“Fresh” fish came.", "nobody,before=edge"),
    ],
)
def test_what_speaks_for_nobody(text: str, sign: str) -> None:
    (passage,) = passages(clean_text(text))
    clues = nobody(aim_at(passage.sentences[0].clause, 0), "none,said")
    assert sign in {sign for clue in clues for sign in signs_of(clue)}
