from __future__ import annotations

from dataclasses import replace

from generator.analyse.turn.talks import bare, talk_of
from generator.model.text import Span
from tests.texts import clean_text

TALK = """ADA BERG: I have read the report.

It is long.

(Applause.)

ILSE MARROW: And what do you say?

BERG: We shall open the road.

MARROW: Will you?"""


def test_each_turn_has_its_paragraphs_without_the_label_and_asides() -> None:
    clean = clean_text(TALK)
    said = [[span.of(clean.text) for span in turn.spans] for turn in talk_of(clean).turns]
    assert said == [
        ["I have read the report.", "It is long."],
        ["And what do you say?"],
        ["We shall open the road."],
        ["Will you?"],
    ]


def test_who_ends_with_questions_is_the_one_who_asks() -> None:
    talk = talk_of(clean_text(TALK))
    assert talk.askers == {"marrow"}
    assert [turn.label.key for turn in talk.said] == ["berg", "berg"]


def test_where_all_ask_there_is_no_talk() -> None:
    assert talk_of(clean_text(TALK.replace(".", "?"))).turns == ()


def test_where_most_words_stand_in_no_turn_there_is_no_talk() -> None:
    assert talk_of(clean_text("The pilots have refused to work. " * 9 + "\n\n" + TALK)).turns == ()


def test_the_paragraph_that_tells_of_the_talk_is_the_outlets() -> None:
    clean = clean_text(f"{TALK}\n\nThis conversation has been edited, as we always do.")
    assert talk_of(clean).turns[-1].spans[-1].of(clean.text) == "Will you?"


def test_labels_are_cut_off_for_reading_and_nothing_else_is() -> None:
    clean = clean_text(f"Berg and Marrow met.\n\n{TALK}")
    read = talk_of(clean).without_labels(clean)
    words = [block.span.of(read.text) for block in read.blocks]
    assert words[:2] == ["Berg and Marrow met.", "I have read the report."]
    assert replace(read, blocks=clean.blocks) == clean


def test_marks_and_stress_around_the_whole_are_taken_off() -> None:
    for text, words in (("“We go.”", "We go."), ("*We go.*", "We go."), ("“A” and “B”", "“A” and “B”")):
        assert bare(text, Span(0, len(text))).of(text) == words


def test_what_a_page_sets_off_is_a_label_without_a_colon() -> None:
    text = (
        "Ada Berg I have read it.\n\nIlse Marrow And you?\n\nAda Berg We shall go.\n\nIlse Marrow Will you?"
    )
    clean = clean_text(text)
    leads = (8, 11, 8, 11)
    blocks = tuple(replace(b, lead=lead) for b, lead in zip(clean.blocks, leads, strict=True))
    talk = talk_of(replace(clean, blocks=blocks))
    assert [turn.place.of(clean.text) for turn in talk.turns] == ["Ada Berg", "Ilse Marrow"] * 2
    assert [turn.spans[0].of(clean.text) for turn in talk.said] == ["I have read it.", "We shall go."]


def test_a_label_with_an_aside_alone_goes_with_the_paragraph_below() -> None:
    clean = clean_text(TALK.replace("I have read the report.", "(Laughs.)"))
    talk = talk_of(clean)
    assert talk.turns[0].spans[0].of(clean.text) == "It is long."
    words = [block.span.of(clean.text) for block in talk.without_labels(clean).blocks]
    assert words[:2] == ["(Laughs.)", "It is long."]
