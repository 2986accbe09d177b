from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.compose.dossier_sources import open_sources

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


def test_reports_are_numbered_from_the_first_day_the_undated_last(frame: Frame) -> None:
    sources = open_sources(frame.cards("dossier/index.html"))
    assert [(a.id, sources.numbers[a.id]) for a in sources.articles] == [("a1", 1), ("b2", 2), ("c3", 3)]
    assert [a.id for a in open_sources(sources.cards, {"c3", "b2"}).articles] == ["b2", "c3"]


def test_a_source_has_its_addresses_written_out(frame: Frame) -> None:
    first, second, third = open_sources(frame.cards("dossier/index.html")).listed()
    assert (first.id, first.href) == ("r-a1", "../articles/a1/index.html")
    assert (first.outlet, first.byline) == ("Harbour Post", "Nils Olsen and Vera Sato")
    assert (first.address, first.archived) == ("https://harbour.example/1", "https://archive.example/1")
    assert (first.saved, first.digest) == ("sources/a1.txt", "0123456789abcdef0123456789abcdef")
    assert second.address == ""  # no web address
    assert (third.made, third.outlet, third.day.iso) == (True, "", "")


def test_a_reference_says_whose_words_it_has_where_they_are_anothers(frame: Frame) -> None:
    sources = open_sources(frame.cards("dossier/index.html"))
    second = sources.articles[1]
    assert sources.reference(second, "a1").origin == "Harbour Post"
    assert sources.reference(second, "b2").origin == ""
    assert sources.reference(second).href == "#r-b2"
