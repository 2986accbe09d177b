from __future__ import annotations

import pytest

from generator.analyse.cast.members import ACTED, NAMED, Members
from generator.analyse.cast.pronouns import Stage, he_or_she
from generator.analyse.cue.clauses import clause
from generator.analyse.name.names import nominals
from generator.analyse.word.gender import FEMALE, MALE
from generator.analyse.word.tokens import masked
from generator.model.text import Span


def stage_of(text: str) -> Stage:
    at = text.find("“")
    toks = masked(text, [Span(at, text.index("”") + 1)] if at >= 0 else [])
    return Stage(clause(tuple(toks), tuple(nominals(toks))), 0)


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Otto Quell met Ada Berg before she left", "she", "Ada Berg"),
        ("Otto Quell met Ada Berg before he left", "he", "Otto Quell"),
        ("Otto Quell met Martin Holm before he left", "he", "Otto Quell"),
        ("Kim Fen met Lo Marr before she left", "she", "Kim Fen"),
        ("“Martin must go”, Otto Quell told Martin Holm before he left", "he", "Otto Quell"),
        ("Otto Quell wins if Martin Holm loses or he goes", "he", "Otto Quell"),
        ("the Marrow Shoal was where he stood", "he", None),
        ("FULL TEXT told what he said", "he", None),
        ("Marrow was where he stood", "he", None),
    ],
)
def test_who_of_a_sentence_is_meant(text: str, word: str, who: str | None) -> None:
    stage = stage_of(text)
    at = next(i for i, t in enumerate(stage.clause.sentence.toks) if t.low == word)
    sex = FEMALE if word == "she" else MALE
    found, _ = he_or_she(Members.of([stage.clause]), sex, stage, at)
    assert (found and found.name) == who


def test_a_subject_is_raised_more_than_others() -> None:
    stage = stage_of("Otto Quell met Martin Holm")
    assert [stage.level(n) for n in stage.people(9)] == [ACTED, NAMED]


def test_nobody_is_meant_where_nobody_is_present() -> None:
    assert he_or_she(Members(), MALE, None, 0)[0] is None
