from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.corpus import Relation
from generator.model.findings import Dated
from generator.model.parts import Link
from generator.model.text import Span
from generator.model.views import ArticleView, StatementView
from generator.publish.compose.article_page import article_pages
from generator.publish.compose.statement_page import statement_pages
from generator.publish.show.coverage import coverage
from generator.publish.tally.saying import saying

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


def views(frame: Frame) -> dict[str, StatementView]:
    return {p.path: p.view for p in statement_pages(frame) if isinstance(p.view, StatementView)}


def test_every_shown_statement_has_a_page(frame: Frame) -> None:
    assert sorted(views(frame)) == [
        "quotes/late-2/index.html",
        "quotes/never-3/index.html",
        "quotes/we-will-1/index.html",
    ]


def test_each_wording_stands_against_the_fullest(frame: Frame) -> None:
    view = views(frame)["quotes/we-will-1/index.html"]
    fullest, other, fragment = view.wordings
    assert fullest.pieces == (("same", view.words),)
    assert [w.relation for w in view.wordings] == ["the fullest wording", "other words", "a fragment"]
    assert other.pieces == (
        ("same", "We will"),
        ("changed", "not"),
        ("same", "accept the accord of Borvia"),
        ("missing", "friends"),
    )
    assert other.differs == "has “not” for “never”; leaves out “friends”"
    assert (other.href, other.origin, other.line) == (
        "../../articles/a1/index.html#a1-q1",
        "https://harbour.example/1#:~:text=We%20will%20not%20accept%20the%20accord%20of%20Borvia",
        7,
    )
    assert other.address == "https://harbour.example/1"
    assert (fragment.outlet, fragment.title) == (None, "The port was quiet")


def test_a_statement_tells_who_of_whom_and_when(frame: Frame) -> None:
    view = views(frame)["quotes/we-will-1/index.html"]
    assert (view.voice.name, view.day.words, view.reported) == (
        "Anna Arden",
        "10 March 2026",
        "reported in 3 reports, 3 wordings",
    )
    assert [v.name for v in view.said_of] == ["Borvia"]
    assert view.shell.title == "Anna Arden: “We will never accept the accord of Borvia, friends”"


def test_who_has_only_a_fragment_and_who_has_it_from_another(frame: Frame) -> None:
    statement = frame.ledger.by_id["we-will-1"]
    own, other, _ = statement.members
    members = (own, replace(other, relation=Relation.FRAGMENT, origin="b2"))
    ledger = replace(frame.ledger, by_id={"we-will-1": replace(statement, members=members)})
    view = views(replace(frame, ledger=ledger))["quotes/we-will-1/index.html"]
    assert [outlet.text for outlet in view.partly] == ["Harbour Post"]
    assert [w.source.text if w.source else None for w in view.wordings] == [None, "The Daily Ledger"]
    both = (*members, replace(members[1], relation=Relation.VARIANT))  # the outlet has more of it elsewhere
    ledger = replace(frame.ledger, by_id={"we-will-1": replace(statement, members=both)})
    assert views(replace(frame, ledger=ledger))["quotes/we-will-1/index.html"].partly == ()


def test_three_pages_tell_the_same_of_an_outlet(frame: Frame) -> None:
    statement = frame.ledger.by_id["we-will-1"]
    own = {
        w.outlet.text: w.relation for w in views(frame)["quotes/we-will-1/index.html"].wordings if w.outlet
    }
    table = coverage(frame.cards("x/"), frame.ledger.statements)
    assert table is not None
    (row,) = [r for r in table.rows if r.words == statement.words]
    names = [outlet.text for outlet in table.outlets]
    assert {name: cell.label for name, cell in zip(names, row.cells, strict=True)} == own
    pages = [p.view for p in article_pages(frame) if isinstance(p.view, ArticleView)]
    margins = [(e.outlet, e.relation) for v in pages for q in v.quotes for e in q.elsewhere]
    assert {name: told for name, told in margins if name in own} == own
    assert len([name for name, _ in margins if name in own]) == 4  # each in two other margins


def test_each_report_is_cited_once(frame: Frame) -> None:
    view = views(frame)["quotes/we-will-1/index.html"]
    assert len(view.wordings) == 3
    statement = frame.ledger.by_id["we-will-1"]
    twice = replace(statement, members=(*statement.members, statement.members[1]))
    ledger = replace(frame.ledger, by_id={"we-will-1": twice})
    again = views(replace(frame, ledger=ledger))["quotes/we-will-1/index.html"]
    assert (again.cite, len(again.wordings)) == (view.cite, 4)


def test_a_statement_of_nobody_named(frame: Frame) -> None:
    view = views(frame)["quotes/late-2/index.html"]
    assert view.voice.name == "Speaker not named"
    assert view.wordings[0].relation == "same words"
    assert view.shell.title.startswith("Speaker not named: ")


def with_days(frame: Frame, days: dict[str, str]) -> StatementView:
    """Return the page of a statement whose reports tell these days of the words, by their articles."""
    statement = frame.ledger.by_id["we-will-1"]
    members = tuple(
        replace(m, quote=replace(m.quote, told=Dated(Span(0, 6), "Monday", days[m.article.id])))
        if m.article.id in days
        else m
        for m in statement.members
    )
    told = replace(statement, members=members, saying=saying(members, frame.ledger.days))
    ledger = replace(frame.ledger, by_id={"we-will-1": told})
    (page,) = statement_pages(replace(frame, ledger=ledger))
    assert isinstance(page.view, StatementView)
    return page.view


def test_the_day_of_the_words_and_of_the_first_report_are_two(frame: Frame) -> None:
    view = with_days(frame, {"a1": "2026-03-08"})
    assert (view.day.iso, view.told) == ("2026-03-08", True)
    assert view.first is not None
    assert view.first.iso == "2026-03-10"
    assert [w.said.iso if w.said else None for w in view.wordings] == [None, "2026-03-08", None]
    found = json.loads(view.shell.structured)["mainEntity"]
    assert (found["dateCreated"], found["datePublished"]) == ("2026-03-08", "2026-03-10")


def test_days_that_differ_are_told_and_none_is_the_day_of_the_words(frame: Frame) -> None:
    view = with_days(frame, {"a1": "2026-03-08", "b2": "2026-03-09"})
    assert (view.day.iso, view.told) == ("2026-03-10", False)
    assert view.otherwise == "8 March 2026 and 9 March 2026"
    assert "dateCreated" not in json.loads(view.shell.structured)["mainEntity"]


def test_a_statement_leads_to_the_reports_in_whose_own_sentences_its_words_stand(frame: Frame) -> None:
    ledger = frame.ledger
    one = replace(ledger.by_id["never-3"], echoes=(ledger.articles["b2"],))
    by_id = {**ledger.by_id, "never-3": one}
    view = views(replace(frame, ledger=replace(ledger, by_id=by_id)))["quotes/never-3/index.html"]
    assert view.echoes == (Link("The Daily Ledger", "../../articles/b2/index.html"),)
