"""Where a passage of a clean text stands in the file that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.text import Location

if TYPE_CHECKING:
    from generator.model.article import CleanText, Reading, Source
    from generator.model.text import Span

_LONGEST_LINE: Final = 400  # of a file that is meant to be read; a page of HTML may be one line


def place_of(source: Source, reading: CleanText | Reading, span: Span) -> tuple[Location, str]:
    """Return the place in the file and the line there, empty where it is too long to be shown.

    The line is exact to the block; within the block the words are looked for, and where reading has
    changed them the place is the block's beginning.
    """
    lines = source.body.split("\n")
    first, last = _lines(reading, span, len(lines))
    for words in _beginnings(span.of(reading.text)):
        for number in range(first, last + 1):
            column = lines[number - 1].find(words)
            if column >= 0:
                return _told(source, lines, number, column + 1)
    return _told(source, lines, first, 1)


def _told(source: Source, lines: list[str], number: int, column: int) -> tuple[Location, str]:
    line = lines[number - 1].rstrip("\r")
    location = Location(source.path, source.body_line + number - 1, column)
    return location, line if len(line) <= _LONGEST_LINE else ""


def _lines(reading: CleanText | Reading, span: Span, count: int) -> tuple[int, int]:
    """Return the first and last line of the body, from 1, on which the block of a passage stands."""
    first = max((b.line for b in reading.blocks if b.span.start <= span.start), default=1)
    later = min((b.line for b in reading.blocks if b.line > first), default=count + 1)
    first = min(max(first, 1), count)
    return first, min(max(first, later - 1), count)


def _beginnings(words: str) -> list[str]:
    """Return what to look for: the words, the first three of them, the first."""
    split = words.split()
    return [] if not split else list(dict.fromkeys([words.strip(), " ".join(split[:3]), split[0]]))
