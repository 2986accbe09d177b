"""How each that may speak stands in its sentence, whatever is asked of it: worked out once a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cue.clauses import Clause
from generator.analyse.cue.cues import Event, Mood
from generator.analyse.name.names import Nominal
from generator.analyse.weigh.shapes import same, shape, sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS = (",", ":", ";", "that", "and", "but", "who", "while", "as", "by")  # what may part two things
QUOTE = len(PARTS)
_PARTS = {word: k for k, word in enumerate(PARTS)}
_MANY = 3  # people from which they are not counted further
_FURTHER = ("owns", ",", "(")  # signs behind which another token is looked at


@dataclass(slots=True)
class Standing:
    """A nominal in its sentence: its form, the shapes of its neighbours, and the cues whose subject it is.

    ``further`` is the shape behind a comma, a bracket or 's that follows it, else nothing; ``back`` and
    ``on`` tell what it does as seen from a later sentence and from an earlier one.
    """

    nominal: Nominal
    sort: str
    before: str
    after: str
    further: str
    main: bool
    opens: bool
    own: list[Event]
    back: str
    on: str


@dataclass(slots=True)
class Scene:
    """A sentence as it is seen by its quotations, and by those of the sentences about it.

    ``standings`` are by the last token of a nominal; ``people`` tells how many are named, up to three, and
    ``end`` is the shape of the last token. The rest is for its own quotations: ``ends`` are the first and
    last tokens of its nominals, ``parts`` the places of the words of PARTS and of the quotations, and which
    each is; ``sources`` the last tokens of its sources ("according to"), -1 for one without a name.
    """

    clause: Clause
    standings: dict[int, Standing]
    people: int
    end: str
    ends: tuple[tuple[int, int], ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    sources: frozenset[int] = frozenset()

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
    standings = _standings(clause)
    people = min(_MANY, len([n for n in noms if n.sort in ("person", "pronoun")]))
    end = shape(toks, len(toks) - 1)
    if not clause.quotes:
        return Scene(clause, standings, people, end)
    parts = [
        (i, QUOTE if t.quote >= 0 else _PARTS[t.low])
        for i, t in enumerate(toks)
        if t.quote >= 0 or t.low in _PARTS
    ]
    ends = tuple([(n.first, n.last) for n in noms])
    told = [e.subject.last if e.subject else -1 for e in clause.sentence.cues if e.mood is Mood.SOURCE]
    return Scene(clause, standings, people, end, ends, tuple(parts), frozenset(told))


def _standings(clause: Clause) -> dict[int, Standing]:
    toks, subject = clause.sentence.toks, clause.subject
    opening = _opening(clause.sentence.noms)
    cues: dict[int, list[Event]] = {}  # by the last token of their subjects, as ``same`` compares them
    for e in clause.sentence.cues:
        if e.subject is not None:
            cues.setdefault(e.subject.last, []).append(e)
    found = {}
    for n in clause.speakers:
        after, main = shape(toks, n.last + 1), same(subject, n)
        own = cues.get(n.last, [])
        role = "cue" if own else "main" if main else "none"
        found[n.last] = Standing(
            nominal=n,
            sort=sort_of(n),
            before=shape(toks, n.first - 1),
            after=after,
            further=shape(toks, n.last + 2) if after in _FURTHER else "",
            main=main,
            opens=n.first == 0 or n.last == opening,
            own=own,
            back=(clause.choices and _said(clause, -1, n)) or role,
            on=(clause.choices and _said(clause, 0, n)) or role,
        )
    return found


def _opening(noms: Sequence[Nominal]) -> int:
    """Return the last token of the first: that of the name in "the Danish envoy Berg"."""
    if not noms:
        return -1
    titled = len(noms) > 1 and noms[1].sort == "person" and noms[1].first == noms[0].first
    return noms[titled].last


def _said(clause: Clause, which: int, n: Nominal) -> str:
    """Tell whether the patterns give the nearest words in marks of a sentence to a nominal, or others."""
    near = clause.choices[which]
    if near is not None and same(near.subject, n):
        return f"said-{near.rule}"
    return "said" if any(c is not None and same(c.subject, n) for c in clause.choices) else ""
