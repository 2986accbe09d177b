from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.model.article import Change, Correction
from generator.model.findings import Dated, Form
from generator.model.text import Location, Selector, Span
from generator.publish.show.changes import Changes, open_changes, rows
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings
    from generator.publish.show.frame import Frame

DAY = "2026-03-20"
HERE = {"articles/a1/index.html", "quotes/we-will-1/index.html"}
FAR = {
    "people/anna-arden/index.html",
    "people/boris-dahl/index.html",
    "actors/aldoria/index.html",
    "actors/borvia/index.html",
    "outlets/harbour-post/index.html",
}


def changed(corpus: Corpus, settings: Settings, *decisions: dict[str, Any]) -> Changes:
    """Lay corrections over a quotation of the report a1, which the machine had given to Boris Dahl."""
    article = next(a for a in corpus.articles if a.id == "a1")
    quote = next(q for q in article.quotes if q.id == "a1-q1")
    assert quote.found is not None
    found = replace(quote.found, person="boris-dahl", actor="borvia")
    changes = tuple(
        Change(
            Correction(
                Selector("We will not"), Location("x"), **{k: v for k, v in d.items() if k != "before"}
            ),
            "a1-q1",
            d.get("before", replace(quote, speaker=found)),
        )
        for d in decisions
    )
    articles = tuple(replace(a, changes=tuple(changes) if a is article else ()) for a in corpus.articles)
    return open_changes(open_ledger(replace(corpus, articles=articles), settings))


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ({"speaker": "Anna Arden"}, "Speaker found: <del>Boris Dahl</del>; the desk: <ins>Anna Arden</ins>"),
        (
            {"speaker": "Anna Arden", "actor": "aldoria"},
            "Speaker found: <del>Boris Dahl, Borvia</del>; the desk: <ins>Anna Arden, Aldoria</ins>",
        ),
        ({"actor": "aldoria"}, "Said for, found: <del>Borvia</del>; the desk: <ins>Aldoria</ins>"),
        (
            {"actor": "aldoria", "before": None},
            (
                "Found: <del>no quotation</del>; the desk: <ins>a statement</ins>. "
                "Said for, found: <del>nobody named</del>; the desk: <ins>Aldoria</ins>"
            ),
        ),
        (
            {"quote": False},
            "Found: <del>a statement, Boris Dahl</del>; the desk: <ins>nobody’s statement</ins>",
        ),
        ({"quote": True, "before": None}, "Found: <del>no quotation</del>; the desk: <ins>a statement</ins>"),
        ({"day": "2026-03-09"}, "Day found: <del>10 March 2026</del>; the desk: <ins>9 March 2026</ins>"),
        ({"same_statement": ("b2-q1", "b2-q1")}, "The desk: one statement with that in The Daily Ledger"),
        ({"not_same_statement": ("c3-q1",)}, "The desk: another statement than that in The port was quiet"),
        ({"why": "heard"}, "Checked by the desk"),
        ({"hidden": True}, "Quotation withdrawn by the desk"),
    ],
)
def test_what_was_found_is_told_beside_what_the_desk_says(
    corpus: Corpus, settings: Settings, decision: dict[str, Any], told: str
) -> None:
    (entry,) = changed(corpus, settings, decision).entries
    assert entry.change == entry.brief == told
    assert (entry.words == "") is ("hidden" in decision)


def test_the_day_that_a_report_tells_is_told_beside_the_desks(corpus: Corpus, settings: Settings) -> None:
    article = next(a for a in corpus.articles if a.id == "a1")
    before = replace(article.quotes[1], told=Dated(Span(0, 6), "Sunday", "2026-03-08"))
    (entry,) = changed(corpus, settings, {"day": "2026-03-09", "before": before}).entries
    assert entry.change == "Day found: <del>8 March 2026</del>; the desk: <ins>9 March 2026</ins>"


def test_other_words_are_told_with_them_where_they_may_stand(corpus: Corpus, settings: Settings) -> None:
    article = next(a for a in corpus.articles if a.id == "a1")
    longer = replace(article.quotes[1], text="We will not accept the accord of Borvia, ever,")
    (entry,) = changed(corpus, settings, {"extent": Selector("x"), "before": longer}).entries
    assert entry.change == (
        "Words found: <del>“We will not accept the accord of Borvia, ever”</del>; "
        "the desk: <ins>“We will not accept the accord of Borvia”</ins>"
    )
    assert "accord" not in entry.brief


def test_marks_that_were_nobodys_are_told(corpus: Corpus, settings: Settings) -> None:
    article = next(a for a in corpus.articles if a.id == "a1")
    scare = replace(article.quotes[1], form=Form.SCARE)
    (entry,) = changed(corpus, settings, {"quote": True, "before": scare}).entries
    assert entry.change == (
        "Found: <del>words in marks, nobody’s statement</del>; the desk: <ins>a statement</ins>"
    )


def test_an_undated_one_stands_with_its_report_and_statement_alone(
    corpus: Corpus, settings: Settings
) -> None:
    made = changed(corpus, settings, {"speaker": "Anna Arden"})
    assert set(made.on) == HERE
    assert made.dated == ()
    assert all(made.since(path) == "" for path in HERE)


def test_a_dated_one_touches_who_speaks_and_who_had_been_taken_for_it(
    corpus: Corpus, settings: Settings
) -> None:
    made = changed(corpus, settings, {"speaker": "Anna Arden", "date": DAY})
    assert set(made.on) == HERE | FAR
    assert all(made.since(path) == DAY for path in (*HERE, *FAR, "corrections/index.html"))
    assert made.since("index.html") == ""


def test_the_newest_comes_first_and_each_has_its_address(corpus: Corpus, settings: Settings) -> None:
    dates = (None, "2026-03-19", DAY, DAY)
    made = changed(corpus, settings, *({"why": "heard", "date": d} for d in dates))
    assert [(e.date, e.id) for e in made.entries] == [
        (DAY, f"c-a1-q1-{DAY}"),
        (DAY, f"c-a1-q1-{DAY}-2"),
        ("2026-03-19", "c-a1-q1-2026-03-19"),
        ("", "c-a1-q1"),
    ]
    assert made.told_of("a1-q1").startswith("Checked by the desk. Heard. 20 March 2026. Checked")


def test_rows_are_without_the_words_where_they_have_gone(frame: Frame) -> None:
    cards = frame.cards("people/boris-dahl/index.html")
    whole, brief = (rows(frame.changes.entries[:1], cards, brief=b) for b in (False, True))
    assert (whole[0].quoted, brief[0].quoted) == ("We will not accept the accord of Borvia", "")
    assert whole[0].article.href == brief[0].article.href == "../../articles/a1/index.html#a1-q1"


def test_a_note_that_corrects_is_one_too(corpus: Corpus, settings: Settings) -> None:
    note = replace(corpus.notes[0], kind="correction")
    found = open_changes(open_ledger(replace(corpus, notes=(note,)), settings)).entries
    (entry,) = [e for e in found if not e.quote]
    assert (entry.anchor, entry.words, entry.date) == ("at-n1", "the quay", "2026-03-11")
    assert (entry.change, entry.why) == ("Note of the desk", "See them and nobody.")
    assert entry.touched == {"articles/a1/index.html", "outlets/harbour-post/index.html"}
