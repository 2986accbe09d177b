"""Tables of fields: rows that are read, what is missing or not known, what they are as JSON Schema."""

from __future__ import annotations

import pytest

from generator.forms.fields import Choice, Flag, Text, Texts
from generator.forms.records import Field, Fields, Record, Records, Row, object_schema, read_form
from generator.forms.sheet import Sheet

INNER: Fields = (Field("exact", Text(), "the words", required=True), Field("prefix", Text(), "before"))
FORM: Fields = (
    Field("name", Text(), "the name", required=True),
    Field("tags", Texts(), "words", mistaken=("keywords",)),
    Field("draft", Flag(), "not shown"),
    Field("at", Record(INNER), "the place"),
    Field("all", Records(Record(INNER)), "the places"),
)


def read(text: str) -> tuple[Row, list[str]]:
    sheet = Sheet(text, "x")
    row = read_form(sheet, FORM)
    return row, [f"{d.location.line}:{d.location.column} {d.code}" for d in sheet.diagnostics]


def test_values_are_had_by_key() -> None:
    row, said = read(
        "name: A\ntags: [b, c]\ndraft: true\nat: {exact: d}\nall: [{exact: e}, {exact: f, prefix: g}]"
    )
    assert (row.text("name"), row.texts("tags"), row.flag("draft")) == ("A", ("b", "c"), True)
    at = row.row("at")
    assert at is not None
    assert at.text("exact") == "d"
    assert [(r.text("exact"), r.text("prefix")) for r in row.rows("all")] == [("e", None), ("f", "g")]
    assert (row.whole, row.places["tags"], said) == (True, 14, [])


def test_what_is_not_given_is_empty() -> None:
    row, said = read("name: A\ntags:\ndraft: ~\n")
    assert (row.texts("tags"), row.flag("draft"), row.row("at"), row.rows("all")) == ((), None, None, ())
    assert (row.text("draft"), said) == (None, [])


def test_what_is_required_is_asked_for_once() -> None:
    assert read("tags: [a]")[1] == ["1:1 missing-key"]
    assert read("name:\ntags: [a]")[1] == ["1:6 missing-key"]
    assert read("name: [a]")[1] == ["1:7 wrong-type"]
    row, said = read("name: A\nat: {prefix: b}\nall:\n  - {exact: c}\n  - {exact: [d]}\n  - e\n")
    assert said == ["2:5 missing-key", "5:13 wrong-type", "6:5 wrong-type"]
    assert row.whole
    assert row.row("at") is None
    assert [r.text("exact") for r in row.rows("all")] == ["c"]


def test_unknown_keys_are_told_and_left_out() -> None:
    sheet = Sheet("name: A\nnmae: B\nKeywords: [c]\nxyz: d", "x")
    row = read_form(sheet, FORM)
    assert set(row.values) == {"name"}
    assert [d.hint for d in sheet.diagnostics] == [
        'did you mean "name"?',
        'did you mean "tags"?',
        "known here: name, tags, draft, at, all",
    ]


def test_a_form_is_keys_with_values() -> None:
    assert read("- a")[1] == ["1:1 wrong-type"]
    assert read("a")[1] == ["1:1 wrong-type"]
    assert read("name: A\nall: {exact: a}")[1] == ["2:6 wrong-type"]
    assert read("name: A\nall: a")[1] == ["2:6 wrong-type"]
    assert read("~")[1] == ["1:1 missing-key"]


def test_the_schema_comes_from_the_same_table() -> None:
    schema = object_schema(FORM)
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == [f.key for f in FORM]
    assert properties["name"] == {"description": "the name", "type": "string"}
    assert properties["draft"] == {
        "description": "not shown",
        "anyOf": [{"type": "boolean"}, {"type": "null"}],
    }
    assert "required" not in object_schema(FORM[1:3])


GUARDED: Fields = (
    Field("draft", Flag(unread=True), "not shown", mistaken=("unpublished",)),
    Field("audience", Choice(("public", "desk"), unread="desk"), "who reads it"),
    Field("name", Text(), "the name"),
)


@pytest.mark.parametrize(
    ("text", "draft", "audience"),
    [
        ("Draft: true", True, None),
        ("darft: true", True, None),
        ("unpublished: yes", True, None),
        ("Draft: false", False, None),
        ("draft: false\ndraft: true", True, None),
        ("draft: false\nDraft: true", True, None),
        ("audiance: desk", None, "desk"),
        ("audience: public\naudience: desk", None, "desk"),
        ("nam: A", None, None),
    ],
)
def test_what_keeps_words_from_the_public_holds_though_it_is_mistyped(
    text: str,
    draft: bool | None,  # noqa: FBT001 - a case
    audience: str | None,
) -> None:
    sheet = Sheet(text, "x")
    row = read_form(sheet, GUARDED)
    assert (row.flag("draft"), row.text("audience"), row.text("name")) == (draft, audience, None)
    assert len(sheet.diagnostics) == 1


def test_a_comma_in_braces_is_told() -> None:
    sheet = Sheet("at: {exact: well, never}", "x")
    read_form(sheet, FORM[3:4])
    assert [(d.code, d.location.column, d.hint) for d in sheet.diagnostics] == [
        ("unknown-key", 19, 'in {…} a "," ends a value: put the whole text in quotes')
    ]
