"""Readable cases of days in the text: ``dates/*.md``.

A case is a heading ``## title``, a line that says when the report was published, its text, and in an indented
block the days to be found, in order, each ``words | day``. ``-`` stands for a day that cannot be told.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.analyse.day.dates import dates
from generator.model.text import Span

FOLDER = Path(__file__).parent / "dates"
PUBLISHED = re.compile(r"Published (\d{4}-\d\d-\d\d), a (\w+)\.|Published on a day that is not known\.")


def cases() -> list[tuple[str, str]]:
    parts = [p for path in sorted(FOLDER.glob("*.md")) for p in path.read_text("utf-8").split("\n## ")[1:]]
    return [(title.strip(), rest) for title, _, rest in (part.partition("\n") for part in parts)]


CASES = cases()


@pytest.mark.parametrize("case", [rest for _, rest in CASES], ids=[title for title, _ in CASES])
def test_case(case: str) -> None:
    head, *lines = [line for line in case.split("\n") if line.strip()]
    expected = [line.strip() for line in lines if line.startswith("    ")]
    text = "\n".join(line for line in lines if not line.startswith("    "))
    published = PUBLISHED.fullmatch(head)
    assert published
    found = dates(text, Span(0, len(text)), published[1])
    assert [f"{d.text} | {d.day or '-'}" for d in found] == expected
    assert all(d.span.of(text) == d.text for d in found)
    assert published[1] is None or f"{date.fromisoformat(published[1]):%A}" == published[2]


def test_titles_are_given_once() -> None:
    titles = [title for title, _ in CASES]
    assert sorted(titles) == sorted(dict.fromkeys(titles))
