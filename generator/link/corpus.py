"""Join articles and what the desk wrote into one corpus: the only place where articles meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from generator.knowledge.places import actor_kind, actor_name
from generator.link.identity import Identities, apply, desk_forms, identify
from generator.link.variants import clusters
from generator.model.article import READ, Article
from generator.model.corpus import Actor, Corpus, Desk, Note, Outlet, Person
from generator.model.findings import Kind, Mention
from generator.model.settings import Settings
from generator.model.text import Span, bare, slug

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][^\W_]*")
Forms = Mapping[str, list[tuple[tuple[str, ...], str]]]


def link(articles: Sequence[Article], desk: Desk, settings: Settings, notes: Sequence[Note] = ()) -> Corpus:
    """Return the corpus; the order of ``articles`` changes nothing."""
    outlets = _outlets(articles, settings)
    named = [_with_outlet(a, outlets) for a in sorted(articles, key=lambda a: a.id)]
    forms = {k: v for k, v in desk_forms(desk.actors).items() if any(actor_name(i) is None for _, i in v)}
    named = [_with_desk_actors(a, forms) for a in named] if forms else named
    who = identify(named, desk)
    people = {p.id: p for p in who.people}
    joined = [apply(a, who, people) for a in named]
    by_day = sorted(joined, key=lambda a: a.id)
    by_day.sort(key=lambda a: a.front.published or "", reverse=True)
    return Corpus(
        articles=tuple(by_day),
        people=_met(who, joined, desk),
        actors=_actors(joined, who.people, desk, settings),
        outlets=tuple(sorted(_used(outlets, joined, settings), key=lambda o: o.id)),
        clusters=clusters(joined),
        notes=tuple(notes),
        pages=desk.pages,
    )


def _with_desk_actors(article: Article, forms: Forms) -> Article:
    """Add the mentions of actors that only the desk knows."""
    taken = [m.span for m in article.mentions if m.actor]
    found: list[Mention] = []
    for block in article.blocks:
        if block.role not in READ:
            continue
        for m in _CAPITAL.finditer(article.text, block.span.start, block.span.end):
            for parts, actor in forms.get(m.group(), ()):
                span = Span(m.start(), m.start() + len(" ".join(parts)))
                if span.of(article.text) == " ".join(parts) and not any(span.shared(t) for t in taken):
                    found.append(Mention(span, " ".join(parts), Kind.ACTOR, None, actor))
                    break
    if not found:
        return article
    return replace(article, mentions=tuple(sorted((*article.mentions, *found), key=lambda m: (m.span, m.name))))


def _outlets(articles: Iterable[Article], settings: Settings) -> dict[str, Outlet]:
    """Return the outlets by every folded name and domain they go by."""
    known: dict[str, Outlet] = {}
    for outlet in settings.outlets:
        for key in (outlet.name, *outlet.aliases, *outlet.domains):
            known.setdefault(bare(key), outlet)
    names = Counter(a.front.outlet for a in articles if a.front.outlet)
    for name in sorted(names):
        if bare(name) not in known and slug(name):
            same = next((o for o in known.values() if o.id == slug(name)), None)
            known[bare(name)] = same or Outlet(slug(name), name)
    return known


def _with_outlet(article: Article, outlets: Mapping[str, Outlet]) -> Article:
    """Give an article its outlet's one name: by the name it states, else by its address."""
    front = article.front
    found = outlets.get(bare(front.outlet)) if front.outlet else None
    if found is None and not front.outlet and front.url:
        host = (urlsplit(front.url).hostname or "").removeprefix("www.")
        found = outlets.get(host) or next((o for k, o in outlets.items() if "." in k and host.endswith("." + k)), None)
    if found is None or found.name == front.outlet:
        return article
    return replace(article, front=replace(front, outlet=found.name))


def _used(outlets: Mapping[str, Outlet], articles: Sequence[Article], settings: Settings) -> set[Outlet]:
    names = {a.front.outlet for a in articles}
    return {o for o in outlets.values() if o.name in names} | set(settings.outlets)


def _met(who: Identities, articles: Sequence[Article], desk: Desk) -> tuple[Person, ...]:
    """Return the people of the articles, and those whom the desk gave a file of their own."""
    met = {m.person for a in articles for m in a.mentions} | {q.speaker.person for a in articles for q in a.quotes if q.speaker}
    own = {p.id for p in desk.people} | {p.id for a in desk.actors for p in a.people}
    return tuple(p for p in who.people if p.id in met or p.id in own)


def _actors(
    articles: Sequence[Article], people: Sequence[Person], desk: Desk, settings: Settings
) -> tuple[Actor, ...]:
    """Return the actors: those that lead in the order of site.yaml, then by how much they say and are named."""
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
