from __future__ import annotations

import pytest

from generator.link.sameness import person_faults
from generator.model.corpus import Actor, Desk, Person
from generator.model.text import Location
from tests.unit.link.articles import article, mention, quote, report, speaker

SEEN = report("a", "", mention("Ilse Holm", "pier"), mention("Bo Ek", None))


def person(ident: str, *same: str, apart: tuple[str, ...] = ()) -> Person:
    places = tuple((other, Location(f"people/{ident}.md", 3, 11)) for other in (*same, *apart))
    return Person(ident, ident.title(), same_as=same, not_same_as=apart, places=places)


def told(*people: Person) -> list[tuple[str, str]]:
    desk = Desk((Actor("pier", "Pier", people=(Person("tom-vale", "Tom Vale", ("T. Vale",)),)),), people)
    faults = person_faults([SEEN], desk)
    assert all(f.location.line == 3 for f in faults)
    return [(f.code, f.location.path) for f in faults]


@pytest.mark.parametrize("ident", ["ilse-holm", "ilse-holm-pier", "tom-vale", "t-vale", "b"])
def test_an_id_of_a_file_a_name_or_an_alias_is_known(ident: str) -> None:
    assert told(person("a", ident), person("b")) == []
    assert told(person("a", apart=(ident,)), person("b")) == []


@pytest.mark.parametrize("ident", ["ilse-hlom", "nobody"])
def test_one_that_nobody_has_is_an_error(ident: str) -> None:
    assert told(person("a", ident)) == [("unknown-person", "people/a.md")]
    assert told(person("a", apart=(ident,))) == [("unknown-person", "people/a.md")]


@pytest.mark.parametrize("ident", ["the-pilot", "the-pilot-pier"])
def test_who_is_described_may_be_somebody_else_but_nobody_becomes_one_with_a_description(ident: str) -> None:
    seen = article("a", quote("We stay", speaker("the pilot", "pier", person=False)))
    for same, apart, told in ((), (ident,), []), ((ident,), (), ["unknown-person"]):
        faults = person_faults([seen], Desk(people=(person("a", *same, apart=apart),)))
        assert [f.code for f in faults] == told


def test_what_was_meant_is_guessed() -> None:
    (fault,) = person_faults([SEEN], Desk(people=(person("a", "ilse-hlom"),)))
    assert fault.hint == 'did you mean "ilse-holm"?'


def test_nobody_is_said_to_be_themselves() -> None:
    assert told(person("a", "a")) == [("person-circle", "people/a.md")]
    assert told(person("a", apart=("a",))) == [("person-circle", "people/a.md")]


def test_a_circle_is_told_at_each_of_its_places() -> None:
    assert told(person("a", "b"), person("b", "c"), person("c", "a")) == [
        ("person-circle", f"people/{ident}.md") for ident in "abc"
    ]


def test_a_chain_is_none() -> None:
    assert told(person("a", "b"), person("b", "c"), person("c")) == []


def test_one_id_is_not_two_people_s() -> None:
    assert told(person("a", "bo-ek"), person("b", "bo-ek")) == [("contradicting-people", "people/b.md")]


def test_nobody_is_the_same_and_another() -> None:
    assert told(person("a", "b", apart=("c",)), person("b", "c"), person("c")) == [
        ("contradicting-people", "people/a.md")
    ]
    assert told(person("a", "b", apart=("c",)), person("b"), person("c", "bo-ek")) == []
