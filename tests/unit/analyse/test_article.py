from __future__ import annotations

import pytest

from generator.model.article import Facts
from generator.model.findings import Form
from tests.texts import clean_text, name_of, read


def told(text: str) -> list[tuple[str, str | None, str]]:
    return [(q.text, name_of(q.speaker), (q.speaker and q.speaker.rule) or "") for q in read(text).quotes]


def test_the_reading_keeps_text_blocks_and_seed() -> None:
    text = "### Head\n\n“So it is,” Ada Fen said on 4 March 2029."
    reading, clean = read(text), clean_text(text)
    assert (reading.text, reading.blocks, reading.facts, reading.seed) == (
        clean.text,
        clean.blocks,
        Facts(),
        "abc123",
    )
    assert [q.id[:9] for q in reading.quotes] == ["q-abc123-"]
    assert [d.day for d in reading.dates] == ["2029-03-04"]


def test_an_empty_text_says_nothing() -> None:
    assert read("").quotes == ()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("“It rained,” Ada Fen said. “It stopped at noon.”", ["quote-cue", "carried on"]),
        ("“It rained.” “It stopped at noon,” Ada Fen said.", ["carried back", "quote-cue"]),
        ("“It rained,” Ada Fen said.\n\n“It stopped at noon.”", ["quote-cue", "carried over"]),
        ("The boats left us.\n\n“It stopped at noon.”", [""]),
        ("Ada Fen has a “very great hurry indeed”.", ["weighed"]),
        ("It was said that it rained “in a very great hurry”.", ["", ""]),
        ("Norway “says no” today.", [""]),
        ("Ada Fen wrote the song “Rain at Noon”.", [""]),
    ],
)
def test_how_a_speaker_is_found(text: str, rules: list[str]) -> None:
    assert [rule for *_, rule in told(text)] == rules


def test_the_mention_is_the_one_beside_the_words() -> None:
    reading = read("Norwegian minister Ada Fen came. “It rained,” Fen said. “It stopped at noon.”")
    mentions = [q.speaker.mention.of(reading.text) for q in reading.quotes if q.speaker and q.speaker.mention]
    assert mentions == ["Fen", "Fen"]


def test_a_headline_is_read_with_the_names_of_the_story() -> None:
    (quote,) = read("### Fen “not amused”\n\nNorwegian minister Ada Fen came.").quotes
    assert quote.form is Form.HEADLINE
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.actor) == ("Ada Fen", "norway")


def test_reported_speech_of_a_body_without_a_name_is_the_bodys() -> None:
    assert told("The alliance said that it had rained.") == [("it had rained", "alliance", "that")]


def test_a_piece_in_marks_has_the_speaker_of_its_clause() -> None:
    found = told("Ada Fen said, and few had thought so, that it had rained “all day” there.")
    assert [who for _, who, _ in found] == ["Ada Fen"] * 2


@pytest.mark.parametrize(
    ("headline", "number"), [("Fen: the rain is over", 1), ("Delegate Update: the rain is over", 0)]
)
def test_a_headline_gives_the_words_of_those_the_story_knows(headline: str, number: int) -> None:
    assert len(told(f"### {headline}\n\nThe mayor, Ada Fen, went home.")) == number


def test_reported_speech_is_told_and_its_teller_speaks_on() -> None:
    assert told("Ada Fen said that it had rained. “It stopped at noon.”") == [
        ("it had rained", "Ada Fen", "that"),
        ("It stopped at noon.", "Ada Fen", "carried on"),
    ]


def test_reported_speech_in_a_headline_is_not_told() -> None:
    assert told("### Ada Fen says that it rained\n\nIt rained.") == []


def test_a_word_that_names_is_no_statement() -> None:
    assert told("The town has a so-called “house of winters”.") == [("house of winters", None, "")]
