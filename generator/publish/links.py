"""Links between double brackets, ``[[id]]`` and ``[[id|words]]``: found, resolved, and missed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from generator.model.corpus import Corpus
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
    """Report each link of the editors that leads nowhere; a line counts from where its text begins."""
    known = known_ids(corpus)
    found: list[Diagnostic] = []
    for article in corpus.articles:
        if "[[" in article.text:
            found += _dead(article.text, Location(article.path), known)
    for note in corpus.notes:
        found += _dead(note.body, note.location, known)
    for page in corpus.pages:
        found += _dead(page.body, page.location, known)
    for actor in corpus.actors:
        found += _dead(actor.intro, actor.location or Location(actor.id), known)
    for person in corpus.people:
        found += _dead(person.intro, person.location or Location(person.id), known)
    return tuple(found)


def known_ids(corpus: Corpus) -> frozenset[str]:
    """Return every id that a link may name."""
    ids = {thing.id for thing in corpus.actors} | {thing.id for thing in corpus.people}
    ids |= {thing.id for thing in corpus.clusters} | {thing.id for thing in corpus.articles}
    ids |= {thing.id for thing in corpus.outlets} | {thing.id for thing in corpus.pages}
    ids.update(old for person in corpus.people for old in person.same_as)
    ids.update(quote.id for article in corpus.articles for quote in article.quotes if not quote.hidden)
    return frozenset(ids)


def _dead(text: str, where: Location, known: Container[str]) -> Iterator[Diagnostic]:
    for key, offset in wiki_links(text):
        if key not in known:
            line = text.count("\n", 0, offset)
            column = offset - text.rfind("\n", 0, offset)
            yield Diagnostic(
                Location(where.path, where.line + line, column),
                Severity.WARNING,
                "dead-link",
                f'no actor, person, outlet, statement, report or page has the id "{key}"',
                "the words stand on the page without a link",
            )
