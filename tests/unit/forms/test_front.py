"""Files with a head; ``split_front`` has its own cases beside the articles' heads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.front import open_form, split_front, unclosed
from generator.forms.tables import PAGE


def test_a_file_is_opened_by_its_table() -> None:
    opened = open_form("---\ntitle: A\ntitel: B\n---\nBody", "p.md", PAGE)
    assert (opened.row.text("title"), opened.body, opened.body_line) == ("A", "Body", 5)
    assert [str(d)[:12] for d in opened.diagnostics] == ["p.md:3:1: wa"]


def test_a_head_without_an_end_is_told_once() -> None:
    opened = open_form("---\ntitle: A\ntitel: B\n\nBody: words", "p.md", PAGE)
    assert (opened.row.text("title"), opened.body) == ("A", "\nBody: words")
    assert [(d.code, d.location.line, d.excerpt) for d in opened.diagnostics] == [
        ("front-matter-unclosed", 1, "---")
    ]


def test_a_file_needs_no_head() -> None:
    opened = open_form("Body", "p.md", PAGE)
    assert (opened.row.values, opened.body, opened.diagnostics) == ({}, "Body", ())


def test_what_editors_remark_to_themselves_is_not_read() -> None:
    assert open_form("---\ntitle: A\n---\nOne <!-- ask Bo\n--> two", "p.md", PAGE).body == "One \ntwo"
    opened = open_form("---\ntitle: A\n---\nOne\n\n two <!-- ask Bo\nthree", "p.md", PAGE)
    (fault,) = opened.sheet.diagnostics
    assert opened.body == "One\n\n two \n"
    assert (fault.code, fault.location.line, fault.location.column) == ("unclosed-comment", 6, 6)


def test_what_nobody_sees_is_not_read() -> None:
    opened = open_form('---\ntitle: "A\\u202Ed\\u0001a\\uFFFE"\n---\nBo\u202edy', "p.md", PAGE)
    assert (opened.row.text("title"), opened.body) == ("Ada", "Body")


@given(st.text("-a:\n \r", max_size=30), st.booleans())
def test_no_line_is_lost(text: str, fenced: bool) -> None:  # noqa: FBT001 - drawn
    text = f"---\n{text}" if fenced else text
    split = split_front(text)
    assert text.endswith(split.body)
    if split.body:
        assert text[: len(text) - len(split.body)].count("\n") == split.body_line - 1


@pytest.mark.parametrize("above", ["\n", " ", "\n\n  "])
def test_blank_lines_do_not_hide_a_head(above: str) -> None:
    split = split_front(f"{above}---\ndraft: true\n---\nText\n")
    assert (split.head or "").strip() == "draft: true"
    assert split.body == "Text\n"
    assert split.body_line == 4 + above.count("\n")


@pytest.mark.parametrize("line", ["title: Wait ---", "title: Wait---", "----"])
def test_only_a_line_of_its_own_ends_a_head(line: str) -> None:
    split = split_front(f"---\n{line}\ndraft: true\n---\nText\n")
    assert split.head == f"{line}\ndraft: true\n"
    assert split.body == "Text\n"


@pytest.mark.parametrize("fence", ["–––", "—", "—-", "\u200b---", "\ufeff–––"])
def test_a_head_between_dashes_keeps_what_it_says_and_is_told(fence: str) -> None:
    text = f"{fence}\ndraft: true\n{fence}\nText\n"
    split = split_front(text)
    assert (split.head or "").strip() == "draft: true"
    assert "Text\n" in split.body
    if "---" not in fence:
        told = unclosed(text, "a.md")
        assert not split.closed
        assert "three hyphens" in told.hint


@pytest.mark.parametrize("text", ["— Well, he said.\n", "–––\nA line.\n", "--\nhttp://x.example\n"])
def test_a_dash_above_a_text_is_no_head(text: str) -> None:
    assert split_front(text) == (None, text, 1, True)
