from __future__ import annotations

import pytest

from generator.analyse.day.tense import Tense, tense

AHEAD, BACK, DOUBT = Tense.AHEAD, Tense.BACK, Tense.DOUBT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board met on Monday.", BACK),
        ("The board will meet on Monday.", AHEAD),
        ("“We'll meet on Monday.”", AHEAD),
        ("The board is to meet on Monday.", AHEAD),
        ("The talks, due on Monday, were called off.", AHEAD),
        ("The talks had been due on Monday.", DOUBT),
        ("The board was to meet on Monday.", DOUBT),
        ("The board would meet on Monday.", DOUBT),
        ("The board said on Monday it will meet.", BACK),
        ("On Monday, the board will meet.", AHEAD),
        ("On Monday, the board said it will meet.", BACK),
        ("On Monday the board resolved that it will meet.", BACK),
        ("The leak on Monday will be looked into.", DOUBT),
        ("The board will not meet, after it broke up on Monday.", BACK),
        ("It is over. The board will meet. They met on Monday.", BACK),
        ("Monday", BACK),
    ],
)
def test_the_verbs_about_a_day_tell_where_it_lies(text: str, expected: Tense) -> None:
    start = text.index("Monday")
    assert tense(text, start, start + len("Monday")) is expected
