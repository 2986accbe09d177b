"""What workers are given to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.engine.executors import open_executor
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings
from generator.stages import Engine, read

if TYPE_CHECKING:
    from collections.abc import Callable

PIER = (
    "Pier to open\n\n“We have mended every plank,” said Ada Quill, the mayor of Northport.\n\nSign up now.\n"
)


def pier(**wishes: Any) -> RawDocument:  # noqa: ANN401 - fields of a document
    return RawDocument(body=PIER, media=Media.TEXT, seed="012345", **wishes)


def test_a_document_is_cleaned_and_read_with_nothing_beside_it() -> None:
    reading = read(pier(), ReadSettings())
    assert reading.quotes[0].id.startswith("q-012345-")
    assert any(block.rule for block in reading.blocks)
    assert not any(block.rule for block in read(pier(clean=False), ReadSettings()).blocks)


def test_the_stages_tell_how_far_they_are_and_keep_the_order() -> None:
    told: list[tuple[str, int, int]] = []

    def progress(what: str) -> Callable[[int, int], None]:
        return lambda done, of: told.append((what, done, of))

    with open_executor("inline") as executor:
        engine = Engine(None, executor, progress)
        documents = [pier(), RawDocument(body="The mill had no grain.\n", media=Media.TEXT, seed="a")]
        cleaned = engine.clean(documents, ReadSettings())
        readings = engine.read(documents, ReadSettings())
    assert [c.text for c in cleaned] == [r.text for r in readings]
    assert readings == [read(d, ReadSettings()) for d in documents]
    assert {what for what, _, _ in told} == {"Cleaning", "Reading"}
    assert ("Reading", 2, 2) in told
