"""Names in articles -> people and actors of the whole affair: one name for one person.

What editors wrote of people and actors prevails; then the fullest name that the articles have. Two
people of one name stay two where the articles have them speak for different actors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.article import Article
from generator.model.corpus import Actor, Desk, Office, Person
from generator.model.findings import Mention, Quote, Speaker
from generator.model.text import bare, slug

_PARTICLES = ("al-", "el-", "al ", "el ")
Local = tuple[str, str]  # article id, person id within it


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person as one article has them."""

    article: str
    id: str
    name: str
    actor: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Identities:
    """Who everybody is: the people, and for each article's own id the person's."""

    people: tuple[Person, ...]
    of: Mapping[Local, str]
    actors: Mapping[str, str]  # folded names and aliases of the desk's actors -> id


def identify(articles: Sequence[Article], desk: Desk) -> Identities:
    """Return the people of all articles and the desk, sorted by id."""
    actors = {bare(form): a.id for a in desk.actors for form in (a.name, *a.aliases, *a.speaks_as)}
    seen = [s for s in _sightings(articles) if bare(s.name) not in actors]
    known = _known(desk)
    groups = _grouped(seen, known)
    people: dict[str, Person] = {p.id: p for p in known.people}
    of: dict[Local, str] = {}
    for ident, group in groups.items():
        people[ident] = _person(ident, group, people.get(ident))
        of.update({(s.article, s.id): ident for s in group})
    return Identities(tuple(people[k] for k in sorted(people)), of, actors)


def _sightings(articles: Sequence[Article]) -> Iterator[Sighting]:
    for article in articles:
        found: dict[str, Sighting] = {}
        for m in article.mentions:
            if m.person and m.person not in found:
                found[m.person] = Sighting(article.id, m.person, m.name, m.actor, m.role)
        for q in article.quotes:
            s = q.speaker
            if s and s.person and (s.person not in found or (s.actor and not found[s.person].actor)):
                role = found[s.person].role if s.person in found else None
                found[s.person] = Sighting(article.id, s.person, s.name, s.actor, role)
        yield from found.values()


@dataclass(frozen=True, slots=True)
class _Known:
    """The desk's people, by the keys of their names and aliases."""

    people: tuple[Person, ...]
    by_key: Mapping[tuple[str, ...], tuple[str, ...]]


def _known(desk: Desk) -> _Known:
    people: dict[str, Person] = {}
    for person in [*(p for a in desk.actors for p in a.people), *desk.people]:
        had = people.get(person.id)
        people[person.id] = person if had is None else _both(had, person)
    by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person in people.values():
        for name in (person.name, *person.aliases):
            by_key[_key(name)].add(person.id)
    return _Known(tuple(people.values()), {k: tuple(sorted(v)) for k, v in by_key.items()})


def _both(row: Person, own: Person) -> Person:
    """Join what an actor's file and the person's own file say; the own file prevails."""
    return replace(
        own,
        aliases=tuple(dict.fromkeys((*own.aliases, *row.aliases))),
        actor=own.actor or row.actor,
        offices=own.offices or row.offices,
        location=own.location or row.location,
    )


def _key(name: str) -> tuple[str, ...]:
    """Fold a name to the words that are compared: no marks, no Arabic article, no initials' stops."""
    folded = bare(name).replace(".", " ")
    return tuple(_stripped(word) for word in folded.replace("’", "'").split())


def _stripped(word: str) -> str:
    return next((word[len(p) :] for p in _PARTICLES if word.startswith(p)), word)


def _grouped(seen: Sequence[Sighting], known: _Known) -> dict[str, list[Sighting]]:
    """Group the sightings of one person under an id."""
    by_key: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    for s in seen:
        by_key[_key(s.name)].append(s)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    lasts = _by_last(by_key, known)
    for key in sorted(by_key):
        target = known.by_key.get(key) or _full(key, by_key[key], lasts, known)
        for s in by_key[key]:
            groups[_choose(s, target, known) or _own(s, by_key[key])].append(s)
    return dict(groups)


def _by_last(keys: Iterable[tuple[str, ...]], known: _Known) -> dict[str, set[tuple[str, ...]]]:
    """Return the full names by their last word."""
    lasts: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in [*keys, *known.by_key]:
        if len(key) > 1:
            lasts[key[-1]].add(key)
    return lasts


