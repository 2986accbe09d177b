from __future__ import annotations

import pytest

from generator.ingest.label.head import HEADLINE_WORDS, is_masthead, label_head
from generator.ingest.label.line import Label, Line, cut
from generator.ingest.label.place import Ground
from generator.model.article import Media, RawDocument, Role

TITLE = "Harbour pilots refuse night shifts"
DEK = "Port offers a second boat, but no more pay"
STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
HEADLINE = Label(Role.HEADLINE)


def headed(*texts: str, title: str | None = None, dated: int | None = None) -> list[Label | None]:
    """Label the lines above a story, of which ``dated`` is the place of one that says the day."""
    lines = [Line(t, n) for n, t in enumerate([*texts, STORY], 1)]
    labels: list[Label | None] = [None] * len(lines)
    if dated is not None:
        labels[dated] = cut("timestamp")
    document = RawDocument("", Media.TEXT, "seed", title)
    label_head(lines, labels, Ground(len(texts), len(lines), page=False), document)
    return labels[:-1]


def test_headline_and_dek() -> None:
    assert headed(TITLE, DEK) == [HEADLINE, Label(Role.DEK)]


def test_a_sentence_is_neither() -> None:
    assert headed("They will not sail.") == [None]
    assert headed(TITLE, "They will not sail.") == [HEADLINE, None]


def test_one_word_is_neither() -> None:
    assert headed("Shipping") == [None]
    assert headed(TITLE, "Shipping") == [HEADLINE, None]


def test_no_headline_is_longer() -> None:
    assert headed(" ".join(["pilots"] * HEADLINE_WORDS)) == [HEADLINE]
    assert headed(" ".join(["pilots"] * (HEADLINE_WORDS + 1))) == [None]


def test_the_title_that_is_given_prevails_however_it_is_set() -> None:
    assert headed(DEK, TITLE.upper(), title=TITLE) == [cut("section"), HEADLINE]


def test_what_stands_above_the_headline() -> None:
    assert headed("The Sunholm Chronicle", "Shipping", TITLE) == [cut("masthead"), cut("section"), HEADLINE]


def test_a_name_without_by_stands_beside_the_day() -> None:
    above = (TITLE, "Ada Quill, Ostend", "4 May 2031")
    assert headed(*above, dated=2)[1] == Label(Role.BYLINE)
    assert headed(*above)[1] == Label(Role.DEK)


def test_the_items_of_an_announced_list_are_no_headline() -> None:
    assert headed("The port has offered:", "- a second boat", "- a doctor on call") == [None, None, None]
    assert headed("- a second boat")[0] == HEADLINE  # nothing announces it: the dash of a headline


@pytest.mark.parametrize(
    "text", ["The Sunholm Chronicle", "Island News", "Reuters", "pier.example.org", "THE PIER TIMES"]
)
def test_mastheads(text: str) -> None:
    assert is_masthead(Line(text, 1))


@pytest.mark.parametrize(
    "text", ["World", "News", TITLE, "The Chronicle to print once a week", "Pier Union and the Times of old"]
)
def test_no_mastheads(text: str) -> None:
    assert not is_masthead(Line(text, 1))
