"""In which reports the words of a statement stand though nobody marked them there as quoted.

What an outlet prints inside its own sentence it cannot be said to lack. Words are compared in one spelling,
paragraph by paragraph; one word alone counts where its paragraph names who says it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.knowledge.spelling import Words, pieces, words
from generator.model.article import Article, Role
from generator.publish.weave.sentence import as_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import QuoteCluster


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: its words with a space on either side of each, and whom it names, by their ids."""

    line: str
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Echoes:
    """The reports that state their outlet, and by word the numbers of those that have it, as bits."""

    reports: Sequence[tuple[Article, str, tuple[_Paragraph, ...]]]
    having: Mapping[str, int]

    def of(
        self, wordings: Iterable[str], outlets: Sequence[str], cluster: QuoteCluster
    ) -> tuple[Article, ...]:
        """Return the first report of each outlet, but of ``outlets``, in which a wording stands whole."""
        voices = frozenset(filter(None, (cluster.person, cluster.actor)))
        found: dict[str, Article] = {}
        for wording in dict.fromkeys(tuple(pieces(text)) for text in wordings):
            for article, outlet, paragraphs in self._having(wording):
                if outlet not in outlets and outlet not in found and _stands(wording, paragraphs, voices):
                    found[outlet] = article
        return tuple(found[outlet] for outlet in sorted(found))

    def _having(self, wording: Sequence[Words]) -> Iterable[tuple[Article, str, tuple[_Paragraph, ...]]]:
        bits = (1 << len(self.reports)) - 1 if any(wording) else 0
        for word in {word for piece in wording for word in piece}:
            bits &= self.having.get(word, 0)
        while bits:
            lowest = bits & -bits
            yield self.reports[lowest.bit_length() - 1]
            bits ^= lowest


def open_echoes(articles: Iterable[Article], names: Mapping[str, str]) -> Echoes:
    """Read the paragraphs of all reports whose outlet is stated; ``names`` are the outlets by report."""
    reports = [(a, names[a.id], once(_paragraphs, a)) for a in articles if names[a.id]]
    having: dict[str, int] = {}
    for number, (*_, paragraphs) in enumerate(reports):
        for word in {word for paragraph in paragraphs for word in paragraph.line.split()}:
            having[word] = having.get(word, 0) | 1 << number
    return Echoes(reports, having)


def _paragraphs(article: Article) -> tuple[_Paragraph, ...]:
    kept = (b.span for b in article.blocks if b.role is not Role.BOILERPLATE)
    return tuple(
        _Paragraph(
            f" {' '.join(words(as_read(article, span)))} ",
            frozenset(
                ident
                for m in article.mentions
                if span.holds(m.span)
                for ident in (m.person, m.actor)
                if ident
            ),
        )
        for span in kept
    )


def _stands(wording: Sequence[Words], paragraphs: Iterable[_Paragraph], voices: frozenset[str]) -> bool:
    lines = [f" {' '.join(piece)} " for piece in wording]
    alone = sum(map(len, wording)) == 1
    return any(
        all(line in paragraph.line for line in lines) and (not alone or bool(voices & paragraph.named))
        for paragraph in paragraphs
    )
