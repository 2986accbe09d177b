"""Reports here are of Thursday, 8 March 2029."""

from __future__ import annotations

import pytest

from tests.texts import read

OF_MONDAY = "2029-03-05"


def said_on(text: str, published: str | None = "2029-03-08") -> set[str | None]:
    """Return the days that the quotations of a text have, reported speech among them."""
    return {q.said_on for q in read(text, published=published).quotes}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Fen said on Monday that the dam was “a disaster for us”.",
        "Ada Fen said Monday the dam was “a disaster for us”.",
        "Ada Fen, the mayor of Holm, said late on Monday that the dam was “a disaster for us”.",
        "Ada Fen told reporters in Brussels on Monday that the dam was “a disaster for us”.",
        "Ada Fen told the Holm Post on Monday night that the dam was “a disaster for us”.",
        "Ada Fen said in a televised interview with the Holm Post on Monday: “The dam leaks.”",
        "“The dam leaks,” Ada Fen said in a statement issued on Monday.",
        "“The dam leaks,” said Ada Fen, the mayor of Holm, on Monday.",
        "“The dam leaks,” said Ada Fen, speaking in Holm on Monday.",
        "Ada Fen on Monday called the dam “a disaster for us”.",
        "Ada Fen, speaking in Holm on Monday, called the dam “a disaster for us”.",
        "On Monday, Ada Fen said the dam was “a disaster for us”.",
        "But on Monday evening in Holm, Ada Fen, who built it, said the dam was “a disaster for us”.",
        "HOLM — Late on Monday, Ada Fen called the dam “a disaster for us”.",
        "Speaking to reporters on Monday after the storm, Ada Fen called the dam “a disaster for us”.",
        "In Monday’s statement, Ada Fen called the dam “a disaster for us”.",
        "In a statement on Monday the port called the dam “a disaster for us”.",
        "Monday’s statement called the dam “a disaster for us”.",
        "Three days ago she said the dam was “a disaster for us”.",
        "Ada Fen said on 5 March that the dam was “a disaster for us”.",
    ],
)
def test_the_day_of_a_verb_is_the_day_of_its_words(text: str) -> None:
    assert said_on(text) == {OF_MONDAY}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Fen said the ship that sank on Monday was “a disaster for us”.",
        "Ada Fen said the talks on Monday were “a disaster for us”.",
        "Ada Fen said Monday would be “a disaster for us”.",
        "Ada Fen said Monday and Tuesday were “a disaster for us”.",
        "Ada Fen said of Monday’s talks that they were “a disaster for us”.",
        "Ada Fen said after the storm on Monday that it was “a disaster for us”.",
        "Ada Fen said in an interview published on Monday that it was “a disaster for us”.",
        "Ada Fen met the envoys on Monday and called the talks “a disaster for us”.",
        "Ada Fen declared Monday a day of “national disaster”.",
        "Ada Fen responded on Monday to claims that the dam was “a disaster for us”.",
        "On Monday, she said, the dam broke.",
        "On Monday, the river tore the dam away, Ada Fen said.",
        "On Monday the dam broke. “It was a disaster,” Ada Fen said.",
        "“The dam broke on Monday,” Ada Fen said.",
        "The port that was shelled by rebels on Monday said the dam was “a disaster for us”.",
        "“The dam leaks,” said Ada Fen, who was hurt in Holm, Northland, on Monday.",
        "Ada Fen said on Monday that Tom Reed had called the dam “a disaster for us”.",
        "The Holm Agency reported on Monday that Ada Fen had called the dam “a disaster for us”.",
        "Ada Fen will say on Monday that the dam is “a disaster for us”.",
        "Ada Fen said last week that the dam was “a disaster for us”.",
        "Ada Fen said on Monday and on Tuesday that the dam was “a disaster for us”.",
    ],
)
def test_a_day_of_something_else_is_none(text: str) -> None:
    marked = [q for q in read(text, published="2029-03-08").quotes if q.form != "indirect"]
    assert OF_MONDAY not in {q.said_on for q in marked}


def test_today_is_a_day_but_for_what_people_say_these_days() -> None:
    assert said_on("Ada Fen said today that the dam was “a disaster for us”.") == {"2029-03-08"}
    assert said_on("Critics today argue that the dam was “a disaster for us”.") == {None}
    assert said_on("Ada Fen said on Monday to reporters that the dam leaks.") == {OF_MONDAY}


def test_a_reply_is_no_saying_of_what_it_replies_to() -> None:
    assert said_on("Ada Fen responded on Monday to claims that the dam leaks.") == {None}


def test_each_verb_has_its_own_day() -> None:
    reading = read(
        "Ada Fen said on Monday that the dam was “quite safe”, and on Tuesday called it “a disaster for us”.",
        published="2029-03-08",
    )
    found = {q.text: q.said_on for q in reading.quotes if q.form == "mixed"}
    assert found == {"quite safe": OF_MONDAY, "a disaster for us": None}


def test_the_words_that_tell_it_are_kept() -> None:
    reading = read("“The dam leaks,” Ada Fen said in Holm on Monday.", published="2029-03-08")
    (told,) = [q.told for q in reading.quotes]
    assert told is not None
    assert (told.span.of(reading.text), told.text) == ("Monday", "Monday")


def test_what_goes_on_in_the_next_sentence_is_of_the_same_day() -> None:
    reading = read(
        "“The dam leaks,” Ada Fen said on Monday. “We knew it.” “We told them,” she added. She left.\n\n"
        "“We go,” Ada Fen said.",
        published="2029-03-08",
    )
    assert [q.said_on for q in reading.quotes] == [OF_MONDAY, OF_MONDAY, OF_MONDAY, None]


def test_a_quotation_over_two_paragraphs_has_one_day() -> None:
    text = "Ada Fen said on Monday: “The dam leaks.\n\n“We knew it.”"
    assert said_on(text) == {OF_MONDAY}


def test_without_a_day_of_publication_a_weekday_tells_nothing() -> None:
    assert said_on("“The dam leaks,” Ada Fen said on Monday.", None) == {None}
    assert said_on("“The dam leaks,” Ada Fen said on 5 March 2029.", None) == {OF_MONDAY}


def test_a_long_row_of_names_takes_no_longer_than_it_is() -> None:
    row = ", ".join(["Ada Fen of Holm"] * 60)
    assert said_on(f"Ada Fen told {row} in Holm on Monday that the dam was “a disaster for us”.") == {None}
