"""A quotation in its sentence: how it begins and ends, what stands beside it, what the patterns say of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.clauses import Clause
from generator.analyse.shapes import shape
from generator.analyse.speakers import Choice

MARKS = "“”\"„«»‘’'"
SURE = 0.9  # the certainty from which the patterns are taken for sure
_SIZES = (1, 3, 5, 8)  # words of a quotation
_OUTSIDE = frozenset(",.?!")


@dataclass(frozen=True, slots=True)
class Aim:
    """A quotation by its token, of which somebody is sought who said it.

    A comma or stop behind the mark, as British texts set it, counts to the ``words``, as American ones do;
    ``after`` is the token behind both. ``lead`` and ``follow`` are the shapes of the tokens on both sides.
    ``size`` is the least of _SIZES that its words do not pass, one more beyond; ``context`` what the
    sentence tells of a speaker: nothing (bare), no cue, cues that do not fit, or one that does.
    """

    clause: Clause
    at: int
    after: int
    words: str
    capital: bool
    size: int
    choice: Choice | None
    context: str
    lead: str
    follow: str

    @property
    def letter(self) -> str:
        """Return "A" or "a": how the words begin."""
        return "A" if self.capital else "a"

    @property
    def tail(self) -> str:
        """Return "," where the words end in a comma, else "-"."""
        return "," if self.words[-1:] == "," else "-"


def aim_at(clause: Clause, n: int) -> Aim:
    """Describe quotation ``n`` of a sentence."""
    at, choice = clause.quotes[n], clause.choices[n]
    toks = clause.sentence.toks
    words = toks[at].text.strip(MARKS)
    sign = toks[at + 1].text if at + 1 < len(toks) else ""
    outside = sign in _OUTSIDE and words[-1:] not in _OUTSIDE
    after = at + 1 + outside
    first = next((c for c in words if c.isalnum()), "")
    return Aim(
        clause=clause,
        at=at,
        after=after,
        words=words + sign * outside,
        capital=first.isupper(),
        size=next((s for s in _SIZES if words.count(" ") < s), _SIZES[-1] + 1),
        choice=choice,
        context=_context(clause, choice),
        lead=shape(toks, at - 1),
        follow=shape(toks, after),
    )


def _context(clause: Clause, choice: Choice | None) -> str:
    if clause.bare:
        return "bare"
    if choice is None:
        return "unfit" if clause.sentence.cues else "cueless"
    if choice.subject is None:
        return "unnamed"
    return "sure" if choice.certainty > SURE else "cued"
