from __future__ import annotations

import pytest

from generator.analyse.cue.subjects import REACH, at_start, main_subject, parted, to_the_left
from tests.texts import name_of, one_sentence


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Fen left.", "Ada Fen"),
        ("In the rain, Ada Fen left Tomas Quell.", "Ada Fen"),
        ("After Tomas Quell, Ada Fen left.", "Ada Fen"),
        ("Leaving Tomas Quell, Ada Fen sang.", "Ada Fen"),
        ("Norway’s king saw Ada Fen.", "Norway’s king"),
        ("Danish boats saw Ada Fen.", "Ada Fen"),
        ("Danes saw Ada Fen.", "Danes"),
        ("Reuters told Ada Fen.", "Ada Fen"),
        ("The mayor, Ada Fen, left.", "Ada Fen"),
        ("It rained in Norway.", "It"),
        ("Rain fell.", None),
    ],
)
def test_the_subject_of_a_sentence(text: str, subject: str | None) -> None:
    sentence = one_sentence(text)
    found = main_subject(sentence.toks, sentence.noms)
    assert name_of(found) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Fen of the union | left.", "Ada Fen"),
        ("Ada Fen, who is 40, | left.", "Ada Fen"),
        ("Ada Fen, who is 40, and tall, | left.", "Ada Fen"),
        ("Ada Fen who | left.", "Ada Fen"),
        ("Ada Fen, in a hat, | left.", "Ada Fen"),
        ("The mayor, Ada Fen, | left.", "Ada Fen"),
        ("The woman, Ada Fen, | left.", "Ada Fen"),
        ("Ada Fen like Tomas Quell | left.", "Tomas Quell"),
        ("Norway’s | said.", "Norway"),
        ("Norway’s wheat | grew.", None),
        ("Ada Fen and wheat | grew.", None),
        ("Ada Fen: it all | grew.", "it"),
        ("Ada Fen; so | grew.", None),
        ("Rain, | grew.", None),
        ("“So”, in Oslo, | left.", None),
        ("| left.", None),
        (f"Ada Fen {'very ' * REACH}| left.", None),
    ],
)
def test_walking_left_from_a_verb(text: str, subject: str | None) -> None:
    sentence = one_sentence(text)
    verb = next(i for i, tok in enumerate(sentence.toks) if tok.text == "|")
    assert name_of(to_the_left(sentence.toks, sentence.noms, frozenset(), verb)) == subject


def test_another_cue_ends_the_walk() -> None:
    sentence = one_sentence("Ada Fen said so often")
    assert to_the_left(sentence.toks, sentence.noms, frozenset([2]), 4) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Fen left", "Ada Fen"),
        ("the mayor, Ada Fen, left", "Ada Fen"),
        ("the mayor, after tea, left", "the mayor"),
        ("one of the workers left", "workers"),
        ("a very old Ada Fen left", None),
        ("old Ada Fen left", "Ada Fen"),
        ("of Ada Fen", None),
        ("rain", None),
    ],
)
def test_what_begins_behind_a_verb(text: str, name: str | None) -> None:
    sentence = one_sentence(text)
    assert name_of(at_start(sentence.toks, sentence.noms, 0)) == name


def test_signs_that_part() -> None:
    sentence = one_sentence("Ada, Fen left")
    assert parted(sentence.toks, 0, 2)
    assert not parted(sentence.toks, 1, 3)
