"""Addresses that things had before: a page at each that leads to the new one, and a list of all for hosts.

The page works on any host and from disk. Hosts that read ``_redirects``, as Netlify does, answer with 301
before anybody sees it; the "!" says that they shall though a file lies there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.backmatter import MovedView
from generator.model.parts import Link
from generator.model.site import Asset, Page
from generator.publish.address import urls
from generator.publish.show.frame import Frame, page, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

REDIRECTS = "_redirects"
_NAMED = 80  # letters of a statement that name it


@dataclass(frozen=True, slots=True)
class Move:
    """A path at which something stood, the path at which it stands now, and what it is."""

    old: str
    new: str
    name: str
    language: str = ""  # of the name, "" where that of the site


def moves(frame: Frame) -> tuple[Move, ...]:
    """Return every address that leads to another, in the order of the old ones."""
    found = (*_savings(frame), *_people(frame), *_statements(frame))
    return tuple(sorted(found, key=lambda move: move.old))


def _savings(frame: Frame) -> Iterator[Move]:
    """Yield where a report's page stands while another of its savings is the only one."""
    articles = frame.ledger.corpus.articles
    taken = {"", *(article.id for article in articles)}
    for article in articles:
        savings = frame.beside.versions.get(article.id, ())
        for old in dict.fromkeys(v.id for v in savings if v.id not in taken):
            taken.add(old)
            title, language = frame.ledger.title(article)[0], frame.ledger.title_language(article)
            yield Move(urls.article(old), urls.article(article.id), title, language)


def _people(frame: Frame) -> Iterator[Move]:
    for old, person in frame.ledger.moved.items():
        yield Move(urls.person(old), urls.person(person.id), person.name)


def _statements(frame: Frame) -> Iterator[Move]:
    for old, new in frame.ledger.corpus.moved:
        statement = frame.ledger.by_id.get(new)
        if statement is not None:
            words = frame.tongue.quoted(shortened(statement.words, _NAMED))
            language = frame.ledger.language(statement.members[0].article)
            yield Move(urls.statement(old), urls.statement(new), words, language)


def moved_pages(frame: Frame) -> list[Page]:
    """Return for each old address a page that leads to the new one, and stands for it with search engines."""
    return [_page(frame, move) for move in moves(frame)]


def _page(frame: Frame, move: Move) -> Page:
    heading = frame.tongue.say("moved")
    shell = frame.shell(move.old, heading)
    shell = replace(shell, canonical=urls.canonical(frame.ledger.settings.base_url, move.new))
    return page(
        move.old,
        "moved",
        MovedView(shell, heading, Link(move.name, frame.cards(move.old).to(move.new), move.language)),
    )


def redirects_file(frame: Frame) -> tuple[Asset, ...]:
    """Return the list of old addresses and new ones for the host, none where nothing has moved."""
    rows = [
        f"{urls.address('/', urls.folder(m.old))} {urls.address('/', urls.folder(m.new))} 301!\n"
        for m in moves(frame)
    ]
    return (Asset(REDIRECTS, "".join(rows).encode()),) if rows else ()
