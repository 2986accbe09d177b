"""How one wording differs from another, in words."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.model.article import WITHDRAWN
from generator.model.text import bare
from generator.publish import phrases
from generator.publish.ledger import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.publish.ledger import Shown

Piece = tuple[str, str]
_KINDS = {"equal": "same", "insert": "added", "replace": "changed", "delete": "missing"}


def compare(full: str, other: str, hidden: Collection[str] = ()) -> tuple[tuple[Piece, ...], str]:
    """Return ``other`` in pieces against the fullest wording, and the same in a sentence.

    Pieces pair a kind with words as they are spelt: "same", "added" and "changed" those of ``other``,
    "missing" those that only the fullest wording has. Words are compared without case and points. What is
    ``hidden`` is not told in marks of ours.
    """
    if full == other:
        return (("same", other),), ""
    ours, theirs = full.split(), other.split()
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    pieces: list[Piece] = []
    adds: list[str] = []
    leaves: list[str] = []
    swaps: list[tuple[str, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        before, now = " ".join(ours[i:j]), " ".join(theirs[k:m])
        pieces.append((_KINDS[tag], _shown(before, hidden) if tag == "delete" else now))
        before, now = (_shown(words, hidden) for words in (before, now))
        if tag == "insert":
            adds.append(now)
        elif tag == "delete":
            leaves.append(before)
        elif tag == "replace":
            swaps.append((now, before))
    return tuple(pieces), phrases.differs(adds, leaves, swaps)


def _shown(words: str, hidden: Collection[str]) -> str:
    return WITHDRAWN if hidden and bare(fold(words)) in hidden else words


def _folded(words: Sequence[str]) -> list[str]:
    # Signs alone, a dash between spaces, fold to nothing: they are told apart by themselves.
    return [fold(word) or word for word in words]


def relation(seen: Shown, other: Shown) -> str:
    """Say how the words of another quote of the statement stand to those of the one that is seen."""
    if seen.folded == other.folded:
        return phrases.SAME
    if f" {seen.folded} " in f" {other.folded} ":
        return phrases.FULLER
    if f" {other.folded} " in f" {seen.folded} ":
        return phrases.FRAGMENT
    return phrases.OTHER
