from __future__ import annotations

import pytest

from generator.analyse.word.lexicon import Entry, Found, Sort
from generator.analyse.word.phrases import explains, light, may_part, personal, phrase_start, words_of
from generator.analyse.word.tokens import Token, tokens


def toks(text: str) -> list[Token]:
    return tokens(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("and the army", 1),
        ("saw senior Danish army", 3),
        ("of foreign military army", 1),
        ("a 28-member army", 0),
        ("saw army", 1),
        (", army", 1),
        ("of army", 1),
        ("the old old old old old army", 6),
        ("army", 0),
    ],
)
def test_where_a_noun_phrase_begins(text: str, begin: int) -> None:
    words = toks(text)
    assert phrase_start(words, len(words) - 1) == begin


@pytest.mark.parametrize(
    "text", ["Ada Fen", "Norway’s king", "Norway's king", "Ada K. Fen", "Fen, Ada", "Ada"]
)
def test_words_read_as_they_stand(text: str) -> None:
    words = toks(text)
    assert words_of(words, 0, len(words) - 1) == text


@pytest.mark.parametrize(
    ("word", "may"),
    [("’s", True), ("New", True), ("newly", True), ("of", False), ("said", False), (",", False)],
)
def test_what_may_part_a_state_from_its_office(word: str, may: bool) -> None:  # noqa: FBT001 - a row of a table
    assert may_part(toks(word)[0]) is may


def test_light_words() -> None:
    assert [light(t) for t in toks("the 28-member former old")] == [True, True, True, False]


@pytest.mark.parametrize(
    ("name", "is_personal"), [("Ada Fen", True), ("Fen Airport", False), ("Fen Airports", False)]
)
def test_things_are_no_people(name: str, is_personal: bool) -> None:  # noqa: FBT001 - a row of a table
    assert personal(toks(name), Found(0, 1, Entry(Sort.CAPITALS, "capitals"))) is is_personal


def test_only_a_noun_phrase_explains() -> None:
    assert explains(toks("the new Norwegian"))
    assert explains(toks("Norway's 28-member"))
    assert not explains(toks("who met the"))
