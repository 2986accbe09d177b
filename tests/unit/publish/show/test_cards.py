from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.findings import Speaker
from generator.model.parts import Link
from generator.model.text import Span
from generator.publish.show.cards import Cards, office_on

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.shown import Shown


def test_a_person_speaks_with_name_office_and_actor(ledger: Ledger) -> None:
    voice = Cards(ledger, "../").voice("Arden", "anna-arden", "aldoria", "2026-03-10")
    assert (voice.name, voice.role, voice.actor, voice.sign, voice.hue) == (
        "Anna Arden",
        "Foreign Minister",
        "Aldoria",
        "ALD",
        1,
    )
    assert (voice.href, voice.actor_href) == (
        "../people/anna-arden/index.html",
        "../actors/aldoria/index.html",
    )


def test_an_actor_speaks_in_its_own_name(ledger: Ledger) -> None:
    cards = Cards(ledger, "./")
    assert cards.voice("the Borvians", None, "borvia", "") == cards.actor(ledger.actors["borvia"])
    assert cards.voice(None, None, "borvia", "").name == "Borvia"


def test_others_have_the_name_the_article_has(ledger: Ledger) -> None:
    cards = Cards(ledger, "./")
    voice = cards.speaker(Speaker("The harbour master", None, None, "borvia", 1), "")
    assert (voice.name, voice.href, voice.actor) == (
        "The harbour master",
        "./actors/borvia/index.html",
        "Borvia",
    )
    assert cards.voice("A witness", None, None, "").href == ""
    assert cards.voice(None, None, None, "") == cards.speaker(None, "") == cards.nobody
    assert not cards.nobody.known


def test_a_role_is_that_of_the_day(ledger: Ledger) -> None:
    anna, boris = ledger.people["anna-arden"], ledger.people["boris-dahl"]
    days = ((anna, "2024-12-31"), (anna, "2010-01-01"), (anna, ""), (boris, ""))
    held = (office_on(person, day) for person, day in days)
    assert [office.role if office else "" for office in held] == ["Mayor", "", "", "Envoy"]


def test_a_statement_in_a_list(ledger: Ledger) -> None:
    cards = Cards(ledger, "./")
    card = cards.statement(ledger.by_id["we-will-1"])
    assert card is cards.statement(ledger.by_id["we-will-1"])
    assert card.href == "./quotes/we-will-1/index.html"
    assert card.passage == "./articles/b2/index.html#b2-q1"
    assert card.day.words == "10 March 2026"
    assert card.voice.role == "Foreign Minister"


def test_a_statement_tells_in_whose_own_sentences_its_words_stand(ledger: Ledger) -> None:
    statement = replace(ledger.by_id["never-3"], echoes=(ledger.articles["b2"],))
    assert Cards(ledger, "./").statement(statement).echoes == ("The Daily Ledger",)


def test_reported_speech_in_a_list(ledger: Ledger) -> None:
    card = Cards(ledger, "./").alone(ledger.quotes["a1-q4"])
    assert card.href == card.passage == "./articles/a1/index.html#a1-q4"
    assert (card.reported, card.outlets, card.voice.name) == ("1 outlet", ("Harbour Post",), "Borvia")


def test_a_sentence_of_reported_speech_stands_in_a_list_once_with_all_its_phrases(ledger: Ledger) -> None:
    cards, whole = Cards(ledger, "./"), ledger.quotes["a1-q4"]
    (span,) = whole.quote.parts

    def part(ident: str, start: int, end: int) -> Shown:
        quote = replace(whole.quote, id=ident, parts=(Span(span.start + start, span.start + end),))
        return replace(whole, quote=quote, words="the talks were over"[start:end])

    one, two = part("one", 0, 9), part("two", 15, 19)
    (card,) = cards.spoken([one, two])
    assert card.within == (
        ("about", "Borvia said that "),
        ("words", "the talks"),
        ("about", " were "),
        ("words", "over"),
        ("about", "."),
    )
    assert (card.words, card.phrases, card.href) == ("the talks … over", 2, cards.passage(one))
    assert cards.spoken([one]) == (cards.alone(one),)
    other = replace(two, quote=replace(two.quote, speaker=Speaker("Ada", None, None, None, 1)))
    assert [card.phrases for card in cards.spoken([one, other])] == [1, 1]


def test_a_report_in_a_list(ledger: Ledger) -> None:
    cards = Cards(ledger, "./")
    card, undated, other = (cards.report(ledger.articles[key]) for key in ("a1", "c3", "b2"))
    assert (card.title, card.statements, card.day.iso) == ("Aldoria says ‘never again’", 2, "2026-03-10")
    assert [v.name for v in card.voices] == ["Aldoria", "Borvia"]
    assert (undated.made, undated.outlet, undated.day.words) == (True, None, "Date not stated")
    assert other.outlet == Link("The Daily Ledger", "./outlets/daily-ledger/index.html")
    stranger = replace(
        ledger.articles["a1"], id="zz", front=replace(ledger.articles["a1"].front, outlet="Nobody’s")
    )
    assert cards.outlet(stranger) == Link("Nobody’s", "")


def test_ids_between_brackets_lead_somewhere(ledger: Ledger) -> None:
    resolve = Cards(ledger, "./").resolve
    assert resolve("borvia") == Link("Borvia", "./actors/borvia/index.html")
    assert resolve("a-arden") == Link("Anna Arden", "./people/anna-arden/index.html")
    assert resolve("late-2") == Link("“It is late”", "./quotes/late-2/index.html", "en")
    assert resolve("a1-q4") == Link("“the talks were over”", "./articles/a1/index.html#a1-q4", "en")
    assert resolve("b2") == Link("Accord refused", "./articles/b2/index.html", "en")
    assert resolve("a1-q2") is None
