from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publish.phrase.languages import open_tongue
from generator.publish.plan import KINDS
from generator.publish.syndicate.records import records

if TYPE_CHECKING:
    from generator.model.site import Record
    from generator.publish.show.frame import Frame


def made(frame: Frame) -> tuple[Record, ...]:
    return records(frame, [page for _, make in KINDS for page in make(frame)])


def test_each_kind_of_page_has_a_record_by_which_it_is_narrowed(frame: Frame) -> None:
    found = made(frame)
    assert len({(r.path, r.anchor) for r in found}) == len(found)
    assert {r.kind for r in found} >= {"article", "statement", "note", "person", "actor", "outlet", "day"}
    (report,) = (r for r in found if r.path == "articles/a1/index.html" and r.kind == "article")
    assert report.title == "Aldoria says ‘never again’"
    assert report.days == ("2026-03-10",)
    assert "aldoria" in report.actors
    assert any("A dek with words" in words for words in report.words)
    (note, *_) = (r for r in found if r.kind == "note")
    assert note.anchor.startswith("n-")
    assert note.path.startswith("articles/")
    (actor,) = (r for r in found if r.path == "actors/aldoria/index.html")
    assert actor.actors == ("aldoria",)
    days = [r for r in found if r.kind == "day"]
    assert all(r.days[0] in r.path for r in days)


def test_neither_boilerplate_nor_what_was_withdrawn_is_in_a_record(frame: Frame) -> None:
    told = "\n".join(" ".join((r.title, *r.words)) for r in made(frame))
    for article in frame.ledger.corpus.articles:
        for cut in article.front.cut:
            assert cut.text not in told
        for quote in article.quotes:
            assert not quote.hidden or quote.text not in told
    assert any(q.hidden for a in frame.ledger.corpus.articles for q in a.quotes)


def test_words_in_another_language_than_the_site_say_so(frame: Frame) -> None:
    assert {(r.title_language, r.words_language) for r in made(frame)} == {("", "")}
    german = replace(frame, ledger=replace(frame.ledger, tongue=open_tongue("de")[0]))
    told = {(r.kind, r.title_language, r.words_language) for r in made(german)}
    assert {("article", "en", "en"), ("note", "en", "en"), ("actor", "", "en"), ("day", "", "")} <= told


def test_without_a_page_there_is_no_record(frame: Frame) -> None:
    assert records(frame, []) == ()


def test_a_statement_is_found_by_its_speaker_and_by_wordings_that_say_more(frame: Frame) -> None:
    for found in (r for r in made(frame) if r.kind == "statement"):
        assert found.title
        assert all(words not in found.title for words in found.words)
        assert replace(found, by="") == found or found.by
