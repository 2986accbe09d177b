from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import ingest
from generator.commands.paper import Paper
from generator.commands.showing import show
from generator.ingest.compare import repetition
from generator.ingest.label import markdown
from generator.ingest.page import story as pagestory
from generator.knowledge.tables import rows
from generator.knowledge.wordings import reasons
from generator.model.article import Block, Cut, Facts, FrontMatter, Picture, Reading, Role
from generator.model.text import Span

if TYPE_CHECKING:
    import pytest

PLAIN = Paper(100, colour=False)


def reading(*blocks: tuple[str, str | None]) -> Reading:
    """Make a reading of blocks, each its words and the rule that cut it."""
    text = "\n\n".join(words for words, _ in blocks)
    made, at = [], 0
    for n, (words, rule) in enumerate(blocks):
        role = Role.BOILERPLATE if rule else Role.PARAGRAPH
        made.append(Block(role, Span(at, at + len(words)), 2 * n + 1, rule))
        at += len(words) + 2
    return Reading(text, tuple(made), Facts())


def shown(found: Reading, front: FrontMatter | None = None) -> list[str]:
    return "\n".join(show("x.txt", front or FrontMatter(), found, PLAIN)).splitlines()


def test_what_the_desk_says_prevails_over_what_was_found() -> None:
    front = FrontMatter(title="Pier", byline=("Bo Ek", "Mia Holt"), image=Picture("Gulls", "Ada Quill"))
    found = Reading("", (), Facts(title="The pier", dek="It opens", caption="A gull"))
    lines = shown(found, front)
    assert lines[1:4] == ["  title      Pier", "  dek        It opens", "  byline     Bo Ek, Mia Holt"]
    assert lines[8:10] == ["  caption    Gulls", "  credit     Ada Quill"]


def test_long_facts_go_on_below_and_an_address_is_never_broken() -> None:
    url = f"https://pier.example/{'pier-' * 30}"
    front = FrontMatter(dek="The pier opens in May. " * 8, url=url)
    lines = list(show("x.txt", front, reading(), Paper(60, colour=False)))
    assert f"  url        {url}" in lines
    assert lines[3].startswith(" " * 13 + "The pier")


def test_blocks_are_counted_by_rule() -> None:
    found = reading(("A.", None), ("B", "related"), ("C", "newsletter"), ("D", "related"))
    assert "1 block of the story, 3 left out: 2 related, 1 newsletter" in shown(found)
    assert "2 blocks of the story, nothing left out" in shown(reading(("A.", None), ("B.", None)))
    assert "0 blocks of the story, nothing left out" in shown(reading())


def test_a_rule_without_a_reason_is_still_named() -> None:
    assert "                  odd-rule" in shown(reading(("A", "odd-rule")))


def test_every_rule_that_cuts_has_its_reason() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in Path(ingest.__path__[0]).rglob("*.py"))
    named = {word.partition('"')[0] for word in written.split('cut("')[1:]} | {"section", "tags", "related"}
    kinds = {row[0] for table in ("boilerplate", "furniture") for row in rows(table)}
    kinds |= {pagestory.BESIDE, pagestory.EDGE, "another-article", "links"}
    roles = {role.value for role in (Role.HEADLINE, Role.DEK, Role.BYLINE, Role.CAPTION, Role.CREDIT)}
    needed = named | kinds | roles | {markdown.DESK, markdown.DEFINITION, repetition.RULE}
    assert set(reasons()) == needed
    assert all(why.endswith(".") and why[0].isupper() for why in reasons().values())


def test_what_an_article_left_out_when_it_was_made_is_shown() -> None:
    front = FrontMatter(cut=(Cut("newsletter", "Sign up\x1b[2J for more"),))
    lines = shown(reading(("A.", None)), front)
    at = lines.index("cut when it was ingested")
    assert lines[at + 1 : at + 3] == [
        f"{' ' * 18}Sign up\ufffd[2J for more",
        f"{' ' * 18}newsletter: it asks the reader to take a newsletter.",
    ]
    assert "cut when it was ingested" not in shown(reading(("A.", None)))


def test_long_blocks_are_cut_and_none_steers_the_terminal() -> None:
    front = FrontMatter(title="Pier\x1b[2J", outlet="a\nb")
    long = reading(("word \x1b[2J\n" * 40, None), ("word " * 40, "related"))
    lines = list(show("a\x1b[2J.txt", front, long, Paper(70, colour=False)))
    assert all(line.isprintable() for line in lines)
    assert max(map(len, lines)) == 70


def test_colour_marks_what_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    found, to = reading(("Sign up", "newsletter")), Paper(100, colour=True)
    assert any("\x1b[31mSign up\x1b[0m" in line for line in show("x.txt", FrontMatter(), found, to))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not any("\x1b" in line for line in show("x.txt", FrontMatter(), found, to))


def test_the_outlets_own_note_is_named() -> None:
    found = reading(("This article was amended.", None))
    marked = replace(found, blocks=(replace(found.blocks[0], mark="amended"),))
    assert "    1  amended    This article was amended." in shown(marked)
