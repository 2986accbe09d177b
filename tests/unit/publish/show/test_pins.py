from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.text import Location
from generator.publish.show.pins import as_card, pin_faults, pinned, ranks
from generator.publish.tally.ledger import open_ledger
from generator.publish.tally.statements import Statement

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings
    from generator.publish.show.frame import Frame


def test_a_report_and_a_statement_by_any_of_its_ids(corpus: Corpus, settings: Settings) -> None:
    ledger = open_ledger(replace(corpus, moved=(("old-1", "we-will-1"),)), settings)
    found = pinned(ledger, ["late-2", "a1", "old-1", "b2-q1", "we-will-1", "nothing"])
    assert [t.cluster.id if isinstance(t, Statement) else t.id for t in found] == [
        "late-2",
        "a1",
        "we-will-1",
    ]


def test_a_withdrawn_statement_cannot_be_pinned(frame: Frame) -> None:
    assert pinned(frame.ledger, ["secret-4", "a1-q2"]) == ()


def test_each_as_its_card(frame: Frame) -> None:
    report, statement = (
        as_card(frame.cards("index.html"), p) for p in pinned(frame.ledger, ["a1", "late-2"])
    )
    assert report.statement is None
    assert report.report is not None
    assert report.report.title == "Aldoria says ‘never again’"
    assert statement.report is None
    assert statement.statement is not None
    assert statement.statement.words == "It is late"


def test_statements_rank_as_site_yaml_has_them(corpus: Corpus, settings: Settings) -> None:
    assert ranks(open_ledger(corpus, settings)) == {}
    settings = replace(settings, lead="late-2", pinned=("a1", "we-will-1"))
    assert ranks(open_ledger(corpus, settings)) == {"late-2": 0, "we-will-1": 2}


def test_what_is_not_there_is_told_at_its_place(corpus: Corpus) -> None:
    where = Location("site.yaml", 4, 7)
    corpus = replace(corpus, moved=(("old-1", "we-will-1"),))
    pins = [(ident, where) for ident in ("a1", "late-2", "old-1", "b2-q1", "latte-2", "…")]
    told = pin_faults(corpus, pins)
    assert [(d.code, d.location, "late-2" in d.hint) for d in told] == [
        ("unknown-pin", where, True),
        ("unknown-pin", where, False),
    ]
