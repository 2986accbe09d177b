from __future__ import annotations

import pytest

from generator.publish.address import urls
from generator.publish.address.urls import Target


def test_pages_lie_where_the_handbook_says() -> None:
    assert urls.article("a1") == "articles/a1/index.html"
    assert urls.actor("nato") == "actors/nato/index.html"
    assert urls.person("anna") == "people/anna/index.html"
    assert urls.statement("s1") == "quotes/s1/index.html"
    assert urls.outlet("post") == "outlets/post/index.html"
    assert urls.plain("terms") == "pages/terms/index.html"
    assert urls.data("quotes") == "data/quotes.json"


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", "./"), ("timeline/index.html", "../"), ("articles/a/index.html", "../../")],
)
def test_a_root_leads_to_the_top(path: str, root: str) -> None:
    assert urls.root_of(path, "https://x.example/deep/") == root


@pytest.mark.parametrize(
    ("base", "root"),
    [
        ("", "/"),
        ("https://x.example", "/"),
        ("https://x.example/a/b", "/a/b/"),
        ("https://x.example/a%20b/", "/a%20b/"),
    ],
)
def test_the_page_for_nothing_found_begins_at_the_host(base: str, root: str) -> None:
    assert urls.root_of("404.html", base) == root


def test_links_name_the_file_and_are_encoded() -> None:
    root = urls.root_of("articles/a/index.html")
    assert urls.address(root, urls.actor("nato")) == "../../actors/nato/index.html"
    found = urls.address(urls.root_of("index.html"), urls.article("ä b#"), "q 1")
    assert found == "./articles/%C3%A4%20b%23/index.html#q%201"


def test_canonical_addresses_name_the_folder() -> None:
    assert urls.canonical("https://x.example/a", urls.actor("us")) == "https://x.example/a/actors/us/"
    assert urls.canonical("https://x.example/a/", urls.FRONT) == "https://x.example/a/"
    assert urls.canonical("https://x.example:80/ä%20b", urls.FRONT) == "https://x.example:80/%C3%A4%20b/"
    assert urls.canonical("", urls.FRONT) == ""


def test_days_have_anchors() -> None:
    assert urls.day("2026-03-10") == "d-2026-03-10"
    assert urls.day("") == "d-undated"
    assert urls.day_page("2026-03-10") == "timeline/2026-03-10/index.html"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "x",
        "https://",
        "http://[x",
        'http://a"b.example/',
        "https://ada:secret@x.example/",
        "https://x.example@y.example/",
    ],
)
def test_only_whole_web_addresses_become_links(url: str | None) -> None:
    assert urls.external(url) == ""


def test_a_web_address_stays_without_its_white_space() -> None:
    assert urls.external(" https://x.example/a?b=c\n") == "https://x.example/a?b=c"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/a\"b<c>'d", "https://x.example/a%22b%3Cc%3E'd"),
        ("https://x.example/a\u2066b\u00adc", "https://x.example/abc"),
        ("https://x.example/50%?a[1]={b}|c#^", "https://x.example/50%25?a%5B1%5D=%7Bb%7D%7Cc#%5E"),
        ("http://[::1]/%41/ü?é", "http://[::1]/%41/ü?é"),
    ],
)
def test_what_no_address_may_hold_is_encoded(url: str, expected: str) -> None:
    assert urls.external(url) == expected


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://x.example/a", Target("two tugs, now"), "#:~:text=two%20tugs%2C%20now"),
        ("https://x.example/a#b", Target("two-tugs & Co"), ":~:text=two%2Dtugs%20%26%20Co"),
        ("https://x.example/a", Target("one", "two"), "#:~:text=one,two"),
        (
            "https://x.example/a",
            Target("one", "two", "a – b-", "“c”"),
            "#:~:text=a%20%E2%80%93%20b%2D-,one,two,-%E2%80%9Cc%E2%80%9D",
        ),
        ("https://x.example/a", Target(""), ""),
    ],
)
def test_a_link_to_words_on_a_page(url: str, words: Target, expected: str) -> None:
    assert urls.at_words(url, words) == f"{url}{expected}"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://x.example/a#:~:text=old", "https://x.example/a#"),
        ("https://x.example/a#b:~:text=old", "https://x.example/a#b"),
    ],
)
def test_the_words_of_a_link_prevail_over_those_it_was_saved_with(url: str, page: str) -> None:
    assert urls.at_words(url, Target("two tugs")) == f"{page}:~:text=two%20tugs"


@pytest.mark.parametrize("url", ["ftp://x.example/a", None])
def test_there_is_none_without_a_page(url: str | None) -> None:
    assert urls.at_words(url, Target("two")) == ""
