from __future__ import annotations

import pytest

from generator.edit.headtext import read_written

HEAD = """\
# first
title: "A # b"  # second
dek: >- # third
  a # b
byline: [a, # fourth
  b]
cut:
  - x
  # fifth
"""


def test_keys_values_and_items_have_their_places() -> None:
    head = read_written(HEAD)
    assert list(head.entries) == ["title", "dek", "byline", "cut"]
    assert head.said("title") == ': "A # b"'
    assert head.value("dek") == "a # b"
    assert head.value("tags") is None
    assert [item.value for item in head.entries["byline"].items] == ["a", "b"]
    assert (head.entries["byline"].lines, head.entries["cut"].lines) == (False, True)


def test_comments_are_told_from_words() -> None:
    head = read_written(HEAD)
    found = head.remarks(0, len(HEAD))
    assert found == [f"# {word}" for word in ("first", "second", "third", "fourth", "fifth")]
    dek = head.entries["dek"]
    assert head.remarks(dek.start, dek.end) == ["# third"]


def test_a_head_of_comments_alone() -> None:
    head = read_written("# a\n")
    assert (head.entries, head.remarks(0, 4), head.indent) == ({}, ["# a"], "")


@pytest.mark.parametrize("text", ["title: [a\n", "title: &a b\n", "- a\n", "{a: b}\n", "[a]: b\n"])
def test_what_cannot_be_placed(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_written(text)
