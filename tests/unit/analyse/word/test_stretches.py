from __future__ import annotations

import pytest

from generator.analyse.word.stretches import has_verb, is_quoted, past_dateline, words
from tests.texts import one_sentence


def test_words_in_marks_count() -> None:
    toks = one_sentence("The “very old dam” leaks.").toks
    assert words(toks, (0, len(toks) - 1)) == 5


@pytest.mark.parametrize(("last", "quoted"), [(0, True), (2, False)])
def test_whether_all_stands_in_marks(last: int, quoted: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_quoted(one_sentence("“So it is,” she said.").toks, (0, last)) is quoted


@pytest.mark.parametrize(
    ("text", "verb"),
    [("The dam was old.", True), ("The dam burst and killed two.", True), ("An early thaw.", False)],
)
def test_a_verb_is_known_by_its_form(text: str, verb: bool) -> None:  # noqa: FBT001 - a row of a table
    toks = one_sentence(text).toks
    assert has_verb(toks, (0, len(toks) - 1)) is verb


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("HARWICK (CNS) — The dam has burst.", "The"),
        ("HARWICK, Northland - The dam has burst.", "The"),
        ("HARWICK has no dam.", "HARWICK"),
        ("The dam — an old one — has burst.", "The"),
    ],
)
def test_a_dateline_is_stepped_over(text: str, first: str) -> None:
    toks = one_sentence(text).toks
    assert toks[past_dateline(toks)].text == first
