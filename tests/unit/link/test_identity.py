from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.link.identity import Identities, apply, identify
from generator.model.corpus import Actor, Desk, Office, Person
from generator.model.findings import Speaker
from tests.unit.link.articles import article, mention, quote, report, speaker

if TYPE_CHECKING:
    from generator.model.article import Article

ADA = Person("ada-quill", "Ada Quill", ("the harbour master",), "pier", (Office("harbour master"),))


def who(*articles: Article, desk: Desk = Desk()) -> Identities:  # noqa: B008 - it is frozen
    return identify(articles, desk)


def ids(found: Identities) -> dict[tuple[str, str], str]:
    return dict(found.of)


def met(name: str, *seen: tuple[str, str | None]) -> Article:
    """Make an article of people and the actors they speak for."""
    return report(name, "", *(mention(person, actor) for person, actor in seen))


@pytest.mark.parametrize(
    "name",
    [
        "Bashar Shehri",
        "BASHAR AL-SHEHRI",
        "Bashar al Shehri",
        "Bashar el-Shehri",
        "Bashár al-Shehri",
        "Bashar al-Shehri.",
    ],
)
def test_one_name_however_it_is_written(name: str) -> None:
    found = who(
        met("a", ("Bashar al-Shehri", None)), met("b", ("Bashar al-Shehri", None)), met("c", (name, None))
    )
    assert {p.id for p in found.people} == {"bashar-al-shehri"}


@pytest.mark.parametrize("name", ["Olena Davriskiy", "Olena Davriskyy", "Olena Davrissky", "Olena Davrıskı"])
def test_one_name_however_it_is_transliterated(name: str) -> None:
    found = who(*(met(n, ("Olena Davrisky", None)) for n in "ab"), met("c", (name, None)))
    assert {p.id for p in found.people} == {"olena-davrisky"}


def test_father_and_son_are_two() -> None:
    found = who(met("a", ("Otto Quell", None)), met("b", ("Otto Quell Jr.", None)))
    assert {p.id for p in found.people} == {"otto-quell", "otto-quell-jr"}


def test_a_surname_is_of_one_whose_name_has_a_suffix() -> None:
    found = who(met("a", ("Otto Quell III", "pier")), met("b", ("Quell", "pier")))
    assert set(found.of.values()) == {"otto-quell-iii"}


def test_initials_and_marks() -> None:
    found = who(met("a", ("J.R. O’Pike", None)), met("b", ("J. R. O'Pike", None)))
    assert len(found.people) == 1


def test_the_fullest_name_prevails_and_the_others_are_aliases() -> None:
    found = who(met("a", ("Ada Quill", "pier")), met("b", ("Quill", None)), met("c", ("Quill", "pier")))
    assert found.people == (Person("ada-quill", "Ada Quill", ("Quill",), "pier"),)
    assert set(found.of.values()) == {"ada-quill"}


def test_a_family_name_goes_to_the_full_name_with_an_article_in_it() -> None:
    found = who(met("a", ("Bashar al-Shehri", None)), met("b", ("Shehri", None)))
    assert [p.id for p in found.people] == ["bashar-al-shehri"]


def test_a_family_name_of_two_stays_by_itself_unless_the_actor_tells() -> None:
    two = [met("a", ("Ada Quill", "pier")), met("b", ("Tom Quill", "quay"))]
    assert ids(who(*two, met("c", ("Quill", None))))["c", "quill"] == "quill"
    assert ids(who(*two, met("c", ("Quill", "quay"))))["c", "quill"] == "tom-quill"


def test_a_family_name_of_another_actor_stays_by_itself() -> None:
    found = ids(who(met("a", ("Ada Quill", "pier")), met("b", ("Quill", "quay"))))
    assert found["b", "quill"] == "quill"


