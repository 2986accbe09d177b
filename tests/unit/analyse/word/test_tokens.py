from __future__ import annotations

import pytest

from generator.analyse.word.marks import marked
from generator.analyse.word.tokens import masked, sentences, tokens
from generator.model.text import Span


def words(text: str) -> list[str]:
    return [tok.text for tok in tokens(text, 0, len(text))]


def parts(text: str) -> list[str]:
    block = Span(0, len(text))
    quotes = [m.outer for m in marked(text, block, singles=False)]
    return [span.of(text) for span in sentences(text, block, quotes)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. fleet", ["The", "U.S.", "fleet"]),
        ("J. R. Fen", ["J.", "R.", "Fen"]),
        ("Norway’s fleet", ["Norway", "’s", "fleet"]),
        ("the farmers' field", ["the", "farmers", "'", "field"]),
        ("we don’t", ["we", "don’t"]),
        ("a twenty-one-year-old", ["a", "twenty-one-year-old"]),
        ("Odile d'Arblay", ["Odile", "d'Arblay"]),
        ("4.5 litres, 12,000 at 7:30", ["4.5", "litres", ",", "12,000", "at", "7:30"]),
        ("$1.5bn, 30th", ["$", "1.5bn", ",", "30th"]),
        ("in 2015. Then", ["in", "2015", ".", "Then"]),
        ("Ålesund – Łódź", ["Ålesund", "–", "Łódź"]),
        ("", []),
    ],
)
def test_text_is_cut_into_words_and_signs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_token_knows_its_place_and_kind() -> None:
    text = "So “Don’t” – 7"
    toks = tokens(text, 3, len(text))
    assert [text[t.start : t.end] for t in toks] == [t.text for t in toks]
    assert [(t.capital, t.word) for t in toks] == [
        (False, False),
        (True, True),
        (False, False),
        (False, False),
        (False, True),
    ]
    assert toks[1].low == "don't"


def test_a_quotation_is_one_token() -> None:
    toks = masked("She said “no. No” twice.", [Span(9, 17)])
    assert [t.text for t in toks] == ["She", "said", "“no. No”", "twice", "."]
    assert [t.quote for t in toks] == [-1, -1, 0, -1, -1]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "It stopped."],
        ["Dr. Fen left.", "So did J. Marrow."],
        ["The flat at No. 5 is empty."],
        ["He said no.", "She agreed."],
        ["He sold it to Fen & Co.", "The price was low."],
        ["It cost 4.5 million.", "Who pays?", "Nobody!"],
        ["It was in the U.S.", "The ship sank."],
        ["The U.S. Navy came."],
        ["“It rained.”", "The dam held."],
        ["“It rained,” Fen said.", "“It stopped.”"],
        ["“It rained.” she said."],
        ["“Stop!” I said."],
        ["She ate 3 pears.", "4 were left."],
        ["No stop at the end"],
        ["It rained… and rained."],
        ["It rained…", "Then it snowed."],
    ],
    ids=" ".join,
)
def test_sentences_end_where_they_should(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


def test_only_the_block_is_parted() -> None:
    text = "One. Two.\n\nThree."
    assert [span.of(text) for span in sentences(text, Span(5, 9), [])] == ["Two."]


def test_nothing_has_no_sentences() -> None:
    assert parts("") == []


def test_what_is_too_long_for_a_sentence_is_cut_between_words_and_quotations() -> None:
    for text in ("grain and more " * 100, "“grain” and " * 60, "x" * 2500, "grain\nand " * 150):
        found = parts(text.rstrip())
        assert len(found) > 1
        assert "".join("".join(found).split()) == "".join(text.split())
        assert all(
            len(part) <= 1000 and part.count("“") <= 12 and part.count("“") == part.count("”")
            for part in found
        )
    words = "the grain and " * 200
    assert parts(f"She said “{words}grain” on Monday.") == [f"She said “{words}grain” on Monday."]
