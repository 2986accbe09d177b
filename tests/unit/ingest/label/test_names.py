from __future__ import annotations

import pytest

from generator.ingest.label.names import names_alone, names_in


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Quill", ("Ada Quill",)),
        ("BY ADA QUILL AND TOM REED", ("Ada Quill", "Tom Reed")),
        ("By Ada Quill in Ostend and Tom Reed in Vik", ("Ada Quill", "Tom Reed")),
        ("By Ada Quill, Tom Reed and Lorna Pike", ("Ada Quill", "Tom Reed", "Lorna Pike")),
        ("By Ada Quill, New York", ("Ada Quill",)),
        ("By Ada Quill, Defence Editor", ("Ada Quill",)),
        ("By Ada Quill Updated Nov 13, 2031, 10:28am EST", ("Ada Quill",)),
        ("By Reuters", ("Reuters",)),
        ("Al Jazeera and Reuters", ("Al Jazeera", "Reuters")),
        ("AFP, Pier News", ("AFP",)),
        (
            "Reporting by Ada Quill; Additional reporting by Tom Reed; Editing by Lorna Pike.",
            ("Ada Quill", "Tom Reed"),
        ),
        (
            "Associated Press writers Ada Quill and Tom Reed contributed to this report.",
            ("Ada Quill", "Tom Reed"),
        ),
        ("With files from The Associated Press and Ada Quill", ("The Associated Press", "Ada Quill")),
        ("From our correspondent in Ostend", ("From our correspondent in Ostend",)),
        ("By Ada Quill (Ostend). Translated from the French by Tom Reed", ("Ada Quill",)),
    ],
)
def test_names_have_no_places_offices_or_days(byline: str, names: tuple[str, ...]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("byline", "alone"),
    [
        ("By Ada Quill and Tom Reed", True),
        ("By Ada Quill in Ostend", False),
        ("By Ada Quill, Defence Editor", False),
    ],
)
def test_a_byline_that_says_more_than_names_is_told(byline: str, alone: bool) -> None:  # noqa: FBT001
    assert names_alone(byline, names_in(byline)) is alone
