from __future__ import annotations

from generator.analyse.cast.organs import Bodies
from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.name.names import nominals
from generator.analyse.word.tokens import tokens


def clause_of(text: str) -> Clause:
    toks = tokens(text, 0, len(text))
    return clause(tuple(toks), tuple(nominals(toks)))


def bodies(*sentences: str) -> Bodies:
    return Bodies.of(clause_of(s) for s in sentences)


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    found = bodies("then the Northland Ferry Union (NFU) met", "the Marrow Bank (EST) met")
    assert found.full("NFU") == "Northland Ferry Union"
    assert found.full("EST") == "EST"


def test_a_noun_stands_for_the_one_body_it_fits() -> None:
    found = bodies("then the Northland Ferry Union met Marrow Shipping Ltd")
    assert found.short("the union") == "Northland Ferry Union"
    assert found.short("the company") == "Marrow Shipping Ltd"
    assert found.short("the court") is None
    assert found.short("her company") is None


def test_of_two_bodies_none_is_meant() -> None:
    assert bodies("the Northland Ferry Union met the Marrow Ferry Union").short("the union") is None


def test_the_actor_named_last_is_meant() -> None:
    found = Bodies()
    for clock, text in enumerate(("Norway left", "Denmark left")):
        (n,) = clause_of(text).sentence.noms
        found.meet(n, n.actors[0], clock)
    assert found.pick(("norway", "denmark")) == "denmark"
    assert found.pick(("france", "spain")) is None
    assert found.met("norway")
    assert found.name_of("norway", "it") == "Norway"
    assert found.name_of("spain", "it") == "it"


def test_an_organ_is_the_one_that_was_named_with_its_state() -> None:
    found = Bodies()
    (n,) = (n for n in clause_of("the Danish defence ministry left").sentence.noms if n.sort == "organ")
    found.meet(n, "denmark", 0)
    (short,) = clause_of("the ministry left").sentence.noms
    assert found.organ(short, None) == ("Danish defence ministry", None, "denmark")
    assert found.organ(short, "norway") == ("ministry", None, "norway")
