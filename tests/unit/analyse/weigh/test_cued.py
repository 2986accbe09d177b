from __future__ import annotations

import pytest

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.aims import aim_at
from generator.analyse.weigh.cued import cued
from generator.analyse.weigh.ranking import signs_of
from generator.analyse.weigh.scenes import scene
from tests.texts import clean_text


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("“So it is,” Ada Fen said.", "Ada Fen", "own=quote-cue,say,3"),
        ("Ada Fen said Tomas Quell warned of “frost”.", "Ada Fen", "holds=plain,clause"),
        ("Ada Fen said Tomas Quell warned of “frost”.", "Tomas Quell", "held=plain,clause"),
        ("“So it is,” Ada Fen said.", "Ada Fen", "rest=quote-cue,1"),
        ("“So it is,” said Ada Fen.", "Ada Fen", "own=quote-cue,finite,True"),
        ("“So it is,” Ada Fen said, “and late.”", "Ada Fen", "feeds=quote-cue,True"),
        ("“So it is,” Ada Fen said and added.", "Ada Fen", "also=behind"),
        ("Ada Fen said Tomas Quell met “frost”, Ilse Marrow added.", "Ada Fen", "trailed=say,quote-cue"),
        ("Ada Fen said it was “frost”, Tomas Quell warned.", "Tomas Quell", "trails=warn,quote-cue"),
    ],
)
def test_what_a_cue_tells(text: str, name: str, sign: str) -> None:
    (passage,) = passages(clean_text(text))
    (placed,) = passage.sentences
    aim = aim_at(placed.clause, 0)
    (standing,) = (s for s in scene(placed.clause).standings.values() if s.nominal.name == name)
    assert sign in {sign for clue in cued(aim, standing) for sign in signs_of(clue)}
