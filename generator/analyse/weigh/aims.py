"""A quotation in its sentence: how it begins and ends, what stands beside it, what the patterns say of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cue.clauses import Clause
from generator.analyse.cue.reported import Reported
from generator.analyse.cue.speakers import Choice
from generator.analyse.weigh.shapes import shape

if TYPE_CHECKING:
    from generator.analyse.cue.cues import Event
    from generator.analyse.name.names import Nominal

MARKS = "“”\"„«»‘’'"
SURE = 0.9  # the certainty from which the patterns are taken for sure
_SIZES = (1, 3, 5, 8, 9)  # words of a quotation, the last for all that are longer
_OUTSIDE = frozenset(",.?!")


@dataclass(slots=True)
class Aim:
    """A quotation by its token, of which somebody is sought who said it.

    A comma or stop behind the mark, as British texts set it, counts to the ``words``, as American ones do;
    ``after`` is the token behind both. ``lead`` and ``follow`` are the shapes of the tokens on both sides.
    ``size`` is the least of _SIZES that its words do not pass, else the last; ``context`` what the
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
    letter: str  # "A" or "a": how the words begin
    tail: str  # "," where the words end in a comma, else "-"
    tight: str  # how the cue that the patterns chose stands to its subject
    told: Reported | None  # the reported speech that holds the words


def aim_at(clause: Clause, n: int) -> Aim:
    """Describe quotation ``n`` of a sentence."""
    at, choice = clause.quotes[n], clause.choices[n]
    toks = clause.sentence.toks
    words = toks[at].text.strip(MARKS)
    sign = toks[at + 1].text if at + 1 < len(toks) else ""
    outside = sign in _OUTSIDE and words[-1:] not in _OUTSIDE
    after = at + 1 + outside
    capital = next((c for c in words if c.isalnum()), "").isupper()
    return Aim(
        clause=clause,
        at=at,
        after=after,
        words=words + sign * outside,
        capital=capital,
        size=_SIZES[bisect_right(_SIZES, words.count(" "), hi=len(_SIZES) - 1)],
        choice=choice,
        context=_context(clause, choice),
        lead=shape(toks, at - 1),
        follow=shape(toks, after),
        letter="A" if capital else "a",
        tail="," if (sign if outside else words[-1:]) == "," else "-",
        tight=tight(choice.event, choice.subject) if choice and choice.event and choice.subject else "",
        told=_told(clause, toks[at].start),
    )


def _told(clause: Clause, start: int) -> Reported | None:
    """Return the reported speech that holds what begins at a place of the sentence."""
    return next((t for t in clause.told if any(s.start <= start < s.end for s in t.spans)), None)


def tight(event: Event, subject: Nominal) -> str:
    """Say whether a cue stands right beside its subject, and whether that is a name."""
    beside = abs(event.first - subject.last) == 1 or abs(subject.first - event.last) == 1
    return f"{'beside' if beside else 'apart'}-{'name' if subject.sort == 'person' else subject.sort}"


def _context(clause: Clause, choice: Choice | None) -> str:
    if clause.bare:
        return "bare"
    if choice is None:
        return "unfit" if clause.sentence.cues else "cueless"
    if choice.subject is None:
        return "unnamed"
    return "sure" if choice.certainty > SURE else "cued"
