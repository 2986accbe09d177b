from __future__ import annotations

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.candidates import Candidate, Place, candidates
from generator.analyse.weigh.discourse import Heard, beyond, history, nearness, where
from generator.analyse.weigh.ranking import signs_of
from generator.analyse.weigh.scenes import scene
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


def signs(c: Candidate) -> set[str]:
    seen = scene(c.placed.clause)
    clues = beyond("bare", c.steps, seen, seen.standings[c.nominal.last])
    return {sign for clue in clues for sign in signs_of(clue)}


def test_the_place_of_a_sentence() -> None:
    first, second, third = places()
    assert {where(c.steps) for c in candidates(first)} == {"here", "on2", "over1"}
    assert {where(c.steps) for c in candidates(second)} == {"back1", "on1", "over1"}
    assert {where(c.steps) for c in candidates(third)} == {"over1"}


def test_what_speaks_for_those_of_another_sentence() -> None:
    second = places()[1]
    told = {c.nominal.name: signs(c) for c in candidates(second)}
    assert "back1,said-quote-cue,bare" in told["Ada Fen"]
    assert "on1,main,bare" in told["Ilse Marrow"]


def test_how_far_the_quotation_before_stands() -> None:
    first, second, third = places()
    assert nearness(first, None) == "none"
    assert nearness(second, Heard(first, None, None, scare=False)) == "next"
    assert nearness(third, Heard(second, None, None, scare=False)) == "above-False-True"
    assert nearness(third, Heard(third, None, None, scare=False)) == "same"


def test_what_the_quotation_before_tells() -> None:
    ada, ilse, *_ = candidates(places()[1])
    assert [*signs_of(history("prior", "next", ada, known=False))] == ["prior,next", "prior,next,back1"]
    assert [*signs_of(history("prior-other", "next", ilse, known=True))] == [
        "prior-other,next",
        "prior-other,next,on1",
        "known,True",
    ]
