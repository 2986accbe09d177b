from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.tally.gather import by_outlet, gather, newest_on

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger


def test_everything_is_laid_where_it_belongs(ledger: Ledger) -> None:
    found = gather(ledger)
    assert [s.cluster.id for s in found.actors.said["aldoria"]] == ["we-will-1", "never-3"]
    assert [s.cluster.id for s in found.actors.said_of["borvia"]] == ["we-will-1"]
    assert [s.quote.id for s in found.actors.indirect["borvia"]] == ["a1-q4"]
    assert list(found.people.said) == ["anna-arden"]
    assert [a.id for a in found.people.reports["anna-arden"]] == ["b2", "a1", "c3"]
    assert [s.cluster.id for s in found.outlets.said["harbour-post"]] == ["we-will-1", "never-3"]
    assert [a.id for a in found.outlets.reports["daily-ledger"]] == ["b2"]
    assert {day: len(s) for day, s in found.days.items()} == {"2026-03-13": 1, "2026-03-10": 2}
    assert [a.id for a in found.reports[""]] == ["c3"]


def test_shares_of_outlets_are_counted_once_each(ledger: Ledger) -> None:
    found = gather(ledger)
    shares = by_outlet(ledger, ledger.statements, found.actors.indirect["borvia"])
    assert [(ledger.outlet_name(s.article), s.statements, s.reports) for s in shares] == [
        ("Harbour Post", 2, 1),
        ("The Daily Ledger", 2, 1),
    ]
    assert [(s.reported, s.alone) for s in shares] == [(1, 1), (0, 1)]


def test_a_day_is_as_new_as_the_newest_report_that_tells_of_it(ledger: Ledger) -> None:
    gathered = gather(ledger)
    days = ["2026-03-10", "2026-03-13", "1999-01-01"]
    assert [newest_on(ledger, gathered, day) for day in days] == ["2026-03-13", "2026-03-13", ""]
