from __future__ import annotations

import pytest

from generator.model.text import Span
from generator.publish.weave.marks import Mark, MarkKind, Turn, Weave, anchor, attribute, escape, events


def quote(key: str, *parts: tuple[int, int]) -> Mark:
    return Mark(key, MarkKind.QUOTE, tuple(Span(*p) for p in parts), "1", 2)


def test_text_and_attributes_are_escaped() -> None:
    assert escape('a<b> & “c” "d"\u00a0\x00') == 'a&lt;b&gt; &amp; “c” "d"&nbsp;'
    assert attribute('a"<') == "a&quot;&lt;"


def test_a_part_over_two_stretches_is_closed_and_opened_again() -> None:
    turns = events([quote("q", (2, 8))], [Span(0, 4), Span(6, 10)], "abcdefghij")
    assert [[(e.at, e.turn) for e in inside] for inside in turns] == [
        [(2, Turn.OPEN), (4, Turn.CLOSE)],
        [(6, Turn.OPEN), (8, Turn.CLOSE), (8, Turn.SIGN)],
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“no”. He", "“<q>no</q>”.¹ He"),
        ("“no,” he", "“<q>no,</q>”¹ he"),
        ("the 'no's of", "the '<q>no</q>¹'s of"),
        ("“no”“yes”", "“<q>no</q>¹”“yes”"),
        ("no…", "<q>no</q>…¹"),
        ("no", "<q>no</q>¹"),
    ],
)
def test_the_sign_stands_behind_what_closes_the_words(words: str, expected: str) -> None:
    start = words.index("no")
    end = start + len("no," if "no," in words else "no")
    (turns,) = events([quote("q", (start, end))], [Span(0, len(words))], words)
    sign = {Turn.OPEN: "<q>", Turn.CLOSE: "</q>", Turn.SIGN: "¹"}
    for event in reversed(turns):
        words = words[: event.at] + sign[event.turn] + words[event.at :]
    assert words == expected


def test_a_mark_outside_what_is_shown_does_nothing() -> None:
    assert events([quote("q", (20, 30)), quote("r", (4, 6))], [Span(0, 4), Span(6, 10)], "abcdefghij") == [
        [],
        [],
    ]


def test_the_longer_of_two_goes_outside() -> None:
    short, long = quote("s", (0, 2)), quote("l", (0, 4))
    (turns,) = events([short, long], [Span(0, 6)], "abcdef")
    assert [(e.turn, e.mark.id) for e in turns][:2] == [(Turn.OPEN, "l"), (Turn.OPEN, "s")]


def test_overlapping_marks_are_split_so_that_they_nest() -> None:
    note = Mark("n", MarkKind.NOTE, (Span(2, 6),), "*")
    weave = Weave()
    text = "abcdefgh"
    at = 0
    (turns,) = events([quote("q", (0, 4)), note], [Span(0, 8)], text)
    for event in turns:
        weave.leaf(text[at : event.at])
        weave.turn(event)
        at = event.at
    weave.leaf(text[at:])
    assert weave.taken() == (
        '<span class="q hue-2" id="q">ab<span class="noted" id="at-n">cd</span></span>'
        '<sup class="ref"><a href="#s-q">1</a></sup><span class="noted">ef</span>'
        '<sup class="ref note"><a href="#n-n">*</a></sup>gh'
    )


def test_an_element_is_never_inside_a_mark_and_a_sign_never_inside_a_link() -> None:
    weave = Weave()
    (turns,) = events([quote("q", (0, 2))], [Span(0, 4)], "abcd")
    weave.turn(turns[0])
    weave.leaf("a")
    weave.element('<a href="x">')
    weave.leaf("b")
    weave.turn(turns[1])
    weave.turn(turns[2])
    weave.turn(turns[1])  # closing twice does no harm
    weave.leaf("c")
    weave.element("</a>")
    assert weave.taken() == (
        '<span class="q hue-2" id="q">a</span><a href="x"><span class="q hue-2">b</span>c</a>'
        '<sup class="ref"><a href="#s-q">1</a></sup>'
    )


def test_reported_speech_and_withheld_words_have_classes_of_their_own() -> None:
    weave = Weave()
    indirect = Mark("i", MarkKind.QUOTE, (Span(0, 1),), "", 0, indirect=True)
    hidden = Mark("h", MarkKind.WITHHELD, (Span(1, 3),))
    (turns,) = events([indirect, hidden], [Span(0, 4)], "abcd")
    assert [(e.turn, e.until) for e in turns] == [(Turn.OPEN, 0), (Turn.CLOSE, 0), (Turn.WITHHELD, 3)]
    weave.turn(turns[0])
    weave.leaf("a")
    weave.turn(turns[1])
    weave.turn(turns[2])
    assert weave.taken() == (
        '<span class="q hue-0 indirect" id="i">a</span><span class="withheld" id="h">[withdrawn]</span>'
    )
    assert [anchor(m) for m in (indirect, hidden, Mark("n", MarkKind.NOTE, ()))] == ["i", "h", "at-n"]
