"""Cases as people can read them: a heading ``## title``, a text, and indented what is expected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INDENT = "    "


class Part(NamedTuple):
    """One case of a file: its title, its text, and the lines that are expected."""

    title: str
    text: str
    expected: tuple[str, ...]


def parts_of(path: Path) -> Iterator[Part]:
    """Yield the cases of a file in order."""
    _, *parts = path.read_text(encoding="utf-8").split("\n## ")
    for part in parts:
        title, _, rest = part.partition("\n")
        lines = rest.split("\n")
        expected = tuple(line.strip() for line in lines if line.startswith(_INDENT))
        text = "\n".join(line for line in lines if not line.startswith(_INDENT))
        yield Part(title.strip(), text, expected)
