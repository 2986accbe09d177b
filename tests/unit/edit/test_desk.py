"""Actors, people, notes and pages: from text to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.edit.desk import read_actor, read_note, read_page, read_person
from generator.model.corpus import Actor, EditorsPage, Note, Office, Person
from generator.model.text import Location, Selector

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.location.line}:{d.location.column} {d.severity}[{d.code}]" for d in diagnostics]


ACTOR = """\
---
name: Alliance
kind: alliance           # state | alliance | organisation | group
aliases: [Northern Alliance, the alliance]
speaks_as: [Northport]
people:
  - {name: Mia Holt, role: Secretary General, from: 2014-10-01, to: 2024-10-01, aliases: [Alliance chief]}
  - {name: Bo Ek, role: spokesman}
  - {name: Mia Holt, role: envoy, from: 2010-01-01, to: 2012-01-01, aliases: [the envoy, Alliance chief]}
---

The *editor's* introduction.
"""


def test_an_actor() -> None:
    path = "content/actors/alliance.md"
    outcome = read_actor(ACTOR, path, "alliance")
    assert outcome.diagnostics == ()
    assert outcome.value == Actor(
        id="alliance",
        name="Alliance",
        kind="alliance",
        aliases=("Northern Alliance", "the alliance"),
        speaks_as=("Northport",),
        people=(
            Person(
                id="mia-holt",
                name="Mia Holt",
                aliases=("Alliance chief", "the envoy"),
                actor="alliance",
                offices=(
                    Office("Secretary General", "2014-10-01", "2024-10-01"),
                    Office("envoy", "2010-01-01", "2012-01-01"),
                ),
                location=Location(path, 7, 12),
            ),
            Person(
                id="bo-ek",
                name="Bo Ek",
                actor="alliance",
                offices=(Office("spokesman"),),
                location=Location(path, 8, 12),
            ),
        ),
        intro="The *editor's* introduction.",
        location=Location(path),
        body_line=12,
    )


def test_a_faulty_actor_keeps_what_can_be_used() -> None:
    people = "people:\n  - {role: x}\n  - {name: 船}\n  - {name: Bo Ek, from: soon}\n"
    text = f"---\nname: Alliance\nkind: gang\n{people}---\n"
    outcome = read_actor(text, "a.md", "a")
    assert codes(outcome.diagnostics) == [
        "3:7 error[bad-value]",
        "5:5 error[missing-key]",
        "7:25 error[bad-date]",
        "6:12 error[bad-value]",
    ]
    assert outcome.value is not None
    assert outcome.value.kind == "organisation"
    assert [p.name for p in outcome.value.people] == ["Bo Ek"]


def test_who_has_no_name_is_nobody() -> None:
    for text, place in (
        ("---\nkind: state\n---\nx", "2:1"),
        ("Words only.", "1:1"),
        ("---\nname: ''\n---\n", "2:7"),
    ):
        for outcome in (
            read_actor(text, "a.md", "a"),
            read_person(text.replace("kind: state", "role: x"), "a.md", "a"),
        ):
            assert outcome.value is None
            assert codes(outcome.diagnostics) == [f"{place} error[missing-key]"]


def test_a_person() -> None:
    text = """\
---
name: Mia Holt
aliases: [M. Holt]
actor: alliance
role: Secretary General
from: 2014-10-01
same_as: [m-holt]
not_same_as: [mia-holt-singer]
---
Once a *minister*.
"""
    outcome = read_person(text, "content/people/mia-holt.md", "mia-holt")
    assert outcome.diagnostics == ()
    assert outcome.value == Person(
        id="mia-holt",
        name="Mia Holt",
        aliases=("M. Holt",),
        actor="alliance",
        offices=(Office("Secretary General", "2014-10-01", None),),
        intro="Once a *minister*.",
        same_as=("m-holt",),
        not_same_as=("mia-holt-singer",),
        location=Location("content/people/mia-holt.md", 4, 8),
        body_line=10,
        places=(
            ("m-holt", Location("content/people/mia-holt.md", 7, 11)),
            ("mia-holt-singer", Location("content/people/mia-holt.md", 8, 15)),
        ),
    )


def test_a_note() -> None:
    text = """\
