from __future__ import annotations

import pytest

from generator.forms.asides import KEYS, attributes, faults, is_for_desk, opens_note


def test_attributes_in_any_quotes() -> None:
    line = """::: note {by="Ada Berg" kind=dispute date='2031-05-06'}"""
    assert attributes(line) == {"by": "Ada Berg", "kind": "dispute", "date": "2031-05-06"}
    assert attributes("::: note") == {}
    assert KEYS == ("by", "kind", "date", "audience")
    assert faults(line) == []


@pytest.mark.parametrize(
    ("line", "code", "at", "hint"),
    [
        ('::: note {kind="disputed"}', "bad-value", 10, 'did you mean "dispute"?'),
        ('::: note {audience="dek"}', "bad-value", 10, 'did you mean "desk"?'),
        ("::: note {date=2031-02-30}", "bad-date", 10, "write it as 2015-10-08"),
        ('::: note {by="A" kin="context"}', "unknown-key", 17, 'did you mean "kind"?'),
        ('::: note {colour="red"}', "unknown-key", 10, "a note has by, kind, date, audience"),
    ],
)
def test_what_is_mistyped_is_told_at_its_place(line: str, code: str, at: int, hint: str) -> None:
    (fault,) = faults(line)
    assert (fault.code, fault.at, fault.hint) == (code, at, hint)


@pytest.mark.parametrize(
    "line",
    [
        '::: note {audience="desk"}',
        "::: note {audience=desk}",
        "::: note audience = 'desk'",
        '::: note {audience="Desk"}',
        '::: note {audience="dsek"}',
        '::: note {audince="desk"}',
        "::: note {Audience: desk}",
        "::: note {audience}",
        "::: note {audience=“desk”}",
        '::: note {audience="desk" audience="public"}',
    ],
)
def test_whoever_means_the_desk_and_mistypes_it_has_the_desk(line: str) -> None:
    assert is_for_desk(line)


@pytest.mark.parametrize(
    "line", ["::: note", '::: note {audience="public"}', '::: note {by="the audience"}', "::: note {by=desk}"]
)
def test_all_else_is_for_everybody(line: str) -> None:
    assert not is_for_desk(line)


def test_a_note_begins_with_or_without_space() -> None:
    assert all(
        opens_note(info) for info in (" note", "note", " note {by=Bo}", "note{by=Bo}", " Note\t{by=Bo}")
    )
    assert not any(opens_note(info) for info in ("", " noted", " note-book", " box note"))
