"""Saved web pages: which element holds the story, its blocks with their lines, whole pages read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.page.html import read_html
from generator.model.article import Facts, Role

LONG = "The harbour talks went on for a third day while ships waited outside the bay. " * 3

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB">
<head><title>Ships wait as talks go on | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="og:description" content="A third day without result">
<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Ships wait as talks go on",
 "datePublished": "2015-10-08T12:30:00+02:00", "author": [{{"name": "Ada Lind"}}, {{"name": "Bo Ek"}}]}}
</script>
<link rel="canonical" href="/news/ships">
</head>
<body>
<nav><p>{LONG}</p></nav>
<header><h1>Harbour Gazette</h1></header>
<article>
<h1>Ships wait as talks go on</h1>
<h2>A third day without result</h2>
<p class="byline">By Ada Lind and Bo Ek</p>
<figure><img src="a.jpg" alt="Ships"><figcaption>Ships in the bay
<span class="credit">Ola Berg / Wire One</span></figcaption></figure>
<p>
  {LONG}
</p>
<aside><p>Sign up for our letter</p></aside>
<p>First line<br>second line<br><br>a paragraph of its own</p>
<blockquote><p>We &amp; they&nbsp;agreed.</p></blockquote>
<h3>What comes <em>next</em></h3>
<ul><li>One</li><li>T<b>w</b>o</li></ul>
<p hidden>Not seen</p><p style="display: none">Nor this</p><p class="x sr-only">Nor this</p>
<div>Loose words <a href="/x">with a link</a>.</div>
</article>
<footer><p>{LONG}</p></footer>
</body></html>"""


def test_a_whole_page() -> None:
    facts, parts, _ = read_html(PAGE, "https://gazette.example/saved")
    assert facts == Facts(
        title="Ships wait as talks go on",
        dek="A third day without result",
        byline=("Ada Lind", "Bo Ek"),
        outlet="Harbour Gazette",
        published="2015-10-08T12:30:00+02:00",
        url="https://gazette.example/news/ships",
        language="en-GB",
        caption="Ships in the bay",
        credit="Ola Berg / Wire One",
    )
    assert [(part.piece.role, part.piece.text, part.piece.line, part.rule) for part in parts] == [
        (Role.CAPTION, "Ships in the bay", 19, None),
        (Role.CREDIT, "Ola Berg / Wire One", 20, None),
        (Role.PARAGRAPH, LONG.strip(), 22, None),
        (Role.PARAGRAPH, "First line\nsecond line", 25, None),
        (Role.PARAGRAPH, "a paragraph of its own", 25, None),
        (Role.QUOTE, "We & they\xa0agreed.", 26, None),
        (Role.HEADING, "What comes next", 27, None),
        (Role.ITEM, "One", 28, None),
        (Role.ITEM, "Two", 28, None),
        (Role.PARAGRAPH, "Loose words with a link.", 30, None),
    ]


def test_an_empty_page_says_nothing() -> None:
    for html in ("", "  \n", "<!-- nothing -->"):
        assert read_html(html, "https://gazette.example/a") == (
            Facts(url="https://gazette.example/a"),
            (),
            True,
        )
    assert read_html("<html><body></body></html>", None) == (Facts(), (), True)


def test_metadata_never_makes_up_what_is_not_there() -> None:
    facts, parts, _ = read_html(f"<p>{LONG}</p>", None)
    assert facts == Facts()
    assert [part.piece.text for part in parts] == [LONG.strip()]


def test_declared_encodings_do_not_matter() -> None:
    html = (
        f'<?xml version="1.0" encoding="latin-1"?><html><meta charset="latin-1"><p>Erdoğan: {LONG}</p></html>'
    )
    _, parts, _ = read_html(html, None)
    assert parts[0].piece.text.startswith("Erdoğan: The")


@given(
    st.text(max_size=100)
    | st.lists(st.sampled_from(["<p>", "</p>", "<q>", "<br>", "a ", "</div>", "<li>", "\n"])).map("".join)
)
def test_no_page_whatever_makes_it_fail(html: str) -> None:
    facts, parts, _ = read_html(html, None)
    assert isinstance(facts, Facts)
    for part in parts:
        assert part.piece.text.strip()
        assert part.piece.line >= 1


def test_deep_nesting_loses_no_text() -> None:
    _, parts, _ = read_html("<div>" * 600 + LONG, None)
    assert parts[0].piece.text == LONG.strip()


def test_a_page_that_nests_too_deep_is_told() -> None:
    assert not read_html("<div>" * 3000 + LONG, None).whole
    assert read_html("<div>" * 600 + LONG, None).whole