---
article: 003_f1
at: {exact: only two out of 57, prefix: the Gazette, suffix: in the bay}
by: Desk
kind: dispute
date: 2015-10-09
---
See [[alliance]].
"""
    outcome = read_note(text, "content/notes/a.md", "a")
    assert outcome.diagnostics == ()
    assert outcome.value == Note(
        id="a",
        article="003_f1",
        at=Selector("only two out of 57", "the Gazette", "in the bay"),
        body="See [[alliance]].",
        location=Location("content/notes/a.md", 3, 5),
        by="Desk",
        kind="dispute",
        date="2015-10-09",
        body_line=8,
        article_at=Location("content/notes/a.md", 2, 10),
    )


def test_faulty_notes() -> None:
    outcome = read_note("---\narticle: a\n---\nx", "n.md", "n")
    assert (outcome.value, codes(outcome.diagnostics)) == (None, ["2:1 error[missing-key]"])
    outcome = read_note("---\narticle: a\nat: {exact: x}\nkind: rumour\n---\n", "n.md", "n")
    assert outcome.value is not None
    assert outcome.value.kind == "context"
    assert codes(outcome.diagnostics) == ["4:7 error[bad-value]", "2:1 warning[empty-note]"]
    outcome = read_note("---\narticle: a\nat: {exact: x}\n\nNo end.", "n.md", "n")
    assert outcome.value is not None
    assert outcome.value.body == "No end."
    assert codes(outcome.diagnostics) == ["1:1 error[front-matter-unclosed]"]


def test_pages() -> None:
    place = Location("p.md")
    assert read_page("---\ntitle: Who we are\n---\nWords.", "p.md", "who").value == EditorsPage(
        "who", "Who we are", "Words.", place, body_line=4
    )
    assert read_page("# Who we are #\n\nWords.", "p.md", "who").value == EditorsPage(
        "who", "Who we are", "Words.", place, body_line=3
    )
    assert read_page("Words.", "p.md", "who-we-are").value == EditorsPage(
        "who-we-are", "who we are", "Words.", place
    )
    assert codes(read_page("---\ntitel: x\n---\nWords.", "p.md", "who").diagnostics) == [
        "2:1 warning[unknown-key]"
    ]


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("by: Desk", True),
        ("audience: public", True),
        ("audience: desk", False),
        ("audience: dsek", False),
        ("audience: [desk]", False),
        ("audince: desk", False),
    ],
)
def test_whoever_mistypes_the_audience_of_a_note_has_the_desk(line: str, public: bool) -> None:  # noqa: FBT001
    outcome = read_note(f"---\narticle: a\nat: {{exact: x}}\n{line}\n---\nWords.", "n.md", "n")
    assert outcome.value is not None
    assert outcome.value.public is public


def test_an_office_does_not_end_before_it_begins() -> None:
    head = "name: Bo Ek\nrole: Spokesman\nfrom: 2031-05-02\nto: 2031-05-01"
    outcome = read_person(f"---\n{head}\n---\n", "p.md", "bo-ek")
    assert codes(outcome.diagnostics) == ["5:5 error[bad-date]"]
    assert outcome.value is not None
    assert outcome.value.offices == (Office("Spokesman", None, None),)


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_of_a_page_says_so(draft: bool) -> None:  # noqa: FBT001
    page = read_page(f"---\ntitle: A\ndraft: {str(draft).lower()}\n---\nWords.", "p.md", "p").value
    assert page is not None
    assert page.draft is draft


def test_a_note_has_no_draft_and_is_for_the_desk_then() -> None:
    note = read_note("---\narticle: a\nat: {exact: x}\ndraft: true\n---\nWords.", "n.md", "n")
    assert note.value is not None
    assert not note.value.public
    assert codes(note.diagnostics) == ["4:1 warning[unknown-key]", "4:8 error[bad-value]"]


@pytest.mark.parametrize(
    ("key", "draft"), [("draft: true", True), ("draft: false", False), ("darft: true", True)]
)
def test_a_draft_of_an_actor_or_a_person_says_so(key: str, draft: bool) -> None:  # noqa: FBT001
    actor = read_actor(f"---\nname: Northland\n{key}\n---\nWords.", "a.md", "northland").value
    person = read_person(f"---\nname: Ada Berg\n{key}\n---\nWords.", "p.md", "ada-berg").value
    assert actor is not None
    assert person is not None
    assert (actor.draft, person.draft) == (draft, draft)
