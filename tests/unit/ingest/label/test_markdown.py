from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.label.markdown import read_markdown
from generator.model.article import CleanText, Media, RawDocument, Role

PIECES = (
    "Some words\ngo on",
    "**Bold** words",
    "# Heading #",
    "Setext\n===",
    "- one\n  - two\n\n    three",
    "7. seven\n8. eight",
    "> quoted\n> more",
    "> - both",
    "::: note\nDesk\n:::",
    "::: note\nnever closed",
    "```\nfence\n```",
    "    code",
    "[a]: https://pier.example",
    "one <!-- two\n\nthree --> four",
    "`<!-- code -->` and\n<!-- none -->",
    "---",
    "-5 degrees",
    "C# and #tags",
    "1984 was",
    "=",
    "-",
)


def read(body: str, title: str | None = None, dek: str | None = None) -> CleanText:
    return read_markdown(RawDocument(body, Media.MARKDOWN, "seed", title, dek, "en", "2031-05-04"))


def blocks(body: str) -> list[tuple[str, int, str]]:
    clean = read(body)
    return [(b.role.value, b.line, b.span.of(clean.text)) for b in clean.blocks]


def test_headline_and_dek_come_from_the_head() -> None:
    clean = read("Body.\n", " The \n title ", "The\u00a0dek")
    assert clean.text == "The title\n\nThe dek\n\nBody."
    assert [(b.role, b.span.of(clean.text)) for b in clean.blocks] == [
        (Role.HEADLINE, "The title"),
        (Role.DEK, "The dek"),
        (Role.PARAGRAPH, "Body."),
    ]
    assert (clean.facts.title, clean.facts.dek) == (" The \n title ", "The\u00a0dek")
    assert (clean.facts.published, clean.facts.language) == ("2031-05-04", "en")


def test_a_title_of_nothing_is_none() -> None:
    assert read("Body.", "\u200b", "").text == "Body."


def test_empty_lines_above_do_not_matter_but_to_the_numbers() -> None:
    assert read("\n \n\nOne\n\nTwo").text == "One\n\nTwo"
    assert blocks("\n \n\nOne\n\n\nTwo") == [("paragraph", 4, "One"), ("paragraph", 7, "Two")]


def test_each_block_has_its_role_and_its_line() -> None:
    body = "One\ngoes on\n\n## Head C# ##\n\n- a\n- b\n\n> said\n> so\n\n1. first\n\n```\ncode\n```\n"
    assert blocks(body) == [
        ("paragraph", 1, "One\ngoes on"),
        ("heading", 4, "Head C#"),
        ("item", 6, "a"),
        ("item", 7, "b"),
        ("quote", 9, "said\n> so"),
        ("item", 12, "first"),
        ("paragraph", 14, "```\ncode\n```"),
    ]


def test_nested_blocks() -> None:
    body = "- one\n  - two\n\n    three\n\n> - four\n>\n>   five"
    assert blocks(body) == [
        ("item", 1, "one"),
        ("item", 2, "two"),
        ("item", 4, "three"),
        ("item", 6, "four"),
        ("quote", 8, "five"),
    ]


@pytest.mark.parametrize(
    "body", ["**Bold** words", "*all*", "-5 degrees", "#tag", "C#", "_so_ it", "1984 was"]
)
def test_what_is_no_mark_of_a_block_stays(body: str) -> None:
    assert blocks(body) == [("paragraph", 1, body)]


@pytest.mark.parametrize(
    ("body", "words"), [("Two\n===", "Two"), ("Two\n=", "Two"), ("Two\n-", "Two"), ("# #", "")]
)
def test_headings(body: str, words: str) -> None:
    assert blocks(body) in ([("heading", 1, words)], [])


def test_a_desks_note_is_one_block_and_no_story() -> None:
    clean = read('One\n\n:::: note {by="Desk"}\nDesk words.\n\n- a\n\n::: note\ninner\n:::\n::::\n\nTwo')
    assert [(b.role, b.rule) for b in clean.blocks] == [
        (Role.PARAGRAPH, None),
        (Role.BOILERPLATE, "desk-note"),
        (Role.PARAGRAPH, None),
    ]
    assert "Desk words." in clean.blocks[1].span.of(clean.text)


def test_the_addresses_of_links_are_no_story() -> None:
    clean = read("See [a].\n\n[a]: https://pier.example\n\nAnd so on.\n\n[b]: https://quay.example")
    assert [(b.rule, b.line) for b in clean.blocks] == [
        (None, 1),
        ("link-definition", 3),
        (None, 5),
        ("link-definition", 7),
    ]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=8),
    st.sampled_from(["\n", "\n\n", "\n\n\n"]),
)
@settings(deadline=None)
def test_blocks_do_not_overlap_and_hold_every_letter(parts: list[str], gap: str) -> None:
    clean = read(gap.join(parts), "A title")
    assert all(a.span.end <= b.span.start for a, b in pairwise(clean.blocks))
    assert all(a.line <= b.line for a, b in pairwise(clean.blocks[1:]))
    held = {i for b in clean.blocks for i in range(b.span.start, b.span.end)}
    lost = [c for i, c in enumerate(clean.text) if c.isalpha() and i not in held]
    assert not lost


@given(st.lists(st.text("abc .,\n", min_size=1, max_size=30), max_size=6))
def test_plain_paragraphs_are_found_as_the_parser_finds_them(parts: list[str]) -> None:
    body = "\n\n".join(part.strip() for part in parts if part.strip())
    by_parser = [found for found in blocks(f"{body}\n\n---") if found[2].strip()]
    assert blocks(body) == by_parser


@pytest.mark.parametrize(
    "words", ["Correction: the tug is the Marta.", r"\*This article was amended on 4 May."]
)
def test_the_outlets_word_on_what_it_amended_is_marked(words: str) -> None:
    assert [b.mark for b in read(f"{words}\n\nShe sails.").blocks] == ["amended", None]


def test_a_note_of_the_desk_is_no_outlets_word() -> None:
    assert [b.mark for b in read("::: note\nCorrection: the tug is the Marta.\n:::").blocks] == [None]
