"""Who may have said words in marks: the names, pronouns and descriptions of the sentences about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cue.passages import Passage, Placed
from generator.analyse.name.names import Nominal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.text import Span

FAR = 99  # the steps of the last speaker where the sentence that names it is out of sight
NEAR = (0, -1, 1, -2, 2)  # sentences of the paragraph that are looked at, in this order
BACK = 2  # sentences of a paragraph from whose end the paragraph before is
ABOVE = 2  # and of the paragraph before, from its end
WHO = 2  # tokens from a name to its "who": a comma may part them
OVER = 9  # what is added to the steps to another paragraph
MOST = 26  # people of one sentence who are weighed; in 987 reports and pages none had more than 25


@dataclass(slots=True)
class Place:
    """Quotation ``n`` of sentence ``k`` of ``passage``; ``before`` is the passage of the story before it."""

    passage: Passage
    k: int
    n: int
    before: Passage | None

    @property
    def here(self) -> Placed:
        """Return the sentence of the quotation."""
        return self.passage.sentences[self.k]

    @property
    def number(self) -> int:
        """Return the number of the quotation in the article."""
        return self.here.first + self.n

    @property
    def at(self) -> int:
        """Return the token that stands for the quotation."""
        return self.here.clause.quotes[self.n]

    @property
    def bare(self) -> bool:
        """Tell whether the sentence has nothing but words in marks."""
        return self.here.clause.bare


@dataclass(slots=True)
class Candidate:
    """A nominal that may name the speaker.

    ``steps`` counts sentences from the quotation, 0 for its own, below 0 before it; OVER is taken off where
    it stands in the paragraph before; FAR where it stands farther off.
    """

    nominal: Nominal
    placed: Placed
    steps: int

    @property
    def mention(self) -> Span:
        """Return the words of the text that name it."""
        return self.nominal.core.moved(self.placed.base)

    def is_same(self, other: Candidate) -> bool:
        """Tell whether another has the same mention."""
        return self.placed.base == other.placed.base and self.nominal.core == other.nominal.core


def neighbours(place: Place) -> Iterator[tuple[Placed, int]]:
    """Yield the sentences in which a speaker is sought, nearest first, and their steps from the quotation."""
    sentences = place.passage.sentences
    for steps in NEAR:
        if 0 <= place.k + steps < len(sentences):
            yield sentences[place.k + steps], steps
    if place.before is not None and place.k < BACK:
        for k, placed in enumerate(reversed(place.before.sentences[-ABOVE:]), 1):
            yield placed, -OVER - k


def candidates(place: Place) -> list[Candidate]:
    """Return all who may have said the quotation, those of its own sentence first."""
    return [Candidate(n, s, k) for s, k in neighbours(place) for n in _nearest(place, s, k)]


def _nearest(place: Place, placed: Placed, steps: int) -> Sequence[Nominal]:
    """Return those of a sentence who stand nearest to the quotation: all, in any report that was met."""
    noms = placed.clause.speakers
    if len(noms) <= MOST:
        return noms
    at = len(noms) if steps < 0 else sum(n.first < place.at for n in noms) if steps == 0 else 0
    first = min(max(0, at - MOST // 2), len(noms) - MOST)
    return noms[first : first + MOST]


def named(c: Candidate) -> Nominal:
    """Return the nominal a relative pronoun stands for: "Ada Berg, who said"; any other as it is."""
    n = c.nominal
    if n.sort != "pronoun" or n.name.lower() != "who":
        return n
    noms = c.placed.clause.speakers
    before = [m for m in noms if m.sort != "pronoun" and 0 < n.first - m.last <= WHO]
    return max(before, key=lambda m: m.last, default=n)
