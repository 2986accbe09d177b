from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.forms.schema import FORMS, schema

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_its_schema(form: str, command: Command) -> None:
    status, out, err = command("schema", form)
    assert (status, err) == (0, "")
    assert json.loads(out) == schema(form)


def test_the_front_matter_is_meant_where_none_is_named(command: Command) -> None:
    assert command("schema") == command("schema", "front-matter")


def test_another_name_is_told_which_there_are(command: Command) -> None:
    status, out, err = command("schema", "aktor")
    assert (status, out) == (2, "")
    assert err == f"error: there is no form 'aktor'; the forms are {', '.join(FORMS)}\n"
