"""The people of one article: who is introduced, in which role, and who "he" or "the minister" is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.analyse.lexicon import Sort, heads, office_scope
from generator.analyse.words import listed
from generator.model.text import Span, bare, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.analyse.names import Nominal

SPOKE, ACTED, NAMED = 5, 4, 1  # how much a mention raises a person for the next pronoun
FADE = 2  # and how much each sentence lowers it
FORGOTTEN = -6  # the weight below which nobody is "he": a speaker lasts five sentences without a name
NAMESAKES = 50  # people of one surname, or holders of one office, who are told apart in one article
_NEVER = -99.0
_LEADS = listed("head chief leader boss")  # what a text calls those who have the office of a body's head
_MAKERS = listed("actor organ person office")  # the sorts of those who issue statements
_SOME = ("a ", "an ", "one ", "some ", "several ", "another ")
_OWNER = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we"}
_PEOPLES = ("s", "ish", "ch", "ese")  # how a demonym ends that stands for many: "the Danes", "the Dutch"


@dataclass(slots=True)
class Member:
    """A person of the article, by the fullest name it has."""

    name: str
    actors: tuple[str, ...] = ()
    role: str | None = None
    office: str | None = None
    parts: tuple[str, ...] = ()
    known: bool = False  # introduced with an office or an honorific, or heard to speak
    order: int = 0  # among those the article introduces


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a nominal turned out to be."""

    name: str
    person: str | None
    actor: str | None
    mention: Span | None
    member: Member | None = None


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    plain = bare(name).replace(".", " ").replace("’", "'")
    return tuple(p.removeprefix("al-").removeprefix("el-") for p in plain.split())


def _last(parts: tuple[str, ...]) -> str:
    return parts[-1] if parts else ""


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether, of two names with one last word, one is the other's end or lacks its middle: "J. Doe"."""
    x, y = (a, b) if len(a) <= len(b) else (b, a)
    if len(x) < 2 or y[-len(x) :] == x:  # noqa: PLR2004 - one word: those compared end in the same
        return True
    return x[0] == y[0] or (len(x[0]) == 1 and y[0].startswith(x[0]))


def _may_be_surname(name: str) -> bool:
    """Tell whether an office can be a surname where it stands: "King said", not "Teachers said"."""
    return name[0].isupper() and " " not in name and not name.endswith("s")


