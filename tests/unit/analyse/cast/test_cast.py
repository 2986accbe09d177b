from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from generator.analyse.cast.cast import Cast
from generator.analyse.cast.members import Identity
from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.name.names import Nominal, nominals
from generator.analyse.word.tokens import tokens

BASES = count(100, 100)  # where one sentence after another begins


def noms(text: str) -> list[Nominal]:
    return nominals(tokens(text, 0, len(text)))


def clause_of(text: str) -> Clause:
    toks = tokens(text, 0, len(text))
    return clause(tuple(toks), tuple(nominals(toks)))


def cast_of(*sentences: str) -> Cast:
    return Cast.of(clause_of(s) for s in sentences)


def last(text: str) -> Nominal:
    """Return the last nominal; of those that end there, the longest."""
    return max(noms(text), key=lambda n: (n.last, -n.first))


def resolved(cast: Cast, text: str) -> tuple[str, str | None, str | None] | None:
    who = cast.resolve(last(text))
    return (who.name, who.person, who.actor) if who else None


def read(cast: Cast, text: str, subject: int | None = 0) -> None:
    read = clause_of(text)
    head = read.sentence.noms[subject] if subject is not None else None
    cast.enter(replace(read, subject=head), base=next(BASES))
    cast.leave()


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("Ada Fen", "Fen", True),
        ("Ada Marie Fen", "Ada Fen", True),
        ("Ada Marie Fen", "A. Fen", True),
        ("Samir al-Tanouri", "Tanouri", True),
        ("Björn Åkerlind", "Akerlind", True),
        ("Fergal O’Dwane", "O'Dwane", True),
        ("Ada Fen", "Otto Fen", False),
        ("Ada Fen", "Ada", True),
        ("Ada Fen Jr", "Fen", True),
        ("Fen Arlo", "Fen", False),
        ("Ada Fen", "Fenn", False),
    ],
)
def test_shortened_names(full: str, short: str, same: bool) -> None:  # noqa: FBT001 - a row of a table
    assert (cast_of(f"so {full}").find(short) is not None) is same


def test_fifty_of_one_surname_are_told_apart() -> None:
    names = [f"{a}{b}len" for a in "ABCDEFGH" for b in "aeiouyw"]
    cast = cast_of(*(f"then {name} Fen left" for name in names))
    assert [m.name for m in cast.members] == [f"{name} Fen" for name in names[:50]]
    assert resolved(cast, f"then {names[49]} Fen") == (f"{names[49]} Fen", f"{names[49].lower()}-fen", None)
    assert cast.find(f"{names[50]} Fen") is None


def test_the_fullest_name_is_kept_and_the_role_with_it() -> None:
    cast = cast_of("then Fen left", "Norwegian foreign minister Ada Fen came")
    assert [(m.name, m.role, m.office, m.known) for m in cast.members] == [
        ("Ada Fen", "foreign minister", "foreign minister", True)
    ]
    assert resolved(cast, "then Fen") == ("Ada Fen", "ada-fen", "norway")


def test_an_honorific_makes_a_name_known() -> None:
    assert [m.known for m in cast_of("then Mrs Fen left").members] == [True]
    assert [m.known for m in cast_of("then Fen left").members] == [False]


def test_one_capital_that_begins_a_sentence_is_nobody() -> None:
    assert cast_of("Fishing bored them").members == []


def test_of_two_the_one_heard_last_is_meant() -> None:
    cast = cast_of("so Ada Fen", "so Otto Fen")
    read(cast, "then Otto Fen left")
    assert resolved(cast, "then Fen") == ("Otto Fen", "otto-fen", None)
    read(cast, "then it rained", None)
    read(cast, "then Ada Fen left")
    assert resolved(cast, "then Fen") == ("Ada Fen", "ada-fen", None)


def test_he_is_who_spoke_until_forgotten() -> None:
    cast = cast_of("so Ada Fen", "so Otto Quell")
    assert resolved(cast, "then she") is None
    read(cast, "then Otto Quell saw Ada Fen")
    assert resolved(cast, "then he") == ("Otto Quell", "otto-quell", None)
    who = cast.resolve(last("so Ada Fen"))
    assert who is not None
    cast.spoke(who)
    assert resolved(cast, "then she") == ("Ada Fen", "ada-fen", None)
    for _ in range(6):
        read(cast, "then it rained", None)
    assert resolved(cast, "then she") is None


