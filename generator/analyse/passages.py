"""A clean text -> passages: its readable blocks as sentences with their names and cues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cues import Event, events, main_subject
from generator.analyse.marks import Marked, marked
from generator.analyse.names import Nominal, nominals
from generator.analyse.tokens import Token, masked, sentences
from generator.model.article import READ, Block, CleanText, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADS = frozenset({Role.HEADLINE, Role.DEK})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its nominals and cues; ``quotes`` are the tokens that are quotations."""

    toks: tuple[Token, ...]
    noms: tuple[Nominal, ...]
    cues: tuple[Event, ...]

    @property
    def quotes(self) -> list[int]:
        """Return the places of the quotations among the tokens."""
        return [i for i, t in enumerate(self.toks) if t.quote >= 0]

    @property
    def subject(self) -> Nominal | None:
        """Return the subject of the sentence, where one can be told."""
        return main_subject(self.toks, self.noms)

    @property
    def bare(self) -> bool:
        """Tell whether the sentence is quotation marks and signs alone."""
        return all(t.quote >= 0 or not t.word for t in self.toks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that is read; ``marks`` pairs each quotation with its number in the article."""

    block: Block
    marks: tuple[tuple[int, Marked], ...]
    sentences: tuple[Sentence, ...]

    @property
    def heading(self) -> bool:
        """Tell whether this is a headline or a dek."""
        return self.block.role in HEADS

    def mark(self, number: int) -> Marked:
        """Return the quotation of that number."""
        return self.marks[number - self.marks[0][0]][1]


def passages(clean: CleanText) -> list[Passage]:
    """Return the passages of a text in its order."""
    drafts = list(_drafts(clean))
    sure = {part for _, _, parted in drafts for _, noms in parted for n in noms for part in _sure(n)}
    return [
        Passage(block, marks, tuple(sentence(toks, [n for n in noms if _stands(n, sure)]) for toks, noms in parted))
        for block, marks, parted in drafts
    ]


def _sure(n: Nominal) -> list[str]:
    return n.name.split() if n.sort == "person" and not n.risky else []


def _stands(n: Nominal, sure: set[str]) -> bool:
    """Drop a capital that only begins a sentence: no name of the text has that word."""
    return n.sort != "person" or not n.risky or n.name in sure


_Parted = list[tuple[list[Token], list[Nominal]]]


def _drafts(clean: CleanText) -> Iterator[tuple[Block, tuple[tuple[int, Marked], ...], _Parted]]:
    readable = [b for b in clean.blocks if b.role in READ]
    number = 0
    straight = not any(mark in b.span.of(clean.text) for b in readable for mark in '"“”«')
    for block in readable:
        heading = block.role in HEADS
        found = marked(clean.text, block.span, singles=True)
        if not (heading or straight):
            found = [m for m in found if not m.single or clean.text[m.outer.start] == "‘"]
        numbered = tuple((number + k, m) for k, m in enumerate(found))
        number += len(found)
        parted = sentences(masked(clean.text, block.span, numbered))
        yield block, numbered, [(toks, nominals(toks)) for toks in parted]


def sentence(toks: Sequence[Token], noms: Sequence[Nominal]) -> Sentence:
    """Make a sentence of its tokens and nominals."""
    return Sentence(tuple(toks), tuple(noms), tuple(events(toks, noms)))
