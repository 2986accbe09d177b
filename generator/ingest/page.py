"""A saved web page -> a clean text: what the page's own markup says, then the rules for plain lines.

Markup tells headings, captions and lists; the pleas and newsletter boxes that carry no telling
markup are found by their words, as in a text without any.
"""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.boilerplate import STORY_LABEL, Label, Line, by_settings, by_wording, is_credit
from generator.ingest.html import read_html
from generator.ingest.normalise import normalise
from generator.ingest.plaintext import assemble
from generator.model.article import CleanText, Facts, RawDocument, Role
from generator.model.settings import ReadSettings

_OPEN = frozenset({Role.PARAGRAPH, Role.ITEM, Role.HEADING})  # roles that wording may overrule


def read_page(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the clean text of an HTML page; headline and dek stand first, as on the page."""
    found, pieces = read_html(document.body, None)
    facts = _given(found, document)
    head = [(role, words, 1) for role, words in ((Role.HEADLINE, facts.title), (Role.DEK, facts.dek)) if words]
    rows = [(role, line) for role, words, n in (*head, *pieces) if (line := _line(words, n))]
    labels = _labels([line for _, line in rows], [role for role, _ in rows], document, settings)
    return assemble([(line, label) for (_, line), label in zip(rows, labels, strict=True)], facts)


def _line(words: str, number: int) -> Line | None:
    text = " ".join(normalise(words).split())
    return Line(text, number) if text else None


def _given(found: Facts, document: RawDocument) -> Facts:
    tidy = {key: " ".join(normalise(words).split()) for key in ("title", "dek", "caption", "credit") if (words := getattr(found, key))}
    return replace(found, **tidy, language=document.language or found.language)


def _labels(
    lines: list[Line], roles: list[Role], document: RawDocument, settings: ReadSettings
) -> list[Label]:
    if not document.clean:
        return [Label(role) for role in roles]
    worded = by_wording(lines)
    return [_label(line, role, label, settings) for line, role, label in zip(lines, roles, worded, strict=True)]


def _label(line: Line, role: Role, worded: Label | None, settings: ReadSettings) -> Label:
    decided = by_settings(line, settings)
    if decided is not None:
        return Label(role) if decided == STORY_LABEL else decided
    if role in _OPEN and worded is not None:
        return worded
    if role is Role.PARAGRAPH and is_credit(line.text):
        return Label(Role.CREDIT)
    return Label(role)
