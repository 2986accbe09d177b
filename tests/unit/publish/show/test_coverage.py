"""Who has what: rows, columns and signs of the table, and where there is none to make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.corpus import Relation
from generator.publish.show.cards import Cards
from generator.publish.show.coverage import coverage

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement


def told(frame: Frame, key: str, **outlets: Relation) -> Statement:
    """Return a statement that these outlets have, each in its own relation to the fullest words."""
    statement = next(s for s in frame.ledger.statements if s.cluster.id == key)

    def member(outlet: str, relation: Relation) -> Shown:
        first = statement.members[0]
        article = replace(first.article, id=outlet, front=replace(first.article.front, outlet=outlet))
        return replace(first, article=article, relation=relation)

    members = tuple(member(outlet, relation) for outlet, relation in outlets.items())
    return replace(statement, members=members, outlets=tuple(outlets), independent=len(outlets))


def cards(frame: Frame, *statements: Statement) -> Cards:
    days = {m.article.id: "2026-03-10" for statement in statements for m in statement.members}
    return Cards(replace(frame.ledger, days=days), "./")


def test_statements_by_outlets_the_most_reported_first(frame: Frame) -> None:
    alone = told(frame, "never-3", North=Relation.SAME)
    shared = told(frame, "we-will-1", North=Relation.SAME, South=Relation.VARIANT, East=Relation.FRAGMENT)
    table = coverage(cards(frame, alone, shared), [alone, shared])
    assert table is not None
    assert [outlet.text for outlet in table.outlets] == ["North", "East", "South"]
    assert [row.words for row in table.rows] == [shared.words, alone.words]
    assert [cell.sign for cell in table.rows[0].cells] == ["●", "○", "◐"]
    assert [cell.label for cell in table.rows[0].cells] == [
        "the fullest wording",
        "a fragment",
        "other words",
    ]
    assert [cell.sign for cell in table.rows[1].cells] == ["●", "", ""]
    assert table.more == ""


def test_what_outlets_have_from_one_source_is_told(frame: Frame) -> None:
    three = told(frame, "we-will-1", North=Relation.SAME, South=Relation.SAME, East=Relation.SAME)
    two = told(frame, "never-3", North=Relation.SAME, South=Relation.SAME)
    lot = [three, replace(three, independent=2), replace(two, independent=1)]
    table = coverage(cards(frame, *lot), lot)
    assert table is not None
    assert [row.by for row in table.rows] == [
        "",
        "3 outlets, 2 of them independently",
        "2 outlets from one source",
    ]


def test_words_in_an_outlets_own_sentence_are_not_told_as_absent(frame: Frame) -> None:
    shared = told(frame, "we-will-1", North=Relation.SAME, South=Relation.SAME)
    east = told(frame, "never-3", East=Relation.SAME)
    echo = replace(shared, echoes=(east.members[0].article,))
    table = coverage(cards(frame, echo, east), [echo, east])
    assert table is not None
    cells = {o.text: cell for o, cell in zip(table.outlets, table.rows[0].cells, strict=True)}
    assert (cells["East"].sign, cells["East"].href) == ("□", "./articles/East/index.html")
    assert cells["East"].label == "in its own sentence, without quotation marks"
    assert [cell.sign for cell in table.rows[1].cells].count("") == 2


def test_where_nothing_can_be_compared_there_is_no_table(frame: Frame) -> None:
    one = told(frame, "never-3", North=Relation.SAME)
    two = told(frame, "we-will-1", North=Relation.SAME, South=Relation.SAME)
    assert coverage(cards(frame), []) is None
    assert coverage(cards(frame, two), [two]) is None
    apart = [one, told(frame, "late-2", South=Relation.SAME)]
    assert coverage(cards(frame, *apart), apart) is None


def test_a_long_table_says_what_it_leaves_out(frame: Frame) -> None:
    two = told(frame, "we-will-1", **{f"Post {n:02}": Relation.SAME for n in range(14)})
    table = coverage(cards(frame, two), [two] * 25)
    assert table is not None
    assert (len(table.rows), len(table.outlets)) == (24, 12)
    assert table.more == "1 further statement and 2 further outlets"
