from __future__ import annotations

import pytest

from generator.ingest.label.line import SHORT, SHORT_LETTERS, Label, Line, cut, is_story
from generator.model.article import Role


@pytest.mark.parametrize("text", ["So.", "So?", "So!”", "“So”", "so …", "three things:", "(So.)", "終わり。"])
def test_what_ends_as_sentences_do(text: str) -> None:
    assert Line(text, 1).ended


@pytest.mark.parametrize("text", ["So", "So,", "So)", "10 –", ""])
def test_what_does_not(text: str) -> None:
    assert not Line(text, 1).ended


def test_a_line_is_short_by_words_and_by_letters() -> None:
    assert Line(" ".join("a" * SHORT), 1).short
    assert not Line(" ".join("a" * (SHORT + 1)), 1).short
    assert not Line("字" * (SHORT_LETTERS + 1), 1).short  # one word, as white space parts them


def test_a_story_has_twelve_words_and_an_end() -> None:
    words = "The pilots of Sunholm have refused to work at night since March"
    assert is_story(Line(f"{words}.", 1))
    assert not is_story(Line(words, 1))
    assert not is_story(Line("The pilots of Sunholm have refused.", 1))


def test_what_is_cut_names_its_rule() -> None:
    assert cut("masthead") == Label(Role.BOILERPLATE, "masthead")
