"""Who said words in marks: candidates weighed by their clues, unknown where none is likely enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.analyse.cast.cast import Cast
from generator.analyse.cast.members import Member
from generator.analyse.cue.cues import Event
from generator.analyse.cue.speakers import choose
from generator.analyse.weigh.aims import Aim, aim_at
from generator.analyse.weigh.candidates import FAR, OVER, Candidate, Place, candidates, named
from generator.analyse.weigh.discourse import Heard, beyond, history, nearness
from generator.analyse.weigh.evidence import within
from generator.analyse.weigh.ranking import Clue, Scale, likelihoods, shipped
from generator.analyse.weigh.scare import nobody
from generator.analyse.weigh.scenes import Scene, scene
from generator.analyse.weigh.shapes import same
from generator.analyse.word.lexicon import peoples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cast.members import Identity
    from generator.analyse.cue.clauses import Clause
    from generator.analyse.name.names import Nominal

LATELY = 4  # quotations back that a mention is remembered
WHOLE = 8  # the size from which marked words that begin with a capital are a statement, whoever made it
FEW = 3  # words that are nobody's where nobody is named
DOUBT = 0.5  # the odds above which words in marks are nobody's statement
LIKELY = 0.35  # the odds, among all who may have made a statement, below which no speaker is named
# The same where no cue leads to the words: likelier than not. On articles held back 87 of 193 guesses below
# 0.8 were right; 0.8 costs 0.2 of joint F1 there and 0.7 on all 504, 0.5 nothing.
CUELESS = 0.5
_WITHOUT = ("cueless", "unfit")  # contexts in which none does
_SIGNS = ".,?! "
Options: TypeAlias = "list[list[Clue]]"  # what speaks for each candidate, for somebody not named, for nobody


@dataclass(slots=True)
class Verdict:
    """Who of the candidates said it, how likely that is, and how likely it is nobody's statement."""

    chosen: Candidate | None
    certainty: float
    scare: float
    rule: str = ""
    cue: str | None = None
    event: Event | None = None  # the cue in the sentence of the quotation
    least: float = LIKELY  # the certainty from which somebody is named

    @property
    def named(self) -> bool:
        """Tell whether somebody is likely enough to be named."""
        return self.chosen is not None and self.certainty >= self.least


@dataclass(slots=True)
class Case:
    """A quotation before the court: who may have said it, and which of the cast each of them is."""

    place: Place
    aim: Aim
    cands: Sequence[Candidate]
    members: Sequence[Member | None]

    def people(self) -> list[object]:
        """Return for each candidate what the mentions of one person have in common."""
        return [
            m.name if m else (c.placed.base, c.nominal.core.start, c.nominal.core.end)
            for c, m in zip(self.cands, self.members, strict=True)
        ]


Weigh: TypeAlias = Callable[[Case, Options, Scale], list[float]]


def weighed(case: Case, options: Options, scale: Scale) -> list[float]:  # noqa: ARG001 - others look at the case
    """Return the odds of each candidate, of somebody who is not named, and of nobody."""
    return likelihoods(options, scale)


