"""Corpus -> Site: which pages there are, and what each shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.site import Site
from generator.publish.article_page import article_pages, is_excerpt
from generator.publish.changes import open_changes
from generator.publish.data import data_files
from generator.publish.desk_pages import (
    about_page,
    corrections_page,
    editors_pages,
    not_found_page,
)
from generator.publish.feeds import feed_files
from generator.publish.frame import Beside, Frame
from generator.publish.gather import gather
from generator.publish.ledger import open_ledger
from generator.publish.moved import moved_pages, redirects_file
from generator.publish.overviews import front_page, index_page, outlet_pages, timeline_page
from generator.publish.revisions import version_pages
from generator.publish.statement_page import statement_pages
from generator.publish.voice_pages import actor_pages, person_pages

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings


def plan(corpus: Corpus, settings: Settings, beside: Beside | None = None) -> Site:
    """Lay out the whole site; ``beside`` holds what only the build knows."""
    ledger = open_ledger(corpus, settings)
    frame = Frame(ledger, gather(ledger), beside or Beside(), open_changes(ledger))
    written = {p.id: p for p in corpus.pages}
    index = written.get("index")
    pages = (
        front_page(frame, index.body if index else settings.intro),
        *article_pages(frame),
        *version_pages(frame, [a.id for a in corpus.articles if is_excerpt(frame, a)]),
        *actor_pages(frame),
        *person_pages(frame),
        *statement_pages(frame),
        *outlet_pages(frame),
        timeline_page(frame),
        about_page(frame, written.get("about")),
        corrections_page(frame),
        index_page(frame),
        *editors_pages(frame),
        not_found_page(frame),
    )
    paths = tuple(p.path for p in pages)
    assets = (*data_files(frame), *feed_files(frame, paths), *redirects_file(frame))
    return Site((*pages, *moved_pages(frame)), assets)
