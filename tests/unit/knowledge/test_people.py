from __future__ import annotations

from generator.knowledge.people import people_nouns


def test_people_are_known_by_what_they_do_and_organs_are_none() -> None:
    assert {"minister", "ambassadors", "general", "analysts"} <= people_nouns()
    assert people_nouns().isdisjoint({"ministry", "defence", "department", "state"})
