from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.compare.changes import what_changed

OLD = "The mill is shut.\n\nThere is no grain, said Bo Ek, the miller.\n\nThe council meets on Thursday."


def test_nothing_changed() -> None:
    assert what_changed(OLD, OLD.replace("\n\n", "\n\n\n").replace(" ", "  ")) == []


def test_altered_added_and_removed() -> None:
    new = OLD.replace("Thursday", "Friday") + "\n\nA ship has come up the river."
    assert what_changed(OLD, new) == [
        "altered, paragraph 3:",
        "  - The council meets on Thursday.",
        "  + The council meets on Friday.",
        "added, paragraph 4:",
        "  + A ship has come up the river.",
    ]
    assert what_changed(new, OLD)[-2:] == ["removed, paragraph 4:", "  - A ship has come up the river."]


def test_another_paragraph_is_none_that_was_altered() -> None:
    assert what_changed("Nobody knows.", "The pier will open in May!") == [
        "removed, paragraph 1:",
        "  - Nobody knows.",
        "added, paragraph 1:",
        "  + The pier will open in May!",
    ]


def test_of_a_long_paragraph_the_change_is_shown() -> None:
    long = "word " * 200
    lines = what_changed(f"{long}Monday {long}", f"{long}Sunday {long}")
    assert lines[0] == "altered, paragraph 1:"
    assert ["Monday" in lines[1], "Sunday" in lines[2], len(lines[1]) < 110] == [True] * 3


@given(st.text(st.sampled_from("ab .\n")), st.text(st.sampled_from("ab .\n")))
def test_only_what_differs_is_told(a: str, b: str) -> None:
    def words(text: str) -> list[str]:
        return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]

    assert (what_changed(a, b) == []) == (words(a) == words(b))


@pytest.mark.parametrize("part", ["a", "a\n\n", "ab \n\n", "one two three.\n\n"])
def test_time_is_linear(part: str) -> None:
    began = time.process_time()
    what_changed(part * 200_000, part * 200_001 + "c")
    what_changed(part * 1_000 + "c" * 50_000, "d" * 50_000 + part * 1_000)
    assert time.process_time() - began < 10
