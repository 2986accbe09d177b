"""What a description is of: a person or a thing, one that is known or any."""

from __future__ import annotations

from generator.analyse.word import gender
from generator.analyse.word.words import PREPOSITIONS, listed
from generator.knowledge.people import people_nouns

SOME = ("a ", "an ", "one ", "some ", "several ", "another ", "many ", "most ", "other ", "two ", "three ")
_AGENTS = ("ist", "eer", "ian", "grapher", "maker", "keeper", "holder", "owner", "goer", "worker")
_SHARED = PREPOSITIONS | listed("who which that , and")


def is_single(name: str) -> bool:
    """Tell whether a description is of one that is known: "the farmer", not "a farmer", "officials"."""
    return not name.lower().startswith(SOME) and not name.endswith("s")


def is_human(name: str) -> bool:
    """Tell whether a description is of a person: "the farmer", not "the film"."""
    head = head_of(name)
    return head in people_nouns() or gender.of_word(head) is not None or head.endswith(_AGENTS)


def head_of(name: str) -> str:
    """Return the noun that a description turns on: "mother" of "the mother of two"."""
    words = name.lower().split()
    end = next((i for i, w in enumerate(words) if i and w in _SHARED), len(words))
    return words[end - 1] if words else ""
