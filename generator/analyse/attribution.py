"""Who said words in marks: candidates weighed by their signs, unknown where none is likely enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.analyse.candidates import FAR, OVER, Candidate, Place, candidates, named
from generator.analyse.cast import Cast
from generator.analyse.discourse import Heard, beyond, history, nearness
from generator.analyse.evidence import Aim, aim_at, within
from generator.analyse.ranking import likelihoods, shipped
from generator.analyse.scare import nobody
from generator.analyse.shapes import same
from generator.analyse.speakers import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cast import Identity
    from generator.analyse.names import Nominal

LATELY = 4  # quotations back that a mention is remembered
WHOLE = 8  # the size from which marked words that begin with a capital are a statement, whoever made it
FEW = 3  # words that are nobody's where nobody is named
DOUBT = 0.5  # the odds above which words in marks are nobody's statement
LIKELY = 0.35  # the odds, among all who may have made a statement, below which no speaker is named
Options: TypeAlias = "list[list[str]]"  # the signs of each candidate, of somebody not named, and of nobody


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who of the candidates said it, how likely that is, and how likely it is nobody's statement."""

    chosen: Candidate | None
    certainty: float
    scare: float
    rule: str = ""
    cue: str | None = None


@dataclass(slots=True)
class Court:
    """Weighs the candidates of each quotation in turn, and remembers what it decided."""

    cast: Cast
    weights: Mapping[str, float] = field(default_factory=shipped)
    heard: list[Heard] = field(default_factory=list)
    _last: Candidate | None = None  # who was last found to have spoken

    def decide(self, place: Place) -> Verdict:
        """Return who said a quotation."""
        if place.passage.heading:
            return _of_headline(place)
        aim = aim_at(place.here.clause, place.n)
        cands = self._candidates(place)
        verdict = self._verdict(aim, cands, self.judge(place, cands, self._signs(place, aim, cands)))
        if verdict.certainty < LIKELY and aim.size <= FEW and aim.choice is None:
            return replace(verdict, scare=1.0)  # the outlet's own distance: nobody is said to have used them
        return verdict

    def judge(self, place: Place, cands: Sequence[Candidate], options: Options) -> list[float]:  # noqa: ARG002 - a pupil looks at them
        """Return the odds of each candidate, of somebody who is not named, and of nobody."""
        return likelihoods(options, self.weights)

    def hear(self, place: Place, verdict: Verdict) -> Identity | None:
        """Remember a decision; return who spoke, None where that is too unsure."""
        c, who, scare = verdict.chosen, None, verdict.scare > DOUBT
        if c is not None and verdict.certainty >= LIKELY:
            known = self._known(c) or self.cast.resolve(named(c), c.placed.base)
            who = known and replace(known, mention=c.mention)
        self.heard.append(Heard(place, c, None if scare else who, scare))
        self._last = c if c and not scare else self._last
        return who

    def _known(self, c: Candidate) -> Identity | None:
        """Return who a mention was taken for a moment ago: "he" is still the same "he"."""
        lately = (h for h in reversed(self.heard[-LATELY:]) if h.chosen and h.chosen.mention == c.mention)
        return next((h.who for h in lately if h.who), None)

    def _candidates(self, place: Place) -> list[Candidate]:
        """Return those about the quotation, and who spoke last."""
        found = candidates(place)
        last = self._last
        if last is None or any(c.placed.base == last.placed.base for c in found):
            return found
        return [*found, replace(last, steps=FAR)]

    def _signs(self, place: Place, aim: Aim, cands: Sequence[Candidate]) -> Options:
        prior = self.heard[-1] if self.heard else None
        near = nearness(place, prior)
        earlier = f"{near},{'scare' if prior and prior.scare else 'said'}"
        out = []
        for c in cands:
            signs = [*beyond(aim, c)] if c.steps else [*within(aim, c.nominal)]
            member = self.cast.find(c.nominal.name) if c.nominal.sort == "person" else None
            again = bool(member and prior and prior.who and prior.who.member is member)
            signs += history(c, prior, f"{near},{aim.context}", again=again)
            if member is not None and member.known:
                signs.append(f"known,{c.steps != 0}")
            out.append(signs)
        out.append(["unnamed", f"unnamed,{aim.context}", f"unnamed,{aim.size}", f"unnamed,{earlier}"])
        out.append([*nobody(aim, earlier)])
        return out

    def _verdict(self, aim: Aim, cands: Sequence[Candidate], odds: Sequence[float]) -> Verdict:
        """Choose the person whose mentions together have the best odds, by the best of them."""
        scare = 0.0 if aim.size >= WHOLE and aim.capital else odds[-1]
        if not cands:
            return Verdict(None, 0.0, scare)
        people = [self._person(c, c.nominal) for c in cands]
        pooled = dict.fromkeys(people, 0.0)
        for person, odd in zip(people, odds, strict=False):
            pooled[person] += odd
        best = max(range(len(cands)), key=lambda i: (pooled[people[i]], odds[i]))
        chosen = cands[best]
        who = self._person(chosen, named(chosen))
        together = sum(o for c, o in zip(cands, odds, strict=False) if self._person(c, named(c)) == who)
        certainty = together / (1 - scare) if scare < 1 else 0.0
        return Verdict(chosen, certainty, scare, _rule(aim, chosen), _cue(aim, chosen))

    def _person(self, c: Candidate, n: Nominal) -> object:
        """Return what the mentions of one person have in common."""
        member = self.cast.find(n.name) if n.sort == "person" else None
        return member.name if member else (c.placed.base, n.core)


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


def _cue(aim: Aim, chosen: Candidate) -> str | None:
    """Return the cue whose subject the chosen nominal is, nearest to the quotation."""
    own = [e for e in aim.clause.sentence.cues if not chosen.steps and same(e.subject, chosen.nominal)]
    return " ".join(min(own, key=lambda e: abs(e.first - aim.at)).cue.words) if own else None
