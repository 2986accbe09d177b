from __future__ import annotations

import pytest

from generator.link.identity import identify
from generator.link.respelt import Head, respelt
from generator.model.corpus import Desk, Person
from tests.unit.link.articles import mention, report

BERIT = Head("berit-holm", ("berit", "holm"), frozenset({"President"}), frozenset({"norway"}))


def head(given: str, role: str = "President", *actors: str) -> Head:
    return Head(f"{given}-holm", (given, "holm"), frozenset({role}), frozenset(actors))


@pytest.mark.parametrize("given", ["berid", "beritt", "beri", "gerit"])
def test_one_letter_makes_nobody_else_at_the_head_of_a_state(given: str) -> None:
    assert respelt([BERIT, head(given)], {}) == {f"{given}-holm": "berit-holm"}


@pytest.mark.parametrize(
    "other",
    [
        head("bjarne"),
        head("berid", "harbour master"),
        head("berid", "Prime Minister"),
        head("berid", "President", "denmark"),
        Head("berid-dahl", ("berid", "dahl"), frozenset({"President"}), frozenset()),
        Head("holm", ("holm",), frozenset({"President"}), frozenset()),
        Head("nobody", (), frozenset({"President"}), frozenset()),
    ],
)
def test_more_than_a_letter_makes_somebody_else(other: Head) -> None:
    assert respelt([BERIT, other], {}) == {}


def test_of_two_who_may_be_meant_nobody_is_taken() -> None:
    assert respelt([BERIT, head("beril", "President", "iceland"), head("beris")], {}) == {}
    ann, ana = (
        Head(n, (n, "holm"), BERIT.roles, a) for n, a in (("ann", BERIT.actors), ("ana", frozenset()))
    )
    assert respelt([ann, ana], {}) == {}


def test_the_desk_keeps_two_apart() -> None:
    assert respelt([BERIT, head("berid")], {"berid-holm": frozenset({"berit-holm"})}) == {}


def test_the_reports_have_one_person_with_a_state() -> None:
    told = [
        report("a", "Berit Holm", mention("Berit Holm", "norway", "President")),
        report("b", "Berid Holm", mention("Berid Holm", None, "President")),
    ]
    found = identify(told, Desk())
    assert [(p.id, p.actor, p.aliases) for p in found.people] == [("berit-holm", "norway", ("Berid Holm",))]
    assert found.of["b", "berid-holm"] == "berit-holm"
    own = Desk(people=(Person("berid-holm", "Berid Holm"),))
    assert [p.id for p in identify(told, own).people] == ["berid-holm", "berit-holm"]
