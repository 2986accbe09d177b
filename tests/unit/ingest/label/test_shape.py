from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.label.line import Label, Line, cut
from generator.ingest.label.shape import by_amendment, by_shape, in_body, is_piped, is_tag_list
from generator.model.article import Role

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."


def shaped(*texts: str) -> list[Label | None]:
    """Label lines; one that begins with "+" stands right below the line before."""
    return by_shape([Line(t.removeprefix("+"), n, gap=not t.startswith("+")) for n, t in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("By Ada Quill and Tom Reed", Role.BYLINE),
        ("Ada Quill contributed to this report from Ostend.", Role.BYLINE),
        ("Ada Quill contributed to the story from Ostend.", Role.BYLINE),
        ("Photograph: Ada Quill/Reuters", Role.CREDIT),
        ("Gulls over the pier at Sunholm. Ada Quill/Reuters", Role.CAPTION),
    ],
)
def test_signatures(text: str, role: Role) -> None:
    assert shaped(STORY, text, STORY)[1] == Label(role)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "By Monday night the pilots had gone home.",
        "The late Tom Reed contributed to the report on the fire that the court had asked for.",
        "Port and pilots, at last",
    ],
)
def test_what_has_no_such_shape(text: str) -> None:
    assert shaped(STORY, text, STORY)[1] is None


def test_an_agency_ends_the_last_sentence_and_the_credit_of_a_picture_any_other() -> None:
    signed = f"{STORY} (Reuters)"
    assert shaped(STORY, signed)[1] == Label(Role.PARAGRAPH)
    assert shaped(STORY, signed, STORY)[1] == Label(Role.CAPTION)


def test_the_words_of_a_picture_stand_right_above_its_caption() -> None:
    caption = "+Gulls over the pier at Sunholm. Ada Quill/Reuters"
    assert shaped(STORY, "gulls on a pier", caption, STORY)[1] == cut("image-alt")
    assert shaped(STORY, "A second boat", caption.removeprefix("+"), STORY)[1] is None
    assert shaped(STORY, STORY, caption, STORY)[1] is None


def test_a_chart_has_the_name_of_its_site_behind_a_bar() -> None:
    assert is_piped(Line("Wages of harbour pilots | Chartworks", 1))
    assert not is_piped(Line("The door says “Pilots | Tugs” to this day.", 1))
    assert not is_piped(Line("Wages of harbour pilots", 1))


@pytest.mark.parametrize(
    "text",
    [
        "This article was amended on 4 May 2031 to correct a name.",
        "An earlier version of this story gave the wrong year.",
        "Correction (4 May): the tug is the Marta.",
        "Editor’s note: the tug is the Marta.",
    ],
)
def test_an_amendment_is_of_the_story_and_marked(text: str) -> None:
    assert by_amendment(Line(text, 1)) == Label(Role.PARAGRAPH, mark="amended")


@pytest.mark.parametrize(
    "text", [STORY, "This article of the law was read.", "Corrections officers went home."]
)
def test_what_amends_nothing(text: str) -> None:
    assert by_amendment(Line(text, 1)) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("• a second boat", Role.ITEM),
        ("2) a doctor", Role.ITEM),
        ("What now", Role.HEADING),
        ("SUNHOLM, VELMARK", Role.PARAGRAPH),  # a dateline on a line of its own
        (STORY, Role.PARAGRAPH),
    ],
)
def test_what_a_line_of_the_story_is(text: str, role: Role) -> None:
    assert in_body(Line(text, 1), last=False) == Label(role)


def test_no_heading_ends_a_story() -> None:
    assert in_body(Line("What now", 1), last=True) == Label(Role.PARAGRAPH)


def test_tags_are_short_names_in_a_row() -> None:
    assert is_tag_list("Pilots, Tugs, Sunholm")
    assert is_tag_list("Pilots | Tugs")
    assert not is_tag_list("Pilots")
    assert not is_tag_list("Tug owner fined for the third time, court says")


@given(st.lists(st.sampled_from([STORY, "a | b c", "By Ada Quill", "+x", "(AFP)"]) | st.text(min_size=1)))
def test_as_many_labels_as_lines(texts: list[str]) -> None:
    assert len(shaped(*texts)) == len(texts)
