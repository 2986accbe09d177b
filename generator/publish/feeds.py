"""Atom, JSON Feed, sitemap, and what the host is told: robots.txt and _headers.

No clock is read: a feed is as new as its newest report. Atom asks every entry for a day, so undated
reports stand in the JSON Feed alone, which does not.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.model.site import Asset
from generator.publish import urls
from generator.publish.marks import attribute, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Article
    from generator.publish.frame import Frame
    from generator.publish.ledger import Ledger

NEWEST = 50  # reports in a feed
_EPOCH = "1970-01-01T00:00:00Z"  # of a feed in which nothing is dated: Atom asks for a day
_UNKNOWN = "https://briefing.invalid/"  # RFC 2606: ids need an address though the site has none yet
_DAY = 10

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-site"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), interest-cohort=(), microphone=(), payment=(), usb=()",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)


def feed_files(frame: Frame, paths: Sequence[str]) -> tuple[Asset, ...]:
    """Return feeds and sitemap, for pages at ``paths``, and the files that speak to the host."""
    ledger = frame.ledger
    base = urls.site_address(ledger.settings.base_url) or _UNKNOWN
    return (
        Asset(urls.ATOM, _atom(ledger, base).encode()),
        Asset(urls.JSON_FEED, _json_feed(ledger, base)),
        Asset(urls.SITEMAP, _sitemap(frame, base, paths).encode()),
        Asset("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}{urls.SITEMAP}\n".encode()),
        Asset("_headers", headers().encode()),
    )


def headers() -> str:
    """Return the headers of every page, in the form of a _headers file."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)


def _atom(ledger: Ledger, base: str) -> str:
    settings = ledger.settings
    dated = [(a, moment(a.front.published, settings.timezone)) for a in ledger.corpus.articles]
    entries = [(a, when) for a, when in dated if when][:NEWEST]
    updated = max((when for _, when in entries), default=_EPOCH, key=_instant)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_quoted(settings.language)}">',
        f"<title>{_text(settings.title)}</title>",
        f"<id>{_text(base)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(settings.title)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{_quoted(base)}"/>',
        f'<link rel="self" type="application/atom+xml" href="{_quoted(base + urls.ATOM)}"/>',
        *(line for article, when in entries for line in _entry(ledger, base, article, when)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(ledger: Ledger, base: str, article: Article, when: str) -> Iterator[str]:
    address = urls.canonical(base, urls.article(article.id))
    origin = urls.external(article.front.url)
    summary = summary_of(ledger, article)
    yield "<entry>"
    yield f"<title>{_text(ledger.title(article)[0])}</title>"
    yield f"<id>{_text(address)}</id>"
    yield f'<link rel="alternate" type="text/html" href="{_quoted(address)}"/>'
    if origin:
        yield f'<link rel="via" href="{_quoted(origin)}"/>'
    yield f"<published>{when}</published>"
    yield f"<updated>{when}</updated>"
    if outlet := ledger.outlet_name(article):
        yield f"<author><name>{_text(outlet)}</name></author>"
    for actor in ledger.actors_in[article.id]:
        yield f'<category term="{_quoted(actor)}" label="{_quoted(ledger.actors[actor].name)}"/>'
    if summary:
        yield f"<summary>{_text(summary)}</summary>"
    yield "</entry>"


def _json_feed(ledger: Ledger, base: str) -> bytes:
    items = [_item(ledger, base, a) for a in ledger.corpus.articles[:NEWEST]]
    settings = ledger.settings
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": base,
        "feed_url": base + urls.JSON_FEED,
        "language": settings.language,
        "items": items,
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(ledger: Ledger, base: str, article: Article) -> dict[str, Any]:
    address = urls.canonical(base, urls.article(article.id))
    outlet = ledger.outlet_name(article)
    title = ledger.title(article)[0]
    item: dict[str, Any] = {"id": address, "url": address, "title": title}
    item["content_text"] = summary_of(ledger, article) or title
    if origin := urls.external(article.front.url):
        item["external_url"] = origin
    if when := moment(article.front.published, ledger.settings.timezone):
        item["date_published"] = when
    if outlet:
        item["authors"] = [{"name": outlet}]
    if actors := ledger.actors_in[article.id]:
        item["tags"] = [ledger.actors[a].name for a in actors]
    return item


def summary_of(ledger: Ledger, article: Article) -> str:
    """Return the dek of a report, without what an editor hid; "" where it has none."""
    return ledger.withheld(article, article.front.dek or "")


def _sitemap(frame: Frame, base: str, paths: Iterable[str]) -> str:
    ledger = frame.ledger
    stated = {urls.article(a.id): ledger.days[a.id] for a in ledger.corpus.articles}
    for statement in ledger.statements:
        days = [ledger.days[m.article.id] for m in statement.members]
        stated[urls.statement(statement.cluster.id)] = max(days)
    newest = max(ledger.days.values(), default="")
    stated |= {urls.FRONT: newest, urls.TIMELINE: newest}
    rows = []
    for path in sorted(paths):
        if path == urls.NOT_FOUND:
            continue
        day = stated.get(path, "")
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        rows.append(f"<url><loc>{_text(urls.canonical(base, path))}</loc>{changed}</url>\n")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + "".join(rows) + "</urlset>\n"
    )


def moment(published: str | None, timezone: str) -> str:
    """Return a stated day or time in the form of RFC 3339, "" where none is stated.

    A day is its midnight, and a time without a zone stands, in the site's own zone.
    """
    if not published:
        return ""
    try:
        when = datetime.fromisoformat(published)
        if when.tzinfo is None:
            when = when.replace(tzinfo=ZoneInfo(timezone))
    except (ValueError, ZoneInfoNotFoundError):
        return f"{published}T00:00:00Z" if len(published) == _DAY else ""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _instant(when: str) -> datetime:
    return datetime.fromisoformat(when)


def _clean(words: str) -> str:
    # XML 1.0, section 2.2: control characters but tab and line ends may not stand at all.
    return "".join(c for c in words if (c >= " " and c not in "\x7f\ufffe\uffff") or c in "\t\n\r")


def _text(words: str) -> str:
    return escape(_clean(words)).replace("&nbsp;", " ")


def _quoted(words: str) -> str:
    return attribute(_clean(words)).replace("&nbsp;", " ")
