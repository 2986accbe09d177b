from __future__ import annotations

import pytest

from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Quote
from generator.model.text import Span
from generator.publish.address.urls import Target
from generator.publish.show.targets import target

LONG = "We will keep the quay open until every last boat of ours has come home"


def found(text: str, *, hidden: bool = False) -> Target:
    """Return by which words what stands between braces in ``text`` is found.

    ``hidden``: the desk withholds the words between square brackets.
    """
    parts, withheld, plain = [], [], ""
    for char in text:
        if char in "{}":
            parts.append(len(plain))
        elif hidden and char in "[]":
            withheld.append(len(plain))
        else:
            plain += char
    quote = Quote("q", tuple(map(Span, parts[::2], parts[1::2])), "", Form.DIRECT)
    other = Quote("h", tuple(map(Span, withheld[::2], withheld[1::2])), "", Form.DIRECT, hidden=True)
    blocks, at = [], 0
    for paragraph in plain.split("\n\n"):
        blocks.append(Block(Role.PARAGRAPH, Span(at, at + len(paragraph)), 1))
        at += len(paragraph) + 2
    return target(Article("a", "a.md", FrontMatter(), plain, tuple(blocks), (quote, other), (), ()), quote)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“{The quay is open,}” said Ada Berg.", Target("The quay is open")),
        (f"“{{{LONG}}}”, she said.", Target("We will keep the", "ours has come home")),
        ("“{No,}” said Ada Berg, “{not yet}”.", Target("No,” said Ada Berg, “not yet")),
        (
            f"“{{{LONG}}}”, she said. “{{Or so I am told every day}}”.",
            Target("We will keep the", "am told every day"),
        ),
        ("“{The quay}\n\n“{is open.}”", Target("The quay", "is open.")),
        ("She said they were **{*all* [gone](x.html)}**.", Target("all gone")),
        (
            "“{The quay is as open as the quay is wide, open as the quay}”",
            Target("The quay is as", "is wide, open as the quay"),
        ),
    ],
)
def test_how_words_are_found(text: str, words: Target) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are open now. She said it: “{We are open}”.", Target("We are open", prefix="said it: “")),
        (
            "Ada Berg said: “We are open”. Ada Berg said: “{We are open}”, twice.",
            Target("We are open", prefix="are open”. Ada Berg said: “"),
        ),
        ("We are open now.\n\n{We are open}, she said.", Target("We are open", suffix=", she said.")),
        ("“{We are open},” she said. “We are open!”", Target("We are open")),
        ("We are open.\n\n{We are open}", Target("We are open")),
        ("UNABLE TO\nSAIL. He was “{able to sail}”.", Target("able to sail", prefix="He was “")),
        (
            f"We will keep it. “{{{LONG}}}”",
            Target("We will keep the", "ours has come home"),
        ),
        (
            f"We will keep the cat. She said: “{{{LONG}}}”",
            Target("We will keep the quay open", "ours has come home"),
        ),
        (
            f"{LONG}, he said. But “{{{LONG}}}”",
            Target("We will keep the", "ours has come home", "said. But “"),
        ),
    ],
)
def test_what_stands_further_up_too_is_told_apart(text: str, words: Target) -> None:
    assert found(text) == words


def test_what_the_desk_withholds_is_named_in_no_address() -> None:
    text = "We are open. “[Never again]”: “{We are open}”, “[never again]”."
    assert found(text) == Target("We are open", prefix="“[Never again]”: “")
    assert found(text, hidden=True) == Target("We are open", prefix="”: “")
    assert found("“{No}”, she said (“[never]”), “{not yet}”.", hidden=True) == Target("No", "not yet")


def test_a_quote_without_a_place_has_none() -> None:
    nowhere = Quote("q", (), "We are open", Form.DIRECT)
    assert target(Article("a", "a.md", FrontMatter(), "", (), (nowhere,), (), ()), nowhere) == Target("")
