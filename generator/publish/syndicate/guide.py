"""llms.txt: what the briefing holds and where, for programs that read it for somebody (llmstxt.org).

Markdown with whole addresses, where that of the site is known. It tells what the pages tell, and asks that
words be given to those who said and to those who reported them.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from generator.publish.address import urls
from generator.publish.compose.desk_pages import SPECIAL
from generator.publish.compose.dossier_page import actor_pdf, has_dossier, pdf_of
from generator.publish.weave.asides import has_public_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.show.frame import Frame

DATA = ("articles", "quotes", "clusters", "actors", "people", "outlets", "dates")
_WIDE = 95  # letters of a line of text
Row = tuple[str, str, str]  # what it is called, its path, what is told of it


def guide(frame: Frame, base: str) -> str:
    """Return the guide to the site at ``base``; where that is "" its links count from the site's top."""
    return "\n".join(_lines(frame, base)) + "\n"


def _lines(frame: Frame, base: str) -> Iterator[str]:
    ledger, say = frame.ledger, frame.tongue.say
    corpus = ledger.corpus
    counts = ((len(corpus.articles), "report"), (len(ledger.statements), "statement"))
    yield f"# {_inline(ledger.settings.title)}"
    yield ""
    yield f"> {say('guide.says', counts=frame.tongue.counts(counts))}"
    yield ""
    yield from wrap(say("guide.marks"), _WIDE)
    reports = ((ledger.title(a)[0], urls.article(a.id), ledger.outlet_name(a)) for a in corpus.articles)
    sections = (
        ("dossier.kicker", _dossiers(frame)),
        ("heads.actors", _actors(frame)),
        ("heads.reports", reports),
        ("heads.days", _days(frame)),
        ("guide.more", _more(frame)),
        ("guide.data", _data(frame)),
    )
    for heading, rows in sections:
        yield from _section(say(heading), rows, base)


def _dossiers(frame: Frame) -> Iterator[Row]:
    """Yield the whole affair, then each actor, to be read on end; with its file where one is made."""
    title, say = frame.ledger.settings.title, frame.tongue.say
    heard = (actor for actor in frame.ledger.corpus.actors if has_dossier(frame, actor))
    made = (
        (title, urls.DOSSIER, say("dossier.how"), pdf_of(frame, urls.DOSSIER, title)),
        *((a.name, urls.actor_dossier(a.id), "", actor_pdf(frame, a)) for a in heard),
    )
    for name, path, gloss, file in made:
        yield say("dossier.title", name=name), path, gloss
        if file:
            yield frame.tongue.row((say("dossier.title", name=name), say("dossier.pdf"))), file, ""


def _actors(frame: Frame) -> Iterator[Row]:
    for actor in frame.ledger.corpus.actors:
        yield actor.name, urls.actor(actor.id), frame.tongue.named("kind", actor.kind)


def _days(frame: Frame) -> Iterator[Row]:
    said, reports = frame.gathered.days, frame.gathered.reports
    for iso in frame.ledger.calendar:
        counts = ((len(said.get(iso, ())), "statement"), (len(reports.get(iso, ())), "report"))
        yield frame.tongue.day(iso), urls.day_page(iso), frame.tongue.counts(counts)


def _more(frame: Frame) -> Iterator[Row]:
    say, corpus = frame.tongue.say, frame.ledger.corpus
    yield say("nav.timeline"), urls.TIMELINE, ""
    yield say("nav.index"), urls.SEARCH, ""
    yield say("nav.corrections"), urls.CORRECTIONS, say("corrections.says")
    if has_public_notes(corpus):
        yield say("nav.notes"), urls.NOTES, say("notes.about")
    yield say("nav.about"), urls.ABOUT, ""
    for written in corpus.pages:
        if written.id not in SPECIAL:
            yield written.title, urls.plain(written.id), ""


def _data(frame: Frame) -> Iterator[Row]:
    say = frame.tongue.say
    for kind in DATA:
        yield urls.data(kind), urls.data(kind), say(f"guide.{kind}")
    yield urls.ATOM, urls.ATOM, say("feed.reports")
    yield urls.JSON_FEED, urls.JSON_FEED, say("feed.json")
    yield urls.CORRECTIONS_ATOM, urls.CORRECTIONS_ATOM, say("feed.corrections")
    if has_public_notes(frame.ledger.corpus):
        yield urls.NOTES_ATOM, urls.NOTES_ATOM, say("feed.notes")


def _section(heading: str, rows: Iterable[Row], base: str) -> Iterator[str]:
    items = [_item(name, _address(base, path), gloss) for name, path, gloss in rows]
    if items:
        yield from ("", f"## {heading}", "", *items)


def _address(base: str, path: str) -> str:
    return urls.canonical(base, path) or urls.address("", path)


def _item(name: str, address: str, gloss: str) -> str:
    return f"- [{_inline(name)}]({address}){f': {_inline(gloss)}' if gloss else ''}"


def _inline(words: str) -> str:
    """Return words as they stand in a line of Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>&" else c for c in " ".join(words.split()))
