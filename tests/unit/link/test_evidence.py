from __future__ import annotations

from dataclasses import replace

import pytest

from generator.link.evidence import KNOWN_DAY, LOOKED_BACK, Item, items, strength
from generator.link.voices import Closeness
from generator.model.article import FrontMatter
from generator.model.findings import Dated, Form
from generator.model.text import Span
from tests.unit.link.articles import article, mention, quote, speaker

ADA = speaker("Ada Quill")
ONE, NEAR, UNTOLD, APART = Closeness.ONE, Closeness.NEAR, Closeness.UNTOLD, Closeness.APART
WHOLE = "The pilots of this harbour refused to sail before dawn, and nobody asked them why"


def item(words: str, day: str | None = None) -> Item:
    (made,) = items(article("a", quote(words, ADA), front=FrontMatter(published=day)))
    return made


@pytest.mark.parametrize(
    ("other", "closest", "joined"),
    [
        ("refused to sail before dawn", APART, True),
        ("refused to sail", APART, False),
        ("refused to sail", UNTOLD, True),
        ("asked them", UNTOLD, False),
        ("The pilots refused to sail", UNTOLD, False),
        ("refused to sail", NEAR, True),
        ("to sail", NEAR, True),
        ("before", ONE, False),
        ("asked them", ONE, True),
        ("asked them", NEAR, False),
        ("of this", ONE, False),
        ("dawn", ONE, False),
        ("The pilots of every harbour refused to sail before noon, and nobody asked them why", ONE, True),
        ("The captains of this ferry promised to sail before dusk, and everybody asked them why", ONE, False),
        ("Nobody rows alone. Before dawn", ONE, False),
    ],
)
def test_the_less_is_known_of_the_speaker_the_more_words_are_needed(
    other: str,
    closest: Closeness,
    joined: bool,  # noqa: FBT001
) -> None:
    a, b = item(WHOLE), item(other)
    assert bool(strength(a, b, closest)) == bool(strength(b, a, closest)) == joined


@pytest.mark.parametrize(
    ("one", "other", "words", "joined"),
    [
        ("2031-05-04", "2031-05-05", "asked them", True),
        ("2031-05-04", "2031-05-06", "asked them", False),
        ("2031-05-04", "2031-05-07", "refused to sail", True),
        ("2031-05-04", "2031-05-08", "refused to sail", False),
        ("2031-05-04", "2031-05-18", "refused to sail before dawn", True),
        ("2031-05-04", "2031-05-19", "refused to sail before dawn", False),
        ("2031-05-04", "2031-05-18", "ferries refused to sail before dawn", False),
        ("2031-05-04", "2031-06-08", "The pilots of this harbour refused to sail before dawn", True),
        (None, "2031-06-08", "refused to sail", True),
        ("soon", "2031-06-08", "refused to sail", True),
    ],
)
def test_a_phrase_of_other_days_is_another_statement(
    one: str | None,
    other: str,
    words: str,
    joined: bool,  # noqa: FBT001
) -> None:
    assert bool(strength(item(WHOLE, one), item(words, other), ONE)) == joined


def test_two_halves_that_overlap_are_one_statement() -> None:
    first = item("We could have waited for the ferry until the spring. We did not need to sail")
    second = item("We did not need to sail, but I would much rather be home by supper")
    assert strength(first, second, ONE) > 0
    assert strength(first, item("Nobody tells us what we did not need to sail for, or why"), ONE) < 0


def test_the_same_words_in_another_order_are_one_statement() -> None:
    assert strength(item("Lanky, Barnacle and Old Moss"), item("Old Moss, Lanky (and) Barnacle"), ONE) > 0
    assert not strength(item("Lanky, Barnacle and Old Moss"), item("Old Moss, Lanky and Pickle"), ONE)


def test_what_goes_on_in_other_words_is_another_statement() -> None:
    one = item("The council of the isles is determined to keep our ferries sailing, and I thank them")
    other = item("If you are determined to keep our ferries sailing, then pay the pilots")
    assert strength(one, other, ONE) == strength(other, one, ONE) < 0


def test_the_day_that_an_editor_gives_prevails() -> None:
    told = replace(quote("refused to sail", ADA), day="2031-05-04")
    (late,) = items(article("a", told, front=FrontMatter(published="2031-07-01")))
    assert strength(item(WHOLE, "2031-05-04"), late, ONE)


