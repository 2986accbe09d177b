"""Who speaks of whom: rows, columns and numbers of the table, and where there is none to make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publish.show.cards import Cards
from generator.publish.show.speaking import speaking

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame
    from generator.publish.tally.statements import Statement


def by(frame: Frame, actor: str | None, *of: str) -> Statement:
    """Return a statement of an actor that names others."""
    statement = frame.ledger.statements[0]
    return replace(statement, cluster=replace(statement.cluster, actor=actor), spoken_of=of)


def cards(frame: Frame, *names: str) -> Cards:
    known = next(iter(frame.ledger.actors.values()))
    new = {name: replace(known, id=name, name=name.title()) for name in names}
    actors = {**frame.ledger.actors, **new}
    corpus = replace(frame.ledger.corpus, actors=tuple(actors.values()))
    return Cards(replace(frame.ledger, actors=actors, corpus=corpus), "./")


def test_statements_of_one_that_name_another_are_counted_in_the_order_of_the_briefing(frame: Frame) -> None:
    said = [by(frame, "b", "a"), by(frame, "b", "a", "c"), by(frame, "a", "b"), by(frame, "a")]
    table = speaking(cards(frame, "a", "b", "c"), said)
    assert table is not None
    assert [voice.name for voice in table.columns] == ["A", "B", "C"]
    assert [(row.voice.name, [cell.count for cell in row.cells]) for row in table.rows] == [
        ("A", [0, 1, 0]),
        ("B", [2, 0, 1]),
    ]
    assert [cell.depth for cell in table.rows[1].cells] == [4, 0, 2]
    assert table.more == ""


def test_nobody_counts_who_is_not_known_or_speaks_of_himself(frame: Frame) -> None:
    said = [by(frame, "a", "a"), by(frame, None, "a"), by(frame, "x", "a"), by(frame, "a", "x", "b")]
    assert speaking(cards(frame, "a", "b"), said) is None
    table = speaking(cards(frame, "a", "b"), [*said, by(frame, "b", "a")])
    assert table is not None
    assert [[cell.count for cell in row.cells] for row in table.rows] == [[0, 1], [1, 0]]


def test_of_many_those_of_most_statements_are_shown_and_the_others_counted(frame: Frame) -> None:
    names = [f"n{k:02}" for k in range(13)]
    said = [by(frame, name, "n00") for k, name in enumerate(names) for _ in range(k)]
    table = speaking(cards(frame, *names), [*said, by(frame, "n00", "n12")])
    assert table is not None
    assert [row.voice.name for row in table.rows] == [f"N{k:02}" for k in range(3, 13)]
    assert table.more == "3 speakers"
