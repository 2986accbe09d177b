from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.threeway import Clash, merge_texts

BASE = "The pier is shut. It opens in May.\n\nNobody came.\n\nThe end.\n"
LINES = st.lists(
    st.sampled_from(["One a b.", " One a b.", "Two c. Three d.", "Two c.  Three e.", "", "- item", "Four."]),
    max_size=9,
)
TEXTS = LINES.map(lambda lines: "".join(f"{line}\n" for line in lines)) | LINES.map("\n".join)


def test_whoever_changed_a_paragraph_has_it() -> None:
    mine = BASE.replace("Nobody", "Hardly anybody")
    newer = BASE.replace("The end.", "It rained.") + "\nIt still rains.\n"
    merged = merge_texts(BASE, mine, newer)
    assert merged.text == (
        "The pier is shut. It opens in May.\n\nHardly anybody came.\n\nIt rained.\n\nIt still rains.\n"
    )
    assert merged.clashes == ()


def test_of_one_paragraph_each_has_the_sentence_that_it_changed() -> None:
    merged = merge_texts(BASE, BASE.replace("in May", "in spring"), BASE.replace("is shut", "is closed"))
    assert merged.text.startswith("The pier is closed. It opens in spring.\n")
    assert not merged.clashes


def test_where_both_changed_a_sentence_the_editors_words_stay_and_it_is_told() -> None:
    merged = merge_texts(BASE, BASE.replace("Nobody", "No one"), BASE.replace("Nobody came", "Ten came"))
    assert "No one came.\n" in merged.text
    assert merged.clashes == (Clash(3, "No one came.", "Ten came."),)


def test_what_the_editor_took_out_does_not_come_back_unsaid() -> None:
    merged = merge_texts(BASE, BASE.replace("Nobody came.\n\n", ""), BASE.replace("Nobody", "Ten"))
    assert "came" not in merged.text
    assert [clash.newer for clash in merged.clashes] == ["Ten came."]


@pytest.mark.parametrize(
    ("mine", "newer"),
    [
        ("One a b.\n", "\nOne a b.\n"),
        (" One a b.", "Two c."),
        ("Two c.", " One a b.\n\nFour."),
        ("- item", " One a b."),
    ],
)
def test_of_what_both_put_where_nothing_was_the_editors_stays_and_nothing_is_joined(
    mine: str, newer: str
) -> None:
    merged = merge_texts("", mine, newer)
    assert merged.text == mine
    assert merged.clashes == (Clash(1, mine.strip(), newer.strip()),)


@given(TEXTS, TEXTS)
def test_where_one_changed_nothing_the_other_has_it_all(one: str, two: str) -> None:
    assert merge_texts(one, two, one).text == two
    assert merge_texts(one, one, two).text == two
    assert merge_texts(one, two, two).text == two


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_is_made_up_and_what_is_merged_is_at_rest(base: str, mine: str, newer: str) -> None:
    merged = merge_texts(base, mine, newer)
    assert merge_texts(newer, merged.text, newer).text == merged.text
    said = {word for text in (mine, newer) for word in text.split()}
    assert set(merged.text.split()) <= said
