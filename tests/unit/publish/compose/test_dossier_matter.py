from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.text import Span
from generator.publish.compose.dossier_matter import Matter, open_notes
from generator.publish.compose.dossier_sources import open_sources
from generator.publish.plan import open_frame
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.publish.show.frame import Frame


def matter(frame: Frame) -> Matter:
    sources = open_sources(frame.cards("dossier/index.html"))
    made = Matter(frame, sources, open_notes(frame, sources))
    made.part("d", "Statements", frame.ledger.statements)
    return made


def test_wordings_stand_together_with_the_reports_that_have_them(frame: Frame) -> None:
    first, *others = matter(frame).laid
    assert [r.number for r in first.first.references] == [2]
    assert [(w.relation, [r.number for r in w.references]) for w in first.others] == [
        ("other words", [1]),
        ("a fragment", [3]),
    ]
    assert ("changed", "not") in first.others[0].pieces
    assert all(not one.others for one in others)


def test_a_report_that_has_the_same_words_twice_is_named_once(frame: Frame) -> None:
    statement = frame.ledger.statements[-1]
    twice = replace(statement, members=statement.members * 2)
    made = Matter(frame, open_sources(frame.cards("dossier/index.html")), {})
    made.part("d", "Statements", [twice])
    assert len(made.laid[0].first.references) == 1


def test_a_correction_stands_beside_its_statement(frame: Frame) -> None:
    made = matter(frame)
    assert [row.why for row in made.laid[0].corrected] == ["see tape"]
    assert len(made.told) == len([row for one in made.laid for row in one.corrected])


def test_who_speaks_is_listed_actor_by_actor_and_the_unnamed_last(frame: Frame) -> None:
    speakers = matter(frame).speakers()
    assert [(s.voice.name, [n for n, _ in s.statements]) for s in speakers] == [
        ("Anna Arden", [1, 2]),
        ("Speaker not named", [3]),
    ]
    assert speakers[0].voice.role == ""


def test_a_note_stands_by_what_was_said_in_its_passage_else_at_the_end(corpus: Corpus, frame: Frame) -> None:
    sources = open_sources(frame.cards("dossier/index.html"))
    assert [n.id for n in open_notes(frame, sources)[""]] == ["n1", "n2"]
    harbour = next(a for a in corpus.articles if a.id == "a1")
    said = next(q for q in harbour.quotes if q.id == "a1-q1")
    notes = (replace(corpus.notes[0], span=said.parts[0]), corpus.notes[1])
    moved = open_frame(replace(corpus, notes=notes), frame.ledger.settings)
    found = open_notes(moved, open_sources(moved.cards("dossier/index.html")))
    assert {key: [n.id for n in inside] for key, inside in found.items()} == {"we-will-1": ["n1"], "": ["n2"]}
    assert (found["we-will-1"][0].label, found["we-will-1"][0].reference.number) == ("Disputed", 1)


def test_a_note_in_a_body_stands_at_the_end(corpus: Corpus, frame: Frame) -> None:
    harbour = next(a for a in corpus.articles if a.id == "a1")
    note = '\n\n::: note {by="Rosa" kind="context"}\nThe quay is old.\n:::'
    span = Span(len(harbour.text) + 2, len(harbour.text) + len(note))
    block = Block(Role.BOILERPLATE, span, 9, DESK_NOTE)
    noted = replace(harbour, text=harbour.text + note, blocks=(*harbour.blocks, block))
    articles = tuple(noted if a.id == "a1" else a for a in corpus.articles)
    made = open_frame(replace(corpus, articles=articles, notes=()), frame.ledger.settings)
    (found,) = open_notes(made, open_sources(made.cards("dossier/index.html")))[""]
    assert "The quay is old." in found.body_html
    assert "Rosa" in found.body_html
