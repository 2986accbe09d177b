from __future__ import annotations

import pytest

from generator.link.offices import (
    described,
    forms_of,
    is_head,
    is_of_people,
    is_office,
    office_of,
    owner_forms,
)
from generator.model.corpus import Actor

OWNERS = frozenset(("nato", "alliance", "northland", "united states", "us"))


@pytest.mark.parametrize(
    ("words", "office", "owner"),
    [
        ("the secretary general of NATO", "secretary general", "nato"),
        ("The Secretary-General of the alliance", "secretary general", "alliance"),
        ("NATO’s secretary general", "secretary general", "nato"),
        ("the alliance's chief", "chief", "alliance"),
        ("NATO chief", "chief", "nato"),
        ("the United States’ secretary of state", "secretary of state", "united states"),
        ("the U.S. Defense Secretary", "defence minister", "us"),
        ("the premier", "prime minister", ""),
        ("the minister for foreign affairs of Northland", "foreign minister", "northland"),
        ("the former secretary general", "former secretary general", ""),
        ("the acting Northland chief of protocol", "acting northland chief of protocol", ""),
        ("the coffee for NATO", "coffee", "nato"),
    ],
)
def test_an_office_and_whose_it_is(words: str, office: str, owner: str) -> None:
    assert described(words, OWNERS) == (office, owner)


@pytest.mark.parametrize(
    "words",
    ["a spokesman for NATO", "his predecessor", "secretary general", "an official", "the", "", "one of NATO"],
)
def test_what_is_not_definite_is_no_description(words: str) -> None:
    assert described(words, OWNERS) is None


@pytest.mark.parametrize("words", ["the foreign ministers", "the secretaries general of NATO", "NATO chiefs"])
def test_several_have_no_office_of_one(words: str) -> None:
    told = described(words, OWNERS)
    assert told is not None
    assert told.office not in {"foreign minister", "secretary general", "chief"}


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Minister of Defence", "defence minister"),
        ("Northland Foreign Minister", "foreign minister"),
        ("Secretary-General of NATO", "secretary general"),
        ("Keeper of the Lamp", "keeper of the lamp"),
        ("", ""),
    ],
)
def test_a_role_is_an_office_whatever_its_words(role: str, office: str) -> None:
    assert office_of(role, OWNERS) == office


def test_forms_of_an_office_the_longest_first() -> None:
    assert forms_of("secretary general") == ("secretary general", "sec gen")
    assert forms_of("keeper of the lamp") == ("keeper of the lamp",)


def test_a_word_that_is_an_office() -> None:
    assert is_office("Chief")
    assert not is_office("Berg")


@pytest.mark.parametrize(
    ("actor", "office", "head"),
    [
        (Actor("nato", "NATO", "alliance"), "secretary general", True),
        (Actor("nato", "NATO", "alliance"), "deputy secretary general", False),
        (Actor("pier-union", "Pier Union"), "secretary general", True),
        (Actor("pier-union", "Pier Union"), "leader", True),
        (Actor("pier-union", "Pier Union"), "spokesman", False),
        (Actor("northland", "Northland", "state"), "president", False),
        (Actor("norway", "Norway"), "president", False),  # a state whatever the file says
    ],
)
def test_who_is_at_the_head_of_a_body(actor: Actor, office: str, head: bool) -> None:  # noqa: FBT001 - a column
    assert is_head(actor, office) is head


def test_names_under_which_an_actor_has_offices() -> None:
    forms = set(owner_forms(Actor("norway", "Norway", "state", ("the Kingdom",), ("Old Palace",))))
    assert {"norway", "norwegian", "kingdom", "old palace", "oslo"} <= forms
    assert "alliance" in set(owner_forms(Actor("nato", "NATO")))
    assert "brussels" not in set(owner_forms(Actor("nato", "NATO")))  # may be another's


@pytest.mark.parametrize(
    "words", ["a former minister of ferries", "the ambassadors", "NATO’s deputy secretary general"]
)
def test_a_description_of_people(words: str) -> None:
    assert is_of_people(words)


@pytest.mark.parametrize(
    "words", ["Defense Ministry", "the Ministry of Defence", "Moscow", "the State Department"]
)
def test_an_organ_is_none(words: str) -> None:
    assert not is_of_people(words)
