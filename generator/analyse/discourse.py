"""What speaks for a nominal of another sentence, and what the quotations before it tell, as signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.candidates import FAR, OVER, Candidate, Place
from generator.analyse.cast import Identity
from generator.analyse.shapes import same, shape, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.clauses import Clause
    from generator.analyse.evidence import Aim

MANY = 3  # people from which they are not counted further


@dataclass(frozen=True, slots=True)
class Heard:
    """What was decided of an earlier quotation."""

    place: Place
    chosen: Candidate | None
    who: Identity | None
    scare: bool


def where(c: Candidate) -> str:
    """Name the place of a candidate's sentence as seen from the quotation."""
    if c.steps == 0:
        return "here"
    if c.steps == FAR:
        return "far"
    if c.steps < -OVER:
        return f"over{-OVER - c.steps}"
    return f"on{c.steps}" if c.steps > 0 else f"back{-c.steps}"


def beyond(aim: Aim, c: Candidate) -> Iterator[str]:
    """Yield the signs of a nominal of another sentence than the quotation's."""
    n, clause, place = c.nominal, c.placed.clause, where(c)
    toks, sort = clause.sentence.toks, sort_of(n)
    own = [e for e in clause.sentence.cues if same(e.subject, n)]
    role = _said(clause, c) or ("cue" if own else "main" if same(clause.subject, n) else "none")
    end = shape(toks, len(toks) - 1)
    yield place
    yield f"{place},{aim.context}"
    yield f"{place},{sort}"
    yield f"{place},{role}"
    yield f"{place},{role},{aim.context}"
    yield f"{place},{role},{sort}"
    yield f"role={role},{sort}"
    yield f"{place},{role},of={_people(clause)},{aim.context}"
    yield f"{place},end={end},{role}"
    if role == "cue":
        yield f"{place},cue={own[-1].cue.cue.kind},{own[-1].cue.cue.strength}"
        yield f"{place},cue={own[-1].mood},{end}"
    if role == "none":
        yield f"{place},none,{shape(toks, n.first - 1)}"
        yield f"{place},owns={n.possessive}"
    if clause.quotes:
        yield f"{place},{role},quoted"


def _people(clause: Clause) -> int:
    return min(MANY, sum(n.sort in ("person", "pronoun") for n in clause.sentence.noms))


def _said(clause: Clause, c: Candidate) -> str:
    """Tell whether the patterns give the nearest words in marks of a sentence to a nominal."""
    if not clause.choices:
        return ""
    near = clause.choices[-1 if c.steps < 0 or c.steps == FAR else 0]
    if near is not None and same(near.subject, c.nominal):
        return f"said-{near.rule}"
    return "said" if any(o is not None and same(o.subject, c.nominal) for o in clause.choices) else ""


def nearness(place: Place, prior: Heard | None) -> str:
    """Say how far the quotation before stands."""
    if prior is None:
        return "none"
    if prior.place.passage is place.passage:
        steps = place.k - prior.place.k
        return "same" if steps == 0 else "next" if steps == 1 else "para"
    if prior.place.passage is place.before:
        last = prior.place.k == len(prior.place.passage.sentences) - 1
        return f"above-{last}-{place.k == 0}"
    return "far"


def history(c: Candidate, prior: Heard | None, near: str, *, again: bool) -> Iterator[str]:
    """Yield what the quotation before tells of a candidate; ``again`` where the same person made it."""
    if prior is None or prior.chosen is None:
        kind = "unheard"
    elif prior.chosen.mention == c.mention:
        kind = "prior"
    else:
        kind = "prior-same" if again else "prior-other"
    yield f"{kind},{near}"
    yield f"{kind},{near},{where(c)}"
