"""The tables of the forms: one key once, a gloss for each, no word mistaken for two keys."""

from __future__ import annotations

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
