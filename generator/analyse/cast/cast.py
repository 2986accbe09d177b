"""The cast of one article as it is read from top to bottom: who "he", "the minister", "they" and "it" are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.analyse.cast.described import compatriot, fitting, may_be_surname, with_place
from generator.analyse.cast.members import ACTED, SPOKE, Identity, Member, Members
from generator.analyse.cast.nameless import DESCRIBED, LATELY, Nameless
from generator.analyse.cast.organs import Bodies
from generator.analyse.cast.pronouns import Stage, he_or_she
from generator.analyse.cue.subjects import before_who
from generator.analyse.name.humans import is_human, is_single
from generator.analyse.word import gender
from generator.analyse.word.lexicon import Sort
from generator.analyse.word.words import listed
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.analyse.cue.clauses import Clause
    from generator.analyse.name.names import Nominal
    from generator.model.text import Span

_MAKERS = listed("actor organ person office")  # the sorts of those who issue statements
_OWNER = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we"}
_PEOPLES = ("s", "ish", "ch", "ese")  # how a demonym ends that stands for many: "the Danes", "the Dutch"
_OWN_VOICE = listed(  # texts that tell of themselves, whoever spoke before them
    "poll survey lawsuit suit complaint indictment bill law headline study book novel film song sign banner"
    " slogan article editorial column headlines polls surveys documents document files records"
)
_GOES_ON = listed("add continue conclude")


@dataclass(slots=True)
class Cast:
    """The people of an article, and what is remembered while it is read."""

    people: Members = field(default_factory=Members)
    bodies: Bodies = field(default_factory=Bodies)
    makers: dict[str, Identity] = field(default_factory=dict)  # of statements, letters, reports
    last: Identity | None = None  # who spoke last
    _stage: Stage | None = None
    _bound: dict[tuple[int, int], Identity | None] = field(default_factory=dict)  # pronouns that were read
    _spoke: int = 0  # when somebody did last
    _nameless: Nameless = field(default_factory=Nameless)

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Cast:
        """Gather the people and bodies that the sentences introduce."""
        read = list(clauses)
        return cls(Members.of(read), Bodies.of(read))

    @property
    def members(self) -> list[Member]:
        """Return the people."""
        return self.people.all

    def find(self, name: str) -> Member | None:
        """Return the member of that name."""
        return self.people.find(name)

    def _find(self, n: Nominal) -> Member | None:
        return self.people.find(n.name, n.title, n.office)

    def enter(self, clause: Clause, base: int = 0) -> None:
        """Go on to the next sentence, whose spans count from ``base``."""
        self.people.clock += 1
        self._stage = Stage(clause, base)

    def leave(self) -> None:
        """Remember who is named in the sentence that was read, its subject most, and whose texts are."""
        if self._stage is None:
            return
        clause = self._stage.clause
        if clause.sentence.noms or clause.subject:
            self._notice(self._stage)
            self._issues(clause.sentence.noms, clause.subject)

    def _notice(self, stage: Stage) -> None:
        noms, subject = stage.clause.sentence.noms, stage.clause.subject
        for n in noms:
            if n.sort == "person":
                member = self._find(n)
                if member is not None:
                    self.people.rise(member, stage.level(n))
            elif n.sort == "pronoun" and n.name.lower() in gender.PRONOUNS:
                who = self._who(n, stage.base)
                if who is not None and who.member is not None:
                    self.people.rise(who.member, stage.level(n))
            elif n.sort == "office" and n is not subject and n.name.lower().startswith("the "):
                who = self._described(n, stage.base)
                if who.member is not None:
                    self.people.rise(who.member, stage.level(n))
            if len(n.actors) == 1:
                self.bodies.meet(n, n.actors[0], self.people.clock)
        if subject is not None:
            self._keep(subject, stage)

    def _keep(self, subject: Nominal, stage: Stage) -> None:
        """Remember a subject without a person's name for "he", "they" or "it"."""
        if subject.sort == "person" and (other := stage.partner(subject)):
            names = [m.name if (m := self._find(n)) else n.name for n in (subject, other)]
            self._nameless.pair(" and ".join(names), self.people.clock)
        if subject.sort in ("person", "pronoun"):
            return
        who = self._who(subject, stage.base)
        if who is not None:
            self._nameless.acted(subject, who, self.people.clock)
            if who.member is not None and subject.sort in DESCRIBED:
                self.people.rise(who.member, ACTED)

    def spoke(self, who: Identity) -> None:
        """Remember who spoke."""
        self.last, self._spoke = who, self.people.clock
        if who.member:
            who.member.known = True
            self.people.rise(who.member, SPOKE)
        else:
            self._nameless.spoke(who, self.people.clock)

    def actor_of(self, member: Member) -> str | None:
        """Return the actor a person speaks for, as far as the article tells."""
        return self.bodies.pick(member.actors) or self.bodies.with_office(member.office)

    def resolve(self, n: Nominal, base: int = 0) -> Identity | None:
        """Say who a nominal of the sentence at ``base`` is; None where the article does not tell."""
        who = self._who(n, base)
        return who and who.at(n.core.moved(base))

    def _who(self, n: Nominal, base: int) -> Identity | None:
        if n.sort == "pronoun":
            key = base, n.first
            if self._here(base) is None:
                return self._bound.get(key) or self._pronoun(n, base)
            self._bound[key] = who = self._pronoun(n, base)
            return who
        if n.sort == "person":
            return self._named(n)
        if n.sort == "office" and may_be_surname(n.name) and (same := self.find(n.name)):
            return self._member(same, n.core)
        if n.sort in DESCRIBED:
            return self._described(n, base)
        return self._maker(n) if n.sort == "text" else self._body(n, base)

    def _here(self, base: int) -> Stage | None:
        """Return the sentence that is read, if it is the one at ``base``."""
        return self._stage if self._stage is not None and self._stage.base == base else None

    def _named(self, n: Nominal) -> Identity:
        member = self._find(n)
        if member is not None:
            return self._member(member, n.core)
        return Identity(self.bodies.full(n.name), None, None, n.core)

    def _member(self, member: Member, at: Span | None) -> Identity:
        return Identity(member.name, slug(member.name), self.actor_of(member), at, member)

    def _body(self, n: Nominal, base: int) -> Identity | None:
        """Say which state, body, organ or agency is meant."""
        actor = self.bodies.pick(n.actors)
        if n.entry is Sort.BODY_NOUN:
            if actor is None or not self.bodies.met(actor):  # "the organisation" before any was named
                return Identity(self.bodies.short(n.name) or n.name, None, None, n.core)
            return Identity(self.bodies.name_of(actor, n.name), None, actor, n.core)
        if n.entry is Sort.DEMONYM and not n.name.endswith(_PEOPLES):
            member = self.find(n.name) or self._of_people(n, base)  # a surname, too
            return self._member(member, n.core) if member else Identity(n.name, None, None, n.core)
        if n.sort == "organ":
            return Identity(*self.bodies.organ(n, actor or self._its(n)), n.core)
        return Identity(self.bodies.full(n.name), None, actor, n.core)

    def _of_people(self, n: Nominal, base: int) -> Member | None:
        """Return whom "the Norwegian" means: who is spoken of, by that state or by none."""
        stage = self._here(base)
        definite = stage is not None and stage.clause.sentence.toks[n.first].low == "the"
        return compatriot(n, self.people, self.actor_of) if definite else None

    def _its(self, n: Nominal) -> str | None:
        """Return the state or body whose an organ is: "Northland stands firm. Its navy said"."""
        whose = self._nameless.they_or_it("it", None, self.people.clock) if self._stage else None
        return whose.actor if whose and self._stage and self._stage.is_its(n) else None

    def _pronoun(self, n: Nominal, base: int) -> Identity | None:
        word = _OWNER.get(n.name.lower(), n.name.lower())
        if word in ("i", "we"):
            return None
        if word == "who":
            return self._relative(n, base)
        sex = gender.PRONOUNS.get(word)
        if sex is not None:
            return self._he_or_she(n, sex, base)
        spoken = self.last if self.last and self.last.member is None and self._near(self._spoke) else None
        who = self._nameless.they_or_it(word, spoken, self.people.clock)
        return who and who.at(n.core)

    def _relative(self, n: Nominal, base: int) -> Identity | None:
        """Say whom "who" goes on to tell of: the name before it."""
        stage = self._here(base)
        told = before_who(stage.clause.sentence.toks, stage.clause.sentence.noms, n) if stage else None
        if told is not None and told.entry is None and told.sort == "people":
            return self._described(told, base).at(n.core)
        before = list(stage.people(n.first)) if stage else []
        return self._named(before[-1]).at(n.core) if before else None

    def _near(self, clock: int) -> bool:
        return self.people.clock - clock <= LATELY

    def _he_or_she(self, n: Nominal, sex: str, base: int) -> Identity | None:
        """Say who "he" or "she" is: somebody with a name, or one without who was told of later."""
        stage = self._here(base)
        if stage is not None and (earlier := stage.same_before(n, sex)):
            who = self._who(earlier, base)
            return who and who.at(n.core)
        member, weight = he_or_she(self.people, sex, stage, n.first)
        one = self._nameless.he_or_she(sex, weight, self.people.clock)
        if one is not None:
            return one.at(n.core)
        if member is None:
            return None
        member.sex = member.sex or sex
        return self._member(member, n.core)

    def _described(self, n: Nominal, base: int) -> Identity:
        """Find who is described: "the secretary general", "the widow", "the 42-year-old"."""
        actor = self.bodies.pick(n.actors)
        stage = self._here(base)
        if n.entry is None and " " not in n.name and (same := self.find(n.name)):
            return self._member(same, n.core)  # "al-Tanouri", without a capital
        beside = stage and self._beside(n, stage)
        if beside:
            return beside
        n = with_place(n, stage.clause.sentence.toks) if stage else n
        if actor is None and not n.actors and is_single(n.name):
            actor = self.bodies.with_office(n.office)
        fits = fitting(n, actor, self.people, self.actor_of)
        if fits:
            return self._member(max(fits, key=self.people.rank), n.core)
        if stage and (same := self._goes_on(n, stage)):
            return self._member(same, n.core)
        if actor is None and not n.actors and (body := self.bodies.short(n.name)):
            return Identity(body, None, None, n.core)
        return Identity(self._owned(n, base), None, actor, n.core)

    def _beside(self, n: Nominal, stage: Stage) -> Identity | None:
        """Return the person whose name a description explains: "the group's leader, Ada Berg,"."""
        toks, k = stage.clause.sentence.toks, n.last + 1
        if k + 1 >= len(toks) or toks[k].text != "," or n.name.endswith("s"):
            return None
        noms = stage.clause.sentence.noms
        name = next((m for m in noms if m.sort == "person" and m.first == k + 1 and not m.possessive), None)
        return self._named(name) if name is not None else None

    def _goes_on(self, n: Nominal, stage: Stage) -> Member | None:
        """Return who spoke last, where a description is said to go on: "the Ohioan added"."""
        last = self.last.member if self.last is not None and self._spoke >= self.people.clock - 1 else None
        if last is None or not is_single(n.name) or not is_human(n.name):
            return None
        if gender.of_words(n.name.lower().split()) not in (last.sex, None):
            return None
        own = (e for e in stage.clause.sentence.cues if e.subject is not None and e.subject.last == n.last)
        return last if any(e.cue.cue.lemma in _GOES_ON for e in own) else None

    def _owned(self, n: Nominal, base: int) -> str:
        """Put the name for the pronoun that owns somebody: "his campaign" is Otto Quell's."""
        first, _, rest = n.name.partition(" ")
        sex = gender.PRONOUNS.get(first.lower()) if first.lower() in ("his", "her") else None
        if sex is None or not rest:
            return n.name
        owner, _ = he_or_she(self.people, sex, self._here(base), n.first)
        return f"{owner.name}’s {rest}" if owner is not None else n.name

    def _maker(self, n: Nominal) -> Identity | None:
        """Find whose words a statement or a letter is."""
        actor = self.bodies.pick(n.actors)
        if actor:
            return Identity(n.name, None, actor, n.core)
        who = self.makers.get(n.name.lower())
        if who is None and n.name.lower() not in _OWN_VOICE and self._near(self._spoke):
            who = self.last
        if who is None:
            return Identity(n.name, None, None, n.core)
        return who.at(n.core)

    def _issues(self, noms: Iterable[Nominal], subject: Nominal | None) -> None:
        """Remember whose a statement is: "NATO issued a statement", "in a statement, the ministry"."""
        for n in noms:
            if n.sort != "text" or n is subject:
                continue
            word = n.name.lower()
            if n.actors:
                self.makers[word] = Identity(n.name, None, self.bodies.pick(n.actors), n.core)
            elif word not in self.makers and subject is not None and subject.sort in _MAKERS:
                who = self.resolve(subject)
                if who:
                    self.makers[word] = who
