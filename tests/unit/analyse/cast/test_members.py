from __future__ import annotations

from generator.analyse.cast.members import ACTED, NAMED, Members
from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.name.names import nominals
from generator.analyse.word.tokens import tokens


def clause_of(text: str) -> Clause:
    toks = tokens(text, 0, len(text))
    return clause(tuple(toks), tuple(nominals(toks)))


def members(*sentences: str) -> Members:
    return Members.of(clause_of(s) for s in sentences)


def names(*sentences: str) -> list[str]:
    return sorted(m.name for m in members(*sentences).all)


def test_one_person_has_one_name() -> None:
    assert names("Then Ada J. Berg Jr left", "so Berg came", "A. Berg Jr sat") == ["Ada J. Berg Jr"]
    assert names("then the Liberal Martin Holm came", "so Martin Holm left") == ["Martin Holm"]


def test_a_family_name_may_stand_first() -> None:
    people = members("then Wen Fenlin came", "Wen said so")
    found = people.find("Wen")
    assert found is not None
    assert found.name == "Wen Fenlin"


def test_a_headline_gives_a_name_only_where_nothing_else_does() -> None:
    assert names("Bakers Ada Berg: It Is Over", "then Ada Berg left") == ["Ada Berg"]
    assert names("Ada Berg: It Is Over", "then Berg left") == ["Ada Berg"]


def test_an_acronym_is_nobody() -> None:
    assert names("then NFU came", "then the NFU left") == []


def test_the_title_tells_namesakes_apart() -> None:
    people = members("then Otto Fen met Ada Fen")
    for title, name in (("mr", "Otto Fen"), ("mrs", "Ada Fen")):
        found = people.find("Fen", title)
        assert found is not None
        assert found.name == name


def test_father_and_son_are_two() -> None:
    people = members("then Otto Fen met Otto Fen Jr", "so Fen left", "so Fen Jr left")
    assert sorted(m.name for m in people.all) == ["Otto Fen", "Otto Fen Jr"]
    for name, full in (("Fen", "Otto Fen"), ("Fen Jr", "Otto Fen Jr"), ("Otto Fen", "Otto Fen")):
        found = people.find(name)
        assert found is not None
        assert found.name == full


def test_the_office_tells_namesakes_apart() -> None:
    people = members("then Senator Kim Fen met Mayor Lo Fen")
    found = people.find("Fen", None, "mayor")
    assert found is not None
    assert found.name == "Lo Fen"


def test_who_is_told_of_as_a_relation_is_seldom_meant() -> None:
    people = members("then Otto Fen left", "then his wife, Ada Fen, left")
    for m in people.all:
        people.rise(m, NAMED)
    found = people.find("Fen")
    assert found is not None
    assert found.name == "Otto Fen"


def test_what_a_sentence_says_somebody_is() -> None:
    people = members("Ada Berg became the mayor of Marrow", "Otto Quell is a farmer")
    assert [m.name for m in people.in_office("mayor")] == ["Ada Berg"]
    assert [m.name for m in people.in_office("farmer")] == ["Otto Quell"]


def test_those_named_lately_come_last_first_until_forgotten() -> None:
    people = members("then Otto Fen met Ada Berg")
    for m in people.all:
        people.rise(m, ACTED)
    assert [m.name for m in people.lately()] == ["Ada Berg", "Otto Fen"]
    people.clock += 6
    assert list(people.lately()) == []
