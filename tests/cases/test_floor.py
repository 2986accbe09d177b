"""The quality floor of the cleaning: how well what is no story goes, over all cases of our own.

Measured in words. Precision: of the words that leave the story, how many should. Recall: of those that
should, how many do. ``floor.yaml`` keeps the numbers; they are lowered only by hand, and said why.
"""

from __future__ import annotations

import importlib.util
import sys
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.ingest.clean import clean
from generator.model.article import READ, STORY, Media, RawDocument, Role
from generator.model.settings import ReadSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
FLOOR = HERE / "floor.yaml"
Judged = tuple[int, bool, bool]  # words; whether they should go; whether they went


def beside(name: str) -> Any:  # noqa: ANN401 - a module
    """Load a module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"_floor_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look there for their own module
    spec.loader.exec_module(module)
    return module


def plaintext() -> Iterator[Judged]:
    """Yield the blocks of ``plaintext/*.txt``; what is of the page's head or a picture goes, too."""
    read = {role.value for role in READ}
    for _, case in beside("test_plaintext").CASES:
        found = clean(RawDocument(case.text, Media.TEXT, "seed"), ReadSettings())
        blocks = [(b.role.value, b.span.of(found.text)) for b in found.blocks if b.span.of(found.text)]
        for (role, words), line in zip(blocks, case.expected, strict=True):
            wanted, _, beginning = line.partition(" | ")
            assert words.startswith(beginning)
            yield len(words.split()), wanted.split()[0] not in read, role not in read


def pages() -> Iterator[Judged]:
    """Yield the blocks of ``pages/*.html`` that are read as story or cut from it, and what is missing."""
    cases = beside("test_pages")
    for page in cases.PAGES:
        found, wanted = cases.read(page), cases.wanted(page)
        for block in found.blocks:
            if block.role in STORY | {Role.BOILERPLATE}:
                words = block.span.of(found.text)
                yield len(words.split()), words not in wanted, block.role is Role.BOILERPLATE
        held = {b.span.of(found.text) for b in found.blocks}
        yield from ((len(words.split()), False, True) for words in wanted if words not in held)


def measured(judged: Iterator[Judged]) -> dict[str, float]:
    """Return precision and recall in per cent, rounded down, so that no measure lies above the truth."""
    blocks = list(judged)
    right = sum(n for n, should, went in blocks if should and went)
    gone = sum(n for n, _, went in blocks if went)
    due = sum(n for n, should, _ in blocks if should)
    return {"precision": floor(1000 * right / gone) / 10, "recall": floor(1000 * right / due) / 10}


@pytest.mark.parametrize("kind", [plaintext, pages], ids=lambda kind: kind.__name__)
def test_no_floor_falls(kind: Callable[[], Iterator[Judged]], capsys: pytest.CaptureFixture[str]) -> None:
    kept, found = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))[kind.__name__], measured(kind())
    assert kept.keys() == found.keys()
    fallen = {name: (kept[name], found[name]) for name in kept if found[name] < kept[name]}
    assert not fallen, "see tests/cases/test_plaintext.py and test_pages.py for the cases that went wrong"
    if found != kept:
        line = f"{kind.__name__}: {{precision: {found['precision']}, recall: {found['recall']}}}"
        with capsys.disabled():
            sys.stdout.write(f"\nthe cleaning is better than its floor; write into {FLOOR.name}: {line}\n")


@pytest.mark.parametrize(
    ("judged", "precision", "recall"),
    [
        ([(10, True, True), (10, False, False)], 100.0, 100.0),
        ([(10, True, True), (10, False, True)], 50.0, 100.0),  # a story's words are lost
        ([(10, True, True), (20, True, False)], 100.0, 33.3),  # a plea is left
    ],
)
def test_the_measure(judged: list[Judged], precision: float, recall: float) -> None:
    assert measured(iter(judged)) == {"precision": precision, "recall": recall}
