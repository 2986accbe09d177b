from __future__ import annotations

import pytest

from generator.analyse.name.items import items
from generator.analyse.word.lexicon import Sort
from generator.analyse.word.tokens import tokens


def pieces(text: str, *, opening: bool = True) -> list[tuple[str, str]]:
    toks = tokens(text, 0, len(text))
    return [
        (text[toks[item.first].start : toks[item.last].end], item.entry.sort.value)
        for item in items(toks, opening=opening)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian foreign minister Ada Fen", ["Norwegian", "foreign minister", "Ada Fen"]),
        ("he met Pim van der Wael", ["he", "Pim van der Wael"]),
        ("he met Odile d'Arblay", ["he", "Odile d'Arblay"]),
        ("he met Samir al-Tanouri", ["he", "Samir al-Tanouri"]),
        ("he met J. R. Fen", ["he", "J. R. Fen"]),
        ("he met K . Fen", ["he", "K . Fen"]),
        ("he met Ada Fen on Monday", ["he", "Ada Fen"]),
        ("the Kremlin spokesman", ["Kremlin", "spokesman"]),
        ("US-led boats", ["US-led"]),
        ("the alliance", ["alliance"]),
        ("the secretary general", ["secretary general"]),
        ("the general", ["general"]),
        ("in general", []),
        ("they would guard", ["they"]),
        ("Monday", []),
        ("Latin America", ["Latin America"]),
        ("Well-known brands", ["Well-known"]),
        ("", []),
    ],
)
def test_the_pieces_of_a_sentence(text: str, expected: list[str]) -> None:
    assert [words for words, _ in pieces(text)] == expected


def test_a_compound_with_a_state_is_an_adjective() -> None:
    assert pieces("the US-led boats") == [("US-led", Sort.DEMONYM.value)]


def test_a_risky_place_may_begin_a_name() -> None:
    assert [words for words, _ in pieces("he met Sydney Fen")] == ["he", "Sydney Fen"]
    assert pieces("he left Sydney on Monday")[1] == ("Sydney", Sort.PLACE.value)


def test_a_verb_is_no_office() -> None:
    assert pieces("she wants to guard sheep") == [("she", Sort.PRONOUN.value)]
    assert pieces("she spoke to King Olaf Fen")[1] == ("King", Sort.OFFICE.value)


def test_one_capital_that_begins_a_sentence_is_risky() -> None:
    (first, second) = items(tokens("Fishing bored Fen", 0, 17), opening=True)
    assert first.entry.risky
    assert not second.entry.risky
    (inside, _) = items(tokens("Fishing bored Fen", 0, 17), opening=False)
    assert not inside.entry.risky


def test_a_title_ends_the_capitals_before_it() -> None:
    words = [words for words, _ in pieces("so Ada Fen Foreign Minister said")]
    assert words == ["Ada Fen", "Foreign Minister"]
