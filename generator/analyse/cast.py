"""The people of one article: who is introduced, in which role, and who "he" or "the minister" is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.analyse.lexicon import Sort, heads, office_scope
from generator.analyse.names import Nominal
from generator.model.text import Span, bare, slug

SPOKE, ACTED, NAMED = 5, 3, 1  # how much a mention raises a person for the next pronoun
FADE = 2  # and how much each sentence lowers it: a speaker is good for two sentences without a name


@dataclass(slots=True)
class Member:
    """A person of the article, by the fullest name it has."""

    name: str
    key: str
    actors: tuple[str, ...] = ()
    role: str | None = None
    office: str | None = None
    known: bool = False  # introduced with an office or an honorific, or heard to speak


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a nominal turned out to be."""

    name: str
    person: str | None
    actor: str | None
    mention: Span | None
    member: Member | None = None


def _parts(name: str) -> list[str]:
    return [p.removeprefix("al-").removeprefix("el-") for p in bare(name).replace(".", " ").split()]


def _same(a: str, b: str) -> bool:
    """Tell whether one name is the other's end or differs by dropped middle names: "Assad", "Bashar Assad"."""
    x, y = sorted((_parts(a), _parts(b)), key=len)
    if not x or x[-1] != y[-1]:
        return y[-len(x) :] == x
    return y[-len(x) :] == x or (len(x) > 1 and (x[0] == y[0] or (len(x[0]) == 1 and y[0].startswith(x[0]))))


@dataclass(slots=True)
class Cast:
    """The people of an article, and what is remembered while it is read from top to bottom."""

    members: list[Member] = field(default_factory=list)
    makers: dict[str, Identity] = field(default_factory=dict)  # of statements, letters, reports
    last: Identity | None = None  # who spoke last
    _weight: dict[int, float] = field(default_factory=dict)
    _bodies: dict[str, int] = field(default_factory=dict)
    _actor: Identity | None = None
    _clock: int = 0

    @classmethod
    def of(cls, sentences: Iterable[Sequence[Nominal]]) -> Cast:
        """Gather the people that the sentences introduce, fullest name first."""
        cast = cls()
        people = [n for noms in sentences for n in noms if n.sort == "person"]
        for n in sorted(people, key=lambda n: -len(n.name.split())):
            cast._introduce(n)
        return cast

    def _introduce(self, n: Nominal) -> None:
        member = self.find(n.name)
        if member is None:
            if n.risky and not n.role:
                return
            member = Member(n.name, slug(n.name))
            self.members.append(member)
        if n.role or n.last > n.first and n.name.count(" ") < n.last - n.first:
            member.known = True
        if n.role and not member.role:
            member.role, member.office = n.role, n.office
        if n.actors and (not member.actors or len(n.actors) < len(member.actors)):
            member.actors = n.actors

    def find(self, name: str) -> Member | None:
        """Return the member of that name; of several, the one heard of last, else the first."""
        fits = [m for m in self.members if _same(m.name, name)]
        return max(fits, key=lambda m: self._weight.get(id(m), 0.0)) if fits else None

    def tick(self) -> None:
        """Go on to the next sentence."""
        self._clock += 1
        for key in self._weight:
            self._weight[key] -= FADE

    def notice(self, noms: Sequence[Nominal], subject: Nominal | None) -> None:
        """Remember who is named in a sentence, its subject most."""
        for n in noms:
            if n.actors and n.sort in ("actor", "person", "organ") and n.entry is not Sort.BODY_NOUN:
                for actor in n.actors if len(n.actors) == 1 else ():
                    self._bodies[actor] = self._clock
            if n.sort == "person" and (member := self.find(n.name)):
                self._raise(member, ACTED if n is subject else NAMED)
        if subject is not None and subject.sort in ("actor", "organ"):
            self._actor = self.resolve(subject)

    def spoke(self, who: Identity) -> None:
        """Remember who spoke."""
        self.last = who
        if who.member:
            who.member.known = True
            self._raise(who.member, SPOKE)

    def _raise(self, member: Member, by: int) -> None:
        self._weight[id(member)] = max(self._weight.get(id(member), 0.0), by)

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

    def resolve(self, n: Nominal) -> Identity | None:
        """Say who a nominal is; None where the article does not tell."""
        if n.sort == "person":
            member = self.find(n.name)
            return self._member(member, n.core) if member else None
        if n.sort == "pronoun":
            return self._pronoun(n)
        if n.sort == "office":
            return self._holder(n)
        if n.sort == "text":
            return self._maker(n)
        actor = self._pick(n.actors)
        if n.entry is Sort.BODY_NOUN:
            actor = actor if actor in self._bodies else None  # "the organisation" before any was named
            return Identity(n.name, None, actor, n.core) if actor else None
        if n.sort == "agency":
            return Identity(n.name, None, None, n.core)
        return Identity(n.name, None, actor, n.core)

    def _member(self, member: Member, at: Span | None) -> Identity:
        return Identity(member.name, slug(member.name), self.actor_of(member), at, member)

    def _pronoun(self, n: Nominal) -> Identity | None:
        word = n.name.lower()
        if word in ("he", "she"):
            best = max(self.members, key=lambda m: self._weight.get(id(m), -99.0), default=None)
            if best is None or self._weight.get(id(best), -99.0) < -6:  # noqa: PLR2004 - three sentences without a name
                return None
            return self._member(best, n.core)
        who = self.last if self.last and self.last.member is None else self._actor
        if who is None or (word == "it" and who.actor is None):
            return None
        return Identity(who.name, None, who.actor, n.core)

    def _holder(self, n: Nominal) -> Identity:
        """Find who holds an office that is named without its holder: "the secretary general"."""
        actor = self._pick(n.actors)
        definite = not n.name.lower().startswith(("a ", "an ", "one ", "some ", "several ", "another "))
        fits = [m for m in self.members if definite and self._holds(m, n, actor)]
        if fits:
            return self._member(max(fits, key=lambda m: self._weight.get(id(m), -99.0)), n.core)
        return Identity(n.name, None, actor, n.core)

    def _holds(self, member: Member, n: Nominal, actor: str | None) -> bool:
        if not member.office:
            return False
        theirs = self.actor_of(member)
        if actor and theirs and actor != theirs:
            return False
        if member.office == n.office:
            return True
        leads = {"head", "chief", "leader", "boss"}
        return actor is not None and n.office in leads and member.office in heads().get(actor, ())

    def _maker(self, n: Nominal) -> Identity | None:
        """Find whose words a statement or a letter is."""
        actor = self._pick(n.actors)
        if actor:
            return Identity(n.name, None, actor, n.core)
        who = self.makers.get(n.name.lower()) or self.last
        return Identity(who.name, who.person, who.actor, n.core, who.member) if who else None

    def issues(self, noms: Sequence[Nominal], subject: Nominal | None) -> None:
        """Remember whose a statement is: "NATO issued a statement", "in a statement, the ministry"."""
        for n in noms:
            if n.sort != "text" or n is subject:
                continue
            owner = subject if subject is not None and subject.sort in ("actor", "organ", "person", "office") else None
            if n.actors:
                self.makers[n.name.lower()] = Identity(n.name, None, self._pick(n.actors), n.core)
            elif owner is not None and n.name.lower() not in self.makers and (who := self.resolve(owner)):
                self.makers[n.name.lower()] = who
