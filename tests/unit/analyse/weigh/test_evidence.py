from __future__ import annotations

import pytest

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.aims import aim_at
from generator.analyse.weigh.evidence import within
from generator.analyse.weigh.ranking import signs_of
from generator.analyse.weigh.scenes import scene
from tests.texts import clean_text


def signs(text: str, name: str) -> set[str]:
    (passage,) = passages(clean_text(text))
    (placed,) = passage.sentences
    aim, here = aim_at(placed.clause, 0), scene(placed.clause)
    named = [s for s in here.standings.values() if s.nominal.name == name]
    return {sign for s in named for clue in within(aim, here, s) for sign in signs_of(clue)}


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("“So it is,” Ada Fen said.", "Ada Fen", "rule=quote-cue"),
        ("Ada Fen said Tomas Quell was “late”.", "Tomas Quell", "unlike=clause,L"),
        ("The pond is “deep”, Ada Fen said.", "Ada Fen", "next=Capital,0"),
        ("Ada Fen, who left, was “late”.", "Ada Fen", "aside=who,L"),
        ("Ada Fen’s boat was “late”.", "Ada Fen", "owns=word,L"),
        ("Ada Fen and he were “late”.", "Ada Fen", "parts=and,L"),
        ("Ada Fen and Tomas Quell were “late”.", "Ada Fen", "rank=L,1"),
        ("Ada Fen was “late”.", "Ada Fen", "cueless,cueless,L,True"),
        ("Rain fell on Ada Fen “so”.", "Ada Fen", "touches,L,person-full"),
        ("According to Ada Fen it was “late”.", "Ada Fen", "source,True,L"),
        ("Ada Fen said that it was “late”.", "Ada Fen", "tells=that,person-full"),
        ("Ada Fen said that Tomas Quell was “late”.", "Tomas Quell", "told=that,False"),
        ("It was said that Ada Fen was “late”.", "Ada Fen", "told=that,True"),
    ],
)
def test_what_speaks_for_a_candidate(text: str, name: str, sign: str) -> None:
    assert sign in signs(text, name)


def test_no_word_of_the_text_is_a_sign() -> None:
    told = signs("“The heron,” Ada Fen, who owns a zither, said, “sings.”", "Ada Fen")
    assert not any(
        word in sign.lower() for sign in told for word in ("heron", "ada", "fen", "zither", "sings")
    )
