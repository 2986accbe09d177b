from __future__ import annotations

from dataclasses import replace

import pytest

from generator.link.corpus import link
from generator.link.nobodies import Nobodies, nobodies
from generator.model.corpus import Corpus, Desk, Person
from generator.model.findings import Kind, Mention, Speaker
from generator.model.settings import Settings
from generator.model.text import Span, slug
from tests.unit.link.articles import article, mention, quote, report, speaker

SITE = Settings("Pier", "https://pier.example/")


def people(corpus: Corpus) -> list[str]:
    return [p.id for p in corpus.people]


def seen(text: str, name: str, role: str | None = None, actor: str | None = None) -> Mention:
    at = text.index(name)
    return Mention(Span(at, at + len(name)), name, Kind.PERSON, slug(name), actor, role)


def linked(*texts: str, name: str = "Harwell", role: str | None = None, desk: Desk = Desk()) -> Corpus:  # noqa: B008 - it is frozen
    return link([report(f"a{n}", text, seen(text, name, role)) for n, text in enumerate(texts)], desk, SITE)


@pytest.mark.parametrize(
    "texts",
    [
        ("The porter in Harwell had no name.",),
        ("They came to the Harwell and from Harwell.",),
        ("Nobody came from Harwell.", "It rains near Harwell, and in\nHarwell."),
    ],
)
def test_what_stands_where_places_stand_in_all_reports_is_a_place(texts: tuple[str, ...]) -> None:
    corpus = linked(*texts)
    assert people(corpus) == []
    assert {(m.kind, m.person) for a in corpus.articles for m in a.mentions} == {(Kind.PLACE, None)}


@pytest.mark.parametrize(
    "texts",
    [
        ("Nobody came to Harwell.",),
        ("The porter in Harwell had no name.", "We met Harwell there."),
        ("In Harwell. Harwell left.",),
    ],
)
def test_but_not_where_a_person_may_be_meant_once(texts: tuple[str, ...]) -> None:
    assert people(linked(*texts)) == ["harwell"]


def test_a_region_is_a_place_wherever_it_stands() -> None:
    assert people(linked("Saxony has said no.", name="Saxony")) == []


@pytest.mark.parametrize(
    ("name", "role"), [("Roy", None), ("Roy", "brother"), ("Marlo", "wife"), ("Kremlin", None)]
)
def test_of_whom_a_given_name_alone_is_told_or_a_body_is_nobodys_page(name: str, role: str | None) -> None:
    corpus = linked(f"His friend {name} left.", name=name, role=role)
    assert people(corpus) == []
    assert [(m.kind, m.person, m.name) for m in corpus.articles[0].mentions] == [(Kind.PERSON, None, name)]


@pytest.mark.parametrize(
    ("name", "role"), [("Roy Berg", "brother"), ("Roy", "singer"), ("Marlo", None), ("Roy Berg", None)]
)
def test_who_has_more_than_that_has_a_page(name: str, role: str | None) -> None:
    assert people(linked(f"His friend {name} left.", name=name, role=role)) == [slug(name)]


def test_whose_words_a_place_had_taken_is_not_known_and_a_given_name_stays_a_name() -> None:
    where = article("a", quote("The porter in Harwell said", speaker("Harwell")))
    kin = article("b", quote("We stay", speaker("Roy")))
    said = {a.id: a.quotes[0].speaker for a in link([where, kin], Desk(), SITE).articles}
    assert said == {"a": None, "b": Speaker("Roy", None, None, None, 1.0)}


def test_who_speaks_for_an_actor_or_has_a_fuller_name_elsewhere_is_somebody() -> None:
    text = "The porter in Harwell had no name."
    assert nobodies([report("a", text)], [Person("harwell", "Harwell", (), "pier")], Desk()) == NOBODY
    corpus = link(
        [report("a", text, seen(text, "Harwell")), report("b", "", mention("Ada Harwell"))], Desk(), SITE
    )
    assert people(corpus) == ["ada-harwell"]


NOBODY = Nobodies(frozenset(), frozenset())


def test_editors_prevail() -> None:
    text = "The porter in Harwell had no name."
    assert people(linked(text, desk=Desk(people=(Person("harwell", "Harwell"),)))) == ["harwell"]
    said = article("a", quote("The porter in Harwell", replace(speaker("Harwell"), rule="editor")))
    assert people(link([said], Desk(), SITE)) == ["harwell"]
