from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.analyse.cue.passages import passages
from tests.texts import clean_text

if TYPE_CHECKING:
    from generator.analyse.cue.clauses import Clause


def clause(text: str) -> Clause:
    (passage,) = passages(clean_text(text))
    return passage.sentences[0].clause


def test_a_sentence_by_itself() -> None:
    text = "“So it is,” Ada Fen said, adding that it had rained."
    found = clause(text)
    assert found.quotes == (0,)
    assert [choice and choice.rule for choice in found.choices] == ["quote-cue"]
    assert [told.spans[0].of(text) for told in found.told] == ["it had rained"]
    assert found.subject is not None
    assert found.subject.name == "Ada Fen"


@pytest.mark.parametrize(
    ("text", "bare"), [("“So it is.”", True), ("“So it is”, she said.", False), ("So.", False)]
)
def test_bare_quotations(text: str, bare: bool) -> None:  # noqa: FBT001 - a row of a table
    assert clause(text).bare is bare
