"""Corpus -> Site: which pages there are, and what each shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.site import Asset, Page, Site
from generator.publish.address import urls
from generator.publish.compose.article_page import article_pages, is_excerpt
from generator.publish.compose.day_pages import day_pages
from generator.publish.compose.desk_pages import (
    about_page,
    corrections_page,
    counts_of,
    editors_pages,
    not_found_page,
)
from generator.publish.compose.dossier_page import actor_dossiers, dossier_page
from generator.publish.compose.moved import moved_pages, redirects_file
from generator.publish.compose.notes_page import notes_pages
from generator.publish.compose.outlet_pages import outlet_pages
from generator.publish.compose.overviews import front_page, index_page, timeline_page
from generator.publish.compose.revisions import version_pages
from generator.publish.compose.statement_page import statement_pages
from generator.publish.compose.voice_pages import actor_pages, person_pages
from generator.publish.draw.sharing import with_cards
from generator.publish.show.changes import open_changes
from generator.publish.show.frame import Frame
from generator.publish.syndicate.data import data_files
from generator.publish.syndicate.feeds import feed_files
from generator.publish.syndicate.records import records
from generator.publish.tally.beside import Beside
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger
from generator.publish.tally.sparing import spare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.corpus import Corpus, EditorsPage
    from generator.model.settings import Settings


# Which pages lie in which folder of the site; "" is its top. All of them, in this order, are the site.
KINDS: tuple[tuple[str, Callable[[Frame], Sequence[Page]]], ...] = (
    ("", lambda frame: [front_page(frame, _intro(frame))]),
    ("articles", article_pages),
    ("articles", lambda frame: version_pages(frame, _excerpts(frame))),
    ("actors", actor_pages),
    ("actors", actor_dossiers),
    ("people", person_pages),
    ("quotes", statement_pages),
    ("outlets", outlet_pages),
    ("timeline", lambda frame: [timeline_page(frame)]),
    ("timeline", day_pages),
    ("dossier", lambda frame: [dossier_page(frame, _intro(frame))]),
    ("about", lambda frame: [about_page(frame, _written(frame, "about"))]),
    ("corrections", lambda frame: [corrections_page(frame)]),
    ("notes", notes_pages),
    ("search", lambda frame: [index_page(frame)]),
    ("pages", editors_pages),
    ("", lambda frame: [not_found_page(frame)]),
)


def plan(corpus: Corpus, settings: Settings, beside: Beside | None = None) -> Site:
    """Lay out the whole site; ``beside`` holds what only the build knows."""
    frame = open_frame(corpus, settings, beside)
    pages = [page for _, make in KINDS for page in make(frame)]
    files = assets(frame, pages)
    base_url = settings.base_url
    drawn = with_cards(pages, base_url, frame.tongue) if base_url and frame.beside.cards else (pages, [])
    pages, cards = drawn
    found = records(frame, pages) if frame.beside.words else ()
    return Site((*pages, *moved_pages(frame)), files, counts_of(frame.ledger), tuple(cards), found)


def open_frame(corpus: Corpus, settings: Settings, beside: Beside | None = None) -> Frame:
    """Look up what every page is made with; ``beside`` holds what only the build knows."""
    corpus, left = spare(corpus, settings)
    ledger = replace(open_ledger(corpus, settings, beside.tongue if beside else None), left=left)
    return Frame(ledger, gather(ledger), beside or Beside(), open_changes(ledger))


def assets(frame: Frame, pages: Sequence[Page] = ()) -> tuple[Asset, ...]:
    """Return data, feeds and what else is no page; ``pages`` are all that do not lead to another."""
    made = pages or [page for _, make in KINDS for page in make(frame)]
    return (*data_files(frame), *feed_files(frame, [p.path for p in made]), *redirects_file(frame))


def pages_beside(frame: Frame, path: str) -> Sequence[Page]:
    """Return the page at a path, with others of its folder where they cost little; nothing where none is.

    In a preview most pages are never asked for. Of reports, statements and days, which are most, one is made.
    """
    folder, _, rest = path.rpartition(f"/{urls.INDEX}")[0].partition("/")
    alone: Sequence[Page] = ()
    if folder == "articles" and "/" not in rest:
        alone = article_pages(frame, {rest})
    elif folder == "timeline" and rest:
        alone = day_pages(frame, {rest.partition("/")[0]})
    elif folder == "actors" and rest.endswith("/dossier"):
        alone = actor_dossiers(frame, {rest.removesuffix("/dossier")})
    elif folder == "actors":
        alone = actor_pages(frame)
    elif folder == "quotes":
        alone = statement_pages(frame, {rest})
    else:
        alone = [page for kind, make in KINDS if kind == folder for page in make(frame)]
    return alone if any(page.path == path for page in alone) else [*alone, *moved_pages(frame)]


def _intro(frame: Frame) -> str:
    index = _written(frame, "index")
    return index.body if index else frame.ledger.settings.intro


def _written(frame: Frame, ident: str) -> EditorsPage | None:
    return next((p for p in frame.ledger.corpus.pages if p.id == ident), None)


def _excerpts(frame: Frame) -> list[str]:
    return [a.id for a in frame.ledger.corpus.articles if is_excerpt(frame, a)]
