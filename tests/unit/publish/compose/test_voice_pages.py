from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.parts import Fact
from generator.model.views import ActorView, PersonView
from generator.publish.compose import voice_pages
from generator.publish.compose.voice_pages import actor_pages, groups, person_pages, rest

if TYPE_CHECKING:
    import pytest

    from generator.publish.show.frame import Frame


def actors(frame: Frame) -> dict[str, ActorView]:
    return {p.path: p.view for p in actor_pages(frame) if isinstance(p.view, ActorView)}


def people(frame: Frame) -> dict[str, PersonView]:
    return {p.path: p.view for p in person_pages(frame) if isinstance(p.view, PersonView)}


def test_an_actor_with_what_it_said_and_what_was_said_of_it(frame: Frame) -> None:
    made = actors(frame)
    assert len(made) == 3
    view, of = made["actors/aldoria/index.html"], made["actors/borvia/index.html"]
    assert [c.words for c in view.said] == [
        "We will never accept the accord of Borvia, friends",
        "never again",
    ]
    assert view.said_of == ()
    assert [c.words for c in of.said_of] == ["We will never accept the accord of Borvia, friends"]
    assert [c.words for c in of.reported_speech] == ["the talks were over"]
    assert view.intro_html == "<p>A coast.</p>\n"
    assert (of.aliases, of.kind) == (("the Borvians",), "state")
    assert [r.title for r in of.reports] == ["Aldoria says ‘never again’"]


def test_what_is_reported_independently_leads_and_the_newest_of_equals(frame: Frame) -> None:
    said = frame.gathered.actors.said["aldoria"]
    one, other = (s for s in said)
    agency = replace(one, members=one.members[:2], independent=1)
    said[:] = [other, agency, replace(one, independent=2)]
    said.append(replace(said[-1], independent=3))
    view = actors(frame)["actors/aldoria/index.html"]
    assert (len(view.said), view.shared) == (4, 2)
    assert [c.words for c in view.said] == [one.words, one.words, other.words, one.words]


def test_an_actors_people_days_and_outlets(frame: Frame) -> None:
    view, of = actors(frame)["actors/aldoria/index.html"], actors(frame)["actors/borvia/index.html"]
    assert [(row.voice.name, row.said, row.named) for row in view.people] == [("Anna Arden", 2, True)]
    assert [(row.voice.name, row.named, row.offices) for row in of.people] == [
        ("Boris Dahl", False, ("Envoy",))
    ]
    assert view.heard is not None
    assert [(day.day.iso, day.said, day.said_of) for day in view.heard.days] == [("2026-03-10", 2, 0)]
    assert [(row.outlet.text, row.statements, row.reports) for row in view.outlets] == [
        ("Harbour Post", 2, 1),
        ("The Daily Ledger", 1, 1),
    ]
    assert [(row.reported, row.alone) for row in (*view.outlets, *of.outlets)] == [(0, 1), (0, 0), (1, 0)]


def test_what_has_one_source_stands_by_who_says_it(frame: Frame) -> None:
    made = actors(frame)
    view, of = made["actors/aldoria/index.html"], made["actors/borvia/index.html"]
    told = [(group.voice.name, [c.words for c in group.said]) for group in view.alone]
    assert told == [("Anna Arden", ["never again"])]
    assert sum(len(group.said) for group in view.alone) == len(view.said) - view.shared
    by = [(group.voice.name, [c.voice.name for c in group.said]) for group in of.of_it]
    assert by == [("Aldoria", ["Anna Arden"])]


def test_who_says_most_comes_first_and_the_unnamed_last(frame: Frame) -> None:
    first, other = frame.gathered.actors.said["aldoria"]
    nobody = replace(other, cluster=replace(other.cluster, speaker=None, person=None, actor=None))
    envoy = replace(other, cluster=replace(other.cluster, id="e", speaker="Boris Dahl", person="boris-dahl"))
    said = [replace(nobody, cluster=replace(nobody.cluster, id=f"n-{n}")) for n in range(3)]
    said += [envoy, first, other]
    assert [(g.voice.name, len(g.said)) for g in groups(frame.cards("index.html"), said)] == [
        ("Anna Arden", 2),
        ("Boris Dahl", 1),
        ("Speaker not named", 3),
    ]


def test_a_person(frame: Frame) -> None:
    made = people(frame)
    anna, boris = made["people/anna-arden/index.html"], made["people/boris-dahl/index.html"]
    assert anna.offices == (
        "Foreign Minister, since 1 January 2025",
        "Mayor, 1 January 2020 – 31 December 2024",
    )
    assert len(anna.said) == 2
    assert [r.title for r in anna.reports] == [
        "Accord refused",
        "Aldoria says ‘never again’",
        "The port was quiet",
    ]
    assert (
        anna.intro_html == '<p>Of <a href="../../actors/aldoria/index.html" class="wiki">Aldoria</a>.</p>\n'
    )
    assert not [*boris.said, *boris.reported_speech, *boris.outlets]
    assert boris.voice.role == "Envoy"
    assert (anna.named, boris.named) == (True, False)
    assert boris.shell.description == "in the desk’s files only, named in none of these reports"


def test_what_a_person_said_stands_by_day_below_what_the_desk_chose(frame: Frame) -> None:
    path = "people/anna-arden/index.html"
    (said, *_) = people(frame)[path].said
    days = people(frame)[path].by_day
    assert [s for day in days for s in day.said] == list(people(frame)[path].said)
    assert all(s.day == day.day for day in days for s in day.said)
    assert people(frame)[path].pinned == ()
    chosen = said.href.split("/")[-2]
    settings = replace(frame.ledger.settings, pinned=(chosen,))
    view = people(replace(frame, ledger=replace(frame.ledger, settings=settings)))[path]
    assert view.pinned == (said,)
    assert said not in [s for day in view.by_day for s in day.said]


def test_long_lists_are_cut_and_counted(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_pages, "FULL", 1)
    view = actors(frame)["actors/aldoria/index.html"]
    assert len(view.said) == 1
    assert view.rest == (
        Fact("Said", "1 further statement", "../../data/clusters.json"),
        Fact("Reports", "2 further reports", "../../data/articles.json"),
    )
    assert rest(frame.cards("index.html"), [("Said", 1, "statement", "clusters")]) == ()