def test_namesakes_are_two_where_they_speak_for_two() -> None:
    lot = [met("a", ("Ada Quill", "pier")), met("b", ("Ada Quill", "pier")), met("c", ("Ada Quill", "quay"))]
    found = who(*lot, met("d", ("Ada Quill", None)))
    assert set(ids(found).values()) == {"ada-quill", "ada-quill-quay"}
    assert ids(found)["d", "ada-quill"] == "ada-quill"


def test_the_desks_people_prevail() -> None:
    desk = Desk(people=(ADA,))
    found = who(met("a", ("Ada Quill", "quay")), met("b", ("The Harbour Master", None)), desk=desk)
    assert set(found.of.values()) == {"ada-quill"}
    assert found.people == (replace(ADA, aliases=("the harbour master", "The Harbour Master")),)


def test_a_family_name_goes_to_the_desks_person() -> None:
    found = who(met("a", ("Quill", None)), desk=Desk(people=(ADA,)))
    assert set(found.of.values()) == {"ada-quill"}


def test_of_the_desks_namesakes_the_actor_tells() -> None:
    other = Person("ada-quill-2", "Ada Quill", (), "quay")
    desk = Desk(people=(ADA, other))
    found = ids(who(met("a", ("Ada Quill", "quay")), met("b", ("Ada Quill", "pier")), desk=desk))
    assert found == {("a", "ada-quill"): "ada-quill-2", ("b", "ada-quill"): "ada-quill"}


def test_the_rows_of_an_actor_and_a_persons_own_file_are_one() -> None:
    row = Person("ada-quill", "A. Quill", ("Captain Quill",), "pier", (Office("captain", found=True),))
    own = Person("ada-quill", "Ada Quill", (), None, (), "Born at sea.")
    desk = Desk((Actor("pier", "Pier Union", people=(row,)),), (own,))
    assert who(desk=desk).people == (
        Person(
            "ada-quill",
            "Ada Quill",
            ("A. Quill", "Captain Quill"),
            "pier",
            (Office("captain", found=True),),
            "Born at sea.",
        ),
    )


def test_what_a_file_says_is_the_same_becomes_one() -> None:
    own = replace(ADA, same_as=("captain-quill", "a-quill", "ada-quill"))
    old = Person("a-quill", "A. Quill", ("Old Quill",))
    found = who(met("a", ("Captain Quill", None), ("Old Quill", None)), desk=Desk(people=(old, own)))
    assert set(found.of.values()) == {"ada-quill"}
    (person,) = found.people
    assert person.aliases == ("the harbour master", "A. Quill", "Old Quill", "Captain Quill")


def test_two_files_that_each_take_the_other_in_are_one() -> None:
    a, b, c = (
        Person(i, i.upper(), same_as=(o,)) for i, o in (("a-a", "b-b"), ("b-b", "a-a"), ("c-c", "a-a"))
    )
    assert [p.id for p in who(desk=Desk(people=(a, b))).people] == ["a-a"]
    assert [p.id for p in who(desk=Desk(people=(a, b, c))).people] == ["c-c"]


def test_a_name_of_an_actor_is_nobodys() -> None:
    desk = Desk((Actor("pier", "Pier Union", aliases=("the Union",), speaks_as=("Old Pier",)),))
    talk = article("a", quote("We go", speaker("Old Pier")), mentions=(mention("The Union"),))
    found = who(talk, desk=desk)
    assert found.people == ()
    joined = apply(talk, found, {})
    assert joined.quotes[0].speaker == Speaker("Old Pier", None, None, "pier", 1.0)


def test_what_articles_have_most_often_is_taken() -> None:
    seen = [
        report(name, "", mention("Ada Quill", actor, role))
        for name, actor, role in (("a", "pier", "captain"), ("b", "pier", "captain"), ("c", None, "cook"))
    ]
    assert who(*seen).people == (
        Person("ada-quill", "Ada Quill", (), "pier", (Office("captain", found=True),)),
    )


