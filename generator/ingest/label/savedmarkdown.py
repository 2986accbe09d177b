"""A report saved as Markdown: its blocks are judged as those of a text, and what goes leaves the body.

Judged are the words of a block without its Markdown. What goes is a whole unit (a block at the top, an item
of a list there, a block quotation): a unit of which some is of the story stays whole. The lines of what stays
are never written anew, so that links, tables and code come through as they were saved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.ingest.label.line import STORY_LABEL, Label, Line, cut
from generator.ingest.label.markdown import DEFINITION, DESK, body_of, given_words, parser, read_markdown
from generator.ingest.label.normalise import normalise_markdown
from generator.ingest.label.plaintext import assemble
from generator.ingest.label.verdict import label
from generator.model.article import STORY, Block, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it import MarkdownIt

    from generator.model.article import CleanText, RawDocument, Source
    from generator.model.settings import ReadSettings

_OURS = frozenset({DESK, DEFINITION})  # labelled in any Markdown, and never taken out of it
_CONTAINER = re.compile(r"\n[ >]*")
_NEVER = {
    Role.HEADLINE: frozenset({Role.ITEM, Role.QUOTE}),
    Role.DEK: frozenset({Role.ITEM, Role.QUOTE, Role.HEADING}),
}
_RETURNS = re.compile("\r\n?")
_PICTURE = cut("image-alt")


class _Words(NamedTuple):
    """The words of a block as a reader sees them; ``picture`` where it is pictures and nothing else."""

    text: str
    picture: bool


def read_saved_markdown(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the clean text of a report saved as Markdown, every block labelled.

    The title and dek of its head stand first, as in an article; the body may say them once more.
    """
    found = read_markdown(document)
    body, first = body_of(document.body)
    env: dict[str, object] = {}
    parser().parse(body, env)
    judged = [i for i, block in enumerate(found.blocks) if block.rule not in _OURS]
    words = {i: _words(found.blocks[i].span.of(found.text), env) for i in judged}
    judged = [i for i in judged if words[i].text]
    lines = _lines(found.blocks, judged, words)
    labels = label(lines, document, settings)
    given = len(given_words(document.title, document.dek))
    blocks = list(found.blocks)
    for i, verdict in zip(judged, labels, strict=True):
        if i >= given:
            blocks[i] = _labelled(blocks[i], _PICTURE if words[i].picture else verdict)
    blocks[given:] = _whole(found.blocks[given:], blocks[given:], _units(body, first))
    facts = assemble([(line, _as_label(blocks[i])) for i, line in zip(judged, lines, strict=True)]).facts
    said = found.facts
    facts = replace(
        facts,
        title=said.title or facts.title,
        dek=said.dek or facts.dek,
        published=said.published or facts.published,
        language=said.language,
    )
    return replace(found, blocks=tuple(blocks), facts=facts)


def without_cuts(source: Source, clean: CleanText) -> tuple[str, tuple[Block, ...]]:
    """Return the body without the units of which nothing is of the story, and the blocks that are gone.

    A body of which nothing goes stays as it was saved: only line ends become those of articles, which
    have no empty lines above.
    """
    text, first = body_of(source.body)
    blocks = clean.blocks[len(given_words(source.front.title, source.front.dek)) :]
    units = _units(text, first)
    inside = _by_unit(blocks, units)
    going = [k for k, held in inside.items() if all(_goes(blocks[i]) for i in held)]
    if not going:
        return _RETURNS.sub("\n", source.body).lstrip("\n"), ()
    lines = (
        normalise_markdown(source.body).rstrip().split("\n")
    )  # with the comments, which an article may have
    kept = _without(lines, [(units[k][0] - 1, units[k][1] - 1) for k in going])
    return f"{kept}\n" if kept else "", tuple(blocks[i] for k in going for i in inside[k])


def _without(lines: Sequence[str], gone: Iterable[tuple[int, int]]) -> str:
    """Join what stays; one empty line parts what stood around a unit that is gone."""
    kept: list[str] = []
    at = 0
    for start, end in gone:
        kept += lines[at:start]
        at = end
        while at < len(lines) and not lines[at].strip():
            at += 1
        if kept and kept[-1].strip():
            kept.append("")
    return "\n".join([*kept, *lines[at:]]).strip("\n")


def _goes(block: Block) -> bool:
    return block.role not in STORY and block.rule not in _OURS


def _lines(blocks: Sequence[Block], judged: Sequence[int], words: Mapping[int, _Words]) -> list[Line]:
    """Return the lines to be judged; the items of a list that a sentence announces keep a sign of it."""
    lines: list[Line] = []
    announced = False
    for i in judged:
        text = words[i].text
        item = blocks[i].role is Role.ITEM
        lines.append(Line(f"- {text}" if item and announced else text, blocks[i].line))
        announced = announced if item else text.endswith(":")
    return lines


def _labelled(block: Block, verdict: Label) -> Block:
    """Return a block with its verdict; what it is of the story its Markdown says, as that of a heading."""
    if verdict.role in STORY or block.role in _NEVER.get(verdict.role, frozenset()):
        return replace(block, mark=verdict.mark)
    return replace(block, role=verdict.role, rule=verdict.rule, mark=verdict.mark)


def _as_label(block: Block) -> Label:
    return Label(block.role, block.rule) if block.role not in STORY else STORY_LABEL


def _whole(before: Sequence[Block], after: Sequence[Block], units: Sequence[tuple[int, int]]) -> list[Block]:
    """Take back the verdict on a part of a unit."""
    blocks = list(after)
    for held in _by_unit(after, units).values():
        if not all(_goes(after[i]) for i in held):
            for i in held:
                blocks[i] = before[i]
    return blocks


def _by_unit(blocks: Iterable[Block], units: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """Return the blocks of each unit, by their places."""
    held: dict[int, list[int]] = {}
    k = 0
    for i, block in enumerate(blocks):
        while k < len(units) and units[k][1] <= block.line:
            k += 1
        if k < len(units) and units[k][0] <= block.line:
            held.setdefault(k, []).append(i)
    return held


def _units(body: str, first: int) -> list[tuple[int, int]]:
    """Return the first line of each unit and the one behind its last; ``first`` is the body's own."""
    listed = {"bullet_list_open", "ordered_list_open"}
    found = []
    for token in parser().parse(body):
        top = token.level == 0 and token.nesting >= 0 and token.type not in listed
        if token.map and (top or (token.level == 1 and token.type == "list_item_open")):
            found.append((token.map[0] + first, token.map[1] + first))
    return found


@cache
def _inline() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up: only Markdown needs it

    return MarkdownIt("commonmark", {"html": False})


def _words(text: str, env: dict[str, object]) -> _Words:
    parts: list[str] = []
    pictures = others = 0
    for token in _inline().parseInline(_CONTAINER.sub("\n", text), env)[0].children or ():
        parts.append(" " if token.type in {"softbreak", "hardbreak"} else token.content)
        pictures += token.type == "image"
        others += token.type != "image" and bool(token.content.strip())
    words = " ".join("".join(parts).split())
    return _Words(words, picture=pictures > 0 and not others)
