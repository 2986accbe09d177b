from __future__ import annotations

import pytest

from generator.analyse.weigh.shapes import EDGE, bucket, shape, sort_of
from generator.analyse.word.tokens import tokens
from tests.texts import one_sentence


@pytest.mark.parametrize(("count", "bound"), [(0, 0), (4, 5), (34, 34), (35, 99)])
def test_distances_are_few(count: int, bound: int) -> None:
    assert bucket(count) == bound


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("of", "of"),
        ("the", "the"),
        ("has", "aux"),
        ("quickly", "adverb"),
        ("said", "cue"),
        ("Said", "Capital"),
        ("walked", "ed"),
        ("walking", "ing"),
        ("boats", "s"),
        ("boat", "word"),
        ("!", "?"),
        ("—", "dash"),
        ("%", "sign"),
        (",", ","),
    ],
)
def test_the_class_of_a_token(word: str, expected: str) -> None:
    assert shape(tokens(word, 0, len(word)), 0) == expected


def test_the_class_of_a_quotation_and_of_the_edge() -> None:
    toks = one_sentence("“So it is,” she said.").toks
    assert (shape(toks, 0), shape(toks, -1), shape(toks, len(toks))) == ("quote", EDGE, EDGE)


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("so Ada Fen and Mr Fen met", ["person-full", "person-one"]),
        ("so HJX met", ["person-caps"]),
        ("so she met Norway and the alliance", ["she", "actor", "body-noun"]),
    ],
)
def test_the_form_of_a_nominal(text: str, sorts: list[str]) -> None:
    assert [sort_of(n) for n in one_sentence(text).noms] == sorts
