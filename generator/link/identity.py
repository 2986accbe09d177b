"""Names in articles -> people and actors of the whole affair: one name for one person.

What editors wrote of people and actors prevails; then the fullest name that the articles have. Two
people of one name stay two where the articles have them speak for different actors.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.engine.memory import at_hand, once, settled
from generator.link.respelt import Head, respelt
from generator.model.corpus import Office, Person
from generator.model.text import bare, latin, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Desk
    from generator.model.findings import Mention, Quote, Speaker

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))  # father and son are two people
_DOUBLED = re.compile(r"([a-z])\1+")
_ARTICLES = ("al", "el")  # of Arabic names: "al-Shehri", "Al Shehri", "Shehri"
Local = tuple[str, str]  # article id, person id within it
Met = tuple[str, str, str, str | None]  # a person's id within an article, then id, name and actor
Key = tuple[str, ...]  # the folded words of a name


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
    seen = [s for article in articles for s in once(_sightings, article) if bare(s.name) not in actors]
    known = _known(desk)
    people: dict[str, Person] = {p.id: p for p in known.people}
    of: dict[Local, str] = {}
    for ident, group in _grouped(seen, known).items():
        people[ident] = _person(ident, group, people.get(ident))
        of.update({(s.article, s.id): ident for s in group})
    return Identities(tuple(people[k] for k in sorted(people)), of, actors)


def _sightings(article: Article) -> tuple[Sighting, ...]:
    found: dict[str, Sighting] = {}
    for m in article.mentions:
        if m.person and m.person not in found:
            found[m.person] = Sighting(article.id, m.person, m.name, m.actor, m.role)
    for q in article.quotes:
        s = q.speaker
        if s and s.person and (s.person not in found or (s.actor and not found[s.person].actor)):
            role = found[s.person].role if s.person in found else None
            found[s.person] = Sighting(article.id, s.person, s.name, s.actor, role)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Known:
    """The desk's people by the keys of their names and aliases.

    ``moved``: the ids that have become another's, chains followed to the last, as each one's ``same_as`` has
    them; ``apart``: for an id, those that are somebody else's.
    """

    people: tuple[Person, ...]
    by_key: Mapping[Key, tuple[str, ...]]
    moved: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]


def _known(desk: Desk) -> _Known:
    people: dict[str, Person] = {}
    for person in [*(p for a in desk.actors for p in a.people), *desk.people]:
        had = people.get(person.id)
        people[person.id] = person if had is None else _both(had, person)
    apart = _apart(people.values())
    moved = _moved(people.values(), apart)
    for old in [i for i in people if i in moved]:
        people[moved[old]] = _both(people.pop(old), people[moved[old]])
    came: dict[str, list[str]] = defaultdict(list)
    for old, new in moved.items():
        came[new].append(old)
    kept = tuple(replace(p, same_as=tuple(came[p.id])) for p in people.values())
    by_key: dict[Key, set[str]] = defaultdict(set)
    for person in kept:
        for name in (person.name, *person.aliases):
            by_key[_key(name)].add(person.id)
    return _Known(kept, {k: tuple(sorted(v)) for k, v in by_key.items()}, moved, apart)


def _apart(people: Iterable[Person]) -> dict[str, frozenset[str]]:
    """Return for each id those that a file says are somebody else's ("not_same_as"), both ways."""
    apart: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for other in person.not_same_as:
            apart[person.id].add(other)
            apart[other].add(person.id)
    return {ident: frozenset(others - {ident}) for ident, others in apart.items()}