def said(words: str, day: str, published: str | None) -> Item:
    """Return a quotation whose sentence tells the day of its words."""
    told = replace(quote(words, ADA), told=Dated(Span(0, 0), day, day))
    (made,) = items(article("a", told, front=FrontMatter(published=published)))
    return made


def test_two_days_of_saying_tell_more_than_the_days_of_the_reports() -> None:
    first = said(WHOLE, "2031-05-04", "2031-05-05")
    assert strength(first, said("refused to sail", "2031-05-04", "2031-08-01"), ONE)
    assert strength(first, said("refused to sail", "2031-05-05", "2031-08-01"), ONE)
    assert not strength(first, said("refused to sail", "2031-05-02", "2031-05-05"), ONE)


def test_a_report_may_look_back_to_a_day_that_another_tells() -> None:
    words, told = "refused to sail", said(WHOLE, "2031-05-04", "2031-05-04")
    assert LOOKED_BACK > item(words).wording.whole >= KNOWN_DAY
    assert strength(told, item(words, "2031-05-14"), ONE)
    assert not strength(item(WHOLE, "2031-05-04"), item(words, "2031-05-14"), ONE)
    assert not strength(told, item("to sail before", "2031-05-14"), ONE)


def test_no_report_has_words_before_they_were_said() -> None:
    told = said(WHOLE, "2031-05-09", "2031-05-10")
    assert strength(told, item("refused to sail", "2031-05-08"), ONE)
    assert not strength(told, item("refused to sail", "2031-05-07"), ONE)


def test_of_two_reports_of_one_day_one_may_tell_an_earlier_one() -> None:
    told = said(WHOLE, "2031-05-01", "2031-05-10")
    assert strength(told, item("refused to sail", "2031-05-10"), ONE)
    assert strength(told, item("refused to sail", None), ONE)


def test_the_same_words_come_before_a_wording_that_holds_them() -> None:
    words = item("refused to sail before dawn")
    assert (
        strength(words, item("“Refused to sail before dawn!”"), ONE) > strength(words, item(WHOLE), ONE) > 0
    )


def test_one_word_is_like_its_like() -> None:
    assert strength(item("Disgraceful!"), item("disgraceful"), ONE)
    assert not strength(item("Disgraceful!"), item("It is disgraceful"), ONE)
    assert not strength(item("Disgraceful!"), item("disgraceful"), NEAR)


@pytest.mark.parametrize(
    ("words", "form", "title"),
    [
        ("Sail Before Dawn", Form.MIXED, True),
        ("Doctrine of the Quiet Harbour", Form.MIXED, True),
        ("Sail before dawn", Form.MIXED, False),
        ("Doctrine of the Quiet harbour", Form.MIXED, False),
        ("Dawn", Form.MIXED, False),
        ("Sail Before Dawn", Form.HEADLINE, False),
        ("Pilots Refused to Sail Before Dawn Yet Again", Form.MIXED, False),
        ("2031", Form.MIXED, False),
    ],
)
def test_what_is_spelt_as_a_title(words: str, form: Form, title: bool) -> None:  # noqa: FBT001
    (made,) = items(article("a", quote(words, ADA, form)))
    assert made.title == title


def test_titles_and_slogans_are_like_words_of_one_speaker_only() -> None:
    (slogan,) = items(article("a", quote("Harbours Sail Freely Tonight", ADA, Form.MIXED)))
    whole = item("Whatever they say, harbours sail freely tonight")
    assert strength(slogan, whole, ONE)
    assert not any(strength(slogan, whole, close) for close in (NEAR, UNTOLD, APART))


def test_what_is_compared() -> None:
    made = article(
        "a",
        quote("… [inaudible] …", ADA),
        quote("harassed", None, Form.SCARE),
        quote("that they would sail", ADA, Form.INDIRECT),
        quote("We sail", ADA, hidden=True),
        quote("Ada Quill.", ADA),
        quote("No pilot sails", ADA, Form.HEADLINE),
        mentions=(mention("Ada Quill"),),
    )
    assert [(i.quote.text, i.name) for i in items(made)] == [("Ada Quill.", True), ("No pilot sails", False)]
