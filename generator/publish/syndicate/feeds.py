"""The files that are no pages: feeds, sitemap, and what the host is told by robots.txt and _headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.site import Asset
from generator.publish.address import urls
from generator.publish.address.hosting import headers
from generator.publish.compose.notes_page import noted
from generator.publish.syndicate.guide import guide
from generator.publish.syndicate.news import (
    actor_atom,
    atom,
    corrections_atom,
    json_feed,
    notes_atom,
    text_of,
)
from generator.publish.tally.gather import newest_on
from generator.publish.weave.asides import has_public_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.publish.show.frame import Frame

_UNKNOWN = "https://briefing.invalid/"  # RFC 2606: ids need an address though the site has none yet


def feed_files(frame: Frame, paths: Sequence[str]) -> tuple[Asset, ...]:
    """Return feeds and sitemap, for pages at ``paths``, and the files that speak to the host.

    A sitemap has whole addresses and nothing else, so there is none where the site's own is not known.
    """
    ledger = frame.ledger
    site = urls.site_address(ledger.settings.base_url)
    base = site or _UNKNOWN
    robots = "User-agent: *\nAllow: /\n" + (f"\nSitemap: {site}{urls.SITEMAP}\n" if site else "")
    return (
        Asset(urls.ATOM, atom(frame, base)),
        Asset(urls.CORRECTIONS_ATOM, corrections_atom(frame, base)),
        *((Asset(urls.NOTES_ATOM, notes_atom(frame, base)),) if has_public_notes(ledger.corpus) else ()),
        *(Asset(urls.actor_feed(a.id), actor_atom(frame, base, a)) for a in ledger.corpus.actors),
        Asset(urls.JSON_FEED, json_feed(frame, base)),
        *((Asset(urls.SITEMAP, _sitemap(frame, site, paths).encode()),) if site else ()),
        Asset("robots.txt", robots.encode()),
        Asset("llms.txt", guide(frame, site).encode()),
        Asset("_headers", headers({}).encode()),
    )


def _sitemap(frame: Frame, site: str, paths: Iterable[str]) -> str:
    stated = _stated(frame)
    rows = []
    for path in sorted(paths):
        if path == urls.NOT_FOUND:
            continue
        day = max(stated.get(path, ""), frame.changes.since(path))
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        rows.append(f"<url><loc>{text_of(urls.canonical(site, path))}</loc>{changed}</url>\n")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + "".join(rows) + "</urlset>\n"
    )


def _stated(frame: Frame) -> dict[str, str]:
    """Return by path the day of the newest report, or note, of which a page shows something."""
    ledger, gathered = frame.ledger, frame.gathered
    newest = max(ledger.days.values(), default="")
    whole = (urls.FRONT, urls.TIMELINE, urls.SEARCH, urls.DOSSIER, urls.ABOUT)
    stated = dict.fromkeys(whole, newest)
    stated |= {urls.article(a.id): ledger.days[a.id] for a in ledger.corpus.articles}
    stated |= {urls.day_page(day): newest_on(ledger, gathered, day) for day in ledger.calendar}
    for statement in ledger.statements:
        stated[urls.statement(statement.cluster.id)] = max(
            ledger.days[m.article.id] for m in statement.members
        )
    for own, path in (
        (gathered.actors, urls.actor),
        (gathered.actors, urls.actor_dossier),
        (gathered.people, urls.person),
        (gathered.outlets, urls.outlet),
    ):
        for key, reports in own.reports.items():
            stated[path(key)] = max(ledger.days[a.id] for a in reports)
    stated[urls.NOTES] = max((n.note.day.iso for n in noted(frame)), default="")
    return stated
