"""What the verbs of speech lead to: a clause, a question, something to do, a thing."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows, table

if TYPE_CHECKING:
    from generator.knowledge.tables import Cue


class Frame(StrEnum):
    """What may follow a verb as the words it reports, and what makes it hard to know as one."""

    THAT = "that"  # said that it rained, said it rained
    WHETHER = "whether"  # asked whether, explained how
    INFINITIVE = "infinitive"  # vowed to act
    HEARER_TO = "hearer-to"  # urged them to act
    HEARER = "hearer"  # told them that it rained
    OBJECT = "object"  # called it a shame, denounced the raid
    NOUN = "noun"  # its present is a noun too: the states, a claim


def frames(cue: Cue) -> frozenset[Frame]:
    """Return what a cue takes."""
    return _frames()[cue.lemma]


@cache
def _frames() -> dict[str, frozenset[Frame]]:
    more = {lemma: {Frame(f) for f in fields.split("; ")} for lemma, fields in rows("complements")}
    found = {}
    for cue in table("cues"):
        own = more.get(cue.lemma, set())
        own |= {Frame.THAT} if cue.takes_that else set()
        own |= {Frame.HEARER_TO} if cue.takes_obj_inf else set()
        found[cue.lemma] = frozenset(own)
    found |= {lemma: frozenset() for lemma, *_ in rows("tags")}
    for lemma, _, fields in rows("positions"):
        found[lemma] = frozenset(map(Frame, fields.split("; ")))
    return found
