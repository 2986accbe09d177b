from __future__ import annotations

from generator.analyse.turn.sayers import spoken_in
from tests.texts import clean_text, read

TALK = """MS. ADA MCKAY: I have read the report, and it is long.

NATO SPOKESMAN: We have read it, too, and we say nothing.

MCKAY: Yes, sir.

NATO SPOKESMAN: We shall see what comes of it."""


def test_capitals_are_spelt_as_the_text_spells_them() -> None:
    reading = read(f"Ada McKay met a spokesman.\n\n{TALK}")
    assert [quote.speaker.name for quote in reading.quotes if quote.speaker][:1] == ["Ada McKay"]


def test_bodies_speak_by_their_labels() -> None:
    actors = [quote.speaker.actor for quote in read(TALK).quotes if quote.speaker]
    assert actors == [None, "nato", "nato"]


def test_a_few_words_are_no_statement() -> None:
    assert all(quote.text != "Yes, sir." for quote in read(TALK).quotes)


def test_a_label_is_a_mention_of_who_speaks() -> None:
    reading = read(TALK)
    assert [m.span.of(reading.text) for m in reading.mentions if m.person] == ["ADA MCKAY", "MCKAY"]


def test_a_report_in_the_shape_of_a_talk_is_a_report() -> None:
    told = TALK.replace("I have", "“I have").replace(", and it is long.", "” and it is long, she said.")
    told = told.replace("We shall see what comes of it.", "“We shall see,” he said.")
    assert spoken_in(clean_text(told)).talk.turns
    assert all(quote.speaker is None or quote.speaker.rule != "turn" for quote in read(told).quotes)


def test_who_answers_is_the_one_of_whom_it_is_said_that_somebody_talked_to_them() -> None:
    opening = "Ilse Marrow of the Herald spoke to Otto Quell about the boats."
    asked = "Q: Why so late?\n\nA: I had no boat at all.\n\nQ: And now?\n\nA: We wait for the tide."
    names = {quote.speaker.name for quote in read(f"{opening}\n\n{asked}").quotes if quote.speaker}
    assert names == {"Otto Quell"}


def test_where_two_may_answer_nobody_does() -> None:
    opening = "Ilse Marrow and Otto Quell went out in one boat."
    asked = "Q: Why so late?\n\nA: I had no boat at all.\n\nQ: And now?\n\nA: We wait for the tide."
    assert read(f"{opening}\n\n{asked}").quotes == ()


def test_the_headline_of_a_briefing_tells_the_day_of_its_words() -> None:
    days = [q.said_on for q in read(f"### Press briefing, 6 October 2015\n\n{TALK}").quotes]
    assert days == ["2015-10-06"] * 3


def test_a_day_in_another_headline_is_not_that_of_the_words() -> None:
    assert {q.said_on for q in read(f"### The flood of 6 October 2015\n\n{TALK}").quotes} == {None}
    assert {q.said_on for q in read(f"### Briefing on 6 and 7 October 2015\n\n{TALK}").quotes} == {None}
