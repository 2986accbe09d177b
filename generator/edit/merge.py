"""Lay the editor's word over what was found; the editor prevails, and what was found is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.edit.anchors import sentences
from generator.edit.corrections import correct
from generator.edit.places import place_of
from generator.model.article import STORY, Article, FrontMatter, Picture, Role
from generator.model.diagnostic import Diagnostic, Severity, in_order

if TYPE_CHECKING:
    from generator.model.article import Facts, Reading, Source
    from generator.model.findings import Remark

_TITLE_AT_MOST: Final = 80


def merge(source: Source, reading: Reading) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Return the article, and what an editor should know of it.

    A correction whose passage is gone, or is not the only one of its words, is an error at its place; all
    others are applied. ``made_title`` is set where neither the editor nor the source has a title.
    """
    quotes, changes, faults = correct(source, reading)
    remarks = [_told(source, reading, remark) for remark in reading.remarks]
    front = _front(source.front, reading.facts)
    article = Article(
        id=source.id,
        path=source.path,
        front=front,
        text=reading.text,
        blocks=reading.blocks,
        quotes=quotes,
        mentions=reading.mentions,
        dates=reading.dates,
        made_title="" if front.title else _made_title(reading),
        body_line=source.body_line,
        changes=changes,
    )
    return article, in_order([*remarks, *faults])


def _told(source: Source, reading: Reading, remark: Remark) -> Diagnostic:
    """Give a remark its place in the file."""
    location, line = place_of(source, reading, remark.span)
    return Diagnostic(location, Severity(remark.severity), remark.code, remark.message, excerpt=line)


def _front(given: FrontMatter, found: Facts) -> FrontMatter:
    """Return the front matter with what the document says of itself where the editor says nothing."""
    picture = given.image or Picture()
    image = Picture(picture.caption or found.caption, picture.credit or found.credit)
    return replace(
        given,
        title=given.title or found.title,
        dek=given.dek or found.dek,
        byline=given.byline or found.byline,
        outlet=given.outlet or found.outlet,
        published=given.published or found.published,
        url=given.url or found.url,
        language=given.language or found.language,
        image=image if image.caption or image.credit else given.image,
    )


def _made_title(reading: Reading) -> str:
    """Return the first sentence of the story, cut between words to 80 characters."""
    story = [block for block in reading.blocks if block.role in STORY]
    paragraphs = [block for block in story if block.role is Role.PARAGRAPH]
    for block in [*paragraphs, *story]:
        for span in sentences(block.span.of(reading.text)):
            return _cut(span.moved(block.span.start).of(reading.text), _TITLE_AT_MOST)
    return ""


def _cut(words: str, most: int) -> str:
    """Return the words in one line, with an ellipsis where they are cut."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    if line[most - 1] != " " and " " in head:
        head = head[: head.rindex(" ")]
    return f"{head.rstrip(' ,;:–—-')}…"
