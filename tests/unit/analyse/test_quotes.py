from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analyse.cast.members import Identity
from generator.analyse.quotes import Draft, form_of, joined, quotes_of, shown
from generator.analyse.word.marks import Marked
from generator.model.findings import Form
from generator.model.text import Span

TEXT = "“If we go,” Ada Fen said, “we go together.”"
ADA = Identity("Ada Fen", "ada-fen", None, Span(12, 19))
ONE = Draft((Span(1, 10),), Form.DIRECT, ADA, "said", "quote-cue", 0.97)
TWO = Draft((Span(27, 42),), Form.DIRECT, ADA, "said", "cue-quote", 0.96, half=True)


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("so", "so"),
        ("*so* and __so__", "so and so"),
        ("***so***", "so"),
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        (r"\*so\* \[1\]", "*so* [1]"),
        ("the [old boat](https://boats.example/old)", "the old boat"),
        ("![boat](b.png)", "boat"),
        ("the [sic] boat", "the [sic] boat"),
    ],
)
def test_words_are_shown_without_markdown(markdown: str, plain: str) -> None:
    assert shown(markdown) == plain


@pytest.mark.parametrize(
    ("words", "heading", "opens", "form"),
    [
        ("We go.", False, True, Form.DIRECT),
        ("4 boats left", False, True, Form.DIRECT),
        ("We go.", False, False, Form.MIXED),
        ("we go", False, True, Form.MIXED),
        ("Go", False, True, Form.MIXED),
        ("We go.", True, True, Form.HEADLINE),
        ("…", False, True, Form.MIXED),
    ],
)
def test_forms(words: str, heading: bool, opens: bool, form: Form) -> None:  # noqa: FBT001 - a row of a table
    mark = Marked(Span(0, len(words)), Span(0, len(words)))
    assert form_of(words, mark, heading=heading, opens=opens) is form


def test_the_halves_of_a_sentence_are_joined() -> None:
    (quote,) = quotes_of([TWO, ONE], TEXT, "abc123")
    assert quote.text == "If we go, we go together."
    assert quote.parts == (Span(1, 10), Span(27, 42))
    assert quote.cue == "said"
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.certainty, quote.speaker.rule) == ("Ada Fen", 0.97, "quote-cue")


@pytest.mark.parametrize(
    "second",
    [
        replace(TWO, half=False),
        replace(TWO, form=Form.SCARE),
        replace(TWO, who=ADA._replace(name="Otto Quell")),
    ],
)
def test_what_only_follows_is_not_joined(second: Draft) -> None:
    assert list(joined([ONE, second])) == [ONE, second]


def test_a_half_of_nobody_goes_to_who_said_the_first() -> None:
    (quote,) = quotes_of([ONE, replace(TWO, who=None)], TEXT, "abc123")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Fen"
    assert list(joined([replace(ONE, who=None), TWO])) == [replace(ONE, who=None), TWO]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” Ada Fen said, “I and you.”", "We go I and you."),
        ("“We go,” Ada Fen said, “You stay.”", "We go, You stay."),  # two sentences run together
    ],
)
def test_a_capital_keeps_the_comma_before_it(text: str, words: str) -> None:
    one, two = replace(ONE, spans=(Span(1, 7),)), replace(TWO, spans=(Span(24, len(text) - 1),))
    (quote,) = quotes_of([one, two], text, "abc123")
    assert quote.text == words


def test_nothing_joins_to_nothing() -> None:
    assert list(joined([])) == []


def test_equal_words_have_ids_of_their_own() -> None:
    text = "“We go.” “We go.”"
    ids = [
        q.id
        for q in quotes_of(
            [Draft((Span(1, 7),), Form.DIRECT), Draft((Span(10, 16),), Form.DIRECT)], text, "a1"
        )
    ]
    assert ids[1] == f"{ids[0]}-2"
    assert ids[0].startswith("q-a1-")
