from __future__ import annotations

from generator.ingest.label.line import Label, Line, cut
from generator.ingest.label.place import Ground
from generator.ingest.label.tail import TAIL_WORDS, label_end, label_outside, label_tail
from generator.model.article import Role

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
NOTE = "Ada Quill is a reporter who covers shipping for the islands and lives in Ostend."
BYLINE, CAPTION, CREDIT = Label(Role.BYLINE), Label(Role.CAPTION), Label(Role.CREDIT)


def lines_of(*texts: str) -> list[Line]:
    return [Line(text, n) for n, text in enumerate(texts, 1)]


def tailed(*texts: str) -> list[Label | None]:
    labels: list[Label | None] = [None] * len(texts)
    label_tail(lines_of(*texts), labels, 0)
    return labels


def test_what_follows_the_last_sentence() -> None:
    found = tailed(STORY, "Tug owner fined again", "Pilots, Tugs", "Reuters")
    assert found == [None, cut("related"), cut("tags"), BYLINE]


def test_a_short_sentence_and_a_long_line_are_of_the_story() -> None:
    assert tailed(STORY, "They will not sail.") == [None, None]
    assert tailed(STORY, " ".join(["pilots"] * (TAIL_WORDS + 1))) == [None, None]


def test_a_list_that_a_sentence_announces_ends_the_story() -> None:
    assert tailed(f"{STORY[:-1]}:", "• a boat", "• a doctor", "More") == [None, None, None, cut("related")]
    assert tailed(STORY, "• a boat") == [None, cut("related")]


def test_a_table_of_one_form_ends_the_story() -> None:
    rows = ("Marta: sunk", "Ostrea: sold", "Runa: in dock", "Vik: at sea")
    assert tailed(STORY, *rows) == [None] * 5
    assert tailed(STORY, *rows[:3]) == [None, *[cut("related")] * 3]


def test_outside_of_the_story_of_a_copied_page() -> None:
    texts = ("Good morning!", STORY, "Fishing", " ".join(["pilots"] * (TAIL_WORDS + 1)), "(AFP)")
    labels: list[Label | None] = [None, None, None, None, CREDIT]
    label_outside(lines_of(*texts), labels, Ground(1, 2, page=True))
    assert labels == [cut("navigation"), None, cut("related"), cut("outside"), BYLINE]


def ended(texts: tuple[str, ...], labels: list[Label | None], tails: dict[int, str]) -> list[Label | None]:
    label_end(lines_of(*texts), labels, Ground(0, len(texts), page=True), tails)
    return labels


def test_a_note_on_the_author_only_where_no_story_follows() -> None:
    assert ended((STORY, NOTE), [None, None], {1: "author"}) == [None, cut("author")]
    assert ended((NOTE, STORY), [None, None], {0: "author"}) == [None, None]


def test_an_agency_at_the_end_wrote_the_report_unless_it_took_the_picture() -> None:
    assert ended((STORY, "Reuters"), [None, CREDIT], {}) == [None, BYLINE]
    picture = (STORY, "Gulls over the pier", "Reuters")
    assert ended(picture, [None, CAPTION, CREDIT], {}) == [None, CAPTION, CREDIT]
    assert ended(("Reuters", STORY), [CREDIT, None], {}) == [CREDIT, None]
