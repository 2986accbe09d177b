from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.corpus import Relation
from generator.model.text import Span
from generator.publish.tally.saying import Saying
from generator.publish.tally.statements import count_wordings, newest_first

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement


def test_a_statement_knows_its_reports(ledger: Ledger) -> None:
    statement = ledger.by_id["we-will-1"]
    assert statement.day == "2026-03-10"
    assert statement.words == "We will never accept the accord of Borvia, friends"
    assert statement.outlets == ("The Daily Ledger", "Harbour Post")
    assert (statement.reports, statement.wordings) == (3, 3)
    assert statement.reported == "3 reports, 3 wordings"  # one report names no outlet
    assert [m.relation for m in statement.members] == [Relation.SAME, Relation.VARIANT, Relation.FRAGMENT]
    assert statement.spoken_of == ("borvia",)


def test_what_is_shared_is_reported_by_several_independently(ledger: Ledger) -> None:
    statement = ledger.by_id["we-will-1"]
    known, other, unstated = statement.members
    assert statement.shared
    assert not replace(statement, members=(known, other), independent=1).shared  # one agency wrote both
    assert replace(statement, members=(known, unstated), independent=1).shared  # by whom is not known
    assert not replace(statement, members=(unstated,), independent=0, reports=1).shared


def test_fragments_of_one_report_make_it_no_more_than_one_wording(ledger: Ledger) -> None:
    one = ledger.statements[0].members[0]

    def member(report: str, folded: str, relation: Relation) -> Shown:
        return replace(one, article=replace(one.article, id=report), folded=folded, relation=relation)

    whole, part = Relation.SAME, Relation.FRAGMENT
    full = member("a", "we sail at dawn", whole)
    assert count_wordings([full, member("b", "we sail at dawn", whole)]) == 1
    assert count_wordings([full, member("b", "we sail", part), member("b", "at dawn", part)]) == 2
    assert count_wordings([full, member("a", "at dawn", part)]) == 1
    assert count_wordings([full, member("b", "we sail", part), member("c", "we sail", part)]) == 2
    assert count_wordings([full, member("b", "we go at dawn", Relation.VARIANT)]) == 2


def at(statement: Statement, published: str, *starts: int) -> list[Statement]:
    """Return statements with words of their own at these places of a report that appeared then."""
    first = statement.members[0]
    article = replace(first.article, id=published, front=replace(first.article.front, published=published))

    def made(start: int) -> Statement:
        quote = replace(first.quote, parts=(Span(start, start + 1),))
        cluster = replace(statement.cluster, id=f"{9 - start}-{published}")
        return replace(statement, cluster=cluster, members=(replace(first, article=article, quote=quote),))

    return [made(start) for start in starts]


def test_of_one_day_what_as_many_report_stands_as_it_was_first_told(ledger: Ledger) -> None:
    one = ledger.statements[0]
    ankara = at(one, "2026-03-12T20:25:00+03:00", 2, 4, 7)
    york = at(one, "2026-03-12T14:12:00-04:00", 1, 3)
    many = [replace(s, independent=3) for s in at(one, "2026-03-12T23:00:00Z", 5)]
    assert newest_first([*york[::-1], *ankara[::-1], *many]) == (*many, *ankara, *york)
    both = replace(york[1], members=(*york[1].members, *ankara[1].members))  # it is in the earlier one, too
    assert newest_first([york[0], both, ankara[2]]) == (both, ankara[2], york[0])


def test_statements_are_newest_first_undated_last(ledger: Ledger) -> None:
    assert [s.cluster.id for s in ledger.statements] == ["late-2", "we-will-1", "never-3"]
    undated = replace(ledger.statements[0], saying=Saying("", told=False, first=""))
    assert newest_first([undated, *ledger.statements[1:]])[-1] is undated
