from __future__ import annotations

import pytest

from generator.analyse.word.marks import marked
from generator.model.text import Span


def stretches(text: str, *, singles: bool = False) -> list[str]:
    return [m.span.of(text) for m in marked(text, Span(0, len(text)), singles=singles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“So,” she said.", ["So,"]),
        ('"So," she said.', ["So,"]),
        ("„So“, sagte sie.", ["So"]),
        ("«So», dit-elle.", ["So"]),
        ("« So », dit-elle.", [" So "]),
        ("»So«, sagte sie.", ["So"]),
        ("”So,” she said.", ["So,"]),
        ("“So," + '" she said.', ["So,"]),
        ("“He said “no” twice,” she said.", ["He said “no” twice,"]),
        ('She said "one" and "two".', ["one", "two"]),
        ('("So," she said.)', ["So,"]),
        ('It is 6" wide.', []),
        ("”", []),
        ("“…”", []),
        ("“", []),
        ("No marks.", []),
    ],
)
def test_double_marks(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fleet 'will stay' at sea", ["will stay"]),
        ("‘It’s late,’ she said.", ["It’s late,"]),
        ("the members' views 'differ'", ["differ"]),
        ("'Members' views differ,' she said", ["Members' views differ,"]),
        ("'It ends in ours', she said", ["It ends in ours"]),
        ("rock 'n' roll in the '90s", []),
        ("’Twas ‘late’", ["late"]),
        ("'never closed", []),
        ("'one 'two'", ["one 'two"]),
        ("“He said ‘no’,” she said", ["He said ‘no’,"]),
        ("‘He said “no”,’ she said", ["He said “no”,"]),
        ("‘He said “no’ and” so", ["no’ and"]),
    ],
)
def test_single_marks(text: str, expected: list[str]) -> None:
    assert stretches(text, singles=True) == expected


def test_single_marks_only_where_they_are_asked_for() -> None:
    assert stretches("Fleet 'will stay' at sea") == []


def test_a_mark_that_never_closes_runs_to_the_end_of_its_block() -> None:
    text = "“So it went on.  \n\nNext."
    (found,) = marked(text, Span(0, 18), singles=False)
    assert found.span.of(text) == "So it went on."


def test_a_mark_that_never_closes_ends_at_the_next_quotation() -> None:
    assert stretches("“So it went on. “We left,” she said.") == ["So it went on.", "We left,"]


def test_marks_beyond_the_block_do_not_count() -> None:
    text = "“one” “two”"
    assert [m.span.of(text) for m in marked(text, Span(0, 5), singles=False)] == ["one"]


def test_the_outer_span_has_the_marks() -> None:
    text = "A ‘b’ c"
    (found,) = marked(text, Span(0, len(text)), singles=True)
    assert found.single
    assert found.outer.of(text) == "‘b’"


def test_a_single_mark_left_open_runs_on_where_the_next_paragraph_begins_with_one() -> None:
    text = "She said: ‘It rains.\n\n‘It pours.’"
    first = Span(0, text.index("\n"))
    assert [m.span.of(text) for m in marked(text, first, singles=True)] == ["It rains."]
    assert marked(text.replace("\n\n‘", "\n\n"), first, singles=True) == []
    assert marked(text[: first.end], first, singles=True) == []
