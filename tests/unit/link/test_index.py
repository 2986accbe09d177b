from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link import index
from generator.link.evidence import Item, items
from generator.link.index import Index
from tests.unit.link.articles import article, mention, quote, speaker

if TYPE_CHECKING:
    import pytest

ADA, TOM, JO = speaker("Ada Quill"), speaker("Tom Reed"), speaker("Jo Low")


def indexed(*lot: Item) -> Index:
    made = Index(list(lot))
    for i in range(len(lot)):
        made.add(i)
    return made


def item(name: str, words: str, who: object = None) -> Item:
    (made,) = items(article(name, quote(words, who)))  # type: ignore[arg-type]
    return made


def test_a_light_phrase_is_looked_for_at_one_speaker_a_heavier_one_at_all() -> None:
    found = indexed(item("a", "free now", ADA), item("b", "free now", ADA), item("c", "free now", TOM))
    assert (found.near(0), found.near(2)) == ({1}, set())
    found = indexed(
        item("a", "sail tonight", ADA), item("b", "we sail tonight", TOM), item("c", "nobody came")
    )
    assert (found.near(0), found.near(1), found.near(2)) == ({1}, {0}, set())


def test_a_persons_name_is_like_no_other() -> None:
    (name,) = items(article("a", quote("Ada Quill.", TOM), mentions=(mention("Ada Quill"),)))
    assert indexed(name, item("b", "Ada Quill", TOM)).near(1) == set()


def test_of_many_with_one_phrase_the_fullest_are_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MANY", 2)
    lot = [item(n, f"sail tonight {'x ' * (4 - k)}", ADA) for k, n in enumerate("abcd")]
    found = indexed(*lot)
    assert [found.near(i) for i in range(4)] == [{1, 2, 3}, {0, 2, 3}, {0, 1}, {0, 1}]
    late = Index(lot)
    assert [late.add(i)[1] for i in (2, 3, 0, 1)] == [set(), set(), {3}, {2}]
    assert [late.near(i) for i in range(4)] == [found.near(i) for i in range(4)]


def test_what_people_of_many_names_say_is_a_term() -> None:
    lot = [item("a", "shut harbours", ADA), item("b", "shut harbours", TOM), item("c", "shut harbours")]
    few, many = indexed(*lot), indexed(*lot, item("d", "shut harbours", JO))
    (phrase,) = few.phrases(0)
    assert many.phrases(3) == [phrase]
    assert (few.is_term(phrase), many.is_term(phrase)) == (False, True)
    assert not few.is_term(0)
    assert indexed(item("a", "no", ADA)).phrases(0) == []


def test_an_actor_is_one_voice_in_whatever_name_it_speaks() -> None:
    voices = [speaker(name, "northland", person=False) for name in ("Northland", "Sunholm", "the Ministry")]
    lot = [item(who.name, "shut harbours", who) for who in (*voices, speaker("Ada Quill", "northland"))]
    found = indexed(*lot)
    assert not found.is_term(found.phrases(0)[0])
