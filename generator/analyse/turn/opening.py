"""A clean text opened for reading: its passages, its people, and the talk that it is, if it is one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.analyse.cast.cast import Cast
from generator.analyse.cue.passages import Passage, passages
from generator.analyse.turn.sayers import Spoken, spoken_in
from generator.analyse.turn.talks import Talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import CleanText


def opened(clean: CleanText) -> tuple[list[Passage], Cast, Spoken]:
    """Return what a text is read by; of a talk the passages are without the labels."""
    spoken = spoken_in(clean)
    if spoken.talk.turns:
        read = passages(spoken.talk.without_labels(clean))
        cast = _cast(read, spoken)
        if heard := spoken.answered(read, cast):
            return read, cast, heard
        spoken = Spoken(Talk())
    read = passages(clean)
    return read, _cast(read, spoken), spoken


def _cast(read: Sequence[Passage], spoken: Spoken) -> Cast:
    heads = spoken.talk.turns  # of a talk the headline may be all that names somebody in full
    said = (s.clause for p in read if heads or not p.heading for s in p.sentences)
    return Cast.of(chain(spoken.clauses(), said))
