from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.merge import merge
from generator.model.article import (
    Block,
    Correction,
    Facts,
    FrontMatter,
    Media,
    Picture,
    Reading,
    Role,
    Source,
)
from generator.model.diagnostic import Severity
from generator.model.findings import Dated, Form, Kind, Mention, Quote, Remark, Speaker
from generator.model.text import Location, Selector, Span

FACTS = Facts(
    title="Found title",
    dek="Found dek",
    byline=("Found Author",),
    outlet="Found Outlet",
    published="2031-02-03",
    url="https://found.example/",
    language="en",
    caption="Found caption",
    credit="Found credit",
)
GIVEN = FrontMatter(
    title="Given title",
    dek="Given dek",
    byline=("Given Author",),
    outlet="Given Outlet",
    published="2031-02-04",
    url="https://given.example/",
    language="tr",
    image=Picture("Given caption", "Given credit"),
)


def source(front: FrontMatter = FrontMatter(), body: str = "") -> Source:  # noqa: B008 - it is frozen
    return Source("storm", "articles/storm.md", Media.MARKDOWN, body, "0" * 64, front, 9)


def story(*blocks: tuple[Role, str], facts: Facts = Facts()) -> Reading:  # noqa: B008 - it is frozen
    at, made = 0, []
    for line, (role, words) in enumerate(blocks):
        made.append(Block(role, Span(at, at + len(words)), 2 * line + 1))
        at += len(words) + 2
    return Reading("\n\n".join(words for _, words in blocks), tuple(made), facts)


def title_of(*blocks: tuple[Role, str]) -> str:
    return merge(source(), story(*blocks))[0].made_title


def test_the_article_has_all_that_was_read() -> None:
    reading = replace(
        story((Role.PARAGRAPH, "Ada Quill spoke on Monday: “Go.”")),
        quotes=(Quote("q-storm-1", (Span(28, 31),), "Go.", Form.DIRECT),),
        mentions=(Mention(Span(0, 9), "Ada Quill", Kind.PERSON),),
        dates=(Dated(Span(19, 25), "Monday"),),
    )
    article, diagnostics = merge(source(), reading)
    assert (article.id, article.path) == ("storm", "articles/storm.md")
    assert (article.text, article.blocks) == (reading.text, reading.blocks)
    assert (article.quotes, article.mentions, article.dates) == (
        reading.quotes,
        reading.mentions,
        reading.dates,
    )
    assert diagnostics == ()


def test_what_the_editor_gives_prevails() -> None:
    assert merge(source(GIVEN), story(facts=FACTS))[0].front == GIVEN


def test_what_the_editor_leaves_open_is_as_found() -> None:
    front = merge(source(FrontMatter(tags=("sea",))), story(facts=FACTS))[0].front
    assert front == FrontMatter(
        title="Found title",
        dek="Found dek",
        byline=("Found Author",),
        outlet="Found Outlet",
        published="2031-02-03",
        url="https://found.example/",
        language="en",
        image=Picture("Found caption", "Found credit"),
        tags=("sea",),
    )


@pytest.mark.parametrize("field", ["title", "dek", "byline", "outlet", "published", "url", "language"])
def test_each_key_prevails_by_itself(field: str) -> None:
    given_one = replace(FrontMatter(), **{field: getattr(GIVEN, field)})
    front = merge(source(given_one), story(facts=FACTS))[0].front
    assert getattr(front, field) == getattr(GIVEN, field)
    others = {"title", "dek", "byline", "outlet", "published", "url", "language"} - {field}
    assert all(getattr(front, other) == getattr(FACTS, other) for other in others)


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (None, Picture("Found caption", "Found credit")),
        (Picture("Given caption", None), Picture("Given caption", "Found credit")),
        (Picture(None, "Given credit"), Picture("Found caption", "Given credit")),
    ],
)
def test_the_words_of_the_picture_prevail_one_by_one(image: Picture | None, expected: Picture) -> None:
    assert merge(source(FrontMatter(image=image)), story(facts=FACTS))[0].front.image == expected


