"""People who are none, or of whom no more than a given name is told: nobody gets a page who is nobody.

What is taken for a surname in one report may be a place ("in Harwell", "the Fens"), which all reports show
together. And the Roy of one report, somebody's brother, is not the Roy of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.knowledge.places import names
from generator.knowledge.tables import rows, table
from generator.model.article import READ
from generator.model.findings import Kind
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Desk, Person
    from generator.model.findings import Mention, Quote, Speaker

_WHERE = frozenset(("in", "near", "outside", "inside", "around", "across", "the"))  # before no surname
_WHENCE = frozenset(("from", "to", "of", "at", "and", "or", "into", "through", "over", "between", "towards"))
_WORD = re.compile(r"[^\W_]+$")


@dataclass(frozen=True, slots=True)
class Nobodies:
    """Ids of people who are places, and of those whose one word is a given name, or an actor's."""

    places: frozenset[str]
    given: frozenset[str]


def nobodies(articles: Iterable[Article], people: Iterable[Person], desk: Desk) -> Nobodies:
    """Return who is nobody, of those whom neither the desk nor a report tells more of than a single word."""
    own = {p.id for p in desk.people} | {p.id for a in desk.actors for p in a.people}
    doubtful = {p.id: p for p in people if p.id not in own and _is_bare(p)}
    met: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for ident in once(_people, article):
            if ident in doubtful:
                met[ident].append(article)
    judged = {_said_by_editor(a, i) for i, of in met.items() for a in of}
    left = {i: of for i, of in met.items() if i not in judged}
    given = {i for i in left if doubtful[i].offices or _is_other(doubtful[i].name)}
    places = {i for i, of in left.items() if not doubtful[i].offices and _is_place(doubtful[i].name, of)}
    return Nobodies(frozenset(places), frozenset(given - places))


def _is_bare(person: Person) -> bool:
    """Tell whether no more is told of somebody than one word, or that it is somebody's brother."""
    roles = {office.role.lower() for office in person.offices}
    return not (person.actor or " " in person.name or person.aliases or roles - _relatives())


@cache
def _relatives() -> frozenset[str]:
    return frozenset(form for row in table("nouns") if row.noun == "relative" for form in row.forms)


def _is_other(name: str) -> bool:
    """Tell whether a word by itself is a given name, or the name of an actor."""
    return bare(name) in _given_names() or name in names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(bare(name) for _, _, given in rows("givennames") for name in given.split())


def _people(article: Article) -> tuple[str, ...]:
    found = {m.person for m in article.mentions} | {q.speaker.person for q in article.quotes if q.speaker}
    return tuple(sorted(ident for ident in found if ident))


def _said_by_editor(article: Article, ident: str) -> str | None:
    """Return the id where an editor says that somebody speaks."""
    speakers = (q.speaker for q in article.quotes if q.speaker and q.speaker.person == ident)
    return ident if any(s.rule == "editor" for s in speakers) else None


def _is_place(name: str, articles: Sequence[Article]) -> bool:
    """Tell whether a name is a region's, or stands behind a word for where or whence only, once for where."""
    if name in _regions():
        return True
    before = {word for article in articles for word in once(_before, article, name)}
    return bool(before & _WHERE) and before <= _WHERE | _WHENCE


@cache
def _regions() -> frozenset[str]:
    return frozenset(form for (form,) in rows("regions"))


def _before(article: Article, name: str) -> frozenset[str]:
    """Return the words before a name in what is read of an article, "" where another sign stands there."""
    found = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    words = set()
    for block in article.blocks if name else ():
        if block.role in READ:
            text = block.span.of(article.text)
            heads = (text[max(0, m.start() - 20) : m.start()].rstrip(" ") for m in found.finditer(text))
            words |= {m[0].lower() if (m := _WORD.search(head)) else "" for head in heads}
    return frozenset(words)


def without_nobodies(article: Article, none: Nobodies) -> Article:
    """Return an article in which nobody of them is a person; whose words a place had taken is not known."""
    if not {*once(_people, article)} & (none.places | none.given):
        return article
    quotes = tuple(_quote(q, none) for q in article.quotes)
    return replace(article, quotes=quotes, mentions=tuple(_mention(m, none) for m in article.mentions))


def _quote(quote: Quote, none: Nobodies) -> Quote:
    return replace(quote, speaker=_speaker(quote.speaker, none), found=_speaker(quote.found, none))


def _speaker(s: Speaker | None, none: Nobodies) -> Speaker | None:
    if s is None or s.person in none.places:
        return None
    return replace(s, person=None) if s.person in none.given else s


def _mention(m: Mention, none: Nobodies) -> Mention:
    if m.person in none.places:
        return replace(m, kind=Kind.PLACE, person=None)
    return replace(m, person=None) if m.person in none.given else m
