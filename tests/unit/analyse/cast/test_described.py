from __future__ import annotations

import pytest

from generator.analyse.cast.described import fitting
from generator.analyse.cast.members import ACTED, Members
from generator.analyse.cue.clauses import clause
from generator.analyse.cue.descriptions import described_before
from generator.analyse.name.names import nominals
from generator.analyse.word.tokens import tokens


@pytest.mark.parametrize(
    ("told", "described", "found"),
    [
        ("Ada Berg, a baker from Marrow, came", "the baker", ["Ada Berg"]),
        ("Ada Berg, a baker from Marrow, came", "a baker", []),
        ("Ada Berg, a baker from Marrow, came", "the bakers", []),
        ("Ada Berg, a baker from Marrow, came", "the widow", []),
        ("Ada Berg, 43, came", "the 43-year-old", ["Ada Berg"]),
        ("Ada Berg, 43, came", "the 44-year-old", []),
        ("Mayor Ada Berg came", "the 44-year-old", ["Ada Berg"]),
        ("Senator Ada Berg came", "the lawmaker", ["Ada Berg"]),
        ("Defence minister Ada Berg came", "the minister", ["Ada Berg"]),
        ("Vice president Ada Berg came", "the president", []),
        ("Norwegian envoy Ada Berg came", "the Danish diplomat", []),
    ],
)
def test_whom_a_description_fits(told: str, described: str, found: list[str]) -> None:
    toks = tokens(told, 0, len(told))
    people = Members.of([clause(tuple(toks), tuple(nominals(toks)))])
    for m in people.all:
        people.rise(m, ACTED)
    words = tokens(f"{described} said", 0, len(described) + 5)
    n = next((n for n in reversed(nominals(words)) if n.sort in ("people", "office")), None)
    n = n or described_before(words, len(words) - 1)
    assert n is not None
    actor = n.actors[0] if n.actors else None
    fits = fitting(n, actor, people, lambda m: m.actors[0] if m.actors else None)
    assert [m.name for m in fits] == found
