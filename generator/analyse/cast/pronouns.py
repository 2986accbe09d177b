"""Who "he" or "she" is: of those present the one of that sex, a subject before an object, the nearer one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cast.members import ACTED, FORGOTTEN, NAMED, NEVER, TOPIC
from generator.analyse.cue.clauses import Clause
from generator.analyse.word.gender import PRONOUNS
from generator.analyse.word.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cast.members import Member, Members
    from generator.analyse.name.names import Nominal

ASIDE = 2.0  # how much the subject of a clause that hangs on another is raised: "if Ada Berg loses, she"
STRANGE = 2.0  # what is taken off a name that nothing but capitals makes a person's
TOLD_OF = 3.0  # and off those whom the words in marks name: nobody speaks so of himself
SURE = 0.5  # what is added where the sex is known
_SUBORDINATE = listed("that if when as while because since whether than though although until unless")


@dataclass(slots=True)
class Stage:
    """The sentence that is read; its spans count from ``base``."""

    clause: Clause
    base: int
    _acting: frozenset[int] | None = None  # the last tokens of the subjects

    def level(self, n: Nominal) -> float:
        """Return how much a person is raised by a mention: as a subject, at the head of one, in passing."""
        toks = self.clause.sentence.toks
        if n.first and toks[n.first - 1].low in _SUBORDINATE:
            return ASIDE
        k = n.last + 1
        k += k < len(toks) and toks[k].text == ","
        if k < len(toks) and toks[k].low == "who":
            return ACTED if n.first == 0 else NAMED
        if self._acting is None:
            subjects = [self.clause.subject, *[e.subject for e in self.clause.sentence.cues]]
            self._acting = frozenset([s.last for s in subjects if s is not None])
        if n.last in self._acting:
            return ACTED
        return TOPIC if n.possessive and n.first <= 1 else NAMED

    def people(self, before: int) -> Iterator[Nominal]:
        """Yield the names of people that stand before a token."""
        return (n for n in self.clause.sentence.noms if n.sort == "person" and n.last < before)

    def partner(self, subject: Nominal) -> Nominal | None:
        """Return the one who acts together with a subject: "Ada Berg and Otto Quell"."""
        toks = self.clause.sentence.toks
        if subject.last + 2 >= len(toks) or toks[subject.last + 1].low != "and":
            return None
        return next((n for n in self.people(len(toks)) if n.first == subject.last + 2), None)

    def is_its(self, n: Nominal) -> bool:
        """Tell whether a description is owned by something told of before: "its navy"."""
        noms, toks = self.clause.sentence.noms, self.clause.sentence.toks
        return n in noms and toks[n.first].low in ("its", "their")

    def same_before(self, n: Nominal, sex: str) -> Nominal | None:
        """Return the first "he" or "she" of the sentence that stands before a pronoun of that sex."""
        noms = self.clause.sentence.noms
        return next((m for m in noms if m.first < n.first and PRONOUNS.get(m.name.lower()) == sex), None)

    def quoted(self) -> str:
        """Return all words in marks of the sentence, in lower case."""
        toks = self.clause.sentence.toks
        return " ".join(toks[i].text for i in self.clause.quotes).lower()


def he_or_she(people: Members, sex: str, stage: Stage | None, at: int) -> tuple[Member | None, float]:
    """Return who a pronoun at token ``at`` of a sentence is, and how present; None where nobody is."""
    weights: dict[int, tuple[Member, float]] = {id(m): (m, people.heard(m)) for m in people.lately()}
    for n in stage.people(at) if stage else ():
        here = people.find(n.name, n.title, n.office)
        if stage is not None and here is not None:
            had = weights.get(id(here), (here, NEVER))[1]
            weights[id(here)] = here, max(had, stage.level(n))
    fits = [(m, w) for m, w in weights.values() if m.sex in (sex, None) and _somebody(m)]
    if not fits:
        return None, NEVER
    if len(fits) > 1:
        quoted = stage.quoted() if stage else ""
        fits = [(m, w + _worth(m, quoted)) for m, w in fits]
    best, weight = max(fits, key=lambda f: (f[1], -f[0].order))
    return (best, weight) if weight >= FORGOTTEN else (None, NEVER)


def _somebody(member: Member) -> bool:
    """Tell whether a name can be a person's: one word that nothing else makes one's is a place or a firm."""
    if member.human:
        return True
    if member.thing or member.name.isupper():
        return False
    return member.named_alone or len(member.parts) > 1


def _worth(member: Member, quoted: str) -> float:
    worth = SURE if member.sex else 0.0
    if not (member.human or member.named_alone):
        worth -= STRANGE
    if quoted and member.parts[-1] in quoted:
        worth -= TOLD_OF
    return worth
