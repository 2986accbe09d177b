from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.backmatter import IndexView
from generator.model.corpus import Corpus
from generator.model.parts import Fact
from generator.model.views import FrontView, TimelineView
from generator.publish.compose import overviews
from generator.publish.compose.overviews import front_page, index_page, most_reported, timeline_page
from generator.publish.show.frame import Frame
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    import pytest

    from generator.model.settings import Settings


def front(frame: Frame, intro: str = "") -> FrontView:
    view = front_page(frame, intro).view
    assert isinstance(view, FrontView)
    return view


def test_the_front_page(frame: Frame) -> None:
    view = front(frame, "By *hand*.")
    assert view.span == "10–13 March 2026"
    assert view.counts == "3 reports, 2 outlets, 3 statements"
    assert view.intro_html == "<p>By <em>hand</em>.</p>\n"
    assert view.lead is not None
    assert view.lead.words == "We will never accept the accord of Borvia, friends"
    assert view.most_reported == ()
    assert [(c.voice.name, c.said, c.said_of) for c in view.actors] == [("Aldoria", 2, 0)]
    assert [(c.voice.name, c.said, c.said_of, c.last) for c in view.others] == [
        ("Borvia", 0, 1, None),
    ]  # Cartania is only named in a report
    assert [c.reported for c in view.others] == [1]
    assert [r.title for r in view.newest] == [
        "Accord refused",
        "Aldoria says ‘never again’",
        "The port was quiet",
    ]
    assert [(d.day.iso, d.at, len(d.ticks), d.more) for d in view.days] == [
        ("2026-03-10", 0, 2, "2 statements, 1 report"),
        ("2026-03-13", 1000, 1, "1 statement, 1 report"),
    ]
    assert [(len(d.statements), d.reports) for d in view.days] == [(2, ()), (1, ())]
    assert [(d.appeared, d.tellers) for d in view.days] == [(1, 0), (1, 0)]
    assert view.undated == 1
    assert view.rest == ()


def test_a_day_of_the_front_page_has_a_few_statements(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "FRONT_DAY", 1)
    assert [len(d.statements) for d in front(frame).days] == [1, 1]


def test_a_front_page_of_many_reports_says_how_many_more(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overviews, "NEWEST", 1)
    view = front(frame)
    assert len(view.newest) == 1
    assert view.rest == (Fact("Newest reports", "2 further reports", "./timeline/index.html"),)


def test_what_one_source_alone_has_stands_on_the_front_page_by_itself(frame: Frame) -> None:
    lead, *others = most_reported(frame.ledger.statements)
    words = "Nobody has asked the pilots"
    whole = tuple(replace(m, words=words) for m in others[0].members)
    alone = replace(others[0], members=whole)
    ledger = replace(frame.ledger, statements=(lead, alone, *others[1:]))
    assert [c.words for c in front(Frame(ledger, gather(ledger))).alone] == [words]
    assert front(frame).alone == ()  # two words do not tell much by themselves


def test_an_empty_affair_has_a_front_page(settings: Settings) -> None:
    ledger = open_ledger(Corpus((), (), (), (), (), (), ()), settings)
    frame = Frame(ledger, gather(ledger))
    view = front(frame)
    assert (view.lead, view.span, view.days, view.counts) == (None, "", (), "")
    index = index_page(frame).view
    assert isinstance(index, IndexView)
    assert index.sections == ()


def test_the_most_reported_leads_however_long_others_are(frame: Frame) -> None:
    ranked = most_reported(frame.ledger.statements)
    assert [s.cluster.id for s in ranked] == [
        "we-will-1",
        "never-3",
        "late-2",
    ]  # a speaker who is named goes first


def test_the_timeline(frame: Frame) -> None:
    view = timeline_page(frame).view
    assert isinstance(view, TimelineView)
    assert [d.day.iso for d in view.days] == ["2026-03-10", "2026-03-13"]
    assert [len(d.statements) for d in view.days] == [2, 1]
    assert [r.title for r in view.undated] == ["The port was quiet"]


def test_of_many_days_the_timeline_has_one_statement_each_and_counts_the_rest(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = timeline_page(frame).view
    monkeypatch.setattr(overviews, "FEW", 1)
    brief = timeline_page(frame).view
    assert isinstance(whole, TimelineView)
    assert isinstance(brief, TimelineView)
    assert (whole.fully, brief.fully) == (True, False)
    assert [len(d.reports) for d in whole.days] == [1, 1]
    assert [(len(d.statements), d.more, d.reports, d.appeared) for d in brief.days] == [
        (1, "1 further statement", (), 1),
        (1, "", (), 1),
    ]


def test_what_is_shown_of_a_day_stands_in_the_order_in_which_it_was_told(frame: Frame) -> None:
    one = frame.ledger.statements[0]
    lot = [
        replace(one, cluster=replace(one.cluster, id=f"s-{n}", speaker=speaker), wordings=n)
        for n, speaker in enumerate(("Ada", None, "Ada", "Ada", "Ada", "Ada", None))
    ]
    frame.gathered.days.clear()
    frame.gathered.days[one.day] = lot
    view = timeline_page(frame).view
    assert isinstance(view, TimelineView)
    shown = next(day.statements for day in view.days if day.statements)
    assert [card.href.split("/")[-2] for card in shown] == ["s-0", "s-2", "s-3", "s-4", "s-5"]


def test_the_index_is_alphabetical(frame: Frame) -> None:
    view = index_page(frame).view
    assert isinstance(view, IndexView)
    sections = dict(view.sections)
    assert list(sections) == ["People", "Actors", "Outlets", "Days", "Reports", "Statements"]
    assert [(e.text, e.gloss) for e in sections["People"]] == [
        ("Anna Arden", "Aldoria"),
        ("Boris Dahl", "Envoy, Borvia, in the desk’s files only, named in none of these reports"),
    ]
    assert [e.text for e in sections["Outlets"]] == ["Harbour Post", "The Daily Ledger"]
    assert [e.gloss for e in sections["Reports"]] == [
        "The Daily Ledger, 13 March 2026",
        "Harbour Post, 10 March 2026",
        "Date not stated",
    ]
    assert [(e.text, e.gloss) for e in sections["Days"]] == [
        ("10 March 2026", "2 statements, 1 report"),
        ("13 March 2026", "1 statement, 1 report"),
    ]
    assert [e.href for e in sections["Statements"]][:1] == ["../quotes/late-2/index.html"]


def test_accents_do_not_part_the_alphabet(frame: Frame, corpus: Corpus, settings: Settings) -> None:
    people = tuple(
        replace(corpus.people[1], id=str(n), name=name) for n, name in enumerate(("Zoe", "Élan", "“Eli”"))
    )
    ledger = open_ledger(replace(corpus, people=people), settings)
    view = index_page(Frame(ledger, frame.gathered)).view
    assert isinstance(view, IndexView)
    assert [e.text for e in dict(view.sections)["People"]] == ["Élan", "“Eli”", "Zoe"]
