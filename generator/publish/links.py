"""Links between double brackets, ``[[id]]`` and ``[[id|words]]``: found, resolved, and missed."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.corpus import Actor, Corpus, Person
    from generator.model.site import Link

    Resolve = Callable[[str], Link | None]

WIKI = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,400}))?\]\]")


def no_links(_key: str) -> Link | None:
    """Know no address."""
    return None


def wiki_links(text: str) -> Iterator[tuple[str, int]]:
    """Yield id and offset of each link between double brackets."""
    for match in WIKI.finditer(text):
        yield match.group(1).strip(), match.start()


def dead_links(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Report each link of the editors that leads nowhere; in an article its line is exact to the block."""
    known = known_ids(corpus)
    found: list[Diagnostic] = []
    for article in corpus.articles:
        if "[[" in article.text:
            for block in article.blocks:
                place = Location(article.path, article.body_line + block.line - 1)
                found += _dead(block.span.of(article.text), place, known)
    for note in corpus.notes:
        found += _dead(note.body, Location(note.location.path, note.body_line), known)
    for page in corpus.pages:
        found += _dead(page.body, Location(page.location.path, page.body_line), known)
    introduced: tuple[Actor | Person, ...] = (*corpus.actors, *corpus.people)
    for one in introduced:
        path = one.location.path if one.location else one.id
        found += _dead(one.intro, Location(path, one.body_line), known)
    return tuple(found)


def known_ids(corpus: Corpus) -> frozenset[str]:
    """Return every id that a link may name."""
    ids = {thing.id for thing in corpus.actors} | {thing.id for thing in corpus.people}
    ids |= {thing.id for thing in corpus.clusters} | {thing.id for thing in corpus.articles}
    ids |= {thing.id for thing in corpus.outlets} | {thing.id for thing in corpus.pages}
    ids.update(old for person in corpus.people for old in person.same_as)
    ids.update(old for old, _ in corpus.moved)
    ids.update(quote.id for article in corpus.articles for quote in article.quotes if not quote.hidden)
    return frozenset(ids)


def _dead(text: str, begins: Location, known: frozenset[str]) -> Iterator[Diagnostic]:
    for key, offset in wiki_links(text):
        if key not in known:
            near = get_close_matches(key.lower(), sorted(known), 1)
            hint = f"did you mean [[{near[0]}]]? " if near else ""
            line = text.count("\n", 0, offset)
            start = text.rfind("\n", 0, offset) + 1
            yield Diagnostic(
                Location(begins.path, begins.line + line, offset - start + 1),
                Severity.WARNING,
                "dead-link",
                f'no actor, person, outlet, statement, report or page has the id "{key}"',
                f"{hint}the words stand on the page without a link",
                text[start:].partition("\n")[0],
            )
