"""The whole briefing as JSON, for whoever wants to count; the forms are those of the handbook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.model.site import Asset
from generator.publish.address import urls
from generator.publish.weave.body import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.text import Span
    from generator.publish.show.frame import Frame
    from generator.publish.tally.gather import Belongings
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement

Row = dict[str, Any]


def data_files(frame: Frame) -> tuple[Asset, ...]:
    """Return the data files of the site."""
    ledger, gathered = frame.ledger, frame.gathered
    kinds = {
        "articles": _articles(ledger),
        "quotes": _quotes(ledger),
        "clusters": map(_cluster, sorted(ledger.statements, key=lambda s: s.cluster.id)),
        "actors": _actors(ledger, gathered.actors),
        "people": _people(ledger, gathered.people),
        "outlets": _outlets(ledger, gathered.outlets),
        "dates": _dates(ledger),
    }
    return tuple(Asset(urls.data(kind), as_json(rows)) for kind, rows in kinds.items())


def as_json(rows: Iterable[Row]) -> bytes:
    """Return a list as UTF-8 JSON, one row a line: quick to write, and a change shows as one line."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
    lines = ",\n".join(map(encode, rows))
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def _articles(ledger: Ledger) -> Iterator[Row]:
    for article in sorted(ledger.corpus.articles, key=lambda a: a.id):
        title, made = ledger.own_title(article)
        yield {
            "id": article.id,
            "title": None if made else title,
            "headline": article.front.headline,
            "dek": article.front.dek or None,
            "outlet": ledger.outlet_name(article) or None,
            "published": article.front.published,
            "url": article.front.url,
            "actors": ledger.actors_in[article.id],
            "people": ledger.people_in[article.id],
            "quotes": len(ledger.shown[article.id]),
        }


def _quotes(ledger: Ledger) -> Iterator[Row]:
    for key in sorted(ledger.quotes):
        shown = ledger.quotes[key]
        speaker = shown.quote.speaker
        statement = ledger.statement_of.get(key)
        yield {
            "id": key,
            "article": shown.article.id,
            "parts": _spans(_parts(shown)),
            "text": plain_words(shown.quote.text),
            "form": shown.quote.form,
            "speaker": speaker.name if speaker else None,
            "person": speaker.person if speaker else None,
            "actor": speaker.actor if speaker else None,
            "described": speaker.described if speaker and speaker.described else None,
            "said_on": shown.quote.said_on,
            "cluster": statement.cluster.id if statement else None,
            "hidden": False,
        }


def _parts(shown: Shown) -> tuple[Span, ...]:
    """Return the parts as `inspect` counts them: in the saved source where the article came from one."""
    return shown.quote.saved if shown.article.front.source else shown.quote.parts


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _cluster(statement: Statement) -> Row:
    cluster = statement.cluster
    return {
        "id": cluster.id,
        "speaker": cluster.speaker,
        "actor": cluster.actor,
        "canonical": plain_words(statement.members[0].quote.text),
        "independent": statement.independent,
        "said_on": statement.day if statement.saying.told else None,
        "said_otherwise": statement.saying.otherwise,
        "reported_on": statement.saying.first or None,
        "members": [
            {
                "quote": m.quote.id,
                "article": m.article.id,
                "outlet": m.article.front.outlet,
                "relation": m.relation,
            }
            for m in statement.members
        ],
    }


def _actors(ledger: Ledger, own: Belongings) -> Iterator[Row]:
    for actor in sorted(ledger.corpus.actors, key=lambda a: a.id):
        yield {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "aliases": actor.aliases,
            "speaks_as": actor.speaks_as,
            "people": sorted(p.id for p in ledger.corpus.people if p.actor == actor.id),
            "said": len(own.said.get(actor.id, ())),
            "said_of": len(own.said_of.get(actor.id, ())),
            "articles": sorted(a.id for a in own.reports.get(actor.id, ())),
        }


def _people(ledger: Ledger, own: Belongings) -> Iterator[Row]:
    for person in sorted(ledger.corpus.people, key=lambda p: p.id):
        yield {
            "id": person.id,
            "name": person.name,
            "aliases": person.aliases,
            "actor": person.actor,
            "offices": [{"role": o.role, "from": o.since, "to": o.until} for o in person.offices],
            "said": len(own.said.get(person.id, ())),
            "articles": sorted(a.id for a in own.reports.get(person.id, ())),
        }


def _outlets(ledger: Ledger, own: Belongings) -> Iterator[Row]:
    for outlet in sorted(ledger.corpus.outlets, key=lambda o: o.id):
        yield {
            "id": outlet.id,
            "name": outlet.name,
            "aliases": outlet.aliases,
            "domains": outlet.domains,
            "licence": outlet.licence,
            "statements": len(own.said.get(outlet.id, ())),
            "articles": sorted(a.id for a in own.reports.get(outlet.id, ())),
        }


def _dates(ledger: Ledger) -> Iterator[Row]:
    for article in sorted(ledger.corpus.articles, key=lambda a: a.id):
        for dated in article.dates:
            yield {
                "article": article.id,
                "start": dated.span.start,
                "end": dated.span.end,
                "text": dated.text,
                "day": dated.day,
            }
