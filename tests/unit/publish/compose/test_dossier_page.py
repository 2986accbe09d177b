from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.dossier import DossierView
from generator.publish.compose.dossier_page import actor_dossiers, dossier_page, has_dossier, pdf_of
from generator.publish.tally.beside import Beside

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


def whole(frame: Frame) -> DossierView:
    view = dossier_page(frame, "The desk’s [[aldoria]].").view
    assert isinstance(view, DossierView)
    return view


def actors(frame: Frame) -> dict[str, DossierView]:
    return {p.path: p.view for p in actor_dossiers(frame) if isinstance(p.view, DossierView)}


def test_a_title_page_says_what_it_is_without_a_clock(frame: Frame) -> None:
    view = whole(frame)
    assert (view.title, view.subject) == (frame.ledger.settings.title, None)
    assert view.span == "10–13 March 2026"
    assert view.newest.iso == "2026-03-13"
    assert view.counts == "3 reports, 2 outlets, 3 statements, 1 in others’ words"
    assert '<a href="../actors/aldoria/index.html"' in view.intro_html
    assert view.back.href == "../index.html"


def test_statements_stand_day_by_day_with_reported_speech_behind_them(frame: Frame) -> None:
    (part,) = whole(frame).parts
    assert [(d.id, [(s.number, s.words) for s in d.statements]) for d in part.days] == [
        (
            "d-2026-03-10",
            [
                (1, "We will never accept the accord of Borvia, friends"),
                (2, "never again"),
                (3, "the talks were over"),
            ],
        ),
        ("d-2026-03-13", [(4, "It is late")]),
    ]


def test_the_days_lead_to_what_stands_in_the_dossier_itself(frame: Frame) -> None:
    view = whole(frame)
    assert [d.href for d in view.days] == ["#d-2026-03-10", "#d-2026-03-13"]
    assert view.days[0].ticks[0].href == f"#{view.parts[0].days[0].statements[0].id}"


def test_what_was_withdrawn_stands_nowhere_but_that_it_was_is_told(frame: Frame) -> None:
    view = whole(frame)
    assert "secret" not in repr(view)
    assert [row.change for row in view.corrected if row.why == "misquoted"] == [
        "Quotation withdrawn by the desk"
    ]


def test_an_actor_has_what_it_said_and_what_was_said_of_it(frame: Frame) -> None:
    made = actors(frame)
    assert set(made) == {"actors/aldoria/dossier/index.html", "actors/borvia/dossier/index.html"}
    view, of = made["actors/aldoria/dossier/index.html"], made["actors/borvia/dossier/index.html"]
    assert [(p.heading, [s.words for d in p.days for s in d.statements]) for p in of.parts] == [
        ("Said", ["the talks were over"]),
        ("Said of it", ["We will never accept the accord of Borvia, friends"]),
    ]
    assert [p.heading for p in view.parts] == ["Said"]
    assert view.back.href == "../../../actors/aldoria/index.html"
    assert [s.title for s in of.sources] == [
        "Aldoria says ‘never again’",
        "Accord refused",
        "The port was quiet",
    ]
    assert [a.id for a in frame.ledger.corpus.actors if not has_dossier(frame, a)] == ["cartania"]


def test_only_the_actors_that_are_wanted(frame: Frame) -> None:
    assert [p.path for p in actor_dossiers(frame, {"borvia"})] == ["actors/borvia/dossier/index.html"]


def test_a_file_is_named_where_one_is_made(frame: Frame) -> None:
    assert whole(frame).pdf == ""
    printing = replace(frame, beside=Beside(pdf=True))
    assert pdf_of(printing, "dossier/index.html", "The Accord, 2026") == "dossier/the-accord-2026.pdf"
    assert pdf_of(printing, "dossier/index.html", "«»") == "dossier/dossier.pdf"
    assert pdf_of(printing, "dossier/index.html", "أكتوبر 2015") == "dossier/dossier.pdf"
    files = {path: view.pdf for path, view in actors(printing).items()}
    assert files == {
        "actors/aldoria/dossier/index.html": "../../../actors/aldoria/dossier/aldoria.pdf",
        "actors/borvia/dossier/index.html": "",  # it does not lead
    }
