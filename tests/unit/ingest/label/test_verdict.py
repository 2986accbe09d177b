from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.label.line import Label, Line, cut
from generator.ingest.label.plaintext import lines_of, read_plain
from generator.ingest.label.verdict import label
from generator.model.article import Media, RawDocument, Role
from generator.model.settings import ReadSettings

TITLE = "Harbour pilots refuse night shifts"
STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
PLEA = "Sign up for our free weekly newsletter"
AMENDED = "This article was amended on 4 May 2031: sign up for our newsletter was said twice."
FOUND = ReadSettings()

texts = st.lists(
    st.sampled_from(
        [TITLE, STORY, PLEA, "By Ada Quill", "Home", "News", "Reuters", "• a boat", "Related", "Gulls (AFP)"]
    )
    | st.text(min_size=1, max_size=30),
    max_size=30,
).map("\n\n".join)


def judged(*lines: str, settings: ReadSettings = FOUND) -> list[Label]:
    document = RawDocument("\n\n".join(lines), Media.TEXT, "seed")
    return label([Line(text, n) for n, text in enumerate(lines, 1)], document, settings)


def test_an_editor_prevails_over_every_rule() -> None:
    assert judged(TITLE, STORY, PLEA, STORY)[2] == cut("newsletter")
    kept = judged(TITLE, STORY, PLEA, STORY, settings=ReadSettings(keep=("Sign up",)))
    assert kept[2].role is Role.PARAGRAPH
    assert judged(TITLE, STORY, PLEA, settings=ReadSettings(drop=("The pilots",)))[1] == cut("site.yaml")


def test_an_amendment_prevails_over_wording() -> None:
    assert judged(TITLE, STORY, AMENDED)[2] == Label(Role.PARAGRAPH, mark="amended")


def test_wording_prevails_over_shape_and_shape_over_place() -> None:
    assert judged(STORY, "Watch: pilots | Pier TV", STORY)[1] == cut(
        "related"
    )  # and it has the shape of embed
    assert judged(TITLE, "By Ada Quill", STORY)[1] == Label(Role.BYLINE)  # and it stands where a dek does


def test_of_what_nothing_is_said_is_of_the_story() -> None:
    assert [found.role for found in judged(STORY, "What now", STORY)] == [
        Role.PARAGRAPH,
        Role.HEADING,
        Role.PARAGRAPH,
    ]
    assert judged() == []


@given(texts)
def test_as_many_labels_as_lines_and_only_what_is_cut_has_a_rule(text: str) -> None:
    lines = lines_of(text)
    labels = label(lines, RawDocument(text, Media.TEXT, "seed"), FOUND)
    assert len(labels) == len(lines)
    assert all((found.rule is not None) == (found.role is Role.BOILERPLATE) for found in labels)


@given(texts)
def test_every_letter_is_kept_and_reading_again_is_the_same(text: str) -> None:
    document = RawDocument(text, Media.TEXT, "seed")
    once = read_plain(document, FOUND)
    held = "".join(block.span.of(once.text) for block in once.blocks)
    assert "".join(held.split()) == "".join(" ".join(line.text for line in lines_of(text)).split())
    assert read_plain(document, FOUND) == once


def test_labels_of_a_transcript_are_of_the_story() -> None:
    said = ("ADA BERG", "We have read the report.", "BO EK", "I have not, and I never shall.")
    found = judged(TITLE, *said, *said)
    assert [one.role for one in found] == [Role.HEADLINE, *[Role.PARAGRAPH] * 8]