def test_a_speaker_who_is_not_mentioned_is_somebody() -> None:
    found = who(
        article("a", quote("We go", speaker("Ada Quill", "pier")), quote("We stay", speaker("Tom Reed")))
    )
    assert [(p.id, p.actor) for p in found.people] == [("ada-quill", "pier"), ("tom-reed", None)]


def test_the_speakers_actor_fills_what_the_mention_leaves_open() -> None:
    talk = article(
        "a", quote("We go", speaker("Ada Quill", "pier")), mentions=(mention("Ada Quill", None, "captain"),)
    )
    assert who(talk).people == (
        Person("ada-quill", "Ada Quill", (), "pier", (Office("captain", found=True),)),
    )


def test_everybody_gets_their_one_name_and_id() -> None:
    talk = article("a", quote("We go", speaker("Quill")), mentions=(mention("Quill"),))
    found = who(talk, met("b", ("Ada Quill", "pier")))
    joined = apply(talk, found, {p.id: p for p in found.people})
    said = joined.quotes[0].speaker
    assert said is not None
    assert (said.name, said.person, said.actor) == ("Ada Quill", "ada-quill", "pier")
    assert (joined.mentions[0].name, joined.mentions[0].person) == ("Ada Quill", "ada-quill")


def test_an_editors_actor_stays() -> None:
    said = replace(speaker("Ada Quill", "quay"), rule="editor")
    talk = article("a", quote("We go", said), quote("We stay"))
    found = who(talk, desk=Desk(people=(ADA,)))
    joined = apply(talk, found, {p.id: p for p in found.people})
    assert [q.speaker and q.speaker.actor for q in joined.quotes] == ["quay", None]


def test_an_article_in_which_nothing_changes_is_the_same() -> None:
    talk = article(
        "a", quote("We go", speaker("Ada Quill", "pier")), mentions=(mention("Ada Quill", "pier"),)
    )
    found = who(talk)
    assert apply(talk, found, {p.id: p for p in found.people}) is talk


def test_a_name_without_letters_is_somebody_too() -> None:
    found = who(report("a", "", replace(mention("北京"), person="p-1")))
    assert found.people == (Person("p-1", "北京"),)


def test_who_is_not_the_same_stays_somebody_else() -> None:
    own = replace(ADA, not_same_as=("ada-quill-quay", "quill"))
    lot = (met("a", ("Ada Quill", "quay")), met("b", ("Ada Quill", None)), met("c", ("Quill", None)))
    assert ids(who(*lot, desk=Desk(people=(own,)))) == {
        ("a", "ada-quill"): "ada-quill-quay",
        ("b", "ada-quill"): "ada-quill",
        ("c", "quill"): "quill",
    }


def test_it_holds_against_the_same_even_by_way_of_a_third() -> None:
    a = Person("a-a", "A A", same_as=("b-b",))
    b = Person("b-b", "B B", same_as=("c-c",))
    c = Person("c-c", "C C", not_same_as=("a-a", "c-c"))
    assert [p.id for p in who(desk=Desk(people=(a, b))).people] == ["a-a"]
    assert [p.id for p in who(desk=Desk(people=(a, b, c))).people] == ["a-a", "c-c"]


def test_an_initial_in_the_middle_makes_nobody_else() -> None:
    found = who(
        met("a", ("Ada M. Quill", "pier")), met("b", ("Ada Quill", None)), met("c", ("Ada Quill", None))
    )
    assert found.people == (Person("ada-quill", "Ada M. Quill", ("Ada Quill",), "pier"),)
    found = who(met("a", ("Ada M. Quill", None)), desk=Desk(people=(ADA,)))
    assert set(found.of.values()) == {"ada-quill"}


def test_but_two_initials_are_two_people() -> None:
    found = who(
        met("a", ("Ada M. Quill", None)), met("b", ("Ada R. Quill", None)), met("c", ("Ada Quill", None))
    )
    assert len(found.people) == 3
