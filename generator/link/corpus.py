"""Join articles and what the desk wrote into one corpus: the only place where articles meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.engine.memory import once, settled
from generator.knowledge.places import actor_kind, actor_name
from generator.link.former import former_ids
from generator.link.holders import holders_of
from generator.link.identity import apply_all, identify
from generator.link.incumbents import with_incumbents
from generator.link.naming import desk_names, with_desk_names
from generator.link.nobodies import nobodies, without_nobodies
from generator.link.outlets import outlet_of, outlets_by_name
from generator.link.variants import clusters
from generator.model.corpus import Actor, Corpus, Outlet
from generator.model.moments import appeared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Desk, Note, Person
    from generator.model.settings import Settings


def link(articles: Sequence[Article], desk: Desk, settings: Settings, notes: Sequence[Note] = ()) -> Corpus:
    """Return the corpus; the order of ``articles`` changes nothing."""
    outlets = settled("outlets", outlets_by_name(settings.outlets, [a.front.outlet for a in articles]))
    named = [once(_with_outlet, a, outlets) for a in sorted(articles, key=lambda a: a.id)]
    known = settled("names", desk_names(desk))
    named = [once(with_desk_names, a, known) for a in named] if known else named
    who = identify(named, desk)
    joined = apply_all(named, who)
    none = settled("nobodies", nobodies(joined, who.people, desk))
    holders = settled("holders", holders_of(desk, who.people))
    joined = [once(with_incumbents, once(without_nobodies, a, none), holders) for a in joined]
    by_day = sorted(joined, key=lambda a: a.id)
    by_day.sort(key=lambda a: appeared(a.front.published, settings.timezone)[1:], reverse=True)
    met = _met(who.people, joined, desk)
    made = clusters(joined, desk.verdicts)
    return Corpus(
        articles=tuple(by_day),
        people=met,
        actors=_actors(joined, who.people, desk, settings),
        outlets=tuple(sorted(_used(outlets, joined, settings), key=lambda o: o.id)),
        clusters=made,
        notes=tuple(notes),
        pages=desk.pages,
        hidden=desk.hidden,
        drafts=desk.drafts,
        moved=former_ids({"found": named, "joined": joined}, met, made, desk.verdicts),
    )


def _with_outlet(article: Article, outlets: Mapping[str, Outlet]) -> Article:
    """Give an article its outlet's one name."""
    front = article.front
    found = outlet_of(front.outlet, front.url, outlets)
    if found is None or found.name == front.outlet:
        return article
    return replace(article, front=replace(front, outlet=found.name))


def _used(outlets: Mapping[str, Outlet], articles: Sequence[Article], settings: Settings) -> set[Outlet]:
    names = {a.front.outlet for a in articles}
    return {o for o in outlets.values() if o.name in names} | set(settings.outlets)


def _met(people: Sequence[Person], articles: Sequence[Article], desk: Desk) -> tuple[Person, ...]:
    """Return the people of the articles, and those whom the desk gave a file of their own."""
    met = {m.person for a in articles for m in a.mentions}
    met |= {q.speaker.person for a in articles for q in a.quotes if q.speaker}
    own = {p.id for p in desk.people} | {p.id for a in desk.actors for p in a.people}
    return tuple(p for p in people if p.id in met or p.id in own)


def _actors(
    articles: Sequence[Article], people: Sequence[Person], desk: Desk, settings: Settings
) -> tuple[Actor, ...]:
    """Return the actors: those that lead as site.yaml has them, then by how much they say and are named."""
    said = Counter(q.speaker.actor for a in articles for q in a.quotes if q.speaker and q.speaker.actor)
    named = Counter(m.actor for a in articles for m in a.mentions if m.actor)
    own = {a.id: a for a in desk.actors}
    ids = [*settings.actors, *own, *said, *named, *(p.actor for p in people if p.actor)]
    made = {i: own.get(i) or _actor(i) for i in dict.fromkeys(ids)}
    rank = {ident: n for n, ident in enumerate(settings.actors)}
    known = [a for a in made.values() if a is not None]
    return tuple(sorted(known, key=lambda a: (rank.get(a.id, len(rank)), -said[a.id], -named[a.id], a.id)))


def _actor(ident: str) -> Actor | None:
    name = actor_name(ident)
    return Actor(ident, name, actor_kind(ident) or "organisation") if name else None
