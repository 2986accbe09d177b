from __future__ import annotations

import pytest

from generator.model.findings import Kind
from tests.texts import read


def mentions(text: str) -> list[tuple[str, Kind, str | None]]:
    return [(m.name, m.kind, m.person or m.actor) for m in read(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian foreign minister Ada Fen left Oslo.",
            [
                ("Norwegian", Kind.ACTOR, "norway"),
                ("Ada Fen", Kind.PERSON, "ada-fen"),
                ("Oslo", Kind.ACTOR, "norway"),
            ],
        ),
        ("The Danish navy came.", [("Danish", Kind.ACTOR, "denmark")]),
        ("NATO met. The alliance left.", [("NATO", Kind.ACTOR, "nato"), ("alliance", Kind.ACTOR, "nato")]),
        ("The alliance left.", []),
        ("Then Ada Fen left.", []),
        ("“Norway left,” it said.", [("Norway", Kind.ACTOR, "norway")]),
        ("They left Latin America.", [("Latin America", Kind.PLACE, None)]),
        ("Reuters left.", []),
    ],
)
def test_what_a_text_names(text: str, expected: list[tuple[str, Kind, str | None]]) -> None:
    found = mentions(text)
    assert [m for m in expected if m in found] == expected
    assert {m[0] for m in found} <= {m[0] for m in expected}


def test_a_person_has_name_role_and_actor_of_the_whole_article() -> None:
    found = read("Then Fen left. Norwegian foreign minister Ada Fen had tea.").mentions
    people = [(m.name, m.role, m.actor) for m in found if m.kind is Kind.PERSON]
    assert people == [("Ada Fen", "foreign minister", "norway")] * 2


def test_a_risky_form_needs_a_sure_one() -> None:
    assert [m[1] for m in mentions("They left Congress.")] == [Kind.PLACE]
    found = mentions("They left Congress. The White House said so.")
    assert [m[1:] for m in found] == [(Kind.ACTOR, "us"), (Kind.ACTOR, "us")]


def test_mentions_are_in_the_order_of_the_text() -> None:
    spans = [m.span for m in read("“Norway left,” Danish boats said in Oslo.").mentions]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Oslo must answer for this.", {"norway"}),
        ("We told Oslo to stop.", {"norway"}),
        ("We met in Oslo on Monday.", set()),
        ("We met in Oslo and Lisbon.", set()),
        ("Oslo and Lisbon disagree.", {"norway", "portugal"}),
        ("A road near Oslo was shut.", set()),
        ("We met at the White House.", set()),
        ("The White House is wrong.", {"us"}),
        ("There is no trust in Oslo any more.", {"norway"}),
        ("There was anger at Oslo.", {"norway"}),
        ("In Oslo's view we are wrong.", {"norway"}),
        ("They stand in Norway.", {"norway"}),
        ("In Norwegian waters there is no fish.", {"norway"}),
        ("They are wrong.", set()),
    ],
)
@pytest.mark.parametrize("form", ["“{}” Ada Fen said.", "{}"])
def test_a_seat_where_something_happens_is_a_place(words: str, expected: set[str], form: str) -> None:
    found = read(form.format(words)).mentions
    assert {m.actor for m in found if m.actor} == expected
    assert all(m.kind is Kind.PLACE for m in found if m.name in ("Oslo", "Lisbon") and not m.actor)
