from __future__ import annotations

import pytest

from generator.link.naming import desk_names, with_desk_names
from generator.model.corpus import Actor, Desk, Person
from generator.model.findings import Kind, Mention
from generator.model.text import Span
from tests.unit.link.articles import mention, report

ADA = Person("ada-berg", "Ada Berg", ("Bergie", "Lamp Chief", "lamp of the North", "Ada von Berg"), "pier")
DESK = Desk(
    (Actor("pier", "Pier Union", aliases=("the board",), people=(ADA,)),), (Person("bo-ek", "Bo Ek"),)
)


def named(text: str, *mentions: Mention, desk: Desk = DESK) -> list[tuple[str, str | None, str | None]]:
    names = desk_names(desk)
    assert names is not None
    read = with_desk_names(report("a", text, *mentions), names)
    return [(m.name, m.person, m.actor) for m in read.mentions]


def test_a_full_name_of_the_desks_is_a_person_and_a_name_of_its_actor_an_actor() -> None:
    assert named("Ada\nBerg and Bo Ek left the Pier Union.") == [
        ("Ada Berg", "ada-berg", None),
        ("Bo Ek", "bo-ek", None),
        ("Pier Union", None, "pier"),
    ]
    assert named("It was Ada von Berg’s.") == [("Ada von Berg", "ada-von-berg", None)]


@pytest.mark.parametrize(
    "text",
    [
        "the Ada Berg Foundation",
        "Ada Berg Jr",
        "ada berg",
        "Ada Bergson",
        "Bergie",
        "Lamp Chief",
        "the board",
    ],
)
def test_what_may_be_something_else_is_not(text: str) -> None:
    assert named(f"We saw {text} leave.") == []


def test_what_is_read_already_stays() -> None:
    seen = mention("Ada Berg", "quay", "captain")
    assert named("Ada Berg left.", seen) == [("Ada Berg", "ada-berg", "quay")]
    place = Mention(Span(4, 8), "Berg", Kind.PLACE)
    assert named("Ada Berg left.", place) == [("Ada Berg", "ada-berg", None), ("Berg", None, None)]


def test_a_desk_without_names_of_its_own_adds_nothing() -> None:
    assert desk_names(Desk()) is None
    assert desk_names(Desk((Actor("nato", "NATO"),))) is None