def test_it_is_the_body_that_acted_and_they_are_its_people() -> None:
    cast = cast_of()
    assert resolved(cast, "then it") is None
    read(cast, "Norway left")
    assert resolved(cast, "then it") == ("Norway", None, "norway")
    assert resolved(cast, "then they") == ("Norway", None, "norway")
    read(cast, "Danish workers left", -1)
    assert resolved(cast, "then they") == ("workers", None, "denmark")


def test_it_is_what_was_told_of_where_no_actor_was() -> None:
    cast = cast_of()
    assert resolved(cast, "then it") is None
    read(cast, "the army left")
    assert resolved(cast, "then it") == ("army", None, None)


def test_he_is_a_person_without_a_name_where_none_has_one() -> None:
    cast = cast_of()
    assert resolved(cast, "then he") is None
    read(cast, "the farmer left")
    assert resolved(cast, "then he") == ("the farmer", None, None)


def test_it_may_be_who_spoke_last() -> None:
    cast = cast_of()
    cast.spoke(Identity("Norway", None, "norway", None))
    assert resolved(cast, "then it") == ("Norway", None, "norway")


def test_who_holds_an_office() -> None:
    cast = cast_of("Norwegian foreign minister Ada Fen came")
    read(cast, "Norwegian foreign minister Ada Fen came", -1)
    assert resolved(cast, "the foreign minister") == ("Ada Fen", "ada-fen", "norway")
    assert resolved(cast, "the Norwegian foreign minister") == ("Ada Fen", "ada-fen", "norway")
    assert resolved(cast, "the Danish foreign minister") == ("the Danish foreign minister", None, "denmark")
    assert resolved(cast, "a foreign minister") == ("a foreign minister", None, None)
    assert resolved(cast, "the mayor") == ("the mayor", None, None)


def test_an_office_that_only_bodies_have_belongs_to_the_one_named_last() -> None:
    cast = cast_of()
    assert resolved(cast, "the secretary general") == ("the secretary general", None, None)
    read(cast, "the OSCE met")
    assert resolved(cast, "the secretary general") == ("the secretary general", None, "osce")


def test_the_head_of_a_body_is_its_secretary_general() -> None:
    cast = cast_of("OSCE secretary general Ada Fen came")
    assert resolved(cast, "the head of the OSCE") == ("Ada Fen", "ada-fen", "osce")
    assert resolved(cast, "the head of the UN") == ("the head of the UN", None, "un")


def test_a_person_without_an_actor_takes_that_of_the_office() -> None:
    cast = cast_of("so secretary general Ada Fen came")
    read(cast, "the OSCE met")
    assert resolved(cast, "so Fen") == ("Ada Fen", "ada-fen", "osce")


def test_a_description_needs_a_body_named_before() -> None:
    cast = cast_of()
    assert resolved(cast, "the alliance") == ("alliance", None, None)
    read(cast, "NATO met")
    assert resolved(cast, "the alliance") == ("NATO", None, "nato")


def test_an_organ_is_whose_it_was() -> None:
    cast = cast_of()
    assert resolved(cast, "the army") == ("army", None, None)
    read(cast, "the Danish army came", -1)
    assert resolved(cast, "the army") == ("Danish army", None, "denmark")


def test_a_demonym_speaks_for_many_only() -> None:
    cast = cast_of()
    assert resolved(cast, "the Norwegian") == ("Norwegian", None, None)
    assert resolved(cast, "the Norwegians") == ("Norwegians", None, "norway")
    assert resolved(cast, "the French") == ("French", None, "france")


def test_an_agency_has_no_actor() -> None:
    assert resolved(cast_of(), "Reuters") == ("Reuters", None, None)


def test_whose_a_statement_is() -> None:
    cast = cast_of("so Ada Fen")
    assert resolved(cast, "the statement") == ("statement", None, None)
    read(cast, "then Ada Fen made a statement")
    assert resolved(cast, "the statement") == ("Ada Fen", "ada-fen", None)
    read(cast, "then Norway made a statement")
    assert resolved(cast, "the statement") == ("Ada Fen", "ada-fen", None)
    assert resolved(cast, "a Danish statement") == ("statement", None, "denmark")
    read(cast, "a Danish letter came", 0)
    assert resolved(cast, "the letter") == ("letter", None, "denmark")


def test_a_text_of_nobody_is_of_who_spoke_last() -> None:
    cast = cast_of()
    cast.spoke(Identity("Norway", None, "norway", None))
    assert resolved(cast, "the report") == ("Norway", None, "norway")


def test_the_mention_counts_from_the_sentence() -> None:
    cast = cast_of("so Ada Fen")
    who = cast.resolve(last("so Fen"), 100)
    assert who is not None
    assert who.mention is not None
    assert (who.mention.start, who.mention.end) == (103, 106)
