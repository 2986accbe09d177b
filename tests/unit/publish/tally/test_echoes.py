"""Where the words of a statement stand though nobody marked them: not said to be absent there."""

from __future__ import annotations

from dataclasses import replace

from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.corpus import QuoteCluster
from generator.model.findings import Form, Kind, Mention, Quote
from generator.model.text import Span
from generator.publish.tally.echoes import open_echoes

SAID = QuoteCluster("s-1", "", "Ada Berg", "ada-berg", "northland", ())


def report(outlet: str, *paragraphs: str, role: Role = Role.PARAGRAPH, key: str = "") -> Article:
    text, blocks = "\n\n".join(paragraphs), []
    for words in paragraphs:
        start = text.index(words)
        blocks.append(Block(role, Span(start, start + len(words)), 1))
    front = FrontMatter(outlet=outlet)
    return Article(key or outlet, f"{outlet}.md", front, text, tuple(blocks), (), (), ())


def echo(wordings: list[str], *articles: Article, outlets: tuple[str, ...] = ()) -> list[str]:
    names = {a.id: a.front.outlet or "" for a in articles}
    return [a.id for a in open_echoes(articles, names).of(wordings, outlets, SAID)]


def test_words_in_a_reporters_own_sentence_are_found_in_any_spelling() -> None:
    star = report("Star", "The boats crossed “for a few seconds”, she said, a behavior NATO noted.")
    assert echo(["for a few seconds"], star) == ["Star"]
    assert echo(["behaviour Nato noted"], star) == ["Star"]
    assert echo(["a few seconds before"], star) == []
    assert echo(["or a few"], star) == []  # whole words
    assert echo(["a few … Nato noted"], star) == ["Star"]
    assert echo(["… ?!"], star) == []
    assert echo(["We sail at dawn for a few seconds", "few seconds"], star) == ["Star"]  # a fragment of it


def test_only_outlets_that_are_stated_and_do_not_have_it_are_told_once_each() -> None:
    names = ("News", "", "Star", "News")
    lot = [report(name, "We sail at dawn.", key=f"r-{n}") for n, name in enumerate(names)]
    assert echo(["sail at dawn"], *lot) == ["r-0", "r-2"]
    assert echo(["sail at dawn"], *lot, outlets=("News",)) == ["r-2"]


def test_words_stand_in_one_paragraph_of_the_report_itself() -> None:
    assert echo(["at dawn we rest"], report("Star", "We sail at dawn.", "We rest.")) == []
    assert echo(["sail at dawn"], report("Star", "We sail at dawn.", role=Role.BOILERPLATE)) == []


def test_one_word_counts_where_its_paragraph_names_who_says_it() -> None:
    star = report("Star", "Ada Berg thought it absurd.", "An absurd play opened.")
    assert echo(["absurd"], star) == []
    named = Mention(Span(0, 8), "Ada Berg", Kind.PERSON, "ada-berg", "northland")
    assert echo(["absurd"], replace(star, mentions=(named,))) == ["Star"]
    assert echo(["play"], replace(star, mentions=(named,))) == []


def test_what_an_editor_withdrew_stands_nowhere() -> None:
    star = report("Star", "It was a secret word then.")
    hidden = Quote("q", (Span(9, 20),), "secret word", Form.MIXED, hidden=True)
    assert echo(["secret word"], star) == ["Star"]
    assert echo(["secret word"], replace(star, quotes=(hidden,))) == []
