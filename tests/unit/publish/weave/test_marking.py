from __future__ import annotations

import pytest

from generator.model.text import Span
from generator.publish.weave.marking import MARK, MARKED, marked
from generator.publish.weave.marks import Mark, MarkKind, events


def placed(source: str, words: str) -> str:
    """Return Markdown with "[" and "]" where the marks of ``words`` are set."""
    start = source.index(words)
    mark = Mark("q1", MarkKind.QUOTE, (Span(start, start + len(words)),), "1", 1)
    (turns,) = events([mark], [Span(0, len(source))], source)
    made = marked(source, turns)
    assert MARKED.sub("", made) == source
    return MARKED.sub("]", MARKED.sub("[", made, count=1))


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("Ada said we wait.", "we wait", "Ada said [we wait]"),
        ("Ada said `we wait`.", "we", "Ada said [`we wait`]"),  # not within code
        ("We **will wait** here.", "wait", "We **will [wait]"),
        ("- we wait", "- we", "- [we]"),  # not before what makes the item
        ("> we wait", "> we", "> [we]"),
        ("See [[northland]] now", "north", "See [[[northland]]]"),
    ],
)
def test_marks_stand_where_they_break_nothing(source: str, words: str, expected: str) -> None:
    assert placed(source, words).startswith(expected)


def test_without_marks_the_text_is_as_it_was() -> None:
    assert marked("We wait.\x00", ()) == "We wait."
    assert MARK not in marked("We wait.", ())
