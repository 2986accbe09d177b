from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.corpus import Actor
from generator.publish.draw.signs import HUES, LONGEST, hues, signs


def actors(*names: str) -> tuple[Actor, ...]:
    return tuple(Actor(name.lower(), name) for name in names)


def test_the_first_eight_have_a_colour() -> None:
    given_hues = hues(actors(*(f"n{i}" for i in range(10))))
    assert list(given_hues.values()) == [1, 2, 3, 4, 5, 6, 7, 8, 0, 0]
    assert HUES == 8


def test_letters_are_short_and_speak() -> None:
    found = signs(actors("WXYZ", "Aldoria", "The Union of Borvia", "Ünland", "Two Words"))
    assert list(found.values()) == ["ALD", "UB", "TW", "WXYZ", "UNL"]


def test_arabic_letters_come_without_the_article() -> None:
    found = signs(actors("الاتحاد الشمالي", "الساحل", "ال"))
    assert sorted(found.values()) == ["اش", "ال", "ساح"]


def test_those_that_lead_choose_first_and_others_give_way() -> None:
    given_actors = actors("Aldoria", "Aldovia", "Aldona", "Ald")
    found = signs(given_actors, ["aldovia"])
    assert found["aldovia"] == "ALD"
    assert len(set(found.values())) == 4


def test_signs_do_not_depend_on_the_order_of_the_rest() -> None:
    one = signs(actors("Aldoria", "Aldovia", "Borvia"), ["borvia"])
    other = signs(actors("Aldovia", "Borvia", "Aldoria"), ["borvia"])
    assert one == other


@given(st.lists(st.text(max_size=12), max_size=30, unique=True))
def test_signs_are_unique_and_short(names: list[str]) -> None:
    given_actors = tuple(Actor(str(n), name) for n, name in enumerate(names))
    found = signs(given_actors)
    assert len(set(found.values())) == len(names)
    assert all(0 < len(sign) <= LONGEST for sign in found.values())