@dataclass(slots=True)
class Court:
    """Weighs the candidates of each quotation in turn, and remembers what it decided."""

    cast: Cast
    scale: Scale = field(default_factory=shipped)
    weigh: Weigh = (
        weighed  # a field, not a method: a class that is not compiled cannot inherit from one that is
    )
    heard: list[Heard] = field(default_factory=list)
    _last: Candidate | None = None  # who was last found to have spoken
    _scenes: dict[int, Scene] = field(default_factory=dict)  # by the identity of the clauses, which they hold

    def decide(self, place: Place) -> Verdict:
        """Return who said a quotation."""
        if place.passage.heading:
            return _of_headline(place)
        aim, cands = aim_at(place.here.clause, place.n), self._candidates(place)
        find = self.cast.people.find
        members = [find(c.nominal.name) if c.nominal.sort == "person" else None for c in cands]
        case = Case(place, aim, cands, members)
        verdict = self._verdict(case, self.judge(case, self._options(case)))
        if len(place.passage.sentences) == 1 and _is_sentence(aim):
            return replace(verdict, scare=0.0)
        unsure = verdict.certainty < LIKELY and aim.size <= FEW
        if aim.choice is None and (unsure or aim.words.strip(_SIGNS) in peoples()):
            return replace(verdict, scare=1.0)  # the outlet's own distance: nobody is said to have used them
        return verdict

    def judge(self, case: Case, options: Options) -> list[float]:
        """Return the odds of each candidate, of somebody who is not named, and of nobody."""
        return self.weigh(case, options, self.scale)

    def hear(self, place: Place, verdict: Verdict) -> Identity | None:
        """Remember a decision; return who spoke, None where that is too unsure."""
        c, who, scare = verdict.chosen, None, verdict.scare > DOUBT
        if c is not None and verdict.named:
            known = self._known(c) or self.cast.resolve(named(c), c.placed.base)
            who = known and known.at(c.mention)
        self.heard.append(Heard(place, c, None if scare else who, scare))
        self._last = c if c and not scare else self._last
        return who

    def _known(self, c: Candidate) -> Identity | None:
        """Return who a mention was taken for a moment ago: "he" is still the same "he"."""
        lately = (h for h in reversed(self.heard[-LATELY:]) if h.chosen and h.chosen.is_same(c))
        return next((h.who for h in lately if h.who), None)

    def _candidates(self, place: Place) -> list[Candidate]:
        """Return those about the quotation, and who spoke last."""
        found = candidates(place)
        last = self._last
        if last is None or any(c.placed.base == last.placed.base for c in found):
            return found
        return [*found, replace(last, steps=FAR)]

    def _member(self, n: Nominal) -> Member | None:
        return self.cast.find(n.name) if n.sort == "person" else None

    def _scene(self, clause: Clause) -> Scene:
        """Return how those in a sentence stand, looked at once for all quotations about it."""
        found = self._scenes.get(id(clause))
        if found is None:
            found = self._scenes[id(clause)] = scene(clause)
        return found

    def _options(self, case: Case) -> Options:
        prior, aim = self.heard[-1] if self.heard else None, case.aim
        near = nearness(case.place, prior)
        told, earlier = f"{near},{aim.context}", f"{near},{'scare' if prior and prior.scare else 'said'}"
        out: Options = []
        placed = here = None
        for c, member in zip(case.cands, case.members, strict=True):
            if here is None or c.placed is not placed:  # those of one sentence stand in a row
                placed, here = c.placed, self._scene(c.placed.clause)
            standing = here.standings[c.nominal.last]
            clues = beyond(aim.context, c.steps, here, standing) if c.steps else within(aim, here, standing)
            clues.append(history(_heard(c, member, prior), told, c, known=bool(member and member.known)))
            out.append(clues)
        told = f"{aim.told.rule},{aim.told.subject is None}" if aim.told else "not"
        out.append([(_unnamed, aim.context, aim.size, earlier, told)])
        out.append([*nobody(aim, earlier)])
        return out

    def _verdict(self, case: Case, odds: Sequence[float]) -> Verdict:
        """Choose the person whose mentions together have the best odds, by the best of them."""
        aim, cands, people = case.aim, case.cands, case.people()
        scare = 0.0 if aim.size >= WHOLE and aim.capital else odds[-1]
        if not cands:
            return Verdict(None, 0.0, scare)
        pooled = dict.fromkeys(people, 0.0)
        for person, odd in zip(people, odds, strict=False):
            pooled[person] += odd
        best = max(range(len(cands)), key=lambda i: (pooled[people[i]], odds[i]))
        chosen = cands[best]
        meant = [
            self._meant(c, person) if c.nominal.sort == "pronoun" else person
            for c, person in zip(cands, people, strict=True)
        ]
        who = meant[best]
        together = sum([o for person, o in zip(meant, odds, strict=False) if person == who])
        event = _cue(aim, chosen)
        bare = not chosen.steps and aim.context in _WITHOUT
        certainty = together if bare else together / (1 - scare) if scare < 1 else 0.0
        cue = " ".join(event.cue.words) if event else None
        least = CUELESS if bare else LIKELY
        return Verdict(chosen, certainty, scare, _rule(aim, chosen), cue, event, least)

    def _meant(self, c: Candidate, person: object) -> object:
        """Return whom a candidate stands for: "who" for the name before it, any other for itself."""
        n = named(c)
        if n is c.nominal:
            return person
        member = self._member(n)
        return member.name if member else (c.placed.base, n.core.start, n.core.end)


def _is_sentence(aim: Aim) -> bool:
    """Tell whether nothing stands beside words that are a sentence: “We will rebuild.”."""
    return aim.context == "bare" and aim.capital and aim.words[-1:] in ".?!" and " " in aim.words


def _heard(c: Candidate, member: Member | None, prior: Heard | None) -> str:
    """Say how a candidate stands to the quotation before."""
    if prior is None or prior.chosen is None:
        return "unheard"
    if prior.chosen.is_same(c):
        return "prior"
    again = member is not None and prior.who is not None and prior.who.member is member
    return "prior-same" if again else "prior-other"


def _unnamed(seen: tuple[str, int, str, str]) -> Iterator[str]:
    """Tell what speaks for somebody who is not named."""
    context, size, earlier, told = seen
    yield "unnamed"
    yield f"unnamed,told={told}"
    yield f"unnamed,{context}"
    yield f"unnamed,{size}"
    yield f"unnamed,{earlier}"


def _of_headline(place: Place) -> Verdict:
    """Return who said words of a headline: by patterns alone, for there are none to learn from."""
    sentence = place.here.clause.sentence
    choice = choose(sentence, place.at, headline=True)
    if choice is None:
        return Verdict(None, 0.0, float(sentence.toks[place.at].text.count(" ") < FEW))
    if choice.subject is None:
        return Verdict(None, 0.0, 0.0)
    cue = " ".join(choice.event.cue.words) if choice.event else None
    return Verdict(Candidate(choice.subject, place.here, 0), choice.certainty, 0.0, choice.rule, cue)


def _rule(aim: Aim, chosen: Candidate) -> str:
    """Name the pattern by which somebody was chosen, "weighed" where no pattern alone would have."""
    if chosen.steps < -OVER or chosen.steps == FAR:
        return "carried over"
    if chosen.steps:
        return "carried on" if chosen.steps < 0 else "carried back"
    return aim.choice.rule if aim.choice and same(aim.choice.subject, chosen.nominal) else "weighed"


def _cue(aim: Aim, chosen: Candidate) -> Event | None:
    """Return the cue whose subject the chosen nominal is, nearest to the quotation."""
    own = [e for e in aim.clause.sentence.cues if not chosen.steps and same(e.subject, chosen.nominal)]
    return min(own, key=lambda e: abs(e.first - aim.at)) if own else None
