"""How the wordings of a statement stand to its fullest, in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.article import WITHDRAWN
from generator.model.corpus import Relation
from generator.model.text import bare
from generator.publish.phrase import phrases
from generator.publish.phrase.languages import english
from generator.publish.tally.shown import Shown, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from generator.model.article import Article
    from generator.publish.phrase.tongue import Tongue
    from generator.publish.tally.statements import Statement

Piece = tuple[str, str]
Step = tuple[str, Sequence[str], Sequence[str]]
_ENDS = re.compile(r"[.!?][\"'”’»)]*$")  # of a sentence
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Of the shorter wording's words. Of 85 wordings that linking took for other words of the fullest, 8 have at
# most 0.18 in common with it: other sentences of what was said. All others have more than 0.45.
IN_COMMON = 1 / 3
_NEAREST = tuple(Relation)
# How words stand to the fullest wording, as the languages name it under "relation".
SAME, OTHER, FRAGMENT, FULLEST, PART, JOINED = "same", "other", "fragment", "fullest", "part", "joined"
_KINDS = {"equal": "same", "insert": "added", "replace": "changed", "delete": "missing"}


def compare(
    full: str, other: str, hidden: Collection[str] = (), tongue: Tongue | None = None
) -> tuple[tuple[Piece, ...], str]:
    """Return ``other`` in pieces against the fullest wording, and the same in a sentence.

    Pieces pair a kind with words as they are spelt: "same", "added" and "changed" those of ``other``,
    "missing" those that only the fullest wording has. Words are compared in one spelling, without case and
    points; what goes over the end of a sentence stands for no words of another, it is added or left out. What
    is ``hidden`` is not told in marks of ours. Two that have too few words in common are not compared: the
    one piece is "apart".
    """
    if full == other or fold(full) == fold(other) != "":
        return (("same", other),), ""
    if apart(full, other):
        return (("apart", other),), ""
    ours, theirs = full.split(), other.split()
    pieces: list[Piece] = []
    adds: list[str] = []
    leaves: list[str] = []
    swaps: list[tuple[str, str]] = []
    for tag, gone, come in _steps(ours, theirs):
        before, now = " ".join(gone), " ".join(come)
        pieces.append((_KINDS[tag], _shown(before, hidden) if tag == "delete" else now))
        before, now = (_shown(words, hidden) for words in (before, now))
        if tag == "insert":
            adds.append(now)
        elif tag == "delete":
            leaves.append(before)
        elif tag == "replace":
            swaps.append((now, before))
    return tuple(pieces), phrases.differs(tongue or english(), adds, leaves, swaps)


def _steps(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Step]:
    """Yield what is equal, or differs, in order, a difference sentence by sentence."""
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        gone, come = ours[i:j], theirs[k:m]
        if tag == "replace" and fold(" ".join(gone)) == fold(" ".join(come)) != "":
            yield "equal", gone, come  # "cannot" for "can not"
        elif tag == "replace":
            yield from _by_sentence(gone, come, begun=i > 0 and not _ENDS.search(ours[i - 1]))
        else:
            yield tag, gone, come


def _by_sentence(gone: Sequence[str], come: Sequence[str], *, begun: bool) -> list[Step]:
    """Lay a difference side by side sentence by sentence; what one side has more of stands for nothing.

    Where the difference goes on from a ``begun`` sentence that has its counterpart, else the last has.
    """
    before, now = _sentences(gone), _sentences(come)
    n = min(len(before), len(now))
    if not begun:
        before, now = before[::-1], now[::-1]
    left, more = (
        [word for part in side[n:][:: 1 if begun else -1] for word in part] for side in (before, now)
    )
    steps: list[Step] = [("replace", one, two) for one, two in zip(before[:n], now[:n], strict=True)]
    steps += [("delete", left, [])] if left else []
    steps += [("insert", [], more)] if more else []
    return steps if begun else steps[::-1]


def _sentences(words: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        parts[-1].append(word)
        if _ENDS.search(word):
            parts.append([])
    return parts if parts[-1] else parts[:-1]


@lru_cache(maxsize=4096)
def apart(full: str, other: str) -> bool:
    """Tell whether two wordings have so few words in common, in one order, that they are two parts."""
    ours, theirs = _folded(full.split()), _folded(other.split())
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return shared <= IN_COMMON * min(len(ours), len(theirs))


def _shown(words: str, hidden: Collection[str]) -> str:
    return WITHDRAWN if hidden and bare(_as_hidden(words)) in hidden else words


def _as_hidden(words: str) -> str:
    """Fold words as those are that an editor hid: in their own spelling."""
    return " ".join(_WORD.findall(words.casefold().replace("’", "'")))


def _folded(words: Sequence[str]) -> list[str]:
    # Signs alone, a dash between spaces, fold to nothing: they are told apart by themselves.
    return [fold(word) or word for word in words]


def relation(statement: Statement, member: Shown) -> str:
    """Name how the words of a member stand to the fullest wording: the same wherever it is told."""
    if member.relation is Relation.FRAGMENT:
        return FRAGMENT
    if member.relation is Relation.SAME:
        return FULLEST if any(m.relation is not Relation.SAME for m in statement.members) else SAME
    if not apart(statement.words, member.words):
        return OTHER
    named = {ident for m in statement.members for ident in m.quote.same_statement}
    return JOINED if member.quote.same_statement or member.quote.id in named else PART


@dataclass(frozen=True, slots=True)
class Nearest:
    """What an outlet has that is nearest to the fullest wording, and how many of its reports have any."""

    member: Shown
    relation: str
    reports: int


def nearest(statement: Statement, name: Callable[[Article], str]) -> dict[str, Nearest]:
    """Return by outlet, or by report where none is stated, what is nearest to the fullest wording.

    An outlet may have a statement in several quotations. The fullest wording comes first.
    """
    found: dict[str, Shown] = {}
    reports: dict[str, set[str]] = defaultdict(set)
    for member in statement.members:
        key = name(member.article) or member.article.id
        reports[key].add(member.article.id)
        held = found.setdefault(key, member)
        if _NEAREST.index(member.relation) < _NEAREST.index(held.relation):
            found[key] = member
    return {key: Nearest(m, relation(statement, m), len(reports[key])) for key, m in found.items()}
