from __future__ import annotations

import pytest

from generator.analyse.cue.cues import Event, Mood
from tests.texts import name_of, one_sentence


def events(text: str) -> list[Event]:
    return list(one_sentence(text).cues)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(" ".join(e.cue.words), name_of(e.subject)) for e in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ada Fen said so.", [("said", "Ada Fen")]),
        ("“So,” said Ada Fen.", [("said", "Ada Fen")]),
        ("“So,” has said Ada Fen.", [("said", "Ada Fen")]),
        ("It rained, said Ada Fen.", [("said", "Ada Fen")]),
        ("“So,” said the mayor, Ada Fen, on Friday.", [("said", "Ada Fen")]),
        ("“So,” said one of the refugees.", [("said", "the refugees")]),
        ("“So,” Ada Fen later said.", [("said", "Ada Fen")]),
        ("Ada Fen, who is 40, said so.", [("said", "Ada Fen")]),
        ("Ada Fen, who left, and came back, said so.", [("said", "Ada Fen")]),
        ("Ada Fen, in a letter to Tomas Quell, said so.", [("said", "Ada Fen")]),
        ("The mayor, Ada Fen, said so.", [("said", "Ada Fen")]),
        ("Ada Fen of the union said so.", [("said", "Ada Fen")]),
        ("Then Ada Fen left, saying so.", [("saying", "Ada Fen")]),
        ("Ada Fen was saying so.", [("saying", "Ada Fen")]),
        ("Ada Fen left and said so.", [("said", "Ada Fen")]),
        ("Ada Fen said that Tomas Quell left and added so.", [("said", "Ada Fen"), ("added", "Ada Fen")]),
        ("According to Ada Fen, it rained.", [("according to", "Ada Fen")]),
        ("It rained, according to nobody.", [("according to", None)]),
        ("It was reported so.", [("reported", None)]),
        ("It was reported by Ada Fen.", [("reported", "Ada Fen")]),
        ("Norway’s wheat said so.", [("said", "Norway’s wheat")]),
        ("It rained.", []),
    ],
)
def test_cues_and_their_subjects(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the reports of rain",
        "in reports of rain",
        "They may say so.",
        "She wants to claim it.",
        "a said thing",
        "It added to the rain.",
        "The claims of Ada Fen",
    ],
)
def test_words_that_are_no_verbs_of_speech(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Ada Fen said so.", Mood.FINITE),
        ("Ada Fen left, saying so.", Mood.PARTICIPLE),
        ("It is said so.", Mood.PASSIVE),
        ("It rained, according to Ada Fen.", Mood.SOURCE),
    ],
)
def test_moods(text: str, mood: Mood) -> None:
    assert [e.mood for e in events(text)] == [mood]


def test_an_event_knows_its_stretch() -> None:
    (event,) = events("“So,” said Ada Fen.")
    assert (event.begin, event.first, event.last, event.end, event.inverted) == (1, 1, 1, 3, True)
    (event,) = events("Then Ada Fen went on to say so.")
    assert (event.begin, event.first, event.last, event.end, event.inverted) == (1, 3, 6, 6, False)
