from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.edit.anchors import Anchored, Candidate, anchor, same_words, select, sentences
from generator.model.text import Selector, Span

REPORT = """Harbour shut after storm

The minister, Ada Quill, said the storm was “very serious” and that 12 ships
had not left. “We didn’t expect this,” she told the Tern Gazette — twice.

Her deputy called it very serious too. The harbour was not shut in 1998."""

# Few letters, so that passages repeat, and all that is folded.
texts = st.text(alphabet="ab .\n\t “\"‘'’—-", max_size=40) | st.text(max_size=40)


def place(words: str, nth: int = 0, text: str = REPORT) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@given(st.tuples(texts, texts, st.sampled_from("ab1é"), texts, texts))
@example(("", "", "a", "", "a"))
@example(("a", "", "a", "", ""))
@example(("(", "(", "a", "", "((a"))
def test_a_selector_anchors_back_to_its_span(pieces: tuple[str, ...]) -> None:
    text = "".join(pieces)
    span = Span(len(pieces[0]), len(text) - len(pieces[-1]))
    selector = select(text, span)
    assert anchor(text, selector).span == span
    assert select(text, span) == selector
    assert selector.exact == span.of(text)


@given(texts, texts)
def test_what_is_anchored_has_the_words(text: str, exact: str) -> None:
    span = anchor(text, Selector(exact)).span
    assert span is None or same_words(span.of(text), exact)


def test_a_passage_that_stands_once_needs_no_context() -> None:
    assert select(REPORT, place("12 ships")) == Selector("12 ships")


def test_the_context_grows_until_it_decides() -> None:
    text = " ".join(["the same words again"] * 30)
    span = place("words", 17, text)
    selector = select(text, span)
    assert anchor(text, selector).span == span
    assert len(selector.prefix) > 100


def test_the_context_is_of_whole_words() -> None:
    selector = select(REPORT, place("very serious"))
    assert selector == Selector("very serious", "said the storm was “", "” and that 12 ships")


@pytest.mark.parametrize(
    "exact", ["12 ships had not left", "12 ships\r\n   had not left", "12\u00a0ships had\tnot left"]
)
def test_white_space_does_not_count(exact: str) -> None:
    assert anchor(REPORT, Selector(exact)).span == place("12 ships\nhad not left")


@pytest.mark.parametrize(
    "exact", ['"We didn\'t expect this," she', "“We didn´t expect this,” she", "„We didn‘t expect this,“ she"]
)
def test_the_shape_of_marks_does_not_count(exact: str) -> None:
    assert anchor(REPORT, Selector(exact)).span == place("“We didn’t expect this,” she")


def test_the_length_of_dashes_does_not_count() -> None:
    assert anchor(REPORT, Selector("Gazette - twice")).span == place("Gazette — twice")


@pytest.mark.parametrize("exact", ["", "  ", "the Minister", "12 boats", "we didnt expect"])
def test_other_words_are_not_found(exact: str) -> None:
    assert anchor(REPORT, Selector(exact)).span is None
    assert not anchor(REPORT, Selector(exact)).ambiguous


def test_the_same_words_twice_are_ambiguous() -> None:
    spans = [place("very serious"), place("very serious", 1)]
    candidates = tuple(Candidate(span, 100.0) for span in spans)
    assert anchor(REPORT, Selector("very serious")) == Anchored(None, candidates, ambiguous=True)


@pytest.mark.parametrize(
    ("prefix", "suffix", "nth"),
    [
        ('the storm was "', "", 0),
        ("called it", "", 1),
        ("", "too", 1),
        ("called it ", " too. The harbour", 1),
        ("called it", "and so on", 1),
        ("deputy\ncalled   it", "", 1),
        ("storm was", "and that 12", 0),
    ],
)
def test_what_stands_around_decides(prefix: str, suffix: str, nth: int) -> None:
    assert anchor(REPORT, Selector("very serious", prefix, suffix)).span == place("very serious", nth)


def test_a_context_that_is_nowhere_decides_nothing() -> None:
    found = anchor(REPORT, Selector("very serious", "it is not", "at all"))
    assert found.ambiguous
    assert len(found.candidates) == 2


