from __future__ import annotations

import pytest

from generator.ingest.label.boilerplate import by_settings, by_wording
from generator.ingest.label.line import STORY_LABEL, Line, cut, is_story
from generator.ingest.label.shape import is_piped
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
PLEA = "Your gift keeps this paper afloat."


def rules(*texts: str) -> list[str | None]:
    labels = by_wording([Line(text, n) for n, text in enumerate(texts, 1)])
    return [label.rule if label else None for label in labels]


def test_a_line_knows_its_words_and_its_end() -> None:
    assert Line("one two three", 1).words == 3
    assert Line("He left.", 1).ended
    assert Line("“He left”", 1).ended
    assert Line("He left (at once.)", 1).ended
    assert not Line("Pilots refuse night shifts", 1).ended


def test_a_story_has_twelve_words_and_an_end() -> None:
    assert is_story(Line(STORY, 1))
    assert not is_story(Line(STORY.rstrip("."), 1))
    assert not is_story(Line("He left.", 1))


def test_a_plea_spreads_to_lines_that_sound_like_one() -> None:
    beside = "We send our reporters to the islands when others stay at home."
    assert rules(STORY, beside, PLEA) == [None, "donation", "donation"]
    assert rules(STORY, beside) == [None, None]


def test_a_line_without_us_and_you_needs_pleas_on_both_sides() -> None:
    between = "A newsroom is not cheap, and the islands are far apart."
    assert rules(PLEA, between, PLEA, STORY) == ["donation", "donation", "donation", None]
    assert rules(PLEA, between, STORY) == ["donation", None, None]


def test_three_kinds_of_wording_make_a_plea() -> None:
    plea = "We are trusted by the islands, and our newsroom lives on donations of £5 a month alone."
    assert rules(plea) == ["donation"]


def test_in_a_long_block_one_wording_proves_nothing() -> None:
    assert rules(f"{PLEA} {STORY} {STORY} {STORY} {STORY}") == [None]


@pytest.mark.parametrize(
    "quoted", ["“{}”", "‘{} It’s so’", "'{} It's so'", '"{}"', "«{}»", "“{}", "said: “{}", '"{}']
)
def test_what_is_quoted_is_no_plea(quoted: str) -> None:
    assert rules(quoted.format(PLEA)) == [None]


def test_a_heading_opens_a_run_that_a_sentence_ends() -> None:
    assert rules("Topics", "Ferries", "Tugs", STORY, "Tugs below") == ["tags", "tags", "tags", None, None]
    assert rules("Related stories", "word " * 20 + "word", "Tugs below") == ["related", None, None]


def test_a_sentence_opens_no_run() -> None:
    assert rules("Read more of these books, she told us.", "Tugs below") == [None, None]
    assert rules("See also:", "Tugs below") == ["related", "related"]


def test_a_form_before_a_colon_goes_but_not_in_the_first_line_nor_in_a_sentence() -> None:
    assert rules(STORY, "Live: tug below the pier") == [None, "related"]
    assert rules("Live: tug below the pier", STORY) == [None, None]
    assert rules(STORY, "Analysis: nobody will ever know why it sank.") == [None, None]


def test_a_note_on_the_author_counts_below_the_story_only() -> None:
    note = "Ada Quill is a reporter in Ostend."
    assert rules(STORY, note, "Join the conversation") == [None, "author", "comments"]
    assert rules(note, STORY) == [None, None]


def test_short_lines_that_stand_twice_go_but_the_first_may_be_the_headline() -> None:
    again = "Pier Premium"
    assert rules(STORY, again, STORY, again) == [None, "repeated", None, "repeated"]
    headline = "Harbour pilots refuse night shifts"
    assert rules(headline, headline, STORY) == [None, "repeated", None]


def test_editors_prevail() -> None:
    settings = ReadSettings(drop=("The pilots",), keep=("The pilots of Sunholm",))
    assert by_settings(Line(STORY, 1), settings) == STORY_LABEL
    assert by_settings(Line("The pilots left.", 1), settings) == cut("site.yaml")
    assert by_settings(Line("They left.", 1), settings) is None


def test_a_title_and_a_site_are_a_link() -> None:
    assert is_piped(Line("Tugs in Service Over Time | ChartHouse", 1))
    assert not is_piped(Line("He said: tugs | boats.", 1))
    assert not is_piped(Line("Tugs in service", 1))
