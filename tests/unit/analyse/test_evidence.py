from __future__ import annotations

import pytest

from generator.analyse.evidence import aim_at, within
from generator.analyse.passages import passages
from tests.texts import clean_text


def signs(text: str, name: str) -> set[str]:
    (passage,) = passages(clean_text(text))
    (placed,) = passage.sentences
    aim = aim_at(placed.clause, 0)
    return {s for n in placed.clause.speakers if n.name == name for s in within(aim, n)}


@pytest.mark.parametrize(
    ("text", "size", "context", "words"),
    [
        ("“So it is,” Ada Fen said.", 3, "sure", "So it is,"),
        ("“So it is”, Ada Fen said.", 3, "sure", "So it is,"),
        ("Ada Fen said all of it was “late”.", 1, "cued", "late."),
        ("Rain fell “so”.", 1, "cueless", "so."),
        ("It was said that rain fell “so”.", 1, "unnamed", "so."),
        ("“The whole of the road lies under water since the flood of Monday.”", 9, "bare", None),
    ],
)
def test_what_is_told_of_a_quotation(text: str, size: int, context: str, words: str | None) -> None:
    (passage,) = passages(clean_text(text))
    aim = aim_at(passage.sentences[0].clause, 0)
    assert (aim.size, aim.context) == (size, context)
    assert words is None or aim.words == words


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("“So it is,” Ada Fen said.", "Ada Fen", "own=quote-cue,say,3"),
        ("“So it is,” Ada Fen said.", "Ada Fen", "rule=quote-cue"),
        ("Ada Fen said Tomas Quell was “late”.", "Tomas Quell", "unlike=clause,L"),
        ("Ada Fen said Tomas Quell warned of “frost”.", "Ada Fen", "holds=plain,clause"),
        ("Ada Fen said Tomas Quell warned of “frost”.", "Tomas Quell", "held=plain,clause"),
        ("The pond is “deep”, Ada Fen said.", "Ada Fen", "next=Capital,0"),
        ("Ada Fen, who left, was “late”.", "Ada Fen", "aside=who,L"),
        ("Ada Fen’s boat was “late”.", "Ada Fen", "owns=word,L"),
        ("According to Ada Fen it was “late”.", "Ada Fen", "source,True,L"),
    ],
)
def test_what_speaks_for_a_candidate(text: str, name: str, sign: str) -> None:
    assert sign in signs(text, name)


def test_no_word_of_the_text_is_a_sign() -> None:
    told = signs("“The heron,” Ada Fen, who owns a zither, said, “sings.”", "Ada Fen")
    assert not any(
        word in sign.lower() for sign in told for word in ("heron", "ada", "fen", "zither", "sings")
    )
