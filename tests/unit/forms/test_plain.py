"""What a text without quotes is to YAML, checked against PyYAML itself."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.plain import iso, taken_for


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("NO", "false"),
        ("yes", "true"),
        ("Off", "false"),
        ("true", "true"),
        ("nO", None),
        ("12:30", "the number 750"),
        ("-1:30.5", "the number -90.5"),
        ("007", "a number"),
        ("0o17", "a number"),
        ("0x1F", "a number"),
        ("1_000", "a number"),
        ("1.10", "a number"),
        ("1e3", "a number"),
        (".inf", "a number"),
        ("1984", None),
        ("0", None),
        ("2015-10-08", None),
        ("Norway", None),
        ("", None),
        ("12:30 today", None),
        ("002_9be7bd9385dcf08d", None),
    ],
)
def test_known_traps(text: str, other: str | None) -> None:
    assert taken_for(text) == other


@given(st.text("0123456789.:_-+exyYnNoOsS", min_size=1, max_size=6))
def test_all_that_pyyaml_turns_into_something_else_is_known(text: str) -> None:
    try:
        value = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(value, bool | int | float) and str(value) != text:
        assert taken_for(text) is not None


@pytest.mark.parametrize(
    ("text", "moment", "expected"),
    [
        ("2015-10-08", False, "2015-10-08"),
        ("2015-10-08T12:30:00Z", False, None),
        ("2015-10-08T12:30:00Z", True, "2015-10-08T12:30:00Z"),
        ("2015-10-08 1:30", True, "2015-10-08T01:30"),
        ("2015-10-08T12:30:00.25+0530", True, "2015-10-08T12:30:00.25+05:30"),
        ("2015-10-08T12:30 -5", True, "2015-10-08T12:30-05:00"),
        ("2015-02-30", True, None),
        ("2015-10-08T25:00", True, None),
        ("2015-10-08T12:30+99", True, None),
        ("20151008", True, None),
        ("8 October 2015", True, None),
        ("２015-10-08", True, None),
    ],
)
def test_days(text: str, moment: bool, expected: str | None) -> None:  # noqa: FBT001 - a column of the table
    assert iso(text, moment=moment) == expected
