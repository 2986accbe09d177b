from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.findings import Form, Quote, Speaker
from generator.model.text import Span
from generator.publish.tally.ledger import open_ledger
from generator.publish.tally.shown import fold

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings
    from generator.publish.tally.ledger import Ledger

ADA = Speaker("Ada Fen", None, "ada-fen", None, 0.8, "that")


def test_words_fold_to_what_makes_a_wording() -> None:
    assert fold("“Nato’s ready,” – NOW!") == "nato ready now"
    assert fold("irresponsible behaviour") == fold("Irresponsible behavior")


def test_hidden_and_scare_quotes_are_not_shown(ledger: Ledger) -> None:
    assert [s.quote.id for s in ledger.shown["a1"]] == ["a1-h", "a1-q1", "a1-q4"]
    assert "secret-4" not in ledger.by_id


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (Speaker("Analysts", None, None, None, 0.8), False),
        (Speaker("a spokesman for the ministry", None, None, None, 0.8), False),
        (Speaker("Transport Ministry", None, None, None, 0.8), True),
        (Speaker("officials", None, None, "aldoria", 0.8), True),
    ],
)
def test_reported_speech_of_people_without_a_name_is_for_the_data_alone(
    corpus: Corpus, settings: Settings, speaker: Speaker, *, shown: bool
) -> None:
    said = replace(corpus.articles[0].quotes[0], id="new", form=Form.INDIRECT, hidden=False, speaker=speaker)
    ledger = open_ledger(replace(corpus, articles=(replace(corpus.articles[0], quotes=(said,)),)), settings)
    assert "new" in ledger.quotes
    assert [s.quote.id for s in ledger.shown[corpus.articles[0].id]] == ["new"] * shown


def opened(corpus: Corpus, settings: Settings, *quotes: Quote) -> Ledger:
    article = replace(corpus.articles[0], quotes=quotes)
    return open_ledger(replace(corpus, articles=(article,)), settings)


def test_reported_speech_is_not_shown_beside_the_words_in_marks_that_it_holds(
    corpus: Corpus, settings: Settings
) -> None:
    words = replace(corpus.articles[0].quotes[0], id="words", form=Form.MIXED, hidden=False)
    around = Span(max(0, words.parts[0].start - 3), words.parts[0].end)
    told = replace(words, id="told", form=Form.INDIRECT, parts=(around,), speaker=ADA)
    name = corpus.articles[0].id
    assert [s.quote.id for s in opened(corpus, settings, told, words).shown[name]] == ["words"]
    assert [s.quote.id for s in opened(corpus, settings, told).shown[name]] == ["told"]
    scare = replace(words, form=Form.SCARE)
    assert [s.quote.id for s in opened(corpus, settings, told, scare).shown[name]] == ["told"]
    assert set(opened(corpus, settings, told, words).quotes) == {"told", "words"}


def test_what_shares_words_with_a_hidden_quote_is_in_no_file(corpus: Corpus, settings: Settings) -> None:
    words = replace(corpus.articles[0].quotes[0], id="words", form=Form.MIXED, hidden=True)
    told = replace(words, id="told", form=Form.INDIRECT, hidden=False, speaker=ADA)
    assert opened(corpus, settings, told, words).quotes == {}


@pytest.mark.parametrize(
    ("rule", "words"), [("infinitive", "urged the port to act"), ("that", "the port to act")]
)
def test_a_deed_is_shown_with_its_verb(corpus: Corpus, settings: Settings, rule: str, words: str) -> None:
    told = replace(
        corpus.articles[0].quotes[0],
        id="told",
        form=Form.INDIRECT,
        hidden=False,
        text="the port to act,",
        cue="urged",
        speaker=replace(ADA, rule=rule),
    )
    (shown,) = opened(corpus, settings, told).shown[corpus.articles[0].id]
    assert shown.words == words
