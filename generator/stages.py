"""The stages that workers do: saved reports are cleaned, articles read, pages rendered, pictures drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from generator.analyse.article import analyse
from generator.analyse.weigh.attribution import Court
from generator.engine.code import code_version
from generator.engine.memory import at_hand, once
from generator.engine.stage import Stage, run
from generator.engine.store import Store
from generator.ingest.clean import clean
from generator.model.article import CleanText, RawDocument, Reading

if TYPE_CHECKING:
    from generator.analyse.cast.cast import Cast
    from generator.model.settings import (
        CardSettings,
        IndexSettings,
        PdfSettings,
        ReadSettings,
        RenderSettings,
    )
    from generator.model.site import Card, Page, Paper, Record, WordIndex

Item = TypeVar("Item")
Given = TypeVar("Given")
Made = TypeVar("Made")
Progress = Callable[[str], Callable[[int, int], None]]


@dataclass(slots=True)
class Engine:
    """Where work is kept and sent, and who is told how far it is."""

    store: Store | None
    executor: Executor
    progress: Progress | None = None
    version: int = field(default_factory=lambda: once(code_version))

    def clean(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[CleanText]:
        """Label the blocks of saved sources."""
        stage = Stage("clean", self.version, clean, settings, CleanText)
        return self._run(stage, documents, "Cleaning")

    def read(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[Reading]:
        """Find who says what in articles."""
        stage = Stage("read", self.version, read, settings, Reading)
        return self._run(stage, documents, "Reading")

    def render(self, pages: Sequence[Page], settings: RenderSettings) -> list[bytes]:
        """Render pages."""
        from generator.publish.dress.theme import render_page  # noqa: PLC0415 - start-up: check makes none

        stage = Stage("render", self.version, render_page, settings, bytes)
        return self._run(stage, pages, "Rendering")

    def draw(self, cards: Sequence[Card], settings: CardSettings) -> list[bytes]:
        """Draw the pictures that stand for pages."""
        from generator.publish.draw.card_art import draw_card  # noqa: PLC0415 - start-up: few sites have any

        stage = Stage("draw", self.version, draw_card, settings, bytes)
        return self._run(stage, cards, "Drawing")

    def index(self, records: tuple[Record, ...], settings: IndexSettings) -> WordIndex:
        """Make the index of all words; it is one piece of work, for it is of all records together."""
        from generator.model.site import WordIndex  # noqa: PLC0415 - start-up: few sites have one
        from generator.publish.syndicate.word_index import index_words  # noqa: PLC0415 - the same

        stage = Stage("index", self.version, index_words, settings, WordIndex)
        return self._run(stage, [records], "Indexing")[0]

    def print(self, papers: Sequence[Paper], settings: PdfSettings) -> list[bytes]:
        """Lay out dossiers as files."""
        from generator.publish.pdf import print_page  # noqa: PLC0415 - the same

        stage = Stage("print", self.version, print_page, settings, bytes)
        return self._run(stage, papers, "Printing")

    def _run(self, stage: Stage[Item, Given, Made], items: Sequence[Item], what: str) -> list[Made]:
        """Run a stage, in a preview on what no round before had."""
        told = self.progress(what) if self.progress else None

        def work(missing: Sequence[Item]) -> list[Made]:
            return run(stage, missing, self.store, self.executor, progress=told)

        memory = at_hand()
        return memory.each(stage.name, stage.settings, items, work) if memory else work(items)


def read(document: RawDocument, settings: ReadSettings, judge: Callable[[Cast], Court] = Court) -> Reading:
    """Read one document: all that depends on nothing but itself. ``judge`` may write down how it decides."""
    cleaned = clean(document, settings)
    reading = analyse(cleaned, document, judge)
    return replace(reading, remarks=(*cleaned.remarks, *reading.remarks))
