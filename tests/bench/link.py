"""What linking costs: CPU and memory for news-like corpora of any size, and for one article more.

    PYTHONPATH=. python tests/bench/link.py [QUOTATIONS ...]

The corpora are made up: words of a power-law vocabulary whose first ranks are the commonest words of English,
affairs of some days that several outlets tell, speakers of whom few speak often. A statement is given whole,
shortened, with a word changed, or under no name or a wrong one, and the reporter's own words stand before it.

On two cores that had other work to do, CPython 3.11, it printed (milliseconds: the median and the worst):

     10010 quotations of  2002 articles:  1.4 s CPU, 140 µs each,  99 MB; an article more: 1.0 ms, at most 1.6
     30020 quotations of  6004 articles:  4.2 s CPU, 140 µs each, 265 MB; an article more: 1.0 ms, at most 2.0
    100010 quotations of 20002 articles: 15.5 s CPU, 155 µs each, 812 MB; an article more: 1.3 ms, at most 3.1

Most of it is looking up runs of words, which is slower the more memory they fill.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from statistics import median
from time import process_time

from generator.knowledge.tables import rows
from generator.link.variants import Linked
from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.text import Span, slug

SIZES = (10_000, 30_000, 100_000)
QUOTES = 5  # of one article
REPORTS = 6  # of one affair
AFFAIRS = 10  # that begin on one day
AROUND = 30  # words of the reporter before each quotation
MORE = 50  # articles that are added one by one
Affair = list[tuple[Speaker, list[str]]]


@dataclass(frozen=True, slots=True)
class World:
    """What all affairs draw on."""

    words: list[str]
    often: list[float]  # summed up
    people: list[Speaker]


def world(chance: random.Random) -> World:
    grammar = [w for kind, line in rows("common") if kind == "grammar" for w in line.split()]
    common = [w for kind, line in rows("common") if kind == "common" for w in line.split()]
    made = [_name(chance) for _ in range(30_000)]
    words = [*grammar, *common, *made]
    often = list(accumulate(1 / (rank + 3) for rank in range(len(words))))  # Zipf and Mandelbrot
    names = [f"{_name(chance).title()} {_name(chance).title()}" for _ in range(3_000)]
    return World(words, often, [Speaker(name, None, slug(name), None, 1.0) for name in names])


def _name(chance: random.Random) -> str:
    return "".join(
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))
    )


def corpus(quotations: int, seed: int = 1) -> list[Article]:
    """Make articles with about so many quotations."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    known = world(chance)
    made: list[Article] = []
    while len(made) * QUOTES < quotations:
        begun = date(2031, 1, 1) + timedelta(len(made) // (REPORTS * AFFAIRS))
        told = affair(known, chance)
        for _ in range(REPORTS):
            day = begun + timedelta(chance.choice((0, 0, 0, 1)))
            filler = " ".join(chance.choices(known.words, cum_weights=known.often, k=AROUND))
            cut = [_cut(told, known, chance) for _ in range(QUOTES)]
            made.append(report(f"{len(made):06}", day.isoformat(), cut, filler))
    return made


def affair(known: World, chance: random.Random) -> Affair:
    """Make what three people say of one thing."""
    heavy = [1 / (rank + 1) for rank in range(len(known.people))]
    topic = chance.choices(known.words[800:], k=15)
    told: Affair = []
    for who in chance.choices(known.people, heavy, k=3):
        words = [
            chance.choices(known.words, cum_weights=known.often, k=chance.randint(8, 40)) for _ in range(3)
        ]
        told.append(
            (who, [" ".join(w if chance.random() > 0.15 else chance.choice(topic) for w in s) for s in words])
        )
    return told


def _cut(told: Affair, known: World, chance: random.Random) -> tuple[Speaker | None, str]:
    """Return a statement as one report has it."""
    who, statements = chance.choice(told)
    words = chance.choice(statements).split()
    kind = chance.random()
    if kind < 0.3:
        start = chance.randrange(len(words))
        words = words[start : start + chance.randint(2, 12)]
    elif kind < 0.5:
        words[chance.randrange(len(words))] = chance.choice(known.words)
    named = chance.random()
    voice = None if named < 0.1 else chance.choice(known.people) if named < 0.15 else who
    return voice, " ".join(words)


def report(name: str, day: str, told: list[tuple[Speaker | None, str]], filler: str) -> Article:
    """Make a report of one paragraph for each quotation, with the reporter's words around it."""
    text, quotes, mentions, blocks = "", [], [], []
    for n, (who, words) in enumerate(told):
        begun, start = len(text), len(text) + len(filler) + 1
        text += f"{filler} {words} said {who.name if who else 'they'}."
        quotes.append(Quote(f"q-{name}-{n}", (Span(start, start + len(words)),), words, Form.DIRECT, who))
        if who:
            at = text.index(who.name, start + len(words))
            mentions.append(Mention(Span(at, at + len(who.name)), who.name, Kind.PERSON, who.person))
        blocks.append(Block(Role.PARAGRAPH, Span(begun, len(text)), 1))
    front = FrontMatter(published=day, outlet=f"Outlet {zlib.crc32(name.encode()) % 40}")
    return Article(
        name, f"articles/{name}.md", front, text, tuple(blocks), tuple(quotes), tuple(mentions), ()
    )


def measure(quotations: int) -> str:
    """Link a corpus, then add articles to it one by one."""
    articles = corpus(quotations + MORE * QUOTES)
    first, more = articles[:-MORE], articles[-MORE:]
    linked = Linked()
    gc.disable()  # as a build does
    begun = process_time()
    linked.add(first)
    linked.clusters()
    spent = process_time() - begun
    costs = []
    for article in more:
        begun = process_time()
        linked.add([article])
        costs.append(1000 * (process_time() - begun))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = sum(len(a.quotes) for a in first)
    more_costs = f"an article more: {median(costs):3.1f} ms, at most {max(costs):3.1f}"
    return (
        f"{count:>7} quotations of {len(first):>5} articles: {spent:4.1f} s CPU, "
        f"{1e6 * spent / count:3.0f} µs each, {peak:3.0f} MB; {more_costs}"
    )


def main() -> None:
    sizes = [int(a) for a in sys.argv[1:]] or list(SIZES)
    for size in sizes:
        with ProcessPoolExecutor(1) as fresh:  # a process of its own, for the peak of its memory
            print(fresh.submit(measure, size).result(), flush=True)


if __name__ == "__main__":
    main()
