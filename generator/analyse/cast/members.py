"""The people of one article by their fullest names, what it tells of each, and how present each is."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.analyse.cast.introductions import actors_before, has_article, is_title, no_name, places, told
from generator.analyse.name.glosses import gloss
from generator.analyse.name.namesakes import generation_of, parts_of, plain, same_person
from generator.analyse.word import gender
from generator.analyse.word.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.analyse.cue.clauses import Clause
    from generator.analyse.name.names import Nominal
    from generator.model.text import Span

NAMESAKES = 50  # people of one surname, or holders of one office, who are told apart in one article
SPOKE, ACTED, TOPIC, NAMED = 5.0, 4.0, 3.2, 1.0  # how much a mention raises a person for the next pronoun
FADE = 2.0  # and how much each sentence lowers it
FORGOTTEN = -6.0  # the weight below which nobody is "he": a speaker lasts five sentences without a name
NEVER = -99.0
ASIDE = 3.0  # what is taken off namesakes who were introduced as a relation of somebody
_SPAN = (SPOKE - FORGOTTEN) / FADE  # sentences after which nobody is remembered
_RELATIONS = listed(
    "husband wife widow widower son daughter brother sister father mother nephew niece uncle aunt cousin"
    " grandson granddaughter grandfather grandmother partner fiancée fiancé"
)
_DEPUTIES = listed("vice deputy assistant associate")
_BEING = listed("as is was became becomes become remains remained")


@dataclass(slots=True, eq=False)
class Member:
    """A person of the article, by the fullest name it has."""

    name: str
    actors: tuple[str, ...] = ()
    role: str | None = None
    office: str | None = None
    parts: tuple[str, ...] = ()
    known: bool = False  # introduced with an office or an honorific, or heard to speak
    order: int = 0  # among those the article introduces
    sex: str | None = None
    age: str | None = None
    nouns: set[str] = field(default_factory=set)  # by which the article explains the name
    offices: set[str] = field(default_factory=set)
    named_alone: bool = False  # by one word that has a title or speaks
    thing: bool = False  # named with an article: "the Northland Shoal"
    places: set[str] = field(default_factory=set)  # words of the places named with the person
    weight: float = NEVER  # at the first sentence; later it fades
    seen: int = 0  # the sentence that raised it last

    @property
    def generation(self) -> str | None:
        """Return "jr" of a son who is called as his father is."""
        return generation_of(self.name)

    @property
    def human(self) -> bool:
        """Tell whether anything beside capitals tells that this is somebody."""
        return self.known or self.sex is not None or self.age is not None or bool(self.nouns)


class Identity(NamedTuple):
    """Who a nominal turned out to be."""

    name: str
    person: str | None
    actor: str | None
    mention: Span | None
    member: Member | None = None

    def at(self, mention: Span | None) -> Identity:
        """Return the same one, named by other words."""
        name, person, actor, _, member = self
        return Identity(name, person, actor, mention, member)


@dataclass(slots=True)
class Members:
    """The people, by name and by office, and the number of the sentence that is read."""

    all: list[Member] = field(default_factory=list)
    clock: int = 0
    _by_last: dict[str, list[Member]] = field(default_factory=dict)  # by the last word of the name
    _by_first: dict[str, list[Member]] = field(default_factory=dict)  # full names by the first
    _called: set[str] = field(default_factory=set)  # single words that have a title or speak
    _fits: dict[str, list[Member]] = field(default_factory=dict)  # by name: half of all time went here
    _asked: dict[str, list[str]] = field(default_factory=dict)  # those names by their last word
    _officers: dict[str, list[Member]] = field(default_factory=dict)  # by their office
    _recent: dict[int, Member] = field(default_factory=dict)  # by order, those raised last at the end

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Members:
        """Gather the people that the sentences introduce, fullest name first."""
        made = cls()
        found: list[tuple[bool, int, int, Nominal, Clause]] = []
        for c in clauses:
            people = [n for n in c.sentence.noms if n.sort == "person"]
            if people:
                titled = is_title(c)
                rows = enumerate((m for n in people if (m := told(n, titled=titled))), len(found))
                found += [(titled, -len(parts_of(n.name)), k, n, c) for k, n in rows]
                made._called.update(n.name for n in people if n.title or n.role)
                made._called.update(e.subject.name for e in c.sentence.cues if e.subject)
        for titled, _, order, n, c in sorted(found, key=itemgetter(0, 1, 2)):
            made._introduce(n, c, order, titled=titled)
        full = {n.name for *_, n, _ in found if " " in n.name}
        for *_, n, c in found:
            if c.subject is not None and c.subject.core == n.core:
                made._predicate(n, c)
        for member in made.all:
            member.name = plain(member.name, full)
            member.sex = member.sex or gender.of_name(member.name)
            member.named_alone = len(member.parts) == 1 and member.name in made._called
            for office in member.offices:
                made._officers.setdefault(office, []).append(member)
        return made

    def _introduce(self, n: Nominal, c: Clause, order: int, *, titled: bool) -> None:
        member = self.find(n.name, n.title, n.office)
        if member is None:
            member = self._made(n, order)
            if member is None:
                return
        elif titled and len(member.parts) == 1 and len(parts_of(n.name)) > 1:
            member.name, member.parts = n.name, parts_of(n.name)  # only the title has the full name
        member.order = min(member.order, order)
        if n.role or n.title or n.name.count(" ") < n.last - n.first:  # more words than the name
            member.known = True
        if n.role:
            self._take_office(member, n)
        actors = n.actors or actors_before(n, c)
        if actors and (not member.actors or len(actors) < len(member.actors)):
            member.actors = actors
        self._take_gloss(member, n, c)

    def _made(self, n: Nominal, order: int) -> Member | None:
        """Make a member of a name that is nobody's yet, None where it is no person's."""
        parts = parts_of(n.name)
        if not parts:
            return None
        namesakes = self._by_last.setdefault(parts[-1], [])
        if (n.risky and not n.role) or len(namesakes) == NAMESAKES or no_name(n):
            return None
        member = Member(n.name, parts=parts, order=order)
        self.all.append(member)
        namesakes.append(member)
        if len(parts) > 1:
            self._by_first.setdefault(parts[0], []).append(member)
        for part in (parts[0], parts[-1]):
            for name in self._asked.pop(part, ()):
                self._fits.pop(name, None)
        return member

    @staticmethod
    def _take_office(member: Member, n: Nominal) -> None:
        if not member.role:
            member.role, member.office = n.role, n.office
        if n.office:
            member.offices.add(n.office)
        words = (n.role or "").lower().split()
        if words and words[0] not in _DEPUTIES:
            member.nouns.add(words[-1])
        member.sex = member.sex or gender.of_words(words)

    @staticmethod
    def _take_gloss(member: Member, n: Nominal, c: Clause) -> None:
        if n.title:
            member.sex = gender.of_word(n.title) or member.sex
        explained = gloss(c.sentence.toks, n)
        if explained is not None:
            member.sex = member.sex or explained.sex
            member.age = member.age or explained.age
            member.nouns.update(explained.nouns)
        if n.role:
            member.places.update(places(n, c))
        if not member.known and has_article(n, c):
            member.thing = True

    def _predicate(self, n: Nominal, c: Clause) -> None:
        """Take what a sentence says its subject is: "Berg became the mayor", "is a farmer"."""
        for office in c.sentence.noms:
            before = c.sentence.toks[office.first - 1].low if office.first > n.last else ""
            if office.sort == "office" and before in _BEING:
                member = self.find(n.name, n.title, n.office)
                if member is not None and office.office:
                    member.offices.add(office.office)
                    member.nouns.add(office.office.split()[-1])
            elif office.sort == "person" and office is not n:
                return

    def find(self, name: str, title: str | None = None, office: str | None = None) -> Member | None:
        """Return the member of that name; of several the one the title fits, then the one heard of last."""
        fits = self._fits.get(name)
        if fits is None:
            fits = self._fits[name] = self._fitting(name)
        if len(fits) < 2:  # noqa: PLR2004 - nobody, or one
            return fits[0] if fits else None
        sex = gender.of_word(title) if title else None
        if sex:
            fits = [m for m in fits if (m.sex or gender.of_name(m.name)) in (sex, None)] or fits
        if office:
            fits = [m for m in fits if office in m.offices] or fits
        return max(fits, key=self._first_thought)

    def _first_thought(self, member: Member) -> tuple[float, int]:
        """Order namesakes: who is told of as somebody's wife or son is seldom called by the bare surname."""
        aside = member.generation or member.nouns & _RELATIONS
        return self.heard(member) - (ASIDE if aside else 0.0), -member.order

    def _fitting(self, name: str) -> list[Member]:
        """Return those whom a name may stand for: by the last word, else by a given name or "Xi" alone."""
        parts = parts_of(name)
        self._asked.setdefault(parts[-1] if parts else "", []).append(name)
        fits = [m for m in self._by_last.get(parts[-1] if parts else "", ()) if same_person(m.parts, parts)]
        born = generation_of(name)
        if born or len(parts) > 1:  # a surname alone may be the father's or the son's
            fits = [m for m in fits if m.generation == born or len(m.parts) == 1]
        if fits or len(parts) != 1:
            return fits
        first = self._by_first.get(parts[0], [])
        return first if len(first) == 1 and (name in self._called or gender.is_given(name)) else []

    def in_office(self, office: str) -> list[Member]:
        """Return those who have an office, as far as they are told apart."""
        return self._officers.get(office, [])[:NAMESAKES]

    def rise(self, member: Member, by: float) -> None:
        """Remember that a person was named or spoke in the sentence that is read."""
        member.weight = max(member.weight, by + self.clock * FADE)
        member.seen = self.clock
        self._recent.pop(id(member), None)
        self._recent[id(member)] = member

    def heard(self, member: Member) -> float:
        """Return how present a person is at this sentence."""
        return member.weight - self.clock * FADE

    def rank(self, member: Member) -> tuple[float, int]:
        """Order people by how present they are; of equals the one introduced first is more so."""
        return self.heard(member), -member.order

    def lately(self) -> Iterator[Member]:
        """Yield those who are not forgotten, the one named last first."""
        for member in reversed(self._recent.values()):
            if self.clock - member.seen > _SPAN:
                return
            yield member
