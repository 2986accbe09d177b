"""What reading costs: CPU a word, and memory, for articles of which no sentence was met before.

    PYTHONPATH=. python tests/bench/analyse.py [ARTICLES ...]

The articles are made up from a seed: paragraphs of two to four sentences, half of them with words in marks,
by people who are named in full once and then by surname, title or pronoun. One process reads them all, as
long as the longest asked for, and tells at each number what reading has cost since the one before: the
median of the articles, and the mean. As in a build, the collector rests: nothing that is read holds itself.

On two cores that had much other work to do, CPython 3.11, it printed:

  1000 articles,   345897 words: 13.0 ms for 1,000 words (mean 13.5), 124 MB at most
  2000 articles,   691800 words: 12.1 ms for 1,000 words (mean 12.3), 186 MB at most
  5000 articles,  1733520 words: 11.5 ms for 1,000 words (mean 11.9), 193 MB at most
 10000 articles,  3464422 words: 12.6 ms for 1,000 words (mean 13.0), 194 MB at most

The first 2,000 fill what is remembered of sentences; 8,000 more cost 8 MB, though each has names of its
own. Half of what is said here is in marks, and nearly each sentence has a cue: reports are read in less.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from time import process_time
from typing import TYPE_CHECKING

from generator.analyse.article import analyse
from generator.commands.build import no_garbage
from generator.ingest.clean import clean
from generator.knowledge.tables import rows, table
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (1_000, 2_000, 5_000, 10_000)
PARAGRAPHS = (4, 8)  # of an article, at least and at most
PEOPLE = 3  # who speak in an article
DAYS = ("on Monday", "last week", "on 3 October", "yesterday", "two days ago", "")


class Writer:
    """Writes articles; the same seed makes the same."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.words = [w for kind, line in rows("common") if kind == "common" for w in line.split()]
        self.small = ("the", "a", "of", "in", "and", "to", "that", "for", "with", "by")
        self.verbs = [cue.forms[0] for cue in table("cues") if cue.kind == "say" and cue.strength > 1]
        self.states = [state.name for state in table("states")]
        self.offices = [row.office for row in table("offices") if row.rank != "honorific"]

    def articles(self) -> Iterator[str]:
        """Yield articles without end."""
        while True:
            people = [self._person() for _ in range(PEOPLE)]
            count = self.chance.randint(*PARAGRAPHS)
            yield "\n\n".join(self._paragraph(people) for _ in range(count))

    def _name(self) -> str:
        syllables = (self.chance.choice("bdfgklmnrstv") + self.chance.choice("aeiou") for _ in range(3))
        return "".join(syllables).title()

    def _person(self) -> tuple[str, ...]:
        """Return what somebody is called, in full first."""
        first, last = self._name(), self._name()
        office, state = self.chance.choice(self.offices), self.chance.choice(self.states)
        return f"{first} {last}, the {office} of {state},", f"{first} {last}", last, f"the {office}", "she"

    def _paragraph(self, people: list[tuple[str, ...]]) -> str:
        names = self.chance.choice(people)
        return " ".join(self._sentence(self.chance.choice(names)) for _ in range(self.chance.randint(2, 4)))

    def _sentence(self, who: str) -> str:
        told, day, verb = self._words(6, 24), self.chance.choice(DAYS), self.chance.choice(self.verbs)
        kind = self.chance.randrange(6)
        if kind == 0:
            return f"“{told[0].upper()}{told[1:]},” {who} {verb} {day}.".replace(" .", ".")
        if kind == 1:
            return f"{who[0].upper()}{who[1:]} {verb} that it was “{told}” {day}.".replace(" .", ".")
        if kind == 2:
            return f"“{told[0].upper()}{told[1:]}.”"
        if kind == 3:
            return f"{who[0].upper()}{who[1:]} {verb} {day} that {told}."
        return f"{told[0].upper()}{told[1:]} {day}.".replace(" .", ".")

    def _words(self, least: int, most: int) -> str:
        chosen = (
            self.chance.choice(self.small if self.chance.random() < 0.4 else self.words)
            for _ in range(self.chance.randint(least, most))
        )
        return " ".join(chosen)


def measure(sizes: tuple[int, ...]) -> list[str]:
    """Read articles and tell at each of ``sizes`` what the last ones cost, and the peak of memory."""
    out: list[str] = []
    with no_garbage():
        _read(sizes, out)
    return out


def _read(sizes: tuple[int, ...], out: list[str]) -> None:
    costs, words = [], 0
    for n, text in enumerate(Writer().articles(), 1):
        document = RawDocument(text, Media.TEXT, f"{n:06}", published="2031-02-15", clean=False)
        cleaned = clean(document, ReadSettings())
        begun = process_time()
        analyse(cleaned, document)
        count = len(text.split())
        words += count
        costs.append(1e6 * (process_time() - begun) / count)
        if n in sizes:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            middle, mean = statistics.median(costs), statistics.fmean(costs)
            out.append(
                f"{n:>6} articles, {words:>8} words: {middle:4.1f} ms for 1,000 words (mean {mean:4.1f}),"
                f" {peak:3.0f} MB at most"
            )
            costs = []
        if n >= max(sizes):
            return


def main() -> None:
    sizes = tuple(int(a) for a in sys.argv[1:]) or SIZES
    with ProcessPoolExecutor(1) as fresh:  # a process of its own, for the peak of its memory
        print(*fresh.submit(measure, sizes).result(), sep="\n")


if __name__ == "__main__":
    main()
