from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.text import Location, Selector, Span, as_reports_have_it, bare, legible, slug


def test_a_span_knows_its_words_and_its_neighbours() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert span.of("a storm") == "sto"
    assert span.moved(2) == Span(4, 7)
    assert span.holds(Span(2, 4))
    assert not span.holds(Span(1, 4))
    assert (span.shared(Span(4, 9)), span.shared(Span(5, 9))) == (1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Ça va”\tone\ntwo", "“Ça va”\tone\ntwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x00b\x07c\x7fd\x9b", "abcd"),
        ("pay\u202egnp.exe \u2066here\u2069", "paygnp.exe here"),
        ("می\u200cخواهم \U0001f469\u200d\U0001f680\u200f", "می\u200cخواهم \U0001f469\u200d\U0001f680\u200f"),
        ("\ud800a\ufdd0b\ufffec\U0001ffffd\ue000e\U000f0000f\U0010ffff", "abcdef"),
        ("\ufeffa\U000e0041", "a"),
    ],
)
def test_what_nobody_sees_goes_but_for_joiners_and_marks(text: str, expected: str) -> None:
    assert legible(text) == expected


@pytest.mark.parametrize(
    ("copied", "expected"),
    [
        ("The pi\u00adlots have\u200b been", "The pilots have been"),
        ("e\u0301t\u00e9 \ufb01nal", "\u00e9t\u00e9 final"),
        ("“plain” words", "“plain” words"),
    ],
)
def test_copied_words_are_as_reports_have_them(copied: str, expected: str) -> None:
    assert as_reports_have_it(copied) == expected


def test_places_are_in_order_of_file_line_and_column() -> None:
    places = [Location("b"), Location("a", 2), Location("a", 1, 3), Location("a")]
    assert sorted(places) == [Location("a"), Location("a", 1, 3), Location("a", 2), Location("b")]
    assert Selector("words") == Selector("words", "", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill", "ada-quill"),
        ("  The   HARBOUR League ", "the-harbour-league"),
        ("Çiğdem Işık-Yılmaz", "cigdem-isik-yilmaz"),
        ("İZMİR", "izmir"),
        ("Großer Øyvind Æsop Łuk", "grosser-oyvind-aesop-luk"),
        ("Đorđe Þór Œuvre", "dorde-thor-oeuvre"),
        ("Tom O’Vale", "tom-ovale"),
        ("Tom O'Vale", "tom-ovale"),
        ("Unit 12/b", "unit-12-b"),
        ("CON", "x-con"),
        ("Lpt1!", "x-lpt1"),
        ("Con Air", "con-air"),
        ("ﬁne", "fine"),
        ("王", ""),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_slug_is_ascii_words(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text() | st.text("ab -", min_size=90))
def test_a_slug_is_its_own_slug(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert made.isascii()
    assert made == "-".join(part for part in made.split("-") if part)


def test_bare_letters_have_no_case_and_no_marks() -> None:
    assert bare("ÉCOLE Ğ ẞ") == "ecole g ss"


def test_a_long_name_is_cut_and_stays_apart_from_its_like() -> None:
    fits, long = "a" * 96, "harbour " * 2_000
    assert slug(fits) == fits
    assert len(slug(long)) == 79 + 1 + 8  # a hyphen at the cut is left out
    assert slug(long).startswith("harbour-harbour-")
    assert slug(long) != slug(f"{long} league")
