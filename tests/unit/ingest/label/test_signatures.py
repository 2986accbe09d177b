from __future__ import annotations

import pytest

from generator.ingest.label.signatures import is_agencies, is_byline, is_credit, is_person, split_credit


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill",
        "BY ADA QUILL AND TOM REED",
        "By Ada Quill, Defence Editor",
        "By Ada Quill for The Pier in Ostend",
        "By Ada Quill On 10/6/31 at 2:12 PM EDT",
        "By Ada Quill Updated Nov 13, 2031, 10:28am EST",
        "By Reuters",
        "By Agencies",
        "By Pier News with agencies",
        "By Lorna van der Pike",
        "Reporting by Ada Quill in Ostend; Additional reporting by Tom Reed; Editing by Lorna Pike.",
        "(Reporting by Quill; editing by Reed)",
        "Additional reporting by Tom Reed",
        "From our correspondent in Ostend",
        "From our own diplomatic correspondents",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening all eleven boats had left.",
        "By Land and Sea, the Islanders Return",
        "By George, He Did It!",
        "By then it was late",
        "By Ada Quill, who has never been to Ostend and never will be",
        "Written by candlelight, the letter was found.",
        "Edited by Moscow, the text says nothing.",
        "From our window we see the sea.",
        "From our correspondent we have it that nobody in the union was asked.",
        "Ada Quill",
        'By Ada Quill: "We go."',
        "By Ada Quill " + "and Tom Reed " * 30,
    ],
)
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line", ["Ada Quill", "Ada Quill, Ostend", "Lorna van der Pike", "Ada Quill in Ostend"]
)
def test_people(line: str) -> None:
    assert is_person(line)


@pytest.mark.parametrize(
    "line", ["Ostend", "Monday Morning", "4 May 2031", "Ada Quill is back", "harbour pilots"]
)
def test_no_people(line: str) -> None:
    assert not is_person(line)


@pytest.mark.parametrize(
    "line", ["Reuters", "(AFP)", "Source: Reuters", "Pier Union and Reuters", "AFP, Pier News", "AFP/Reuters"]
)
def test_agencies(line: str) -> None:
    assert is_agencies(line)


@pytest.mark.parametrize("line", ["Pier Union", "he told Reuters", "Reuters and others said so"])
def test_no_agencies(line: str) -> None:
    assert not is_agencies(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill / Reuters",
        "Ada Quill/NTB Scanpix/Reuters",
        "Ada Quill via AP",
        "Photograph: Ada Quill",
        "Photo by Ada Quill",
        "(Photo: Ada Quill)",
        "Image copyright Reuters",
        "Photo AFP",
        "Video: Reuters",
        "Getty Images.",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Video Shows Tug Below the Pier",
        "Source Code Leaks",
        "Picture Perfect",
        "Ada Quill",
        "Ada Quill / Reuters " * 9,
        "He told Reuters.",
    ],
)
def test_no_credits(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Gulls. Ada Quill/Reuters", ("Gulls.", "Ada Quill/Reuters")),
        ("“Gulls.” Getty Images", ("“Gulls.”", "Getty Images")),
        ("Gulls (Photo by Ada Quill)", ("Gulls", "(Photo by Ada Quill)")),
        ("Gulls. (AP Photo/Ada Quill)", ("Gulls.", "(AP Photo/Ada Quill)")),
        ("The harbour master (AFP)", ("The harbour master", "(AFP)")),
        ("Gulls came. " * 30 + "Ada Quill/Reuters", (("Gulls came. " * 30).strip(), "Ada Quill/Reuters")),
        ("Gulls over the pier.", None),
        ("Members of the body (APFB)", None),
        ("He told Reuters.", None),
        ("(Photo: Ada Quill)", None),
    ],
)
def test_captions_are_parted_from_credits(text: str, parted: tuple[str, str] | None) -> None:
    assert split_credit(text) == parted
