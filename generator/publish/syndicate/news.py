"""What is new, for those who follow the site: reports, dated corrections and notes, as Atom and JSON Feed.

No clock is read: a feed is as new as its newest item. Atom asks every entry for a day, so undated
reports stand in the JSON Feed alone, which does not.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from markupsafe import Markup

from generator.publish.address import urls
from generator.publish.compose.notes_page import noted
from generator.publish.phrase import phrases
from generator.publish.phrase.tongue import bare, joined, turned
from generator.publish.weave.marks import attribute, escape
from generator.publish.weave.passages import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Actor
    from generator.publish.compose.notes_page import Noted
    from generator.publish.show.changes import Entry
    from generator.publish.show.frame import Frame
    from generator.publish.tally.statements import Statement

NEWEST = 50  # items in a feed
_EPOCH = "1970-01-01T00:00:00Z"  # of a feed in which nothing is dated: Atom asks for a day
_DAY = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new; ``published`` and ``updated`` are as RFC 3339 has them, "" where not stated.

    ``language`` is that of the title, ``summary_language`` of the summary, "" where that of the site; what
    has words of several languages is HTML.
    """

    id: str
    address: str
    title: str
    published: str
    updated: str
    summary: str
    outlet: str = ""
    origin: str = ""
    actors: tuple[tuple[str, str], ...] = ()  # id and name
    language: str = ""
    summary_language: str = ""


def atom(frame: Frame, base: str) -> bytes:
    """Return reports and corrections as Atom."""
    dated = [i for i in _newest(frame, base) if i.published][:NEWEST]
    return _atom(frame, (_site(frame), base, urls.ATOM), dated).encode()


def corrections_atom(frame: Frame, base: str) -> bytes:
    """Return the dated corrections alone as Atom."""
    title = phrases.pair(frame.tongue, _site(frame), frame.tongue.say("nav.corrections"))
    items = [_correction(frame, base, e) for e in frame.changes.dated][:NEWEST]
    page = urls.canonical(base, urls.CORRECTIONS)
    return _atom(frame, (title, page, urls.CORRECTIONS_ATOM), items, base).encode()


def notes_atom(frame: Frame, base: str) -> bytes:
    """Return the desk's dated notes alone as Atom."""
    title = phrases.pair(frame.tongue, _site(frame), frame.tongue.say("nav.notes"))
    items = [_note(frame, base, n) for n in noted(frame) if n.note.day.iso][:NEWEST]
    return _atom(frame, (title, urls.canonical(base, urls.NOTES), urls.NOTES_ATOM), items, base).encode()


def actor_atom(frame: Frame, base: str, actor: Actor) -> bytes:
    """Return the newest statements of an actor as Atom."""
    said = (_statement(frame, base, s) for s in frame.gathered.actors.said.get(actor.id, ()))
    items = [item for item in said if item.published][:NEWEST]
    page = urls.canonical(base, urls.actor(actor.id))
    named = (phrases.pair(frame.tongue, _site(frame), actor.name), page, urls.actor_feed(actor.id))
    return _atom(frame, named, items, base).encode()


def json_feed(frame: Frame, base: str) -> bytes:
    """Return reports, undated ones last, and corrections as JSON Feed."""
    settings = frame.ledger.settings
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": base,
        "feed_url": base + urls.JSON_FEED,
        "language": frame.tongue.tag,
        "items": [_row(item, frame.tongue.tag) for item in _newest(frame, base)[:NEWEST]],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _site(frame: Frame) -> str:
    return frame.tongue.spoken(frame.ledger.settings.title, frame.ledger.settings.language)


def _newest(frame: Frame, base: str) -> list[Item]:
    items = [_report(frame, base, a) for a in frame.ledger.corpus.articles]
    items += [_correction(frame, base, e) for e in frame.changes.dated]
    stated = [i for i in items if i.published]
    return [
        *sorted(stated, key=lambda i: _instant(i.published), reverse=True),
        *(i for i in items if not i.published),
    ]


def _report(frame: Frame, base: str, article: Article) -> Item:
    ledger = frame.ledger
    address = urls.canonical(base, urls.article(article.id))
    zone = ledger.settings.timezone
    published = moment(article.front.published, zone)
    corrected = moment(frame.changes.since(urls.article(article.id)), zone)
    return Item(
        id=address,
        address=address,
        title=ledger.title(article)[0],
        language=ledger.title_language(article),
        summary_language=ledger.language(article),
        published=published,
        updated=max(filter(None, (published, corrected)), key=_instant, default=""),
        summary=article.front.dek or "",
        outlet=ledger.outlet_name(article),
        origin=urls.external(article.front.url),
        actors=tuple((a, ledger.actors[a].name) for a in ledger.actors_in[article.id]),
    )


