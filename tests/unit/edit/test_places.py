from __future__ import annotations

import pytest

from generator.edit.places import place_of
from generator.model.article import Block, Facts, Media, Reading, Role, Source
from generator.model.text import Location, Span

BODY = "Harbour shut\n\n  The “storm” was\n  very serious.\n\nThe harbour   was shut.\r\nIt still is."
TEXT = "Harbour shut\n\nThe “storm” was very serious.\n\nThe harbour was shut. It still is."


def reading() -> Reading:
    ends = [12, 43, len(TEXT)]
    starts = [0, 14, 45]
    lines = [1, 3, 6]
    blocks = tuple(
        Block(Role.PARAGRAPH, Span(start, end), line)
        for start, end, line in zip(starts, ends, lines, strict=True)
    )
    return Reading(TEXT, blocks, Facts())


def source(body: str = BODY) -> Source:
    return Source("storm", "articles/storm.md", Media.MARKDOWN, body, "0" * 64, body_line=9)


@pytest.mark.parametrize(
    ("words", "line", "column", "shown"),
    [
        ("Harbour shut", 9, 1, "Harbour shut"),
        ("“storm”", 11, 7, "  The “storm” was"),
        ("serious", 12, 8, "  very serious."),
        ("The harbour was shut. It", 14, 1, "The harbour   was shut."),
        ("It still", 15, 1, "It still is."),
        ("was very serious", 11, 15, "  The “storm” was"),
    ],
)
def test_a_passage_is_found_in_the_lines_of_its_block(words: str, line: int, column: int, shown: str) -> None:
    start = TEXT.rindex(words)
    location, excerpt = place_of(source(), reading(), Span(start, start + len(words)))
    assert location == Location("articles/storm.md", line, column)
    assert excerpt == shown


def test_words_that_reading_changed_stand_where_their_block_begins() -> None:
    start = TEXT.index("very")
    other = source(BODY.replace("very serious.", "v&eacute;ry s&eacute;rious."))
    assert place_of(other, reading(), Span(start, start + 4))[0] == Location("articles/storm.md", 11, 1)


def test_a_passage_without_words_or_blocks_has_a_place_too() -> None:
    assert place_of(source(), Reading("", (), Facts()), Span(0, 0))[0] == Location("articles/storm.md", 9, 1)
    assert place_of(source(""), reading(), Span(50, 50))[0] == Location("articles/storm.md", 9, 1)


def test_a_line_of_a_whole_page_is_not_shown() -> None:
    long = source("<p>word</p>" * 100)
    assert place_of(long, Reading("word", (), Facts()), Span(0, 4)) == (
        Location("articles/storm.md", 9, 4),
        "",
    )
