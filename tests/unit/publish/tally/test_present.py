from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.corpus import Person
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.text import Span
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings
    from generator.publish.tally.ledger import Ledger


def test_who_says_most_in_a_report_comes_first_then_who_is_met_first(
    corpus: Corpus, settings: Settings
) -> None:
    text = "Cleo met Bo, then Ada. They sailed, she said."
    named = ((text.index(name), name) for name in ("Cleo", "Bo", "Ada"))
    met = [Mention(Span(at, at + len(name)), name, Kind.PERSON, name.lower(), None) for at, name in named]
    said = Quote("said", (Span(24, 34),), "They sailed", Form.DIRECT, Speaker("Ada", None, "ada", None, 1.0))
    body = (Block(Role.PARAGRAPH, Span(0, len(text)), 1),)
    article = replace(corpus.articles[0], text=text, blocks=body, quotes=(said,), mentions=tuple(met))
    people = tuple(Person(name, name.title()) for name in ("ada", "bo", "cleo"))
    made = open_ledger(replace(corpus, articles=(article,), people=people, clusters=()), settings)
    assert made.people_in[article.id] == ("ada", "cleo", "bo")


def test_who_is_in_a_report_counts_no_boilerplate(ledger: Ledger) -> None:
    assert ledger.actors_in["a1"] == ("aldoria", "borvia")
    assert ledger.people_in["a1"] == ("anna-arden",)
    assert ledger.actors_in["b2"] == ("aldoria",)
