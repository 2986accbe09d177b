from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.analyse.cue.verbs import after, beginning, ends_before, is_denied, is_turned, is_verb, upright
from tests.texts import one_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event
    from generator.analyse.word.tokens import Token


def last(text: str) -> tuple[Sequence[Token], Event]:
    """Return the tokens of a sentence and its last cue."""
    sentence = one_sentence(text)
    return sentence.toks, sentence.cues[-1]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ada Fen said it rained.", True),
        ("Ada Fen hopes that it rained.", True),
        ("They also hope that it rained.", True),
        ("Sailors hope that it rained.", True),
        ("Ada Fen, of late, hopes that it rained.", True),
        ("In both coastal states that rain fell.", False),
        ("It should be noted that it rained.", False),
        ("It was noted that it rained.", True),
        ("Ada Fen could have said that it rained.", False),
        ("Hoping that it rained, we left.", True),
        ("Assuming that it rained, we left.", False),
    ],
)
def test_how_a_verb_stands(text: str, verb: bool) -> None:  # noqa: FBT001 - a row of a table
    toks, event = last(text)
    assert is_verb(toks, event) is verb


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ada Fen said that it rained.", False),
        ("Ada Fen has never really said that it rained.", True),
        ("Ada Fen hasn't said that it rained.", True),
        ("If Ada Fen said that it rained, we left.", True),
        ("As Ada Fen said that it rained, we left.", False),
    ],
)
def test_what_was_not_said(text: str, denied: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_denied(*last(text)) is denied


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("It rained, said Ada Fen.", True),
        ("It rained, said Ada Fen on Friday.", True),
        ("It rained, said Ada Fen, who left.", True),
        ("“It rained,” said Ada Fen dryly.", True),
        ("The envoy of the port, a Q. who had left, said Norway had rain.", False),
        ("It rained, according to Ada Fen herself.", True),
    ],
)
def test_a_clause_is_not_taken_for_a_subject(text: str, inverted: bool) -> None:  # noqa: FBT001 - a row of a table
    toks, event = last(text)
    assert upright(toks, event).inverted is inverted


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("It rained, said an old pilot who left.", True),
        ("It rained, said one.", True),
        ("The old man, a pilot, said a boat had left.", False),
        ("The old man, a pilot, said no more.", False),
        ("It rained and said", False),
        ("It rained, said", False),
    ],
)
def test_a_subject_that_is_no_name_behind_its_verb(text: str, turned: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_turned(*last(text)) is turned


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained, Ada Fen said.", "Ada"),
        ("It rained, said Ada Fen.", "said"),
        ("It rained, said an old pilot.", "said"),
        ("It rained, the port's old pilots said.", "the"),
        ("“It rained,” Ada Fen said.", "Ada"),
        ("“It rained,” the head of the port's works, Ada Fen, said.", "the"),
        ("It rained and Ada Fen said.", None),
        ("It rained, and we had no more to say, said", None),
        ("Some old men said so.", None),
    ],
)
def test_where_cue_and_subject_begin(text: str, words: str | None) -> None:
    toks, event = last(text)
    begin = beginning(toks, upright(toks, event))
    assert (toks[begin].text if begin is not None else None) == words


def test_what_follows_cue_and_subject() -> None:
    toks, event = last("It rained, said Ada Fen on Friday.")
    assert toks[after(event)].text == "on"


@pytest.mark.parametrize(("text", "ends"), [("“So,” she said.", True), ("“So” she said.", False)])
def test_a_comma_inside_marks(text: str, ends: bool) -> None:  # noqa: FBT001 - a row of a table
    assert ends_before(one_sentence(text).toks[0]) is ends
