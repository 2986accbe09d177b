from __future__ import annotations

import pytest

from generator.analyse.cue.speech_nouns import leads_on, speech_nouns
from generator.knowledge.tables import rows
from tests.texts import one_sentence

FRAMES = {"that", "infinitive", "for", "is", "state"}


def given(text: str) -> list[tuple[str, str | None, str]]:
    """Return the first word of what each noun gives, whose it is, and how."""
    sentence = one_sentence(text)
    return [
        (sentence.toks[start].text, event.subject.name if event.subject else None, frame)
        for event, start, frame in speech_nouns(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Ada Fen’s warning that rain was near.", [("rain", "Ada Fen", "that")]),
        ("They heard her first public warning that rain was near.", [("rain", "her", "that")]),
        ("They kept her promise to pay.", [("to", "her", "to")]),
        ("They joined Ada Fen’s call for calm.", [("calm", "Ada Fen", "for")]),
        ("Her point is that rain is near.", [("rain", "Her", "is")]),
        ("There were rumours that rain was near.", []),
        ("It spoke of rumours that rain was near.", [("rain", None, "that")]),
        ("It spoke of claims that were false.", []),
        ("It spoke of claims that she had made.", []),
        ("The port rejects claims that rain was near.", []),
        ("They made a call for calm.", []),
        ("The claim that rain was near was false.", []),
        ("Ada Fen was adamant that rain was near.", [("rain", "Ada Fen", "state")]),
        ("Ada Fen was not quite convinced that rain was near.", []),
        ("Ada Fen saw it, adamant that rain was near.", []),
        ("They kept her promise to the port.", []),
    ],
)
def test_what_nouns_give(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "leads"), [("false claims that it leaks", True), ("the claims of it", False)]
)
def test_a_noun_with_its_clause(text: str, leads: bool) -> None:  # noqa: FBT001 - a row of a table
    assert leads_on(one_sentence(text).toks, 0) is leads


def test_the_table_is_sorted_and_knows_its_frames() -> None:
    found = rows("speech_nouns")
    assert [row[0] for row in found] == sorted({row[0] for row in found})
    assert {frame for row in found for frame in row[2].split("; ")} == FRAMES