def _moved(people: Iterable[Person], apart: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return for each id that a person's file takes in ("same_as") that person's id.

    Nobody becomes one with who is somebody else, not even by way of a third.
    """
    moved: dict[str, str] = {}
    for person in people:
        target = moved.get(person.id, person.id)
        for old in person.same_as:
            ours, theirs = ({i, *(k for k, t in moved.items() if t == i)} for i in (target, old))
            if old != target and not any(apart.get(i, frozenset()) & theirs for i in ours):
                moved.update(dict.fromkeys(theirs, target))
    return moved


def _both(row: Person, own: Person) -> Person:
    """Join what an actor's file and the person's own file say; the own file prevails."""
    return replace(
        own,
        aliases=tuple(dict.fromkeys(n for n in (*own.aliases, row.name, *row.aliases) if n != own.name)),
        actor=own.actor or row.actor,
        offices=own.offices or row.offices,
        location=own.location or row.location,
    )


@lru_cache(maxsize=65536)
def _key(name: str) -> Key:
    """Fold a name to the words that are compared: no marks, no Arabic article, no stops behind initials.

    What transliterations differ in is folded, too: "Davrisky", "Davriskiy" and "Davrisskyy" are one.
    """
    words = latin(name).replace(".", " ").replace(",", " ").replace("’", "'").split()
    bared = [next((w[len(a) + 1 :] for a in _ARTICLES if w.startswith(f"{a}-")), w) for w in words]
    kept = (w for n, w in enumerate(bared) if w and (n == 0 or w not in _ARTICLES))
    return tuple(w if w in _GENERATIONS else _DOUBLED.sub(r"\1", w.replace("y", "i")) for w in kept)


def _family(key: Key) -> str:
    """Return the family name of a full name's key, before "Jr" and "III"."""
    last = [w for w in key if w not in _GENERATIONS]
    return (last or key)[-1]


def _grouped(seen: Sequence[Sighting], known: _Known) -> dict[str, list[Sighting]]:
    """Group the sightings of one person under an id: full names first, then bare family names."""
    plain = _plain({*(_key(s.name) for s in seen), *known.by_key})
    by_key: dict[Key, list[Sighting]] = defaultdict(list)
    for s in seen:
        by_key[plain[_key(s.name)]].append(s)
    of_desk: dict[Key, tuple[str, ...]] = defaultdict(tuple)
    for key, ids in known.by_key.items():
        of_desk[plain[key]] = tuple(sorted({*of_desk[plain[key]], *ids}))
    groups: dict[str, list[Sighting]] = defaultdict(list)
    lasts: dict[str, set[str]] = defaultdict(set)
    for key, ids in of_desk.items():
        if len(key) > 1:
            lasts[_family(key)].update(ids)
    actors: dict[str, set[str]] = defaultdict(set, {p.id: {p.actor} for p in known.people if p.actor})
    for key in sorted(by_key, key=lambda k: (len(k) == 1, k)):
        named, called = of_desk.get(key, ()), _Called(by_key[key])
        for s in by_key[key]:
            family = sorted(lasts[key[0]]) if len(key) == 1 and not named else []
            ident = _another(s, named or family, known.apart)
            ident = ident or (named[0] if len(named) == 1 else _choose(s, named or family, actors))
            ident = ident or called.own(s)
            ident = known.moved.get(ident, ident)
            groups[ident].append(s)
            actors[ident] |= {s.actor} if s.actor else set()
            if len(key) > 1:
                lasts[_family(key)].add(ident)
    desk = {p.id for p in known.people}
    for ident, same in respelt(_heads(groups, actors), known.apart).items():
        if ident not in desk:
            groups[same] += groups.pop(ident)
    return dict(groups)


def _heads(groups: Mapping[str, Sequence[Sighting]], actors: Mapping[str, set[str]]) -> Iterator[Head]:
    """Yield everybody who has an office, by the first full name that was met."""
    for ident, group in groups.items():
        roles = frozenset(s.role for s in group if s.role)
        if roles:
            full = next((key for s in group if len(key := _key(s.name)) > 1), ())
            yield Head(ident, full, roles, frozenset(actors[ident]))


def _plain(keys: Iterable[Key]) -> dict[Key, Key]:
    """Return for each name its form without initials in the middle, unless two people differ by them."""
    initials: dict[Key, set[Key]] = defaultdict(set)
    parts = {}
    for key in keys:
        middle = tuple(w for w in key[1:-1] if len(w) == 1)
        short = tuple(w for n, w in enumerate(key) if n in (0, len(key) - 1) or len(w) > 1)
        parts[key] = short
        if middle:
            initials[short].add(middle)
    return {key: key if len(initials[short]) > 1 else short for key, short in parts.items()}


def _another(s: Sighting, fits: Sequence[str], apart: Mapping[str, frozenset[str]]) -> str | None:
    """Return the id under which the desk says that a sighting is none of those whom the name fits."""
    others = {other for ident in fits for other in apart.get(ident, ())}
    own = slug(s.name)
    return next((i for i in (f"{own}-{s.actor}", own) if i in others), None)


def _choose(s: Sighting, fits: Sequence[str], actors: Mapping[str, set[str]]) -> str | None:
    """Take the one person a name may stand for, if the actor does not speak against it."""
    same = [i for i in fits if s.actor and s.actor in actors.get(i, ())]
    if len(same) == 1:
        return same[0]
    alone = len(fits) == 1 and (not s.actor or not actors.get(fits[0]))
    return fits[0] if alone else None


class _Called:
    """Those who are called one thing, counted when one of them is asked for: all of them might be one."""

    def __init__(self, group: Sequence[Sighting]) -> None:
        self._group = group

    def own(self, s: Sighting) -> str:
        """Make the id of one the desk does not know; a namesake of another actor gets the actor added."""
        name, main = self._mostly
        ident = slug(name) or s.id
        return f"{ident}-{s.actor}" if s.actor and s.actor != main else ident

    @cached_property
    def _mostly(self) -> tuple[str, str | None]:
        """Return the commonest name and the commonest actor."""
        counted = Counter(x.actor for x in self._group if x.actor)
        names = Counter(x.name for x in self._group)
        main = min(counted, key=lambda a: (-counted[a], a)) if counted else None
        return min(names, key=lambda n: (-names[n], n)), main


def _person(ident: str, group: Sequence[Sighting], desk: Person | None) -> Person:
    names = Counter(s.name for s in group)
    actors = Counter(s.actor for s in group if s.actor)
    roles = Counter(s.role for s in group if s.role)
    actor = min(actors, key=lambda a: (-actors[a], a)) if actors else None
    offices = (Office(min(roles, key=lambda r: (-roles[r], r)), found=True),) if roles else ()
    if desk is None:
        name = min(names, key=lambda n: (-len(n.split()), -names[n], slug(n) != ident, n))
        aliases = tuple(sorted(n for n in names if n != name))
        return Person(ident, name, aliases, actor, offices)
    aliases = tuple(dict.fromkeys((*desk.aliases, *sorted(n for n in names if n != desk.name))))
    return replace(desk, aliases=aliases, actor=desk.actor or actor, offices=desk.offices or offices)


def apply_all(articles: Sequence[Article], who: Identities) -> list[Article]:
    """Return the articles with everybody as they are known across the affair."""
    people = {p.id: p for p in who.people}
    if at_hand() is None:
        return [apply(article, who, people) for article in articles]
    actors = settled("actors", who.actors)
    met: dict[str, list[Met]] = defaultdict(list)
    for (article, local), ident in who.of.items():
        met[article].append((local, ident, people[ident].name, people[ident].actor))
    known = [settled(f"met in {article.id}", tuple(met[article.id])) for article in articles]
    return [once(_apply_met, a, k, actors) for a, k in zip(articles, known, strict=True)]


def _apply_met(article: Article, met: tuple[Met, ...], actors: Mapping[str, str]) -> Article:
    """Do what ``apply`` does with what it needs to know alone."""
    of = {(article.id, local): ident for local, ident, _, _ in met}
    return apply(article, Identities((), of, actors), {i: Person(i, name, (), a) for _, i, name, a in met})


def apply(article: Article, who: Identities, people: Mapping[str, Person]) -> Article:
    """Return the article with everybody under the name and the id they have across the affair."""
    quotes = tuple(_quote(q, article.id, who, people) for q in article.quotes)
    mentions = tuple(_mention(m, article.id, who, people) for m in article.mentions)
    if quotes == article.quotes and mentions == article.mentions and not article.changes:
        return article
    changes = tuple(
        replace(c, before=c.before and _quote(c.before, article.id, who, people)) for c in article.changes
    )
    return replace(article, quotes=quotes, mentions=mentions, changes=changes)


def _quote(quote: Quote, article: str, who: Identities, people: Mapping[str, Person]) -> Quote:
    speaker = quote.speaker and _speaker(quote.speaker, article, who, people)
    found = quote.found and _speaker(quote.found, article, who, people)
    if speaker == quote.speaker and found == quote.found:
        return quote
    return replace(quote, speaker=speaker, found=found)


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
