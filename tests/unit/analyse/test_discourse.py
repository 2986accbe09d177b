from __future__ import annotations

import pytest

from generator.analyse.candidates import Place, candidates
from generator.analyse.discourse import Heard, beyond, history, nearness, where
from generator.analyse.evidence import aim_at
from generator.analyse.passages import passages
from tests.texts import clean_text

TEXT = "Ann Holm met us.\n\n“So it is,” Ada Fen said. “It is late.” Then Ilse Marrow left.\n\n“It rains.”"


def places() -> list[Place]:
    read = passages(clean_text(TEXT))
    return [
        Place(p, k, n, before)
        for p, before in zip(read, [None, *read], strict=False)
        for k, s in enumerate(p.sentences)
        for n in range(len(s.clause.quotes))
    ]


def test_the_place_of_a_sentence() -> None:
    first, second, third = places()
    assert {where(c) for c in candidates(first)} == {"here", "on2", "over1"}
    assert {where(c) for c in candidates(second)} == {"back1", "on1", "over1"}
    assert {where(c) for c in candidates(third)} == {"over1"}


def test_what_speaks_for_those_of_another_sentence() -> None:
    second = places()[1]
    aim = aim_at(second.here.clause, 0)
    told = {c.nominal.name: set(beyond(aim, c)) for c in candidates(second)}
    assert "back1,said-quote-cue,bare" in told["Ada Fen"]
    assert "on1,main,bare" in told["Ilse Marrow"]


def test_how_far_the_quotation_before_stands() -> None:
    first, second, third = places()
    assert nearness(first, None) == "none"
    assert nearness(second, Heard(first, None, None, scare=False)) == "next"
    assert nearness(third, Heard(second, None, None, scare=False)) == "above-False-True"
    assert nearness(third, Heard(third, None, None, scare=False)) == "same"


@pytest.mark.parametrize(("again", "kind"), [(True, "prior-same"), (False, "prior-other")])
def test_what_the_quotation_before_tells(*, again: bool, kind: str) -> None:
    first, second, _ = places()
    chosen = next(c for c in candidates(first) if c.nominal.name == "Ada Fen")
    heard = Heard(first, chosen, None, scare=False)
    ada, ilse, *_ = candidates(second)
    assert list(history(ada, heard, "next", again=again)) == ["prior,next", "prior,next,back1"]
    assert list(history(ilse, heard, "next", again=again)) == [f"{kind},next", f"{kind},next,on1"]
    assert list(history(ilse, None, "none", again=again)) == ["unheard,none", "unheard,none,on1"]