def _full(
    key: tuple[str, ...], group: Sequence[Sighting], lasts: Mapping[str, set[tuple[str, ...]]], known: _Known
) -> tuple[str, ...]:
    """Return the ids that a bare family name may stand for; none where several full names fit."""
    if len(key) != 1:
        return ()
    fits = sorted(lasts.get(key[0], ()))
    people = {p for k in fits for p in known.by_key.get(k, (slug(" ".join(k)),))}
    return tuple(people) if len(people) == 1 and group else ()


def _choose(s: Sighting, target: tuple[str, ...], known: _Known) -> str | None:
    """Take the one person a name may stand for, if the actor does not speak against it."""
    if not target:
        return None
    if len(target) == 1:
        return target[0]
    actors = {p.id: p.actor for p in known.people}
    fits = [t for t in target if s.actor and actors.get(t) == s.actor]
    return fits[0] if len(fits) == 1 else None


def _own(s: Sighting, group: Sequence[Sighting]) -> str:
    """Make the id of somebody the desk does not know; a namesake of another actor gets the actor added."""
    counted = Counter(x.actor for x in group if x.actor)
    names = Counter(x.name for x in group)
    ident = slug(min(names, key=lambda n: (-names[n], n))) or s.id
    main = min(counted, key=lambda a: (-counted[a], a)) if counted else None
    return f"{ident}-{s.actor}" if s.actor and s.actor != main else ident


def _person(ident: str, group: Sequence[Sighting], desk: Person | None) -> Person:
    names = Counter(s.name for s in group)
    actors = Counter(s.actor for s in group if s.actor)
    roles = Counter(s.role for s in group if s.role)
    actor = min(actors, key=lambda a: (-actors[a], a)) if actors else None
    offices = (Office(min(roles, key=lambda r: (-roles[r], r))),) if roles else ()
    if desk is None:
        name = min(names, key=lambda n: (-len(n.split()), -names[n], n))
        aliases = tuple(sorted(n for n in names if n != name))
        return Person(ident, name, aliases, actor, offices)
    aliases = tuple(dict.fromkeys((*desk.aliases, *sorted(n for n in names if n != desk.name))))
    return replace(desk, aliases=aliases, actor=desk.actor or actor, offices=desk.offices or offices)


def apply(article: Article, who: Identities, people: Mapping[str, Person]) -> Article:
    """Return the article with everybody under the name and the id they have across the affair."""
    quotes = tuple(_quote(q, article.id, who, people) for q in article.quotes)
    mentions = tuple(_mention(m, article.id, who, people) for m in article.mentions)
    if quotes == article.quotes and mentions == article.mentions:
        return article
    return replace(article, quotes=quotes, mentions=mentions)


def _quote(quote: Quote, article: str, who: Identities, people: Mapping[str, Person]) -> Quote:
    speaker = quote.speaker and _speaker(quote.speaker, article, who, people)
    return quote if speaker == quote.speaker else replace(quote, speaker=speaker)


def _speaker(s: Speaker, article: str, who: Identities, people: Mapping[str, Person]) -> Speaker:
    if (actor := who.actors.get(bare(s.name))) and (s.person is None or (article, s.person) not in who.of):
        return replace(s, person=None, actor=actor)
    ident = who.of.get((article, s.person)) if s.person else None
    if ident is None or ident not in people:
        return s
    person = people[ident]
    if s.rule == "editor" and s.actor:
        return replace(s, name=person.name, person=ident)
    return replace(s, name=person.name, person=ident, actor=person.actor or s.actor)


def _mention(m: Mention, article: str, who: Identities, people: Mapping[str, Person]) -> Mention:
    ident = who.of.get((article, m.person)) if m.person else None
    if ident is None or ident not in people:
        return m
    return replace(m, name=people[ident].name, person=ident, actor=people[ident].actor or m.actor)


def desk_forms(actors: Sequence[Actor]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Index the names of the desk's actors by their first word, longest first."""
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for actor in actors:
        for form in (actor.name, *actor.aliases):
            parts = tuple(form.split())
            forms[parts[0]].append((parts, actor.id))
    return {first: sorted(found, key=lambda f: (-len(f[0]), f[1])) for first, found in forms.items()}
