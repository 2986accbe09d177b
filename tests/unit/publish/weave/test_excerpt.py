from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Block, Role
from generator.model.text import Span
from generator.publish.weave.body import GAP
from generator.publish.weave.excerpt import Limits, Wanted, excerpt, opened, sentences
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence


def blocks(*paragraphs: str) -> tuple[str, list[Block]]:
    text, made = "", []
    for words in paragraphs:
        made.append(Block(Role.PARAGRAPH, Span(len(text), len(text) + len(words)), 1))
        text += words + "\n\n"
    return text, made


def part(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def kept_of(text: str, made: list[Block], parts: list[Span], words: int) -> tuple[Block, ...]:
    quotes = [(one,) for one in parts]
    return excerpt(text, made, opened([Wanted(text, made, quotes)], Limits(words, 100))[0].spans)


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "Mr. Dahl left. J. Sato of the U.S. Army stayed! “Why?” Vera asked. It was 3 p.m. then."
    found = [s.of(text) for s in sentences(text, Span(0, len(text)))]
    assert found == [
        "Mr. Dahl left.",
        "J. Sato of the U.S. Army stayed!",
        "“Why?”",
        "Vera asked.",
        "It was 3 p.m. then.",
    ]


def test_no_sentence_ends_inside_a_quotation() -> None:
    text = "She said “It is over. Go home” twice. Then she left."
    found = [s.of(text) for s in sentences(text, Span(0, len(text)), [part(text, "It is over. Go home")])]
    assert found == ["She said “It is over. Go home” twice.", "Then she left."]


def test_the_lead_then_only_sentences_with_quotations() -> None:
    text, made = blocks(
        "One two three four five.", "Nothing here. She said “no more” then. Nor here.", "Nor there."
    )
    kept = kept_of(text, made, [part(text, "no more")], 3)
    assert [(b.span.of(text), b.rule) for b in kept] == [
        ("One two three", GAP),
        ("She said “no more” then.", GAP),
    ]


def test_what_is_whole_has_no_gap_and_neighbours_are_joined() -> None:
    text, made = blocks("One two.", "A “b c” d. E “f g” h.", "Last “i j”.")
    kept = kept_of(text, made, [part(text, "b c"), part(text, "f g"), part(text, "i j")], 2)
    assert [(b.span.of(text), b.rule) for b in kept] == [
        ("One two.", None),
        ("A “b c” d. E “f g” h.", None),
        ("Last “i j”.", None),
    ]


def test_a_lead_that_ends_inside_a_sentence_with_a_quotation_goes_on() -> None:
    text, made = blocks("One two “three four” five. Six.")
    kept = kept_of(text, made, [part(text, "three four")], 3)
    assert [b.span.of(text) for b in kept] == ["One two “three four” five."]


def test_the_desks_notes_stay_and_what_was_left_out_anyway() -> None:
    text, made = blocks("One.", "::: note", "Follow us")
    made[1] = Block(Role.BOILERPLATE, made[1].span, 1, DESK_NOTE)
    made[2] = Block(Role.BOILERPLATE, made[2].span, 1, "share")
    assert [b.span.of(text) for b in kept_of(text, made, [], 10)] == ["One.", "::: note", "Follow us"]


@given(
    st.lists(
        st.lists(st.sampled_from(["One", "two", "three.", "“Four", "five.”", "Six!"]), min_size=1), min_size=1
    ),
    st.tuples(st.integers(0, 80), st.integers(1, 30)),
    st.integers(0, 12),
)
def test_an_excerpt_is_in_order_inside_its_blocks_and_holds_every_quotation(
    given_words: list[list[str]], place: tuple[int, int], words: int
) -> None:
    text, made = blocks(*(" ".join(p) for p in given_words))
    quoted = Span(place[0], place[0] + place[1])
    kept = kept_of(text, made, [quoted], words)
    spans = [b.span for b in kept]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for block in made:
        inside = Span(max(quoted.start, block.span.start), min(quoted.end, block.span.end))
        for at in range(inside.start, inside.end):
            assert text[at].isspace() or any(s.start <= at < s.end for s in spans)


FIRST, SECOND = "He said “five six seven” to her.", "“Eight nine,” she said, ten eleven twelve."
TOLD = f"One two three four. {FIRST} {SECOND} An end."
QUOTES = ("five six seven", "Eight nine")


@pytest.mark.parametrize(
    ("words", "share", "found", "shown"),
    [
        (99, 100, [TOLD], (True, True)),
        (2, 80, ["One two", f"{FIRST} {SECOND}"], (True, True)),
        (3, 80, [f"{FIRST} {SECOND}"], (True, True)),
        (3, 50, [FIRST, "Eight nine"], (True, True)),
        (3, 25, QUOTES, (True, True)),
        (3, 14, ["Eight nine"], (False, True)),
        (1, 5, ["One"], (False, False)),
        (3, 5, [], (False, False)),
    ],
)
def test_quotations_come_first_then_their_sentences_then_the_opening(
    words: int, share: int, found: Sequence[str], shown: tuple[bool, ...]
) -> None:
    text, made = blocks(TOLD)
    (chosen,) = opened([Wanted(text, made, [(part(text, each),) for each in QUOTES])], Limits(words, share))
    assert chosen.shown == shown
    assert [b.span.of(text) for b in excerpt(text, made, chosen.spans)] == list(found)


@given(
    st.lists(st.lists(st.sampled_from(["One", "two", "three.", "“Four", "five.”"]), min_size=1), min_size=1),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=4),
    st.integers(0, 12),
    st.integers(1, 100),
)
def test_no_excerpt_has_more_words_than_its_share_and_each_quotation_whole_or_not_at_all(
    given_words: list[list[str]], places: list[tuple[int, int]], words: int, share: int
) -> None:
    text, made = blocks(*(" ".join(p) for p in given_words))
    quotes = [(Span(at, at + length),) for at, length in places if at < len(text)]
    (chosen,) = opened([Wanted(text, made, quotes)], Limits(words, share))
    shown = " ".join(b.span.of(text) for b in excerpt(text, made, chosen.spans)).split()
    every = [m.span() for m in re.finditer(r"\S+", text)]
    seen = [word for word in every if any(Span(*word).shared(span) for span in chosen.spans)]
    assert len(seen) <= len(every) * share // 100
    assert len(shown) <= len(seen) + len(quotes)
    for (quoted,), fits in zip(quotes, chosen.shown, strict=True):
        assert not fits or any(span.holds(quoted) for span in chosen.spans)


WIRE = ("a b c d e f g h i j", "k l m n o p q r s t", "u v w x y z 1 2 3 4", "5 6 7 8 9 10 11 12 13 14")


@given(
    st.lists(st.lists(st.sampled_from(WIRE), min_size=1, max_size=4, unique=True), min_size=1, max_size=4),
    st.lists(st.integers(0, 30), min_size=4, max_size=4),
    st.integers(0, 12),
    st.integers(1, 100),
)
def test_words_that_several_have_count_in_each(
    given_words: list[list[str]], places: list[int], words: int, share: int
) -> None:
    wanted, signs = [], []
    for paragraphs, place in zip(given_words, places, strict=False):
        text, made = blocks(*paragraphs)
        quotes = [(Span(place, place + 12),)] if place < len(text) else []
        wanted.append(Wanted(text, made, quotes))
        signs.append(set(text.split()))
    chosen = opened(wanted, Limits(words, share))
    told = [
        each[start:end]
        for each, one in zip([w.text for w in wanted], chosen, strict=True)
        for start, end in [m.span() for m in re.finditer(r"\S+", each)]
        if any(Span(start, end).shared(span) for span in one.spans)
    ]
    assert all(len(every & set(told)) <= len(every) * share // 100 for every in signs)
