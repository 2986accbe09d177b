from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from generator.publish.phrase.languages import english, open_tongue
from generator.publish.phrase.tongue import NoWordsError, alike, bare, direction_of, joined

if TYPE_CHECKING:
    from generator.publish.phrase.tongue import Tongue

EN = english()


def arabic() -> Tongue:
    """Return a tongue that is written from right to left."""
    return replace(EN, tag="ar")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2015-10-08", "8 October 2015"),
        ("2015-10-08T23:00:00Z", "8 October 2015"),
        ("2015-10", "October 2015"),
        ("2015", "2015"),
        ("", "Date not stated"),
        ("soon", "soon"),
        ("2015-13-01", "2015-13-01"),
    ],
)
def test_days_are_written_as_an_editor_does(iso: str, words: str) -> None:
    assert EN.day(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-10-03", "2015-10-12", "3–12 October 2015"),
        ("2015-09-30", "2015-10-02", "30 September – 2 October 2015"),
        ("2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
        ("2015-10-03", "2015-10-03", "3 October 2015"),
        ("2015-10", "2015-12-01", "October 2015 – 1 December 2015"),
        ("", "2015-10-03", "3 October 2015"),
        ("", "", ""),
    ],
)
def test_ranges_of_days(first: str, last: str, words: str) -> None:
    assert EN.days(first, last) == words


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    french = open_tongue("fr")[0]
    assert french.day("2015-10-01") == "1er octobre 2015"
    assert french.day("2015-10-11") == "11 octobre 2015"
    assert french.short_day("2015-10-01") == "1er oct."
    assert french.days("2015-10-01", "2015-10-03") == "1er–3 octobre 2015"
    assert french.days("2015-09-30", "2015-10-01") == "30 septembre – 1er octobre 2015"
    assert EN.day("2015-10-01") == "1 October 2015"


def test_short_days_are_of_whole_days() -> None:
    assert EN.short_day("2015-10-08") == "8 Oct"
    assert EN.short_day("2015-10") == ""


def test_a_country_has_days_and_lists_of_its_own() -> None:
    american = open_tongue("en-US")[0]
    assert american.day("2015-10-08") == "October 8, 2015"
    assert american.listed(["a", "b", "c"]) == "a, b, and c"
    assert american.say("front.newest") == EN.say("front.newest")


def test_counts_have_the_right_plural() -> None:
    assert EN.count("outlet", 1) == "1 outlet"
    assert EN.count("outlet", 0) == "0 outlets"
    assert EN.count("report", 1200) == "1,200 reports"
    assert EN.counts(((2, "report"), (0, "outlet"), (1, "statement"))) == "2 reports, 1 statement"


def test_lists() -> None:
    assert EN.listed([]) == ""
    assert EN.listed(["a"]) == "a"
    assert EN.listed(["a", "b", "c"]) == "a, b and c"


def test_languages_are_named() -> None:
    assert EN.language("en-GB") == "English"
    assert EN.language("xx") == "Xx"


def test_one_of_a_family_that_is_not_known_goes_by_its_name() -> None:
    assert EN.named("note", "dispute") == "Disputed"
    assert EN.named("note", "far_aside") == "far aside"


def test_words_that_are_not_there_are_told_with_the_nearest() -> None:
    with pytest.raises(NoWordsError, match=r'no words "front.newset"; did you mean "front.newest"'):
        EN.say("front.newset")
    with pytest.raises(NoWordsError, match=r'"entry.line" need number'):
        EN.say("entry.line")
    with pytest.raises(NoWordsError, match="depend on a number"):
        EN.say("count.outlet")


def test_a_field_of_html_makes_html_of_all() -> None:
    said = EN.say("statement.context", report=Markup("<a>x &amp; y</a>"))
    assert isinstance(said, Markup)
    assert said == "in context: <a>x &amp; y</a>"
    mixed = EN.say("voice.between", role="<b>", since=Markup("<i>1</i>"), until="2")
    assert mixed == "&lt;b&gt;, <i>1</i> – 2"


def test_what_runs_the_other_way_is_set_apart() -> None:
    assert EN.say("article.whole-at", outlet="الميناء") == "Read the whole report at \u2068الميناء\u2069"
    assert EN.say("article.whole-at", outlet="Pier Post") == "Read the whole report at Pier Post"
    assert arabic().isolated("Pier Post") == "\u2068Pier Post\u2069"
    assert arabic().isolated("12") == "12"
    assert arabic().bdi("Pier <Post>") == Markup("<bdi>Pier &lt;Post&gt;</bdi>")
    assert EN.bdi("Pier Post") == "Pier Post"


def test_an_element_names_its_language_where_that_is_another() -> None:
    assert EN.attributes("en-GB") == ""
    assert EN.attributes("") == ""
    assert EN.attributes("de") == ' lang="de"'
    assert EN.attributes("ar") == ' lang="ar" dir="rtl"'
    assert arabic().attributes("en") == ' lang="en" dir="ltr"'
    assert arabic().attributes("ar", within="en") == ' lang="ar" dir="rtl"'
    assert EN.attributes('x"y') == ' lang="x&#34;y"'


def test_directions_and_likeness() -> None:
    assert [direction_of(tag) for tag in ("en", "ar-EG", "uz-Arab", "az-Latn", "ur")] == [
        "ltr",
        "rtl",
        "rtl",
        "ltr",
        "rtl",
    ]
    assert alike("de-CH", "de")
    assert not alike("az-Arab", "az")


def test_turkish_has_a_capital_i_of_its_own() -> None:
    from babel import Locale  # noqa: PLC0415 - of this test alone

    assert replace(EN, locale=Locale("tr")).capital("ittifak") == "İttifak"
    assert EN.capital("iron") == "Iron"


def test_words_of_another_language_say_so_in_a_sentence() -> None:
    assert EN.spoken("We go", "en-GB") == "We go"
    assert EN.spoken("a < b", "fr") == Markup('<span lang="fr">a &lt; b</span>')
    assert arabic().spoken("We go", "en") == Markup('<span lang="en" dir="ltr">We go</span>')
    assert EN.spoken("", "fr") == ""
    quoted = EN.quoting("fr").quoted("On y va")
    assert quoted == Markup('“<span lang="fr">On y va</span>”')
    assert EN.quoting("en").quoted("We go") == "“We go”"
    assert EN.quoting("fr").quoting("") is not EN.quoting("fr")


def test_what_is_made_of_html_is_html() -> None:
    french = EN.spoken("On y va", "fr")
    assert isinstance(joined("; ", ("a & b", french)), Markup)
    assert joined("; ", ("a & b", french)) == Markup('a &amp; b; <span lang="fr">On y va</span>')
    assert not isinstance(joined("; ", ("a & b", "c")), Markup)
    assert EN.listed(["<i>", french]) == Markup('&lt;i&gt; and <span lang="fr">On y va</span>')
    assert EN.row([french, "b"]) == Markup('<span lang="fr">On y va</span>, b')
    assert EN.capital(EN.say("differs.adds", words=french)).startswith("Adds <span")
    assert bare(french) == "On y va"
    assert bare("<b>") == "<b>"


def test_a_list_keeps_the_order_of_the_site() -> None:
    listed = arabic().row(["Ada Berg", "Ilse Marrow"])
    assert listed == "\u2068Ada Berg\u2069, \u2068Ilse Marrow\u2069"
    assert arabic().isolated(listed) == listed
