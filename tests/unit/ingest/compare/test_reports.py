from __future__ import annotations

import pytest

from generator.ingest.clean import clean
from generator.ingest.compare.reports import no_report, report_id
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings

URL = "https://www.courier.example/2031/05/mill.html?utm_source=x"
SENTENCE = "The mill at Northport has been shut since Monday, said its owner, who has no grain. "  # 16 words
ARTICLE = '<meta property="og:type" content="article">'
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
SITE = '<meta property="og:type" content="website">'
LISTS = "lists, forms and other pages without a story"


def what(head: str, sentences: int, url: str = URL) -> str:
    body = "".join(f"<p>{SENTENCE}{n}.</p>" for n in range(sentences))
    html = f"<html><head><title>The mill</title>{head}</head><body><article>{body}</article></body></html>"
    return no_report(url, html, clean(RawDocument(html, Media.HTML, "a"), ReadSettings()))


@pytest.mark.parametrize(("head", "least"), [(ARTICLE, 2), (LINKED, 2), ("", 6), (SITE, 15)])
def test_what_a_page_says_of_itself_and_how_much_story_it_has(head: str, least: int) -> None:
    assert what(head, least) == ""
    assert what(head, least - 1) == LISTS


def test_a_list_of_headlines_is_no_story() -> None:
    body = "".join(f"<p>The mill at Northport has been shut since Monday {n}</p>" for n in range(60))
    html = f"<html><body>{body}</body></html>"
    assert no_report(URL, html, clean(RawDocument(html, Media.HTML, "a"), ReadSettings())) == LISTS
    assert no_report(URL, "", clean(RawDocument("", Media.HTML, "a"), ReadSettings())) == LISTS


def test_a_front_page_is_no_report() -> None:
    assert what(ARTICLE, 60, "https://www.courier.example/?utm_source=x") == "front pages"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (URL, "courier-example-2031-05-mill"),
        ("https://m.courier.example/2031/05/mill.html", "courier-example-2031-05-mill"),
        ("https://a.example/story.php?id=77", "a-example-story-id-77"),
        ("https://a.example/caf%C3%A9-%E2%80%98shut%E2%80%99/", "a-example-cafe-shut"),
        ("https://a.example/v1.2/story", "a-example-v1-2-story"),
    ],
)
def test_ids_are_readable(url: str, expected: str) -> None:
    assert report_id(url) == expected


def test_ids_are_told_apart() -> None:
    one, other = (report_id(f"https://a.example/{name}", told_apart=True) for name in ("a_b", "a-b"))
    assert one != other
    assert one.startswith("a-example-a-b-")
    assert report_id("https://www.a.example/a_b?fbclid=1", told_apart=True) == one
    assert len(report_id("https://a.example/" + "word-" * 300)) <= 100
    assert report_id("https://a.example/東京/京都").startswith("a-example")
