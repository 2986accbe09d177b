from __future__ import annotations

import pytest

from generator.analyse.name.names import Nominal, nominals
from generator.analyse.word.tokens import tokens


def named(text: str) -> list[Nominal]:
    return nominals(tokens(text, 0, len(text)))


def told(text: str) -> list[tuple[str, str]]:
    return [(n.sort, n.name) for n in named(text)]


@pytest.mark.parametrize(
    ("text", "name", "actors", "office"),
    [
        ("so Ada Fen spoke", "Ada Fen", (), None),
        ("Norwegian foreign minister Ada Fen", "Ada Fen", ("norway",), "foreign minister"),
        ("Norway's defense minister, Ada Fen,", "Ada Fen", ("norway",), "defence minister"),
        ("Ada Fen, the Norwegian foreign minister,", "Ada Fen", ("norway",), "foreign minister"),
        ("Ada Fen, foreign minister of Norway,", "Ada Fen", ("norway",), "foreign minister"),
        ("Norway's ambassador to the UN, Ada Fen,", "Ada Fen", ("norway",), "ambassador"),
        ("the head of the Norwegian army, Ada Fen,", "Ada Fen", ("norway",), "head"),
        ("OSCE secretary-general Ada Fen", "Ada Fen", ("osce",), "secretary general"),
        ("then Mrs. Fen left", "Fen", (), None),
        ("Finnish Defence Minister General Ada Fen", "Ada Fen", ("finland",), "general"),
        ("foreign ministry spokesman Ada Fen", "Ada Fen", (), "foreign ministry spokesman"),
        ("Brightwater Mayor Ada Fen", "Ada Fen", (), "mayor"),
    ],
)
def test_people(text: str, name: str, actors: tuple[str, ...], office: str | None) -> None:
    (person,) = [n for n in named(text) if n.sort == "person"]
    assert (person.name, person.actors, person.office) == (name, actors, office)


def test_a_role_keeps_the_words_of_the_text() -> None:
    (person,) = [n for n in named("Norway's defense minister, Ada Fen,") if n.sort == "person"]
    assert person.role == "defense minister"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Kremlin said", ("actor", "Kremlin", ("russia",))),
        ("the Norwegian army said", ("organ", "Norwegian army", ("norway",))),
        ("Norway's foreign ministry said", ("organ", "Norway's foreign ministry", ("norway",))),
        ("Norwegian workers said", ("people", "workers", ("norway",))),
        ("a statement of Norway said", ("text", "statement", ("norway",))),
        ("the secretary general said", ("office", "the secretary general", ())),
        ("the president of Norway said", ("office", "the president of Norway", ("norway",))),
        ("a Kremlin spokeswoman said", ("office", "a Kremlin spokeswoman", ("russia",))),
        ("Reuters said", ("agency", "Reuters", ())),
        ("she said", ("pronoun", "she", ())),
    ],
)
def test_the_last_nominal(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    last = named(text)[0 if " of " in text else -1]
    assert (last.sort, last.name, last.actors) == expected


def test_a_phrase_begins_with_its_article_and_adjectives() -> None:
    text = "so a 28-member Norwegian army said"
    last = named(text)[-1]
    assert (last.first, last.last) == (1, 4)
    assert last.core.of(text) == "28-member Norwegian army"


def test_things_are_no_people() -> None:
    assert told("they left Marrow Airport") == [("pronoun", "they")]


def test_an_office_in_a_place_does_not_explain_the_place() -> None:
    assert [(n.sort, n.name) for n in named("in Quellstadt, the mayor said")] == [
        ("person", "Quellstadt"),
        ("office", "the mayor"),
    ]


def test_a_name_that_comes_too_soon_ends_the_apposition() -> None:
    (first, second) = [n for n in named("so Ada Fen, Tomas Quell and the mayor") if n.sort == "person"]
    assert (first.role, second.role) == (None, None)


def test_possessives() -> None:
    assert [n.possessive for n in named("so Ada Fen’s cat bit Quell")] == [True, False]


def test_a_demonym_before_an_adverb_is_risky() -> None:
    (polish,) = named("the Danish also left")
    assert polish.risky


def test_a_verb_between_parts_an_office_from_its_state() -> None:
    actors = {n.name: n.actors for n in named("the Kremlin told the mayor so")}
    assert actors == {"Kremlin": ("russia",), "the mayor": ()}


@pytest.mark.parametrize(
    "text", ["", "and then it rained", "Mrs", "the", "of", "’s", "minister,", "of Norway’s"]
)
def test_scraps_do_no_harm(text: str) -> None:
    assert all(n.first <= n.last for n in named(text))
