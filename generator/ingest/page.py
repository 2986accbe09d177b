"""A saved web page -> a clean text: what the page's own markup says, then the rules for plain lines.

Markup tells headings, captions and lists; the pleas and newsletter boxes that carry no telling
markup are found by their words, as in a text without any.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ingest.boilerplate import STORY_LABEL, Label, Line, by_settings, by_wording
from generator.ingest.html import read_html
from generator.ingest.normalise import normalise
from generator.ingest.plaintext import assemble
from generator.ingest.signatures import is_byline, is_credit, split_credit
from generator.model.article import CleanText, Facts, RawDocument, Role

if TYPE_CHECKING:
    from generator.model.settings import ReadSettings

_OPEN = frozenset({Role.PARAGRAPH, Role.ITEM, Role.HEADING})  # roles that wording may overrule


def read_page(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the clean text of an HTML page; headline and dek stand first, as on the page."""
    found, pieces = read_html(document.body, None)
    facts = _tidy(found, document)
    head = [(Role.HEADLINE, facts.title or "", 1), (Role.DEK, facts.dek or "", 1)]
    given = [(role, Line(words, at)) for role, piece, at in (*head, *pieces) if (words := _one_line(piece))]
    lines = [line for _, line in given]
    worded = by_wording(lines) if document.clean else [None] * len(lines)
    labelled = []
    for (role, line), label in zip(given, worded, strict=True):
        labelled.append((line, _label(line, role, label, settings) if document.clean else Label(role)))
    return assemble(labelled, facts)


def _one_line(words: str) -> str:
    return " ".join(normalise(words).split())


def _tidy(found: Facts, document: RawDocument) -> Facts:
    """Return the facts as the text has them: normalised, on one line."""

    def tidy(words: str | None) -> str | None:
        return _one_line(words or "") or None

    caption, credit = tidy(found.caption), tidy(found.credit)
    if caption and (parted := split_credit(caption)):
        caption, credit = parted[0], credit or parted[1]
    return replace(
        found,
        title=tidy(found.title),
        dek=tidy(found.dek),
        byline=tuple(name for given in found.byline if (name := _one_line(given))),
        outlet=tidy(found.outlet),
        language=document.language or found.language,
        caption=caption,
        credit=credit,
    )


def _label(line: Line, role: Role, worded: Label | None, settings: ReadSettings) -> Label:
    decided = by_settings(line, settings)
    if decided is not None:
        return Label(role) if decided == STORY_LABEL else decided
    if role in _OPEN and worded is not None:
        return worded
    if role is Role.PARAGRAPH and is_credit(line.text):
        return Label(Role.CREDIT)
    if role is Role.PARAGRAPH and is_byline(line.text):
        return Label(Role.BYLINE)
    return Label(role)
