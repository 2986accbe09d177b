from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.ingest.clean import clean
from generator.ingest.label.normalise import normalise
from generator.ingest.write import article_file, article_of, escape
from generator.model.article import Cut, FrontMatter, Media, Picture, RawDocument, Source
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
SIGNS = st.sampled_from(
    [
        *r"""\`*_{}[]()#+-.!|<>~&:;=^$"'/aB1 """,
        "&amp;",
        "__",
        "~~",
        "**",
        "[[",
        "]]",
        "http://a.b",
        "<b>",
        "\\*",
    ]
)
LINES = (st.lists(SIGNS, min_size=1, max_size=14).map("".join) | st.text(min_size=1)).map(
    lambda text: " ".join(normalise(text).split())
)


def made(body: str, front: FrontMatter | None = None, media: Media = Media.TEXT) -> Source:
    source = Source("pier", "sources/pier.txt", media, body, "d" * 64, front or FrontMatter())
    document = RawDocument(body, media, "seed", title=source.front.title, dek=source.front.dek)
    return article_of(source, clean(document, ReadSettings()))


def shown(markdown: str, preset: str = "js-default") -> str:
    html = MarkdownIt(preset, {"html": False, "linkify": False}).render(markdown)
    return unescape(re.sub(r"<[^>]*>|\n$", "", html)).strip("\n")


def test_a_source_becomes_an_article() -> None:
    text = f"Pilots refuse\n\nSecond boat\n\nBy Ada Quill\n\nGulls. Tom Reed/Reuters\n\n{STORY}\n\nDonate now"
    article = made(text)
    assert article.front == FrontMatter(
        title="Pilots refuse",
        dek="Second boat",
        byline=("Ada Quill",),
        source="sources/pier.txt",
        digest="d" * 64,
        image=Picture("Gulls.", "Tom Reed/Reuters"),
        cut=(Cut("donation", "Donate now"),),
    )
    assert (article.id, article.media, article.body) == ("pier", Media.MARKDOWN, f"{STORY}\n")


def test_what_the_sidecar_says_prevails_and_what_it_hides_is_told() -> None:
    front = FrontMatter(
        title="The night ferry",
        dek="A dek",
        byline=("Lorna Pike",),
        image=Picture("Ships.", None),
        cut=(Cut("desk", "An earlier cut"),),
    )
    text = f"Pilots refuse\n\nSecond boat\n\nBy Ada Quill\n\nGulls. Tom Reed/Reuters\n\n{STORY}"
    article = made(text, front)
    assert article.front.title == "The night ferry"
    assert article.front.byline == ("Lorna Pike",)
    assert article.front.cut == (
        Cut("desk", "An earlier cut"),
        Cut("headline", "Pilots refuse"),
        Cut("dek", "Second boat"),
        Cut("byline", "By Ada Quill"),
        Cut("caption", "Gulls."),
        Cut("credit", "Tom Reed/Reuters"),
    )


def test_a_headline_that_is_set_otherwise_is_not_told_again() -> None:
    assert made(f"“Pilots” refuse\n\n{STORY}", FrontMatter(title='"Pilots" refuse')).front.cut == ()


def test_a_second_picture_is_cut() -> None:
    article = made(f"Gulls. Tom Reed/Reuters\n\n{STORY}\n\nTugs. Ada Quill/Reuters\n\n{STORY}")
    assert article.front.image == Picture("Gulls.", "Tom Reed/Reuters")
    assert article.front.cut == (Cut("caption", "Tugs."), Cut("credit", "Ada Quill/Reuters"))


def test_found_facts_fill_the_head() -> None:
    html = f"<html lang=en-gb><meta property=og:site_name content=Pier><p>{STORY}</p>"
    front = made(html, media=Media.HTML).front
    assert (front.outlet, front.language, front.image) == ("Pier", "en-GB", None)


def test_the_body_is_markdown() -> None:
    text = f"{STORY}\n\nWhat next #1\n\n1. one\n2. two\n\n4. four\n\n• dot\n\n- *dash*\n\n# 2_3\n\n{STORY}"
    lists = "1. one\n2. two\n\n4. four\n\n- dot\n- \\*dash\\*"
    assert made(text).body == f"{STORY}\n\n## What next #1\n\n{lists}\n\n## \\# 2_3\n\n{STORY}\n"


def test_quotes_and_closing_signs() -> None:
    html = f"<article><p>{STORY}</p><blockquote>We go</blockquote><h2>C #</h2><p>{STORY}</p></article>"
    assert made(html, media=Media.HTML).body == f"{STORY}\n\n> We go\n\n## C \\#\n\n{STORY}\n"


def test_a_report_without_a_story_has_an_empty_body() -> None:
    assert made("Donate now\n\nSubscribe").body == ""


def test_the_file() -> None:
    article = made(f"Pilots: refuse\n\n{STORY}")
    assert article_file(article) == (
        f'---\ntitle: "Pilots: refuse"\nsource: sources/pier.txt\ndigest: {"d" * 64}\n---\n\n{STORY}\n'
    )


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("Plain words, nothing else.", "Plain words, nothing else."),
        ("a_b and 5 * 3 & 2 < 4", "a_b and 5 * 3 & 2 < 4"),
        ("*bold* _it_ `code` [x] <b>", r"\*bold\* \_it\_ \`code\` \[x\] \<b>"),
        ("AT&T; R&amp;D", r"AT\&T; R\&amp;D"),
        ("- dash", r"\- dash"),
        ("1. one", r"1\. one"),
        ("1.5 million", "1.5 million"),
        ("# hash", r"\# hash"),
        ("#tag", "#tag"),
        ("::: note", r"\::: note"),
        ("~~no~~ ~5", r"\~\~no\~\~ ~5"),
    ],
)
def test_only_what_markdown_would_take_is_escaped(words: str, markdown: str) -> None:
    assert escape(words) == markdown


@given(LINES)
@example("foo __bar__ baz")
@example("a\\")
@example("&#35;")
@settings(max_examples=300)
def test_escaped_words_are_shown_exactly(words: str) -> None:
    assert shown(escape(words)) == words
    assert shown(escape(words), "commonmark") == words
    assert shown(f"- {escape(words)}") == shown(f"> {escape(words)}").strip() or not words


def test_facts_of_nothing_give_no_picture() -> None:
    assert made(STORY).front.image is None


def test_what_a_page_sets_off_in_a_talk_is_bold_in_its_article() -> None:
    turns = "".join(f"<p><b>{who}</b> {STORY}</p>" for who in ("Ada Berg", "Bo Ek", "Ada Berg", "Bo *Ek"))
    html = f"<html><body><article><h1>Two voices</h1>{turns}</article></body></html>"
    document = RawDocument(html, Media.HTML, "seed")
    source = Source("s", "sources/s.html", Media.HTML, html, "0")
    made = article_of(source, clean(document, ReadSettings())).body
    assert made.split("\n\n")[:2] == [f"**Ada Berg** {STORY}", f"**Bo Ek** {STORY}"]


def test_two_bold_beginnings_are_none_of_a_talk() -> None:
    body = f"<h1>Boats</h1><p><b>Ada Berg</b> {STORY}</p><p>{STORY}</p>"
    html = f"<html><body><article>{body}</article></body></html>"
    source = Source("s", "sources/s.html", Media.HTML, html, "0")
    made = article_of(source, clean(RawDocument(html, Media.HTML, "seed"), ReadSettings())).body
    assert "**" not in made
