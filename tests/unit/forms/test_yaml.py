"""YAML with places: both of PyYAML's parsers, faults one by one, nothing guessed."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.forms import yaml as strict
from generator.forms.sheet import Sheet
from generator.forms.yaml import Items, Node, Pairs, Scalar, parse


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with the parser that is used and with the one used where there is no libyaml."""
    if request.param == "python":
        monkeypatch.setattr(strict, "LOADER", yaml.SafeLoader)
    return str(request.param)


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(n) for n in node.items]
        case Pairs():
            return {k.text: plain(n) for k, n in node.pairs}
        case _:
            return None


def read(text: str) -> tuple[object, list[str]]:
    sheet = Sheet(text, "x")
    node = parse(sheet)
    return plain(node), [f"{d.location.line}:{d.location.column} {d.code}" for d in sheet.diagnostics]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing\n", None),
        ("a", "a"),
        (
            "a: NO\nb: 12:30\nc: 007\nd: 2015-10-08\ne: ~",
            {"a": "NO", "b": "12:30", "c": "007", "d": "2015-10-08", "e": "~"},
        ),
        ("a: [b, {c: d}]\ne:\n  - f\n  - g", {"a": ["b", {"c": "d"}], "e": ["f", "g"]}),
        ("---\na: b\n", {"a": "b"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ('a: "b\\nc"', {"a": "b\nc"}),
        ("a: !!str 12:30", {"a": "12:30"}),
        ("a:", {"a": ""}),
    ],
)
def test_what_is_sound_is_read(text: str, value: object) -> None:
    assert read(text) == (value, [])


def test_quoted_is_told_from_plain() -> None:
    sheet = Sheet("a: ~\nb: '~'\nc: |\n  ~\nd: !!str ~", "x")
    node = parse(sheet)
    assert isinstance(node, Pairs)
    assert [isinstance(v, Scalar) and (v.plain, v.empty) for _, v in node.pairs] == [
        (True, True),
        (False, False),
        (False, False),
        (False, False),
    ]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("a: b: c\nd: e", {"d": "e"}, ["1:5 yaml-syntax"]),
        ("a: b\nc: d\n\te: f\ng: h", {"a": "b", "g": "h"}, ["3:1 yaml-syntax"]),
        ("\ta: b\n", None, ["1:1 yaml-syntax"]),
        ("a: 'b\nc: d", {"c": "d"}, ["1:4 yaml-syntax"]),
        ("a: 'b' c\nd: e", {"d": "e"}, ["1:8 yaml-syntax"]),
        ("a: [b\nc: d", {"c": "d"}, ["1:4 yaml-syntax"]),
        ("a: {b: c\nd: e", {"d": "e"}, ["1:4 yaml-syntax"]),
        ("a: @b\nc: d", {"c": "d"}, ["1:4 yaml-syntax"]),
        ("a: b\n c: d\ne: f", {"e": "f"}, ["2:3 yaml-syntax"]),
        ("- a\nb: c", {"b": "c"}, ["2:1 yaml-syntax"]),
        ("a: b\nwords\nc: d", {"c": "d"}, ["2:1 yaml-syntax"]),
        ("a: \x01\nb: c", {"b": "c"}, ["1:4 yaml-syntax"]),
        ("a: \ud800", None, ["1:4 yaml-syntax"]),
        ("a: b\n---\nc: d", {"a": "b"}, ["2:1 yaml-syntax"]),
        ("a: 1\na: 2", {"a": "1"}, ["2:1 yaml-duplicate-key"]),
        (
            "a: {b: 1, b: 2}\nc: d: e\nf: g",
            {"a": {"b": "1"}, "f": "g"},
            ["1:11 yaml-duplicate-key", "2:5 yaml-syntax"],
        ),
        ("? [a]\n: b\nc: d", {"c": "d"}, ["1:3 yaml-unsupported"]),
        ("a: &b c\nd: *b", {"a": "c", "d": ""}, ["1:4 yaml-unsupported", "2:4 yaml-unsupported"]),
        ("a: !b c", {"a": "c"}, ["1:4 yaml-unsupported"]),
        ("a: [b, c]]\nd: e", {"d": "e"}, ["1:10 yaml-syntax"]),
    ],
)
def test_a_fault_is_told_once_and_loses_one_key(text: str, value: object, said: list[str]) -> None:
    assert read(text) == (value, said)


def test_faults_are_told_in_our_words() -> None:
    words = {
        "a: b: c": 'a ":" followed by a space stands inside the text',
        "a: b\n\tc: d": "a tab stands where YAML wants spaces",
        "a: %b": 'a text cannot begin with "%" in YAML',
        "a: b\n c: d": "this key is indented, so YAML takes it for the end of the text above",
        "a: {b: [c}": 'the list that opens here is not closed, or a "," is missing',
    }
    for text, message in words.items():
        sheet = Sheet(text, "x")
        parse(sheet)
        assert [d.message for d in sheet.diagnostics] == [message]
    sheet = Sheet('a: "\\q"', "x")
    parse(sheet)
    assert "unknown escape" in sheet.diagnostics[0].message


def test_deep_nesting_is_no_danger() -> None:
    value, said = read("[" * 5000)
    assert (value, len(said)) == (None, 1)
    assert read("[" * 100 + "]" * 100)[1] == []
    assert read("[" * 101 + "]" * 101)[1] == ["1:101 yaml-syntax"]


def test_what_nests_too_deep_does_not_lose_the_other_keys() -> None:
    value, said = read(f"title: Bees\nnote: {'[' * 900}\ndek: Back\n")
    assert value == {"title": "Bees", "dek": "Back"}
    assert said == ["2:106 yaml-syntax"]


def test_where_libyaml_itself_gives_up_on_nesting_it_is_told_alike() -> None:
    sheet = Sheet(f"title: Bees\nnote: {'[' * 5000}\ndek: Back\n", "a.md")
    assert plain(parse(sheet)) == {"title": "Bees", "dek": "Back"}
    (told,) = sheet.diagnostics
    assert told.code == "yaml-syntax"
    assert "more than 100 deep" in told.message


@given(st.text("ab: -\n\t[]{}'\"#&*!|>,~?%@", max_size=50))
def test_no_text_whatever_makes_it_fail(text: str) -> None:
    sheet = Sheet(text, "x")
    node = parse(sheet)
    if not sheet.diagnostics:  # then PyYAML's own reading has the same shape
        expected = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - the loader that makes texts only
        assert plain(node) == (expected or plain(node))
