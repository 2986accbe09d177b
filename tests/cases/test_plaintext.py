"""Readable cases of what is what in a text without markup: ``plaintext/*.txt``.

A case is a line ``=== title``, a text, and behind a line ``--- is read as`` its blocks in order, each
``role | beginning of its words`` or ``role rule | beginning of its words``. A title in
``boilerplate.txt`` begins with the kind of wording, in ``rules.txt`` with the rule of shape or place, and
with whether such a line is cut or kept; so it does in ``shape.txt`` and ``place.txt``. In ``known_gaps.txt``
stands what would be right and is not yet found; a case that has come right moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.ingest.label.plaintext import read_plain
from generator.knowledge.tables import rows
from generator.knowledge.wordings import reasons
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

FOLDER = Path(__file__).parent / "plaintext"
GAPS = "known_gaps"
# What form and place say of a line, whichever file has the cases.
RULES = (
    *("agency", "amended", "byline", "caption", "embed", "image-alt", "repeated"),
    *("author", "masthead", "navigation", "outside", "related", "section", "tags", "timestamp"),
)


@dataclass(frozen=True, slots=True)
class Case:
    title: str
    text: str
    expected: tuple[str, ...]


def cases_of(path: Path) -> list[Case]:
    first, *parts = path.read_text(encoding="utf-8").split("=== ")
    assert not first
    return [case_of(part) for part in parts]


def case_of(part: str) -> Case:
    title, _, rest = part.partition("\n")
    text, _, expected = rest.partition("\n--- is read as\n")
    return Case(title, text, tuple(expected.strip().split("\n")))


def read(text: str) -> list[tuple[str, str]]:
    clean = read_plain(RawDocument(text, Media.TEXT, "seed"), ReadSettings())
    named = [
        (" ".join(filter(None, (b.role, b.rule or b.mark))), b.span.of(clean.text)) for b in clean.blocks
    ]
    return [(name, words) for name, words in named if words]


CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.txt")) for case in cases_of(path)]


def parameters() -> list[ParameterSet]:
    gap = pytest.mark.xfail(reason="a known gap")
    return [
        pytest.param(case, id=f"{file}:{case.title}", marks=[gap] if file == GAPS else [])
        for file, case in CASES
    ]


@pytest.mark.parametrize("case", parameters())
def test_case(case: Case) -> None:
    found = read(case.text)
    assert [name for name, _ in found] == [line.partition(" | ")[0] for line in case.expected], found
    for (_, words), line in zip(found, case.expected, strict=True):
        assert words.startswith(line.partition(" | ")[2])


@pytest.mark.parametrize("kind", sorted({kind for kind, *_ in rows("boilerplate")}))
def test_every_kind_of_wording_has_a_case_of_both_ways(kind: str) -> None:
    titles = [case.title for file, case in CASES if file == "boilerplate"]
    assert any(title.startswith(f"{kind}: cut: ") for title in titles)
    assert any(title.startswith(f"{kind}: kept: ") for title in titles)


def test_every_rule_of_shape_and_place_has_a_case_of_both_ways() -> None:
    ways = {tuple(case.title.split(": ")[:2]) for file, case in CASES if file == "rules"}
    rules = {rule for rule, _ in ways}
    assert {(rule, way) for rule in rules for way in ("cut", "kept")} == ways


def test_every_rule_that_cuts_a_case_says_why() -> None:
    cut = {
        line.split(" | ")[0].split()[1]
        for _, case in CASES
        for line in case.expected
        if "boilerplate " in line
    }
    assert cut <= reasons().keys()


@pytest.mark.parametrize("way", ["cut", "kept"])
@pytest.mark.parametrize("rule", RULES)
def test_no_rule_of_form_and_place_is_without_cases(rule: str, way: str) -> None:
    assert any(case.title.startswith(f"{rule}: {way}: ") for _, case in CASES)


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("Published 4 May 2031 10:12 GMT\nUpdated 6 May 2031 09:00 GMT", "2031-05-04T10:12Z"),
        ("Updated 6 May 2031, first published 4 May 2031", "2031-05-04"),
        ("Updated 6 May 2031 09:00 GMT", None),
        ("Last updated: 6 May 2031", None),
        ("05/06/2031", None),  # the fifth of June, or the sixth of May
        ("25/06/2031", "2031-06-25"),
    ],
)
def test_the_day_of_publication_is_never_that_of_a_change(above: str, published: str | None) -> None:
    story = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
    body = f"Harbour pilots refuse night shifts\n{above}\n{story}"
    clean = read_plain(RawDocument(body, Media.TEXT, "seed"), ReadSettings())
    assert clean.facts.published == published
    assert [b.rule for b in clean.blocks[1:-1]] == ["timestamp"] * (above.count("\n") + 1)
