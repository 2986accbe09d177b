"""Ingesting first and then building gives what building alone gives: the same article, word for word."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.clean import clean
from generator.ingest.open.documents import document_of
from generator.ingest.open.sources import open_source
from generator.ingest.write import article_file, article_of
from generator.model.article import STORY as OF_THE_STORY
from generator.model.article import CleanText, FrontMatter, Media, Picture, Source
from generator.model.settings import ReadSettings
from generator.model.text import legible

NO_SETTINGS = ReadSettings()

STORY = (
    "The ferry to Sunholm was stopped on Monday after a tug had crossed its path twice within the hour.",
    "“We are not leaving,” the harbour master, Ada Quill, told reporters in Ostend. “Not this week.”",
    "Lorna Pike, who speaks for the Pier Union, called the order *reckless* and _quite_ [sic] unlawful.",
    "Costs rose by 5 % & more; see <https://pier.example/a_b_c> or write `now` to C# fans at ~~noon~~.",
)
ODD = (
    "1. First things first",
    "2. Then the rest",
    "7) Not in order",
    "- a dash item",
    "• a bullet item",
    "> quoted as in mail",
    "# hash #",
    "=====",
    "---",
    "~~~",
    "::: note",
    "| a | b |",
    "[a]: https://pier.example",
    "WHAT NEXT",
    "Sunholm",
    "&amp; so on",
    "\\",
    "![alt](x)",
    "[[ada-quill]]",
    "__init__ and __all__",
    "***",
)
FURNITURE = (
    "By Ada Quill and Tom Reed",
    "Ada Quill/Halyard",
    "Gulls over the pier at Sunholm, 3 May 2031. Ada Quill/Reuters",
    "gulls pier sunholm",
    "Sign up for our newsletter",
    "Related stories",
    "Tags: ferries, tugs",
    "Your gift keeps this paper afloat.The ferry is late, the Pier Union has said on its way home.",
    "Published on 4 May 2031 at 10:12",
    "Pier Union and Reuters",
    "34 comments",
)
characters = st.characters(codec="utf-8", exclude_characters="\x00")
words = st.text(characters, min_size=1, max_size=40)
lines = st.one_of(st.sampled_from(STORY + ODD + FURNITURE), words)
bodies = st.lists(st.tuples(lines, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=14).map(
    lambda parts: "".join(f"{line}{end}" for line, end in parts)
)
texts = words.map(legible).map(str.strip).filter(bool)  # a head is read without what nobody sees
fronts = st.builds(
    FrontMatter,
    title=st.none() | texts,
    dek=st.none() | texts,
    byline=st.lists(texts, max_size=2).map(tuple),
    outlet=st.none() | texts,
    published=st.none() | st.sampled_from(["2031-05-04", "2031-05-04T10:12:00+02:00"]),
    image=st.none() | st.builds(Picture, st.none() | texts, st.none() | texts),
    tags=st.lists(texts, max_size=2).map(tuple),
)


def ingested(source: Source) -> tuple[Source, Source]:
    """Return the article as a build makes it, and as it is opened when it has been written."""
    made = article_of(source, clean(document_of(source), NO_SETTINGS))
    with TemporaryDirectory() as folder:
        content = Path(folder)
        for name, text in ((source.path, source.body), (f"articles/{source.id}.md", article_file(made))):
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_bytes(text.encode())
        outcome = open_source(content / "articles" / f"{source.id}.md", content)
    assert outcome.value is not None, outcome.diagnostics
    assert outcome.diagnostics == ()
    return made, outcome.value


def saved(body: str, media: Media = Media.TEXT, front: FrontMatter | None = None) -> Source:
    ending = {Media.TEXT: "txt", Media.HTML: "html", Media.MARKDOWN: "md"}[media]
    digest = sha256(body.encode()).hexdigest()
    return Source("pier", f"sources/pier.{ending}", media, body, digest, front or FrontMatter())


def assert_same(source: Source) -> None:
    made, opened = ingested(source)
    assert opened == replace(made, path=opened.path, digest=opened.digest, body_line=opened.body_line), (
        article_file(made)
    )
    assert document_of(opened) == document_of(made)


def letters(text: CleanText) -> str:
    """Return the letters and digits of the story; the numbers of a list are made by who shows it."""
    story = (b.span.of(text.text).lstrip("0123456789") for b in text.blocks if b.role in OF_THE_STORY)
    return "".join(c for words in story for c in words if c.isalnum())


@given(bodies)
@settings(deadline=None)
def test_the_article_opened_is_the_article_made(body: str) -> None:
    assert_same(saved(body))


@given(bodies, fronts)
@settings(deadline=None)
def test_whatever_the_file_beside_a_source_says(body: str, front: FrontMatter) -> None:
    assert_same(saved(body, front=front))


@given(st.lists(lines, min_size=1, max_size=8), st.none() | texts, st.none() | texts)
@settings(deadline=None)
def test_a_saved_page(paragraphs: list[str], title: str | None, author: str | None) -> None:
    head = f"<title>{escape(title or '')}</title><meta name=author content='{escape(author or '')}'>"
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    html = (
        f"<html lang=en_GB><head>{head}</head><body><article><h1>{escape(title or '')}</h1>{body}</article>"
    )
    assert_same(saved(html, Media.HTML))


MARKED = (
    "# Harbour pilots refuse night shifts",
    "## Related",
    "[Home](/) | [News](/news)",
    "* [Sign up for our newsletter](/mail)",
    "- a second boat",
    "  - nested",
    "    four spaces",
    "9. nine",
    "> > deep",
    "> - Sign up for our newsletter",
    "![gulls](x.png)",
    "*By Ada Quill*",
    "Setext",
    "```",
    "    code",
)
marked = st.lists(
    st.tuples(st.sampled_from(STORY + ODD + FURNITURE + MARKED) | words, st.sampled_from(["\n", "\n\n"])),
    min_size=1,
    max_size=14,
).map(lambda parts: "".join(f"{line}{end}" for line, end in parts))


@given(marked, fronts)
@settings(deadline=None)
def test_a_report_saved_as_markdown(body: str, front: FrontMatter) -> None:
    source = saved(body, Media.MARKDOWN, front)
    if body.strip():
        made, opened = ingested(source)
        assert opened == replace(made, path=opened.path, digest=opened.digest, body_line=opened.body_line)
        assert document_of(opened) == document_of(made)


@given(marked)
@settings(deadline=None)
def test_a_report_saved_as_markdown_keeps_the_letters_of_its_story(body: str) -> None:
    source = saved(body, Media.MARKDOWN)
    before = clean(document_of(source), NO_SETTINGS)
    made = article_of(source, before)
    after = clean(replace(document_of(made), title=None, dek=None), NO_SETTINGS)
    assert letters(after) == letters(before)


@given(bodies)
@settings(deadline=None)
def test_the_story_of_the_article_has_the_letters_of_the_story(body: str) -> None:
    source = saved(body)
    before = clean(document_of(source), NO_SETTINGS)
    after = clean(document_of(ingested(source)[1]), NO_SETTINGS)
    assert letters(after) == letters(before)
