from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.settings import Settings
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.publish.tally.ledger import Ledger


def test_titles_are_made_where_there_are_none(ledger: Ledger) -> None:
    assert ledger.title(ledger.articles["c3"]) == ("The port was quiet", True)
    assert ledger.title(replace(ledger.articles["c3"], made_title="")) == ("c3", True)
    assert ledger.title(ledger.articles["b2"]) == ("Accord refused", False)


def test_outlets_go_by_their_aliases(ledger: Ledger) -> None:
    assert [ledger.outlet_name(a) for a in ledger.corpus.articles] == ["The Daily Ledger", "Harbour Post", ""]


def test_leading_actors_are_those_of_the_site_else_those_that_speak(corpus: Corpus, ledger: Ledger) -> None:
    assert [a.id for a in ledger.leading] == ["aldoria"]
    named = open_ledger(corpus, Settings("t", "", actors=("cartania", "borvia")))
    assert [a.id for a in named.leading] == ["borvia", "cartania"]


def test_old_ids_lead_to_the_new_one(ledger: Ledger) -> None:
    assert ledger.moved["a-arden"].id == "anna-arden"
    assert ledger.named["a-arden"] == ("Anna Arden", "people/anna-arden/index.html")
