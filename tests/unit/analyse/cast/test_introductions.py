from __future__ import annotations

import pytest

from generator.analyse.cast.introductions import actors_before, has_article, is_title, no_name, places, told
from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.name.names import Nominal, nominals
from generator.analyse.word.tokens import tokens


def clause_of(text: str) -> Clause:
    toks = tokens(text, 0, len(text))
    return clause(tuple(toks), tuple(nominals(toks)))


def person(text: str) -> tuple[Nominal, Clause]:
    read = clause_of(text)
    return next(n for n in read.sentence.noms if n.sort == "person"), read


def test_a_headline_has_capitals_throughout() -> None:
    assert is_title(clause_of("Ada Berg: It Is Over for Now"))
    assert not is_title(clause_of("Ada Berg left Northland early"))
    assert not is_title(clause_of("Ada Berg"))


@pytest.mark.parametrize(
    ("text", "titled", "name"),
    [
        ("Berg left", False, "Berg"),
        ("Ada Berg left", False, "Ada Berg"),
        ("See Berg there", False, "Berg"),
        ("Telling Ada Berg was hard", False, "Ada Berg"),
        ("then See Berg left", False, "See Berg"),
        ("Martin Berg left", True, "Martin Berg"),
        ("Bakers Berg left", True, None),
    ],
)
def test_the_words_of_the_name_alone(text: str, titled: bool, name: str | None) -> None:  # noqa: FBT001 - a row
    n = told(person(text)[0], titled=titled)
    assert (n and n.name) == name


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("then NFU left", True),
        ("then FerryNet left", True),
        ("then McCrae left", False),
        ("then BAKERS BOW left", True),
        ("then MARTIN BERG left", False),
        ("then Mr NFU left", False),
    ],
)
def test_what_is_no_persons_name(text: str, nobody: bool) -> None:  # noqa: FBT001 - a row of a table
    assert no_name(person(text)[0]) is nobody


def test_an_article_makes_a_thing_of_a_name() -> None:
    assert has_article(*person("at the Marrow Fell when"))
    assert not has_article(*person("at the Marrow Fell camp"))
    assert not has_article(*person("at Marrow Fell when"))


def test_the_places_beside_somebody_in_office() -> None:
    assert list(places(*person("Marrow Senator Ada Berg of Fenland left"))) == ["fenland"]
    assert list(places(*person("then Senator Ada Berg left"))) == []


def test_an_office_before_a_title_tells_whose_it_is() -> None:
    assert actors_before(*person("then the Danish army chief, Gen. Otto Quell, left")) == ("denmark",)
    assert actors_before(*person("then, Gen. Otto Quell, left")) == ()
    assert actors_before(*person("then Otto Quell left")) == ()
