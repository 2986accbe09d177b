from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.article import Block, Role
from generator.model.corpus import Person, Relation
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.settings import Settings
from generator.model.text import Span
from generator.publish.tally.ledger import count_wordings, fold, newest_first, open_ledger
from generator.publish.tally.saying import Saying

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.publish.tally.ledger import Ledger, Shown, Statement

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


def test_a_statement_knows_its_reports(ledger: Ledger) -> None:
    statement = ledger.by_id["we-will-1"]
    assert statement.day == "2026-03-10"
    assert statement.words == "We will never accept the accord of Borvia, friends"
    assert statement.outlets == ("The Daily Ledger", "Harbour Post")
    assert (statement.reports, statement.wordings) == (3, 3)
    assert statement.reported == "3 reports, 3 wordings"  # one report names no outlet
    assert [m.relation for m in statement.members] == [Relation.SAME, Relation.VARIANT, Relation.FRAGMENT]
    assert statement.spoken_of == ("borvia",)


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


def test_what_is_shared_is_reported_by_several_independently(ledger: Ledger) -> None:
    statement = ledger.by_id["we-will-1"]
    known, other, unstated = statement.members
    assert statement.shared
    assert not replace(statement, members=(known, other), independent=1).shared  # one agency wrote both
    assert replace(statement, members=(known, unstated), independent=1).shared  # by whom is not known
    assert not replace(statement, members=(unstated,), independent=0, reports=1).shared


def test_who_is_in_a_report_counts_no_boilerplate(ledger: Ledger) -> None:
    assert ledger.actors_in["a1"] == ("aldoria", "borvia")
    assert ledger.people_in["a1"] == ("anna-arden",)
    assert ledger.actors_in["b2"] == ("aldoria",)


def test_titles_are_made_where_there_are_none(ledger: Ledger) -> None:
    assert ledger.title(ledger.articles["c3"]) == ("The port was quiet", True)
    assert ledger.title(replace(ledger.articles["c3"], made_title="")) == ("c3", True)
    assert ledger.title(ledger.articles["b2"]) == ("Accord refused", False)


def test_outlets_go_by_their_aliases(ledger: Ledger) -> None:
    assert [ledger.outlet_name(a) for a in ledger.corpus.articles] == ["The Daily Ledger", "Harbour Post", ""]


def test_fragments_of_one_report_make_it_no_more_than_one_wording(ledger: Ledger) -> None:
    one = ledger.statements[0].members[0]

    def member(report: str, folded: str, relation: Relation) -> Shown:
        return replace(one, article=replace(one.article, id=report), folded=folded, relation=relation)

    whole, part = Relation.SAME, Relation.FRAGMENT
    full = member("a", "we sail at dawn", whole)
    assert count_wordings([full, member("b", "we sail at dawn", whole)]) == 1
    assert count_wordings([full, member("b", "we sail", part), member("b", "at dawn", part)]) == 2
    assert count_wordings([full, member("a", "at dawn", part)]) == 1
    assert count_wordings([full, member("b", "we sail", part), member("c", "we sail", part)]) == 2
    assert count_wordings([full, member("b", "we go at dawn", Relation.VARIANT)]) == 2


def at(statement: Statement, published: str, *starts: int) -> list[Statement]:
    """Return statements with words of their own at these places of a report that appeared then."""
    first = statement.members[0]
    article = replace(first.article, id=published, front=replace(first.article.front, published=published))

    def made(start: int) -> Statement:
        quote = replace(first.quote, parts=(Span(start, start + 1),))
        cluster = replace(statement.cluster, id=f"{9 - start}-{published}")
        return replace(statement, cluster=cluster, members=(replace(first, article=article, quote=quote),))

    return [made(start) for start in starts]


def test_of_one_day_what_as_many_report_stands_as_it_was_first_told(ledger: Ledger) -> None:
    one = ledger.statements[0]
    ankara = at(one, "2026-03-12T20:25:00+03:00", 2, 4, 7)
    york = at(one, "2026-03-12T14:12:00-04:00", 1, 3)
    many = [replace(s, independent=3) for s in at(one, "2026-03-12T23:00:00Z", 5)]
    assert newest_first([*york[::-1], *ankara[::-1], *many]) == (*many, *ankara, *york)
    both = replace(york[1], members=(*york[1].members, *ankara[1].members))  # it is in the earlier one, too
    assert newest_first([york[0], both, ankara[2]]) == (both, ankara[2], york[0])


def test_statements_are_newest_first_undated_last(ledger: Ledger) -> None:
    assert [s.cluster.id for s in ledger.statements] == ["late-2", "we-will-1", "never-3"]
    undated = replace(ledger.statements[0], saying=Saying("", told=False, first=""))
    assert newest_first([undated, *ledger.statements[1:]])[-1] is undated


def test_leading_actors_are_those_of_the_site_else_those_that_speak(corpus: Corpus, ledger: Ledger) -> None:
    assert [a.id for a in ledger.leading] == ["aldoria"]
    named = open_ledger(corpus, Settings("t", "", actors=("cartania", "borvia")))
    assert [a.id for a in named.leading] == ["borvia", "cartania"]


def test_old_ids_lead_to_the_new_one(ledger: Ledger) -> None:
    assert ledger.moved["a-arden"].id == "anna-arden"
    assert ledger.named["a-arden"] == ("Anna Arden", "people/anna-arden/index.html")