def test_where_no_picture_is_told_there_is_none() -> None:
    assert merge(source(), story())[0].front.image is None


@pytest.mark.parametrize(("front", "facts"), [(GIVEN, Facts()), (FrontMatter(), FACTS)])
def test_where_there_is_a_title_none_is_made(front: FrontMatter, facts: Facts) -> None:
    reading = story((Role.PARAGRAPH, "A storm came. It went."), facts=facts)
    assert merge(source(front), reading)[0].made_title == ""


def test_a_title_is_made_of_the_first_sentence_of_the_story() -> None:
    boilerplate, heading = (Role.BOILERPLATE, "Subscribe now. Thanks."), (Role.HEADING, "At sea")
    paragraph = (Role.PARAGRAPH, "A storm\ncame in from the U.S. coast. It went. ")
    assert title_of(boilerplate, heading, paragraph) == "A storm came in from the U.S. coast."


def test_a_story_without_a_paragraph_has_a_title_of_what_it_has() -> None:
    assert title_of((Role.PARAGRAPH, " "), (Role.ITEM, "First this. Then that.")) == "First this."
    assert title_of((Role.BOILERPLATE, "Subscribe now.")) == ""


@given(st.lists(st.text("abc,;–", min_size=1, max_size=90), min_size=1, max_size=40))
def test_a_made_title_is_short_and_ends_with_a_word(words: list[str]) -> None:
    text = " ".join(words)
    made = title_of((Role.PARAGRAPH, text))
    assert len(made) <= 80
    if len(text) <= 80:
        assert made == text
    else:
        assert made.endswith("…")
        assert text.startswith(made[:-1])


def test_a_made_title_is_cut_between_words() -> None:
    text = "The harbour at the northern end of the long bay was closed on Thursday evening because of it"
    assert title_of((Role.PARAGRAPH, text)) == (
        "The harbour at the northern end of the long bay was closed on Thursday evening…"
    )
    assert len(title_of((Role.PARAGRAPH, "x" * 79 + " yz"))) == 80


def test_a_remark_gets_its_place_in_the_file() -> None:
    body = "One line.\n\nAnother  harassed line."
    reading = replace(
        story((Role.PARAGRAPH, "One line."), (Role.PARAGRAPH, "Another harassed line.")),
        remarks=(Remark("warning", "odd-word", "An odd word.", Span(19, 27)),),
    )
    (told,) = merge(source(body=body), reading)[1]
    assert told.location == Location("articles/storm.md", 11, 10)
    assert (told.severity, told.code, told.message) == (Severity.WARNING, "odd-word", "An odd word.")
    assert told.excerpt == "Another  harassed line."


def test_a_correction_is_laid_over_and_a_lost_one_told_after_it() -> None:
    speaker = Speaker("Tom Vale", None, "tom-vale", None, 0.5)
    reading = replace(
        story((Role.PARAGRAPH, "He said: “Go now.”")),
        quotes=(Quote("q-storm-1", (Span(10, 17),), "Go now.", Form.DIRECT, speaker),),
        remarks=(Remark("info", "odd-word", "An odd word.", Span(0, 2)),),
    )
    corrections = (
        Correction(Selector("gone"), Location("articles/storm.md", 5, 3), hidden=True),
        Correction(Selector("Go now"), Location("articles/storm.md", 4, 3), speaker="Ada Quill"),
    )
    article, told = merge(source(FrontMatter(corrections=corrections)), reading)
    assert [quote.speaker.name for quote in article.quotes if quote.speaker] == ["Ada Quill"]
    assert article.quotes[0].found == speaker
    assert article.front.corrections == corrections
    assert [diagnostic.code for diagnostic in told] == ["anchor-lost", "odd-word"]
