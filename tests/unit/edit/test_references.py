from __future__ import annotations

from generator.edit.references import actor_faults
from generator.model.article import Correction, FrontMatter, Media, Source
from generator.model.corpus import Actor, Desk, Person, Unpublished
from generator.model.diagnostic import Severity
from generator.model.text import Location, Selector

DESK = Desk(actors=(Actor("pier-union", "Pier Union"),))


def at(line: int) -> Location:
    return Location("content/site.yaml", line)


def corrected(*actors: str | None) -> Source:
    made = tuple(Correction(Selector("x"), at(n), actor=actor) for n, actor in enumerate(actors, 1))
    return Source("tug", "articles/tug.md", Media.MARKDOWN, "x", "", FrontMatter(corrections=made))


def test_known_actors_are_the_desks_and_everybodys() -> None:
    people = (Person("ada-quill", "Ada Quill", actor="pier-union", location=at(1)),)
    desk = Desk(DESK.actors, people)
    assert actor_faults(desk, [corrected("norway", "pier-union", None)], [("nato", at(1))]) == ()


def test_of_each_that_nobody_knows_it_is_told_where() -> None:
    people = (Person("a", "A", actor="nowhere-land", location=at(9)), Person("b", "B", actor="no-place"))
    told = actor_faults(Desk(DESK.actors, people), [corrected("pier-onion")], [("atlantis-state", at(4))])
    assert [(d.location, d.severity, d.code) for d in told] == [
        (at(4), Severity.ERROR, "unknown-actor"),
        (at(1), Severity.ERROR, "unknown-actor"),
        (at(9), Severity.ERROR, "unknown-actor"),
    ]
    assert [d.hint for d in told][1:] == [
        'did you mean "pier-union"?',
        "write content/actors/nowhere-land.md, or mend the id",
    ]
    draft = Unpublished("actor", "atlantis-state", "content/actors/atlantis-state.md")
    page = Unpublished("page", "atlantis-state", "content/pages/atlantis-state.md")
    (fault,) = actor_faults(Desk(drafts=(page, draft)), [], [("atlantis-state", at(4))])
    assert fault.hint.startswith("content/actors/atlantis-state.md is a draft")
    assert told[0].message == 'there is no actor "atlantis-state"'
