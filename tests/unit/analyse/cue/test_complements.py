from __future__ import annotations

import pytest

from generator.analyse.cue.complements import Frame, frames
from generator.knowledge.tables import rows, table

CUES = {cue.lemma: cue for cue in table("cues")}


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", {Frame.THAT, Frame.WHETHER}),
        ("tell", {Frame.THAT, Frame.WHETHER, Frame.HEARER, Frame.HEARER_TO}),
        ("claim", {Frame.THAT, Frame.INFINITIVE, Frame.NOUN}),
        ("praise", {Frame.OBJECT, Frame.NOUN}),
        ("whisper", {Frame.THAT, Frame.NOUN}),
        ("chat", set()),
    ],
)
def test_what_a_cue_takes(lemma: str, expected: set[Frame]) -> None:
    assert frames(CUES[lemma]) == expected


def test_the_table_is_sorted_and_knows_its_cues() -> None:
    lemmas = [lemma for lemma, _ in rows("complements")]
    assert lemmas == sorted(set(lemmas))
    assert set(lemmas) <= set(CUES)
