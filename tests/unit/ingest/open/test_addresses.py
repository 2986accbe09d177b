from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.open.addresses import same_address

STRIKE = "courier.example/2031/05/harbour-strike"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2031/05/harbour-strike",
        "http://www.courier.example/2031/05/harbour-strike/",
        "https://COURIER.example:443/2031/05//harbour-strike#comments",
        "https://courier.example./2031/05/harbour-strike",
        "https://courier.example/2031/05/harbour-strike?utm_source=x&utm_medium=y&fbclid=z&gclid=1",
        "https://courier.example/2031/05/harbour-strike?UTM_Source=x&ref=front&at_campaign=b",
        "https://courier.example/2031/05/harbour-strike/amp",
        "https://courier.example/amp/2031/05/harbour-strike",
        "https://courier.example/2031/05/harbour-strike.amp",
        "https://courier.example/2031/05/harbour-strike?amp=1",
        "https://courier.example/2031/05/harbour-strike?amp",
        "https://courier.example/2031/05/harbour-strike?outputType=amp",
        "https://amp.courier.example/2031/05/harbour-strike",
        "https://m.courier.example/2031/05/harbour-strike",
        "https://www.m.courier.example/2031/05/harbour-strike",
        "https://mobile.courier.example/2031/05/harbour-strike/print",
        "https://courier.example/print/2031/05/harbour-strike",
        "https://courier.example/2031/05/harbour-strike?print=1&view=print",
        "https://courier.example/2031/05/harbour-strike/index.html",
        "https://courier-example.cdn.ampproject.org/c/s/courier.example/2031/05/harbour-strike",
        "https://courier-example.cdn.ampproject.org/v/s/www.courier.example/2031/05/harbour-strike?amp_js_v=0.1",
        "https://www.google.com/amp/s/amp.courier.example/2031/05/harbour-strike",
        "https://web.archive.org/web/20310506101112/https://courier.example/2031/05/harbour-strike",
        "https://web.archive.org/web/20310506101112id_/http://courier.example/2031/05/harbour-strike",
    ],
)
def test_one_report_has_one_address(url: str) -> None:
    assert same_address(url) == STRIKE


def test_an_amp_page_is_the_page() -> None:
    assert same_address("https://a.example/story.amp.html") == same_address("https://a.example/story.html")


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2031/05/harbour-strike-2",
        "https://courier.example/2031/05/harbour-strike?page=2",
        "https://courier.example/2031/05/harbour-strike?m=2",
        "https://news.courier.example/2031/05/harbour-strike",
        "https://courier.example:8080/2031/05/harbour-strike",
        "https://post.example/2031/05/harbour-strike",
        "https://courier.example/2031/05/Harbour-strike",
        "https://courier.example/2031/05/harbour-strike#!/2",
        "https://courier.example/ample/2031/05/harbour-strike",
    ],
)
def test_what_may_be_another_report_is_one(url: str) -> None:
    assert same_address(url) not in {STRIKE, None}


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "courier.example/story",
        "file:///home/ada/story.html",
        "https://courier.example",
        "https://www.courier.example/?utm_source=x",
        "https://courier.example/amp/",
        "https://localhost/story",
        "https://[courier/story",
        "https://courier.example:port/story",
        "about:blank",
    ],
)
def test_what_is_no_reports_address(url: str | None) -> None:
    assert same_address(url) is None


def test_parameters_may_stand_in_any_order() -> None:
    assert same_address("https://a.example/s?id=7&b=2") == same_address("http://a.example/s?b=2&id=7")
    assert same_address("https://a.example/?p=7") == "a.example?p=7"


def test_a_domain_that_looks_like_a_view_stays() -> None:
    assert same_address("https://m.example/story") == "m.example/story"


@given(st.text() | st.from_regex(r"https?://[a-z.]{1,20}/[ -~]{0,40}"))
def test_any_words_are_an_address_or_none(url: str) -> None:
    found = same_address(url)
    assert found is None or (found and same_address(f"https://{found}") == found)


@pytest.mark.parametrize("sign", ["/", "www.", "amp.", "?", "&", "a=1&", "%41", "/amp", "https://", "#"])
def test_time_is_linear(sign: str) -> None:
    began = time.process_time()
    same_address("https://a.example/" + sign * 200_000)
    same_address("https://" + sign * 200_000 + "a.example/x")
    assert time.process_time() - began < 5
