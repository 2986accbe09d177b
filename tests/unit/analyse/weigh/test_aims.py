from __future__ import annotations

import pytest

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.aims import aim_at
from tests.texts import clean_text


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


def test_how_the_words_begin_and_end() -> None:
    (passage,) = passages(clean_text("“So it is,” Ada Fen said of the “late” train."))
    first, second = (aim_at(passage.sentences[0].clause, n) for n in (0, 1))
    assert (first.letter, first.tail, first.lead, first.follow) == ("A", ",", "edge", "Capital")
    assert (second.letter, second.tail, second.lead, second.follow) == ("a", "-", "the", "word")
