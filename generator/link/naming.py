"""Mentions of actors and people whom the desk knows and the reading of a report alone does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.knowledge.places import actor_name
from generator.link.offices import is_office
from generator.model.article import READ
from generator.model.findings import Kind, Mention
from generator.model.text import Span, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article
    from generator.model.corpus import Desk

# Behind a person's name no other: "Ada Berg Jr", "the Ada Berg Foundation" are not Ada Berg.
_ENDS = r"(?!\w)(?![^\S\n]+[^\W\d_a-z])"


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the desk's as one pattern each; ``of`` are the actors' ids by name."""

    actors: re.Pattern[str] | None
    of: Mapping[str, str]
    people: re.Pattern[str] | None


def desk_names(desk: Desk) -> Names | None:
    """Return the names of actors that only the desk knows, and the full names of its people."""
    named = [a for a in desk.actors if actor_name(a.id) is None]
    of = {" ".join(name.split()): a.id for a in reversed(named) for name in (*a.aliases, a.name)}
    people = {" ".join(name.split()) for name in _full_names(desk)} - of.keys()
    actors, persons = (
        _either((n for n in of if any(c.isupper() for c in n)), r"(?!\w)"),
        _either(people, _ENDS),
    )
    return Names(actors, of, persons) if actors or persons else None


def _full_names(desk: Desk) -> Iterator[str]:
    """Yield names that are nobody else's: of a given and a family name, no office among them."""
    for person in (*desk.people, *(p for a in desk.actors for p in a.people)):
        for name in (person.name, *person.aliases):
            words = name.split()
            if (
                len(words) > 1
                and words[0][0].isupper()
                and words[-1][0].isupper()
                and not is_office(words[-1])
            ):
                yield name


def _either(names: Iterable[str], ends: str) -> re.Pattern[str] | None:
    forms = sorted(names, key=lambda n: (-len(n), n))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in forms)
    return re.compile(rf"(?<!\w)(?:{either}){ends}") if forms else None


def with_desk_names(article: Article, names: Names) -> Article:
    """Add the mentions of the desk's actors and people that the reading did not find."""
    found = [
        *_found(article, names.actors, [m.span for m in article.mentions if m.actor]),
        *_found(article, names.people, [m.span for m in article.mentions if m.person]),
    ]
    added = [_mention(span, " ".join(span.of(article.text).split()), names) for span in found]
    if not added:
        return article
    mentions = sorted((*article.mentions, *added), key=lambda m: (m.span, m.name))
    return replace(article, mentions=tuple(mentions))


def _mention(span: Span, name: str, names: Names) -> Mention:
    if actor := names.of.get(name):
        return Mention(span, name, Kind.ACTOR, None, actor)
    return Mention(span, name, Kind.PERSON, slug(name))


def _found(article: Article, pattern: re.Pattern[str] | None, taken: Iterable[Span]) -> Iterator[Span]:
    spans = list(taken)
    for block in article.blocks if pattern else ():
        if pattern and block.role in READ:
            for m in pattern.finditer(article.text, block.span.start, block.span.end):
                if not any(Span(*m.span()).shared(t) for t in spans):
                    yield Span(*m.span())
