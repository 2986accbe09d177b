"""A court that writes down how each quotation was decided, for people who want to see why.

It costs about what the deciding itself does and is used where somebody looks, never in a build. The reading
is the same with it as without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.analyse.weigh.attribution import DOUBT, Case, Court, Options, Verdict
from generator.analyse.weigh.candidates import named
from generator.analyse.weigh.ranking import signs_of
from generator.analyse.weigh.shapes import same
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cast.members import Identity
    from generator.analyse.weigh.candidates import Candidate, Place
    from generator.analyse.weigh.ranking import Clue

BEST = 3  # of those who were weighed, how many are told


@dataclass(slots=True)
class Standing:
    """One who may have said it: his name in the article, how likely he is, what each sign weighed.

    ``odds`` are those of all his mentions among all who may have said it, as a verdict's certainty is;
    ``weights`` are of the likeliest mention, ``words`` are that mention, ``cue`` is its verb of speech.
    """

    name: str
    words: str
    odds: float
    weights: Mapping[str, float]
    cue: str | None = None


@dataclass(slots=True)
class Hearing:
    """How one quotation in marks was decided.

    ``standing`` begins with the likeliest; it is empty where patterns alone decide, as in headlines.
    ``unnamed`` is how likely it is somebody whom the report does not name, ``nobody`` that the words are
    nobody's statement, and ``why_nobody`` what speaks for that.
    """

    span: Span
    verdict: Verdict
    who: str | None
    standing: tuple[Standing, ...] = ()
    unnamed: float = 0.0
    nobody: float = 0.0
    why_nobody: Mapping[str, float] = field(default_factory=dict)

    @property
    def chosen(self) -> Standing | None:
        """Return who was chosen, None where nobody was likely enough."""
        sure = self.verdict.named and self.verdict.scare <= DOUBT
        return next((s for s in self.standing if sure and s.name == self.who), None)

    @property
    def rival(self) -> Standing | None:
        """Return the likeliest of the others."""
        return next((s for s in self.standing if s is not self.chosen), None)


@dataclass(slots=True)
class _Weighed:
    """What was weighed of the quotation that is before the court."""

    standing: tuple[Standing, ...] = ()
    unnamed: float = 0.0
    nobody: float = 0.0
    why_nobody: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Witness(Court):
    """Decides as the court does, and remembers every hearing."""

    hearings: list[Hearing] = field(default_factory=list)
    _weighed: _Weighed = field(default_factory=_Weighed)

    def judge(self, case: Case, options: Options) -> list[float]:
        """Return the odds of the options, and remember what spoke for each."""
        odds = Court.judge(self, case, options)
        some = 1 - odds[-1]
        shares = [o / some if some else 0.0 for o in odds[:-1]]
        weighed = [self._weights(clues) for clues in options]
        standing = self._standing(case.cands, shares, weighed)
        self._weighed = _Weighed(standing, shares[-1], odds[-1], weighed[-1])
        return odds

    def _weights(self, clues: Sequence[Clue]) -> dict[str, float]:
        """Return what each sign weighs that these clues are told by."""
        known = self.scale.weights
        signs = [sign for clue in clues for sign in signs_of(clue) if sign in known]
        return {sign: known[sign] * signs.count(sign) for sign in signs}

    def hear(self, place: Place, verdict: Verdict) -> Identity | None:
        """Remember a decision and how it came about."""
        c = verdict.chosen
        known = self._known(c) or self.cast.resolve(named(c), c.placed.base) if c else None
        who = Court.hear(self, place, verdict)
        span = place.passage.mark(place.number).span
        name = who.name if who else known.name if known else None
        found = _Weighed() if place.passage.heading else self._weighed
        self.hearings.append(
            Hearing(span, verdict, name, found.standing, found.unnamed, found.nobody, found.why_nobody)
        )
        return who

    def _standing(
        self, cands: Sequence[Candidate], shares: Sequence[float], weighed: Sequence[Mapping[str, float]]
    ) -> tuple[Standing, ...]:
        """Return those who were weighed, the mentions of one person together."""
        names = [self._called(c) for c in cands]
        out = []
        for name in dict.fromkeys(names):
            own = [i for i, n in enumerate(names) if n == name]
            best = max(own, key=lambda i: shares[i])
            c = cands[best]
            out.append(Standing(name, c.nominal.name, sum(shares[i] for i in own), weighed[best], _cue_of(c)))
        return tuple(sorted(out, key=lambda s: -s.odds)[:BEST])

    def _called(self, c: Candidate) -> str:
        who = self._known(c) or self.cast.resolve(named(c), c.placed.base)
        return who.name if who else c.nominal.name


def _cue_of(c: Candidate) -> str | None:
    """Return the verb of speech whose subject a mention is."""
    own = [e for e in c.placed.clause.sentence.cues if same(e.subject, c.nominal)]
    return " ".join(own[-1].cue.words) if own else None
