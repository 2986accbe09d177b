"""The tables of the forms: one key once, a gloss for each, no word mistaken for two keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.forms import tables

if TYPE_CHECKING:
    from generator.forms.records import Fields


@pytest.mark.parametrize(
    "name", [n for n in dir(tables) if n.strip("_").isupper() and isinstance(getattr(tables, n), tuple)]
)
def test_keys_are_told_apart(name: str) -> None:
    fields: Fields = getattr(tables, name)
    if isinstance(fields[0], str):
        return
    keys = [f.key for f in fields]
    mistaken = [word for f in fields for word in f.mistaken]
    assert len(set(keys + mistaken)) == len(keys + mistaken)
    assert all(f.gloss for f in fields)
    assert all(word == word.lower() for word in mistaken)


@pytest.mark.parametrize(
    ("text", "fits"), [("a.b-c_1", True), (".", False), ("..", False), ("a" * 151, False)]
)
def test_an_id_can_be_the_name_of_a_file(text: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (re.fullmatch(tables.ID.pattern, text) is not None) == fits
