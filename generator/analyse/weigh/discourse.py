"""What speaks for a nominal of another sentence, and what the quotations before it tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.analyse.cast.members import Identity
from generator.analyse.weigh.candidates import FAR, OVER, Candidate, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cue.cues import Mood
    from generator.analyse.weigh.ranking import Clue
    from generator.analyse.weigh.scenes import Scene, Standing


@dataclass(slots=True)
class Heard:
    """What was decided of an earlier quotation."""

    place: Place
    chosen: Candidate | None
    who: Identity | None
    scare: bool


@lru_cache(maxsize=32)
def where(steps: int) -> str:
    """Name the place of a candidate's sentence as seen from the quotation."""
    if steps == 0:
        return "here"
    if steps == FAR:
        return "far"
    if steps < -OVER:
        return f"over{-OVER - steps}"
    return f"on{steps}" if steps > 0 else f"back{-steps}"


def beyond(context: str, steps: int, scene: Scene, s: Standing) -> list[Clue]:
    """Return what speaks for a nominal of another sentence than the quotation's, of which ``context`` is."""
    place, role = where(steps), s.on if 0 < steps < FAR else s.back
    clues: list[Clue] = [
        (_stands, place, role, s.sort),
        (_among, place, role, context, scene.people),
        (_ends, place, role, scene.end, bool(scene.clause.quotes)),
    ]
    if role == "cue":
        last = s.own[-1]
        clues.append((_cued, place, last.cue.cue.kind, last.cue.cue.strength, last.mood, scene.end))
    if role == "none":
        clues.append((_idle, place, s.before, s.nominal.possessive))
    return clues


def _stands(seen: tuple[str, str, str]) -> Iterator[str]:
    """Tell where a nominal stands and what it does there."""
    place, role, sort = seen
    yield place
    yield f"{place},{sort}"
    yield f"{place},{role}"
    yield f"{place},{role},{sort}"
    yield f"role={role},{sort}"


def _among(seen: tuple[str, str, str, int]) -> Iterator[str]:
    """Tell what the quotation's own sentence tells of a speaker, and how many people this one names."""
    place, role, context, people = seen
    yield f"{place},{context}"
    yield f"{place},{role},{context}"
    yield f"{place},{role},of={people},{context}"


def _ends(seen: tuple[str, str, str, bool]) -> Iterator[str]:
    """Tell how the sentence of a nominal ends, and whether others are quoted in it."""
    place, role, end, quoted = seen
    yield f"{place},end={end},{role}"
    if quoted:
        yield f"{place},{role},quoted"


def _cued(seen: tuple[str, str, int, Mood, str]) -> Iterator[str]:
    """Tell the cue whose subject a nominal is."""
    place, kind, strength, mood, end = seen
    yield f"{place},cue={kind},{strength}"
    yield f"{place},cue={mood},{end}"


def _idle(seen: tuple[str, str, bool]) -> Iterator[str]:
    """Tell how a nominal stands that neither speaks nor is the subject."""
    place, before, owns = seen
    yield f"{place},none,{before}"
    yield f"{place},owns={owns}"


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


def history(kind: str, near: str, c: Candidate, *, known: bool) -> Clue:
    """Return what the quotation before tells of a candidate, and whether the article introduces him."""
    return _before, kind, near, where(c.steps), known


def _before(seen: tuple[str, str, str, bool]) -> Iterator[str]:
    kind, near, place, known = seen
    yield f"{kind},{near}"
    yield f"{kind},{near},{place}"
    if known:
        yield f"known,{place != 'here'}"
