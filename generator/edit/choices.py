"""What an editor may have meant: the candidates of an anchor, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.edit.anchors import select

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.edit.anchors import Anchored
    from generator.model.text import Span

    LineOf = Callable[[Span], int]

_SHOWN: Final = 60  # characters of a passage
_MOST: Final = 5  # places


def short(words: str) -> str:
    """Return words on one line, and of many the first."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def perhaps(found: Anchored, text: str, line_of: LineOf) -> str:
    """Say what stands there that is like the words, and how much, or what to do where nothing is."""
    like = [
        f"line {line_of(each.span)}: “{short(each.span.of(text))}” ({each.score:.0f} % alike)"
        for each in found.candidates
    ]
    return f"Meant is perhaps {'; '.join(like)}." if like else "Give the words as they stand in the text."


def say_which(spans: Sequence[Span], text: str, line_of: LineOf) -> str:
    """Say for each of several places what to write so that it is meant."""
    choices = []
    for span in spans[:_MOST]:
        at = select(text, span)
        before, after = (
            " ".join(at.prefix.split()),
            " ".join(at.suffix.split()),
        )  # whole: they are to be copied
        choices.append(f"line {line_of(span)} (100 % alike): prefix “{before}”, suffix “{after}”")
    more = len(spans) - len(choices)
    return f"Say which: {'; '.join(choices)}{f'; and {more} more' if more else ''}."