@dataclass(slots=True)
class Cast:
    """The people of an article, and what is remembered while it is read from top to bottom."""

    members: list[Member] = field(default_factory=list)
    makers: dict[str, Identity] = field(default_factory=dict)  # of statements, letters, reports
    last: Identity | None = None  # who spoke last
    _weight: dict[int, float] = field(default_factory=dict)  # at the first sentence; later it fades
    _foremost: Member | None = None  # of most weight: no weight ever falls
    _bodies: dict[str, int] = field(default_factory=dict)
    _actor: Identity | None = None
    _several: Identity | None = None  # who "they" are
    _one: Identity | None = None  # who "he" or "she" is where no name was told
    _thing: Identity | None = None  # what "it" is where no state or body was named
    _organs: dict[str, str] = field(default_factory=dict)  # whose an army or a ministry was
    _named: dict[str, str] = field(default_factory=dict)  # what the article calls an actor
    _clock: int = 0
    _by_last: dict[str, list[Member]] = field(default_factory=dict)  # by the last word of the name
    _fits: dict[str, list[Member]] = field(default_factory=dict)  # by name: half of all time went here
    _officers: dict[str, list[Member]] = field(default_factory=dict)  # by their office

    @classmethod
    def of(cls, sentences: Iterable[Sequence[Nominal]]) -> Cast:
        """Gather the people that the sentences introduce, fullest name first."""
        cast = cls()
        people = [n for noms in sentences for n in noms if n.sort == "person"]
        for n in sorted(people, key=lambda n: -len(n.name.split())):
            cast._introduce(n)
        for member in cast.members:
            if member.office:
                cast._officers.setdefault(member.office, []).append(member)
        return cast

    def _introduce(self, n: Nominal) -> None:
        member = self.find(n.name)
        if member is None:
            if n.risky and not n.role:
                return
            parts = _parts(n.name)
            namesakes = self._by_last.setdefault(_last(parts), [])
            if len(namesakes) == NAMESAKES:
                return
            member = Member(n.name, parts=parts, order=len(self.members))
            self.members.append(member)
            namesakes.append(member)
            self._fits.clear()
        if n.role or n.name.count(" ") < n.last - n.first:  # more words than the name: an honorific
            member.known = True
        if n.role and not member.role:
            member.role, member.office = n.role, n.office
        if n.actors and (not member.actors or len(n.actors) < len(member.actors)):
            member.actors = n.actors

    def find(self, name: str) -> Member | None:
        """Return the member of that name; of several, the one heard of last, else the first."""
        fits = self._fits.get(name)
        if fits is None:
            parts = _parts(name)
            fits = [m for m in self._by_last.get(_last(parts), ()) if _same(m.parts, parts)]
            self._fits[name] = fits
        return max(fits, key=self._heard) if len(fits) > 1 else fits[0] if fits else None

    def tick(self) -> None:
        """Go on to the next sentence."""
        self._clock += 1

    def notice(self, noms: Sequence[Nominal], subject: Nominal | None) -> None:
        """Remember who is named in a sentence, its subject most."""
        for n in noms:
            if len(n.actors) == 1:
                self._meet(n, n.actors[0])
            if n.sort == "person" and (member := self.find(n.name)):
                self._raise(member, ACTED if n is subject else NAMED)
        if subject is None:
            return
        if subject.sort in ("actor", "organ"):
            self._actor = self.resolve(subject)
        if subject.sort in ("people", "office", "organ") and subject.name.endswith("s"):
            self._several = self.resolve(subject)
        if subject.sort in ("people", "office") and not subject.name.endswith("s"):
            self._one = self.resolve(subject)
        if subject.sort in ("text", "organ", "actor", "agency"):
            self._thing = self.resolve(subject)

    def _meet(self, n: Nominal, actor: str) -> None:
        """Remember when an actor was named, by which name, and which organ is its."""
        if n.sort in ("actor", "person", "organ") and n.entry is not Sort.BODY_NOUN:
            self._bodies[actor] = self._clock
        if n.sort == "organ":
            self._organs[n.name.split()[-1].lower()] = actor
        if n.entry is Sort.NAME:
            self._named.setdefault(actor, n.name)

    def spoke(self, who: Identity) -> None:
        """Remember who spoke."""
        self.last = who
        if who.member:
            who.member.known = True
            self._raise(who.member, SPOKE)

    def _raise(self, member: Member, by: int) -> None:
        self._weight[id(member)] = max(self._weight.get(id(member), _NEVER), by + self._clock * FADE)
        if self._foremost is None or self._rank(member) > self._rank(self._foremost):
            self._foremost = member

    def _rank(self, member: Member) -> tuple[float, int]:
        """Order people by how present they are; of equals the one introduced first is more so."""
        return self._heard(member), -member.order

    def actor_of(self, member: Member) -> str | None:
        """Return the actor a person speaks for, as far as the article tells."""
        return self._pick(member.actors) or self._by_office(member.office)

    def _pick(self, actors: tuple[str, ...]) -> str | None:
        if len(actors) == 1:
            return actors[0]
        met = [a for a in actors if a in self._bodies]
        return max(met, key=lambda a: self._bodies[a]) if met else None

    def _by_office(self, office: str | None) -> str | None:
        """Give an office that only bodies have to the body last named that has it."""
        if office is None or office_scope().get(office) != "body":
            return None
        met = [a for a in self._bodies if office in heads().get(a, ())]
        return max(met, key=lambda a: self._bodies[a]) if met else None

    def resolve(self, n: Nominal, base: int = 0) -> Identity | None:
        """Say who a nominal of the sentence at ``base`` is; None where the article does not tell."""
        who = self._who(n)
        return who and Identity(who.name, who.person, who.actor, n.core.moved(base), who.member)

    def _who(self, n: Nominal) -> Identity | None:
        if n.sort == "office" and _may_be_surname(n.name) and (same := self.find(n.name)):
            return self._member(same, n.core)
        if n.sort == "person":
            member = self.find(n.name)
            return self._member(member, n.core) if member else Identity(n.name, None, None, n.core)
        others = {"pronoun": self._pronoun, "office": self._holder, "text": self._maker}
        return others.get(n.sort, self._body)(n)

    def _body(self, n: Nominal) -> Identity | None:
        """Say which state, body, organ, people or agency is meant."""
        actor = self._pick(n.actors)
        if n.entry is Sort.BODY_NOUN:
            if actor is None or actor not in self._bodies:  # "the organisation" before any was named
                return Identity(n.name, None, None, n.core)
            return Identity(self._named.get(actor, n.name), None, actor, n.core)
        if n.entry is Sort.DEMONYM and not n.name.endswith(_PEOPLES):
            member = self.find(
                n.name
            )  # a surname that is a demonym too; else "the Norwegian": no more is told
            return self._member(member, n.core) if member else Identity(n.name, None, None, n.core)
        if n.sort == "organ" and actor is None:
            actor = self._organs.get(n.name.split()[-1].lower())
        return Identity(n.name, None, actor, n.core)

    def _member(self, member: Member, at: Span | None) -> Identity:
        return Identity(member.name, slug(member.name), self.actor_of(member), at, member)

    def _pronoun(self, n: Nominal) -> Identity | None:
        word = _OWNER.get(n.name.lower(), n.name.lower())
        if word in ("i", "we"):
            return None
        if word in ("he", "she"):
            best = self._foremost
            if best is not None and self._heard(best) >= FORGOTTEN:
                return self._member(best, n.core)
            return self._one and replace(self._one, mention=n.core)
        if word == "they" and self._several is not None:
            return Identity(self._several.name, None, self._several.actor, n.core)
        who = self.last if self.last and self.last.member is None else self._actor
        if word == "it" and (who is None or who.actor is None):
            who = self._thing or who
        if who is None:
            return None
        return Identity(who.name, None, who.actor, n.core)

    def _heard(self, member: Member) -> float:
        """Return how present a person is at this sentence."""
        return self._weight.get(id(member), _NEVER) - self._clock * FADE

    def _holder(self, n: Nominal) -> Identity:
        """Find who holds an office that is named without its holder: "the secretary general"."""
        actor = self._pick(n.actors)
        definite = not n.name.lower().startswith(_SOME)
        fits = [m for m in self._those_in(n, actor) if self._holds(m, n, actor)] if definite else []
        if fits:
            return self._member(max(fits, key=self._rank), n.core)
        if definite and not n.actors:
            actor = self._by_office(n.office)
        return Identity(n.name, None, actor, n.core)

    def _those_in(self, n: Nominal, actor: str | None) -> Iterator[Member]:
        """Yield the people with the office of a nominal, or with that of the head it may mean."""
        offices = {n.office: None}
        if actor is not None and n.office in _LEADS:
            offices.update(dict.fromkeys(heads().get(actor, ())))
        for office in offices:
            yield from self._officers.get(office or "", ())[:NAMESAKES]

    def _holds(self, member: Member, n: Nominal, actor: str | None) -> bool:
        if not member.office:
            return False
        theirs = self.actor_of(member)
        if actor and theirs and actor != theirs:
            return False
        if member.office == n.office:
            return True
        return actor is not None and n.office in _LEADS and member.office in heads().get(actor, ())

    def _maker(self, n: Nominal) -> Identity | None:
        """Find whose words a statement or a letter is."""
        actor = self._pick(n.actors)
        if actor:
            return Identity(n.name, None, actor, n.core)
        who = self.makers.get(n.name.lower()) or self.last
        if who is None:
            return Identity(n.name, None, None, n.core)
        return Identity(who.name, who.person, who.actor, n.core, who.member)

    def issues(self, noms: Sequence[Nominal], subject: Nominal | None) -> None:
        """Remember whose a statement is: "NATO issued a statement", "in a statement, the ministry"."""
        for n in noms:
            if n.sort != "text" or n is subject:
                continue
            word = n.name.lower()
            if n.actors:
                self.makers[word] = Identity(n.name, None, self._pick(n.actors), n.core)
            elif word not in self.makers and subject is not None and subject.sort in _MAKERS:
                who = self.resolve(subject)
                if who:
                    self.makers[word] = who
