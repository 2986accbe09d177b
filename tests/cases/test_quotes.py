"""Readable cases of who says what: ``quotes/*.md``.

Each file has a heading of its own, then cases. A case is a heading ``## title``, an article (its paragraphs;
the headline begins with ``###``), and in an indented block the quotes to be found, in order, each
``form | words | speaker | actor``; ``-`` stands for nobody. A fifth field, where given, is the id of the
person who speaks. Reported speech that holds words in marks is listed in ``mixed.md`` alone: elsewhere the
words in marks stand for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.findings import Form
from tests.readable import parts_of
from tests.texts import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.findings import Quote

FOLDER = Path(__file__).parent / "quotes"
GAPS = "known_gaps"
PERSON = 4  # signs between the five fields
MIXED = "mixed"  # the file that lists reported speech and the words in marks inside it


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    title: str
    article: str
    expected: tuple[str, ...]


def cases_of(path: Path) -> list[Case]:
    return [Case(path.stem, part.title, part.text.strip(), part.expected) for part in parts_of(path)]


def found_in(article: str, *, whole: bool = False) -> tuple[str, ...]:
    """List the quotes; ``whole``: the reported speech, too, whose words in marks are listed themselves."""
    quotes = read(article).quotes
    return tuple(with_person(q) for q in quotes if whole or not holds_marks(q, quotes))


def holds_marks(told: Quote, quotes: Sequence[Quote]) -> bool:
    return told.form is Form.INDIRECT and any(
        part.holds(piece) for q in quotes if q is not told for part in told.parts for piece in q.parts
    )


def line_of(quote: Quote) -> str:
    who = quote.speaker
    name, actor = (who.name, who.actor) if who else (None, None)
    return f"{quote.form} | {quote.text} | {name or '-'} | {actor or '-'}"


def with_person(quote: Quote) -> str:
    """Show a quote with the id of its speaker, too."""
    return f"{line_of(quote)} | {(quote.speaker.person if quote.speaker else None) or '-'}"


def asked(shown: str, expected: str) -> str:
    """Leave the person out where a case does not ask for it."""
    return shown if expected.count(" | ") >= PERSON else shown.rpartition(" | ")[0]


def read_as_asked(case: Case) -> tuple[str, ...]:
    """Return what is found in a case's article, as far as the case asks for it."""
    found = found_in(case.article, whole=case.file == MIXED)
    return tuple(map(asked, found, (*case.expected, *[""] * len(found))))


CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in cases_of(path)]


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.file != GAPS], ids=lambda case: f"{case.file}:{case.title}"
)
def test_case(case: Case) -> None:
    assert read_as_asked(case) == case.expected


@pytest.mark.parametrize("case", [c for c in CASES if c.file == GAPS], ids=lambda case: case.title)
def test_known_gap(case: Case) -> None:
    assert read_as_asked(case) != case.expected, "closed: let it be a case of another file"


def test_titles_are_given_once() -> None:
    titles = [(case.file, case.title) for case in CASES]
    assert len(titles) == len(set(titles))
