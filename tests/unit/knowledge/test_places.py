from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.places import (
    Named,
    Sort,
    actor_kind,
    actor_name,
    decoys,
    descriptions,
    known_actor,
    names,
)
from generator.knowledge.tables import table


@pytest.mark.parametrize(
    ("forms", "actor", "sort"),
    [
        ("US; U.S.; U.S; USA; United States; United States of America; America", "us", Sort.NAME),
        ("UK; U.K.; Britain; Great Britain; United Kingdom", "uk", Sort.NAME),
        ("Russia; Russian Federation", "russia", Sort.NAME),
        ("Turkey; Türkiye", "turkey", Sort.NAME),
        ("Syria; Syrian Arab Republic", "syria", Sort.NAME),
        ("Côte d'Ivoire; Côte d’Ivoire; Ivory Coast", "ivory-coast", Sort.NAME),
        ("USSR; Soviet Union", "soviet-union", Sort.NAME),
        ("American; Americans", "us", Sort.DEMONYM),
        ("British; Britons; Briton", "uk", Sort.DEMONYM),
        ("Russian; Russians", "russia", Sort.DEMONYM),
        ("Turkish; Turks; Turk", "turkey", Sort.DEMONYM),
        ("Moscow; Kremlin", "russia", Sort.SEAT),
        ("White House; Pentagon; State Department", "us", Sort.SEAT),
        ("Downing Street; Whitehall", "uk", Sort.SEAT),
        ("Élysée Palace; Elysee Palace; Quai d'Orsay; Quai d’Orsay", "france", Sort.SEAT),
        ("Ankara", "turkey", Sort.SEAT),
        ("Crimea", "ukraine", Sort.PLACE),
        ("NATO; Nato; North Atlantic Treaty Organisation; North Atlantic alliance", "nato", Sort.BODY),
        ("EU; European Union", "eu", Sort.BODY),
        ("UN; U.N.; United Nations", "un", Sort.BODY),
        ("Security Council; UN Security Council", "un-security-council", Sort.BODY),
        ("ISIS; Isil; Daesh; Da'esh; Da’esh; Islamic State; IS group", "islamic-state", Sort.BODY),
    ],
)
def test_forms_stand_for_their_actor(forms: str, actor: str, sort: Sort) -> None:
    for form in forms.split("; "):
        assert names()[form] == Named(actor, sort, risky=False), form


@pytest.mark.parametrize(
    "form", ["Georgia", "Jordan", "Chad", "Washington", "Santiago", "Victoria", "IS", "Shape"]
)
def test_forms_that_mean_other_things_too_are_risky(form: str) -> None:
    assert names()[form].risky
    assert names()[form].also == ()


@pytest.mark.parametrize(
    ("form", "actors"),
    [
        ("Brussels", {"belgium", "eu", "nato"}),
        ("Korean", {"north-korea", "south-korea"}),
        ("Congo", {"congo", "dr-congo"}),
        ("The Hague", {"icc", "netherlands"}),
    ],
)
def test_a_form_of_several_actors_names_all_of_them(form: str, actors: set[str]) -> None:
    named = names()[form]
    assert {named.actor, *named.also} == actors
    assert named.risky


def test_a_form_of_several_actors_is_risky_in_each_of_their_rows() -> None:
    shared = {form for form, named in names().items() if named.also and "’" not in form}
    for state in table("states"):
        forms = {state.name, *state.aliases, *state.demonyms, *state.speaks_as, *state.places}
        assert forms & shared <= set(state.risky), state.id
    for body in table("bodies"):
        assert {body.name, *body.aliases, *body.speaks_as} & shared <= set(body.risky), body.id


def test_no_article_begins_a_form_but_where_it_is_part_of_the_name() -> None:
    with_article = {form for form in names() if form.lower().startswith("the ")}
    assert with_article == {"The Hague", "The Netherlands", "the States"}


def test_names_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        names()["Ruritania"] = Named("ruritania", Sort.NAME, risky=False)  # type: ignore[index]


def test_descriptions_know_all_their_bodies() -> None:
    assert "nato" in descriptions()["the alliance"]
    assert "eu" in descriptions()["the bloc"]
    assert descriptions()["the world body"] == ("un",)
    assert all(noun.startswith("the ") for noun in descriptions())


def test_a_decoy_holds_a_form_and_is_none() -> None:
    assert "Latin America" in decoys()
    assert decoys()["King’s College London"]
    assert not decoys()["Latin America"]
    assert decoys().keys().isdisjoint(names())
    forms = "|".join(re.escape(form) for form in sorted(names(), key=len, reverse=True))
    held = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    assert [decoy for decoy in decoys() if not held.search(decoy)] == []


@pytest.mark.parametrize(
    ("actor", "name", "kind"),
    [
        ("us", "United States", "state"),
        ("nato", "NATO", "alliance"),
        ("un", "United Nations", "organisation"),
        ("islamic-state", "Islamic State", "group"),
        ("soviet-union", "Soviet Union", "state"),
    ],
)
def test_an_actor_has_a_name_and_a_kind(actor: str, name: str, kind: str) -> None:
    assert known_actor(actor)
    assert actor_name(actor) == name
    assert actor_kind(actor) == kind


@given(st.text())
def test_an_unknown_actor_has_neither(actor: str) -> None:
    assert known_actor(actor) == (actor_name(actor) is not None) == (actor_kind(actor) is not None)


def test_ruritania_is_not_known() -> None:
    assert not known_actor("ruritania")
    assert actor_name("ruritania") is None
    assert actor_kind("ruritania") is None


def test_every_form_leads_to_known_actors() -> None:
    assert {
        a for named in names().values() for a in (named.actor, *named.also) if not known_actor(a)
    } == set()
