from __future__ import annotations

import pytest

from generator.ingest.label.captions import is_caption
from generator.ingest.label.line import Line


@pytest.mark.parametrize(
    "text",
    [
        "Image caption: Gulls over the pier",
        "Pictured: the old customs house",
        "The tug in dry dock (file photo)",
        "An undated handout photo of the tug Marta",
        "A map showing where the tug was sunk",
        "Lorna Pike, left, and Bo Ek in Sunholm, 3 May 2031.",
        "Lorna Pike speaks at the old customs house in Sunholm, 3 May 2031",
        "Pilots from left in the harbour on Monday.",
    ],
)
def test_what_stands_below_a_picture(text: str) -> None:
    assert is_caption(Line(text, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Lorna Pike said on Monday that nobody had seen the lamp, and she holds to it, 3 May 2031",
        "The pilots of Sunholm turned left at the second buoy on Monday.",  # no side of a picture
        "Lorna Pike speaks at the old customs house.",  # no day
        "Lorna Pike “speaks for nobody but herself” at the pier, 3 May 2031",
        "The picture was taken in March, and it has not been shown since.",
        f"Image caption: {'gulls ' * 80}",
    ],
)
def test_what_a_report_tells(text: str) -> None:
    assert not is_caption(Line(text, 1))
