from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analyse.cue.passages import parse, passages
from generator.model.article import Role
from tests.texts import clean_text


def sentences(text: str) -> list[str]:
    clean = clean_text(text)
    return [placed.span.of(clean.text) for p in passages(clean) for placed in p.sentences]


def marks(text: str) -> list[str]:
    clean = clean_text(text)
    return [mark.span.of(clean.text) for p in passages(clean) for _, mark in p.marks]


def test_blocks_that_are_not_read_are_left_out() -> None:
    clean = clean_text("### Head\n\nOne. Two.\n\nAdvert.")
    blocks = (*clean.blocks[:2], replace(clean.blocks[2], role=Role.BOILERPLATE))
    found = passages(replace(clean, blocks=blocks))
    assert [p.heading for p in found] == [True, False]
    assert [len(p.sentences) for p in found] == [1, 2]


def test_an_outlets_own_note_on_its_report_is_no_statement() -> None:
    clean = clean_text("She left.\n\nAn earlier version of this report said that she stayed.")
    noted = (clean.blocks[0], replace(clean.blocks[1], mark="amended"))
    assert len(passages(replace(clean, blocks=noted))) == 1


def test_quotations_are_numbered_through_the_article() -> None:
    clean = clean_text("“One one.” “Two two.”\n\nHe said “three”.")
    found = passages(clean)
    assert [number for p in found for number, _ in p.marks] == [0, 1, 2]
    assert [placed.first for p in found for placed in p.sentences] == [0, 1, 2]
    assert found[1].mark(2).span.of(clean.text) == "three"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Who?” Ada Fen asked.", ["“Who?” Ada Fen asked."]),
        ("“Go!” Ada Fen shouted from the pier.", ["“Go!” Ada Fen shouted from the pier."]),
        ("“Who?” The old man asked on Friday.", ["“Who?” The old man asked on Friday."]),
        ("“Who?” Ada Fen left.", ["“Who?”", "Ada Fen left."]),
        ("“Who?” Ada Fen said that it rained.", ["“Who?”", "Ada Fen said that it rained."]),
        ("“So.” Ada Fen asked.", ["“So.”", "Ada Fen asked."]),
        ("“Who?” “Me.”", ["“Who?”", "“Me.”"]),
        ("“Who?” Said nobody.", ["“Who?”", "Said nobody."]),
        ("Who? Ada Fen asked.", ["Who?", "Ada Fen asked."]),
    ],
)
def test_a_question_is_joined_to_the_name_of_who_asks(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_single_marks_count_where_there_are_no_others() -> None:
    assert marks("She said 'it rained'.") == ["it rained"]
    assert marks("She said “it rained” and 'snowed'.") == ["it rained"]
    assert marks("She said “it rained” and ‘snowed’.") == ["it rained", "snowed"]
    assert marks("### It 'rained'\n\nShe said “so it did”.") == ["rained", "so it did"]


def names(text: str) -> list[str]:
    return [n.name for p in passages(clean_text(text)) for s in p.sentences for n in s.clause.sentence.noms]


def test_one_capital_that_begins_a_sentence_counts_if_a_name_has_it() -> None:
    assert names("Fen left. Then Ada Fen came back.") == ["Fen", "Ada Fen"]
    assert names("Fishing ended. Then Ada Fen came back.") == ["Ada Fen"]


def test_a_sentence_is_parsed_once() -> None:
    assert parse("So Ada Fen left.") is parse("So Ada Fen left.")
