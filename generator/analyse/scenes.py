"""How each that may speak stands in its sentence, whatever is asked of it: worked out once a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.clauses import Clause
from generator.analyse.cues import Event
from generator.analyse.names import Nominal
from generator.analyse.shapes import same, shape, sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.speakers import Choice

PARTS = (",", ":", ";", "that", "and", "but", "who", "while", "as", "by")  # what may part two things
QUOTE = len(PARTS)
_PARTS = {word: k for k, word in enumerate(PARTS)}
_MANY = 3  # people from which they are not counted further
_FURTHER = ("owns", ",", "(")  # signs behind which another token is looked at


@dataclass(frozen=True, slots=True)
class Standing:
    """A nominal in its sentence: its form, the shapes of its neighbours, and the cues whose subject it is.

    ``further`` is the shape behind a comma, a bracket or 's that follows it, else nothing. ``role`` tells
    what it does as seen from a later sentence and from an earlier one.
    """

    nominal: Nominal
    sort: str
    before: str
    after: str
    further: str
    main: bool
    opens: bool
    own: tuple[Event, ...]
    role: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as it is seen by its quotations, and by those of the sentences about it.

    ``standings`` are by the last token of a nominal; ``ends`` the first and last tokens of its nominals;
    ``parts`` the places of the words of PARTS and of the quotations, and which each is; ``people`` how
    many it names, up to three; ``end`` the shape of its last token.
    """

    clause: Clause
    standings: dict[int, Standing]
    ends: tuple[tuple[int, int], ...]
    parts: tuple[tuple[int, int], ...]
    people: int
    end: str

    def parting(self, start: int, stop: int) -> int:
        """Return which of PARTS stand at tokens ``[start, stop)``, as the bits of a number."""
        found, parts = 0, self.parts
        for i in range(bisect_left(parts, (start, 0)), len(parts)):
            at, part = parts[i]
            if at >= stop:
                break
            found |= 1 << part
        return found

    def between(self, low: int, high: int, last: int) -> int:
        """Count the nominals that begin between two tokens, but for one that ends at ``last``."""
        return len([1 for begin, end in self.ends if low < begin < high and end != last])


def scene(clause: Clause) -> Scene:
    """Look at a sentence."""
    toks, noms = clause.sentence.toks, clause.sentence.noms
    parts = [(i, QUOTE if t.quote >= 0 else _PARTS.get(t.low, -1)) for i, t in enumerate(toks)]
    return Scene(
        clause=clause,
        standings={n.last: _standing(clause, n) for n in clause.speakers},
        ends=tuple((n.first, n.last) for n in noms),
        parts=tuple(p for p in parts if p[1] >= 0),
        people=min(_MANY, sum(n.sort in ("person", "pronoun") for n in noms)),
        end=shape(toks, len(toks) - 1),
    )


def _standing(clause: Clause, n: Nominal) -> Standing:
    toks, noms = clause.sentence.toks, clause.sentence.noms
    after, main = shape(toks, n.last + 1), same(clause.subject, n)
    own = tuple(e for e in clause.sentence.cues if same(e.subject, n))
    role = "cue" if own else "main" if main else "none"
    back, on = (_said(clause.choices, which, n) or role for which in (-1, 0))
    return Standing(
        nominal=n,
        sort=sort_of(n),
        before=shape(toks, n.first - 1),
        after=after,
        further=shape(toks, n.last + 2) if after in _FURTHER else "",
        main=main,
        opens=n.first == 0 or (bool(noms) and n.last == noms[0].last),
        own=own,
        role=(back, on),
    )


def _said(choices: Sequence[Choice | None], which: int, n: Nominal) -> str:
    """Tell whether the patterns give the nearest words in marks of a sentence to a nominal, or others."""
    near = choices[which] if choices else None
    if near is not None and same(near.subject, n):
        return f"said-{near.rule}"
    return "said" if any(c is not None and same(c.subject, n) for c in choices) else ""
