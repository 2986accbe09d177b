"""Readable cases of which quotations are one statement: ``links/*.md``.

Each file has a heading of its own, then cases. A case is a heading ``## title``, some reports, and in an
indented block all statements they make. A report begins with ``### outlet, day`` and is its paragraphs; one
that begins with ``#### `` is its headline. A statement is a line for each of its quotations, the fullest
wording first: ``relation | outlet | words``; between two statements stands ``--``. Statements come in the
order in which they are first met. In ``wire.md`` the last line of each counts who reports it. A
report may also be an actor's file, ``### actors/northland.md`` and its head; in ``offices.md`` a line ends
with who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.analyse.article import analyse
from generator.edit.desk import read_actor
from generator.edit.merge import merge
from generator.link.corpus import link
from generator.model.article import Article, FrontMatter, Media, RawDocument, Source
from generator.model.corpus import Actor, Desk
from generator.model.settings import Settings
from generator.publish.tally.ledger import open_ledger
from tests.readable import Part, parts_of
from tests.texts import clean_text

if TYPE_CHECKING:
    from generator.publish.tally.statements import Statement

FOLDER = Path(__file__).parent / "links"
GAPS = "known_gaps"
WIRE = "wire"  # the file in which independent reports are counted
OFFICES = "offices"  # the file in which speakers are told
FILE = "actors/"  # with which the heading of an actor's file begins
BETWEEN = "--"
SITE = Settings("Cases", "")


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    title: str
    reports: tuple[str, ...]
    expected: tuple[str, ...]


def cases_of(path: Path) -> list[Case]:
    return [case_of(path.stem, part) for part in parts_of(path)]


def case_of(file: str, part: Part) -> Case:
    _, *reports = f"\n{part.text}".split("\n### ")
    return Case(file, part.title, tuple(reports), part.expected)


def article_of(number: int, report: str) -> Article:
    head, _, body = report.partition("\n")
    outlet, _, day = head.partition(", ")
    text = body.strip().replace("#### ", "### ")
    seed = f"{number:06}"
    document = RawDocument(text, Media.TEXT, seed, published=day)
    front = FrontMatter(outlet=outlet, published=day)
    source = Source(f"report-{number}", f"sources/report-{number}.txt", Media.TEXT, text, seed, front)
    article, _ = merge(source, analyse(clean_text(text), document))
    return article


def actor_of(report: str) -> Actor:
    path, _, head = report.partition("\n")
    read = read_actor(f"---\n{head.strip()}\n---\n", path, Path(path).stem)
    assert read.value is not None
    assert read.diagnostics == ()
    return read.value


def found_in(case: Case) -> tuple[str, ...]:
    """List the statements of a case as it lists them."""
    articles = [article_of(n, report) for n, report in enumerate(case.reports) if not report.startswith(FILE)]
    desk = Desk(tuple(actor_of(report) for report in case.reports if report.startswith(FILE)))
    ledger = open_ledger(link(articles, desk, SITE), SITE)
    met = {quote.id: (n, quote.parts) for n, article in enumerate(articles) for quote in article.quotes}
    statements = sorted(ledger.statements, key=lambda s: min(met[m.quote.id] for m in s.members))
    lines = [line for s in statements for line in (*lines_of(s, case.file), BETWEEN)]
    return tuple(lines[:-1])


def lines_of(statement: Statement, file: str) -> list[str]:
    lines = [f"{m.relation} | {m.article.front.outlet} | {m.quote.text}" for m in statement.members]
    if file == OFFICES:
        speakers = [m.quote.speaker.name if m.quote.speaker else "" for m in statement.members]
        return [f"{line} | {name}" for line, name in zip(lines, speakers, strict=True)]
    return [*lines, statement.reported] if file == WIRE else lines


CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in cases_of(path)]


@pytest.mark.parametrize(
    "case", [c for c in CASES if c.file != GAPS], ids=lambda case: f"{case.file}:{case.title}"
)
def test_case(case: Case) -> None:
    assert found_in(case) == case.expected


@pytest.mark.parametrize("case", [c for c in CASES if c.file == GAPS], ids=lambda case: case.title)
def test_known_gap(case: Case) -> None:
    assert found_in(case) != case.expected  # what is right stands there; once found, it belongs elsewhere


def test_titles_are_given_once() -> None:
    titles = [(case.file, case.title) for case in CASES]
    assert len(titles) == len(set(titles))
