from __future__ import annotations

import pytest

from generator.analyse.cue.around import around, around_that, beside_gap
from generator.analyse.cue.openings import opening
from tests.texts import one_sentence


def both(text: str) -> tuple[str, str] | None:
    """Return what the last cue gives, and the rule."""
    sentence = one_sentence(text)
    event = sentence.cues[-1]
    begun = opening(sentence, event)
    found = around_that(sentence, event, begun[0]) if begun else None
    found = found or beside_gap(sentence, event) or around(sentence, event)
    if found is None:
        return None
    return " … ".join(text[sentence.toks[a].start : sentence.toks[b].end] for a, b in found[0]), found[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam, Ada Fen said, was old.", ("The dam … was old", "around")),
        ("The dam, Ada Fen said on Friday, was old.", ("The dam … was old", "around")),
        ("The dam was old, Ada Fen said, wiping her face.", ("The dam was old", "trailing")),
        ("The dam was old, Ada Fen said.", ("The dam was old", "trailing")),
        ("As Ada Fen said, the dam was old.", ("the dam was old", "as")),
        ("So it is, Ada Fen said, that the dam leaks.", ("So it is … that the dam leaks", "around")),
        ("A dam which Ada Fen said was old burst.", ("which … was old burst", "gap")),
        ("It is a dam Ada Fen said would burst.", ("would burst", "gap")),
        ("It is a dam that officials say will hold.", ("will hold", "gap")),
        ("The port rules are old.", None),
        ("“It leaks,” Ada Fen said, without a smile.", None),
        ("The dam was old, which is what Ada Fen said.", None),
        ("Asked about the dam, Ada Fen said no.", None),
        ("Ada Fen, an envoy, said no.", None),
    ],
)
def test_what_stands_around_a_cue(text: str, expected: tuple[str, str] | None) -> None:
    assert both(text) == expected
