"""Kinds of value: what each takes, what each says; whole forms have their own tests."""

from __future__ import annotations

import pytest

from generator.forms.fields import Choice, Count, Day, Flag, Kind, Passage, Shaped, Text, Texts, did_you_mean
from generator.forms.sheet import Sheet
from generator.forms.yaml import Pairs, parse


def read(kind: Kind, written: str) -> tuple[object, list[str]]:
    sheet = Sheet(f"k: {written}", "x")
    node = parse(sheet)
    assert isinstance(node, Pairs)
    value = kind.read(node.pairs[0][1], "k", sheet)
    return value, [d.code for d in sheet.diagnostics]


@pytest.mark.parametrize(
    ("kind", "written", "value", "said"),
    [
        (Text(), "a b", "a b", []),
        (Text(), '""', None, []),
        (Text(), "on", "on", ["yaml-not-text"]),
        (Text(), "'on'", "on", []),
        (Text(), "[a]", None, ["wrong-type"]),
        (Passage(), '"pi\\u00adlots, he\\u0301"', "pilots, h\u00e9", []),
        (Passage(), '"\\u00ad"', None, []),
        (Shaped("[a-z]+", "small letters"), "ab", "ab", []),
        (Shaped("[a-z]+", "small letters"), "Ab", None, ["bad-value"]),
        (Shaped("[a-z]+", "small letters"), "{a: b}", None, ["wrong-type"]),
        (Day(), "2015-10-08", "2015-10-08", []),
        (Day(), "2015-10-08T12:00", None, ["bad-date"]),
        (Day(moment=True), "2015-10-08T12:00", "2015-10-08T12:00", []),
        (Day(), "{a: b}", None, ["wrong-type"]),
        (Flag(), "true", True, []),
        (Flag(), "No", False, []),
        (Flag(), "2", None, ["wrong-type"]),
        (Count(1), "60", 60, []),
        (Count(1), "0", None, ["bad-value"]),
        (Count(1), "010", None, ["wrong-type"]),
        (Count(1), "'60'", None, ["wrong-type"]),
        (Choice(("full", "excerpt")), "full", "full", []),
        (Choice(("full", "excerpt")), "exerpt", None, ["bad-value"]),
        (Choice(("full", "excerpt")), "[full]", None, ["wrong-type"]),
        (Texts(), "[a, [b], '', c]", ("a", "c"), ["wrong-type", "empty-text"]),
        (Texts(), "a", None, ["wrong-type"]),
        (Texts(), "{a: b}", None, ["wrong-type"]),
        (Texts(or_one=True), "a", ("a",), []),
    ],
)
def test_values(kind: Kind, written: str, value: object, said: list[str]) -> None:
    assert read(kind, written) == (value, said)


def test_the_near_word_is_guessed() -> None:
    assert did_you_mean("Exerpt", ("full", "excerpt")) == 'did you mean "excerpt"?'
    assert did_you_mean("xyz", ("full", "excerpt")) == ""


def test_schemas_name_the_same_things() -> None:
    assert Text().schema() == {"type": "string"}
    assert Shaped("[a-z]+", "small letters").schema()["pattern"] == "^(?:[a-z]+)$"
    assert Day().schema()["format"] == "date"
    assert "format" not in Day(moment=True).schema()
    assert Flag().schema() == {"type": "boolean"}
    assert Count(1).schema() == {"type": "integer", "minimum": 1}
    assert Choice(("a", "b")).schema()["enum"] == ["a", "b"]
    assert Texts().schema() == {"type": "array", "items": {"type": "string"}}
    assert Texts(or_one=True).schema() == {"anyOf": [{"type": "string"}, Texts().schema()]}