def _statement(frame: Frame, base: str, statement: Statement) -> Item:
    ledger = frame.ledger
    path = urls.statement(statement.cluster.id)
    address = urls.canonical(base, path)
    zone = ledger.settings.timezone
    saying = statement.saying
    published, corrected = moment(saying.first or saying.day, zone), moment(frame.changes.since(path), zone)
    speaker = frame.cards(path).of(statement).name
    tongue = frame.tongue.quoting(ledger.language(statement.members[0].article))
    when = [phrases.when(tongue, tongue.day(saying.day), told=True)] if saying.told else []
    told = [*when, statement.reported]
    return Item(
        id=address,
        address=address,
        title=phrases.pair(tongue, speaker, tongue.quoted(statement.words)),
        published=published,
        updated=max(filter(None, (published, corrected)), key=_instant, default=""),
        summary=phrases.pair(tongue, tongue.row(told), tongue.listed(statement.outlets)),
    )


def _correction(frame: Frame, base: str, entry: Entry) -> Item:
    ledger, settings = frame.ledger, frame.ledger.settings
    site = urls.site_address(base)
    when = moment(entry.date, settings.timezone)
    tongue = frame.tongue.quoting(ledger.language(entry.article))
    told = phrases.with_reason(entry.change, tongue.spoken(tongue.capital(entry.why), settings.language))
    title = tongue.spoken(ledger.title(entry.article)[0], ledger.title_language(entry.article))
    return Item(
        id=site + urls.address("", urls.folder(urls.CORRECTIONS), entry.id),
        address=site + urls.address("", urls.folder(urls.article(entry.article.id)), entry.anchor),
        title=phrases.pair(tongue, tongue.say("corrected.correction"), title),
        published=when,
        updated=when,
        summary=joined(" ", (tongue.quoted(entry.words), told)) if entry.words else told,
        outlet=settings.title,
    )


def _note(frame: Frame, base: str, noted: Noted) -> Item:
    ledger, site, note = frame.ledger, urls.site_address(base), noted.note
    tongue = frame.tongue.quoting(ledger.language(noted.article))
    title = tongue.spoken(ledger.title(noted.article)[0], ledger.title_language(noted.article))
    when = moment(note.day.iso, frame.ledger.settings.timezone)
    words = tongue.spoken(plain(note.body_html), ledger.settings.language)
    return Item(
        id=site + urls.address("", urls.folder(urls.NOTES), note.id),
        address=site + urls.address("", urls.folder(urls.article(noted.article.id)), noted.anchor),
        title=phrases.pair(tongue, note.label, title),
        published=when,
        updated=when,
        summary=phrases.pair(tongue, tongue.quoted(note.quoted), words) if note.quoted else words,
        outlet=note.by,
    )


def _atom(frame: Frame, named: tuple[str, str, str], items: Sequence[Item], base: str = "") -> str:
    """Write a feed; ``named`` are its title, the page that it tells of, and its own path."""
    title, page, path = named
    tag = frame.tongue.tag
    updated = max((i.updated for i in items), default=_EPOCH, key=_instant)
    own = (base or page) + path
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_quoted(tag)}">',
        _text("title", title),
        f"<id>{text_of(page)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{text_of(frame.ledger.settings.title)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{_quoted(page)}"/>',
        f'<link rel="self" type="application/atom+xml" href="{_quoted(own)}"/>',
        *(line for item in items for line in _entry(item, tag)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _text(name: str, words: str, told: Mapping[str, str] | None = None) -> str:
    """Write an element of text; where words of several languages are in it, that is HTML."""
    kind = ' type="html"' if isinstance(words, Markup) else ""
    language = f' xml:lang="{_quoted(told["lang"])}"' if told and not kind else ""
    return f"<{name}{language}{kind}>{text_of(str.__str__(words))}</{name}>"


def _entry(item: Item, tag: str) -> Iterator[str]:
    yield "<entry>"
    yield _text("title", item.title, turned(item.language, tag))
    yield f"<id>{text_of(item.id)}</id>"
    yield f'<link rel="alternate" type="text/html" href="{_quoted(item.address)}"/>'
    if item.origin:
        yield f'<link rel="via" href="{_quoted(item.origin)}"/>'
    yield f"<published>{item.published}</published>"
    yield f"<updated>{item.updated}</updated>"
    if item.outlet:
        yield f"<author><name>{text_of(item.outlet)}</name></author>"
    for actor, name in item.actors:
        yield f'<category term="{_quoted(actor)}" label="{_quoted(name)}"/>'
    if item.summary:
        yield _text("summary", item.summary, turned(item.summary_language, tag))
    yield "</entry>"


def _row(item: Item, tag: str) -> dict[str, Any]:
    row: dict[str, Any] = {"id": item.id, "url": item.address, "title": bare(item.title)}
    content = item.summary or item.title
    row["content_html" if isinstance(content, Markup) else "content_text"] = str.__str__(content)
    if told := turned(item.summary_language if item.summary else item.language, tag):
        row["language"] = told["lang"]
    if item.origin:
        row["external_url"] = item.origin
    if item.published:
        row["date_published"] = item.published
    if item.updated != item.published:
        row["date_modified"] = item.updated
    if item.outlet:
        row["authors"] = [{"name": item.outlet}]
    if item.actors:
        row["tags"] = [name for _, name in item.actors]
    return row


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


def text_of(words: str) -> str:
    """Escape words for the text of an element of XML."""
    return escape(_clean(words)).replace("&nbsp;", " ")


def _quoted(words: str) -> str:
    return attribute(_clean(words)).replace("&nbsp;", " ")
