from __future__ import annotations

import pytest

from generator.ingest.label.stamps import first_published, published_in, says_published


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 9 May 2031 14:20 GMT", "2031-05-09T14:20Z"),
        ("Published: 8 May 2031, updated 9 May 2031", "2031-05-08"),
        ("Updated 9 May 2031, first published 8 May 2031", "2031-05-08"),
        ("Nov. 19, 2031, 8:41 AM EST", "2031-11-19"),
        ("9th May 2031", "2031-05-09"),
        ("2031-05-09T12:00:00Z", "2031-05-09T12:00Z"),
        ("23/5/2031", "2031-05-23"),
        ("5.5.2031", "2031-05-05"),
    ],
)
def test_a_day_of_publication(line: str, day: str) -> None:
    assert published_in(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Updated 9 May 2031",
        "Last modified: May 9, 2031",
        "Published on 9 May",
        "3 hours ago",
        "8/5/2031",
        "31 February 2031",
        "5.13.31",
        "Published 9 May 2031 " + "x" * 240,
    ],
)
def test_what_can_be_meant_in_two_ways_is_no_day(line: str) -> None:
    assert published_in(line) is None


def test_a_line_that_says_published_prevails() -> None:
    assert first_published(["10 May 2031", "Published 9 May 2031"]) == "2031-05-09"
    assert first_published(["10 May 2031"]) == "2031-05-10"
    assert first_published(["Updated 10 May 2031"]) is None
    assert says_published("First published on 9 May 2031")
    assert not says_published("9 May 2031")
