from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.remarks import without_remarks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one <!-- ask Bo --> two", "one two"),
        ("one<!-- ask Bo -->two", "onetwo"),
        ("one\n<!-- ask\nBo -->\ntwo", "one\n\n\ntwo"),
        ("<!----><!-- a --><!-- b -->c", "c"),
        ("one <!-- not closed\ntwo", "one \n"),
        ("one \\<!-- shown --> two", "one \\<!-- shown --> two"),
        ("it`s <!-- not code --> so", "it`s so"),
        ("it`s <!-- not ` code --> so", "it`s so"),
        ("``one ` <!-- code --> ``", "``one ` <!-- code --> ``"),
        ("\\`one <!-- not code --> `", "\\`one `"),
        ("`one` <!-- not code --> `two`", "`one` `two`"),
        ("one --> two", "one --> two"),
        ("write `<!-- so -->`, <!-- not so -->", "write `<!-- so -->`, "),
        ("```html\n<!-- code -->\n```\n<!-- none -->", "```html\n<!-- code -->\n```\n"),
    ],
)
def test_comments_are_left_out_of_markdown_and_not_of_code(text: str, shown: str) -> None:
    assert without_remarks(text) == shown


@given(st.text("<!->`\na ", max_size=60))
def test_lines_keep_their_numbers_and_what_is_left_stood_there(text: str) -> None:
    shown = without_remarks(text)
    assert shown.count("\n") == text.count("\n")
    letters = iter(text)
    assert all(letter in letters for letter in shown)