def test_whole_words_go_before_parts_of_words() -> None:
    text = "They were warned of war, postwar and prewar."
    assert anchor(text, Selector("war")).span == place("war", 1, text)
    assert anchor(text, Selector("war", "", "ned")).span == place("war", 0, text)


def test_words_that_stand_elsewhere_now_are_not_followed() -> None:
    found = anchor(
        "It sank. Nobody else was harassed by them.", Selector("harassed", "pilots were", "over the bay")
    )
    assert found.span is None
    assert [candidate.score for candidate in found.candidates] == [100.0]


@pytest.mark.parametrize(
    ("prefix", "suffix"), [("else was", ""), ("many were", "by them"), ("else was", "over")]
)
def test_one_side_that_agrees_is_enough(prefix: str, suffix: str) -> None:
    text = "It sank. Nobody else was harassed by them."
    assert anchor(text, Selector("harassed", prefix, suffix)).span == place("harassed", 0, text)


def suggested(text: str, exact: str) -> list[str]:
    found = anchor(text, Selector(exact))
    assert found.span is None
    assert all(80 <= candidate.score <= 100 for candidate in found.candidates)
    return [candidate.span.of(text) for candidate in found.candidates]


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix"),
    [
        ("Monday", "the pier on ", " afternoon"),  # the nearest word on one side: chance
        ("On", "were drowned.\n\n", " Friday"),  # the paragraph before is now before another
        ("the", "nobody told ", " harbour"),
        ("man", "nobody told the har", "bour"),
    ],
)
def test_one_or_two_words_need_more_of_what_stands_around_them(exact: str, prefix: str, suffix: str) -> None:
    text = "He came on Monday night. All were drowned.\n\nOn Sunday nobody was there, no woman either."
    found = anchor(text, Selector(exact, prefix, suffix))
    assert found.span is None
    assert found.candidates


def test_a_part_of_a_word_is_meant_where_both_sides_say_so() -> None:
    assert anchor("No woman came.", Selector("man", "No wo", " came")).span == place(
        "man", 0, "No woman came."
    )


def test_a_wording_that_changed_a_little_is_suggested() -> None:
    assert suggested(REPORT, "the storm is “very serious” and") == ["the storm was “very serious” and"]


def test_a_suggestion_may_be_two_sentences_long() -> None:
    exact = "called it quite serious too. The harbour was not shut in 1998"
    assert suggested(REPORT, exact) == ["called it very serious too. The harbour was not shut in 1998"]


@pytest.mark.parametrize(
    "exact",
    [
        "that 13 ships\nhad not left",
        "that twelve ships\nhad not left",
        "that 12 ships had left",
        "that 12 ships had now left",
        "The minister, Ida Quill, said the storm",
        "The minister, ada Quint, said the storm",
        "“We did expect this,” she told",
        "called it very serious two",
        "The harbour was not shut in 1989",
    ],
)
def test_another_number_name_or_negation_is_never_suggested(exact: str) -> None:
    assert suggested(REPORT, exact) == []


def test_the_best_three_are_suggested_the_best_first() -> None:
    text = "It was a calm day. It was a warm day. It was a grim day. It was a dim day. It was a cold night."
    assert len(suggested(text, "It was a dimm day.")) == 3
    assert suggested(text, "It was a dimm day.")[0] == "It was a dim day."


def test_a_short_sentence_inside_the_words_is_no_suggestion() -> None:
    assert suggested("Go. It is over.", "we had hoped they would go. and then leave") == []


@pytest.mark.parametrize(
    "text",
    [
        "One stands here.|Two stands there.",
        "“Is it so?” he asked.|“It is.”|He left.",
        "Mr. Vale met Dr. J. Orme in the U.S. Senate.|They talked at 5 p.m. on Monday.",
        "A line of verse\n\n|another line\nof verse",
        "It cost 2.5 million… or more!|(Nobody knows.)",
    ],
)
def test_sentences_end_where_they_end(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]
    whole = text.replace("|", " ")
    assert [span.of(whole) for span in sentences(whole)] == parts


@given(texts)
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert spans == sorted(spans)
