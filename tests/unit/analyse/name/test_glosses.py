from __future__ import annotations

import pytest

from generator.analyse.name.glosses import Gloss, gloss
from generator.analyse.name.names import nominals
from generator.analyse.word.tokens import tokens


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("then Ada Berg left", None),
        ("then Ada Berg, 43, left", Gloss((), "43")),
        ("then Ada Berg (43) left", Gloss((), "43")),
        ("then Ada Berg, a mother of two, left", Gloss(("mother",), None, "female")),
        ("then Ada Berg, 43, a baker from Marrow, left", Gloss(("baker",), "43")),
        ("then Otto Quell, son of a baker, left", Gloss(("son",), None, "male")),
        ("then Ada Berg, an avid runner and a gifted swimmer, left", Gloss(("runner", "swimmer"))),
        ("then her groom Otto Quell left", Gloss(("groom",), None, "male")),
        ("then his bride, Ada Berg left", Gloss(("bride",), None, "female")),
        ("to bride, Ada Berg left", None),
        ("then Ada Berg, 1943, left", None),
        ("then Ada Berg,", None),
    ],
)
def test_what_stands_beside_a_name(text: str, told: Gloss | None) -> None:
    toks = tokens(text, 0, len(text))
    person = next(n for n in nominals(toks) if n.sort == "person")
    assert gloss(toks, person) == told
