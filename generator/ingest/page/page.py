"""A saved web page -> a clean text: what the page's own markup says, then the rules for plain lines.

Markup tells headings, captions and lists; the pleas and newsletter boxes that carry no telling
markup are found by their words, as in a text without any.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ingest.label.boilerplate import REPEATED, by_settings, by_wording
from generator.ingest.label.line import STORY_LABEL, Label, Line, cut
from generator.ingest.label.normalise import normalise
from generator.ingest.label.plaintext import assemble, facts_of
from generator.ingest.label.signatures import is_byline, is_credit, split_credit
from generator.ingest.label.turns import turns_in
from generator.ingest.page.boxed import with_its_box
from generator.ingest.page.html import read_html
from generator.ingest.page.story import BESIDE, EDGE
from generator.knowledge.turns import asks, label_alone, label_at
from generator.model.article import STORY, CleanText, Facts, RawDocument, Role
from generator.model.findings import Remark
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.page.story import Part
    from generator.model.settings import ReadSettings

_HEAD = ((Role.HEADLINE, "title"), (Role.DEK, "dek"))
_PAIR = 2  # turns in one paragraph
_TURNS = 3  # fewer are no talk
_OPEN = frozenset({Role.PARAGRAPH, Role.ITEM, Role.HEADING})  # roles that wording may overrule


def read_page(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the clean text of an HTML page; headline and dek stand first, as on the page."""
    found, parts, whole = read_html(document.body, None)
    facts = _tidy(found, document)
    head = [(Line(words, 1), role) for role, said in _HEAD if (words := getattr(facts, said))]
    below = _by_line(parts, "\n".join(line.text for line, _ in head))
    if not document.clean:
        below = [(line, part) for line, part in below if part.rule != BESIDE]
        labelled = [(line, Label(part.piece.role)) for line, part in below]
        labelled = _set_off(labelled, [part.piece.lead for _, part in below])
        return _told(assemble([*((line, Label(role)) for line, role in head), *labelled], facts), whole=whole)
    worded = by_wording([line for line, _ in (*head, *below)])[len(head) :]
    labelled = [(line, Label(role)) for line, role in head]
    called = turns_in([line for line, _ in below], "\n".join(line.text for line, _ in head))
    for i, ((line, part), label) in enumerate(zip(below, worded, strict=True)):
        turn = i in called and label in (None, REPEATED) and part.rule in (None, EDGE)
        labelled.append((line, Label(part.piece.role) if turn else _label(line, part, label, settings)))
    boxed = with_its_box([part for _, part in below], [label for _, label in labelled[len(head) :]])
    labelled[len(head) :] = zip((line for line, _ in below), boxed, strict=True)
    labelled[len(head) :] = _set_off(labelled[len(head) :], [part.piece.lead for _, part in below])
    return _told(_completed(assemble(labelled, facts)), whole=whole)


def _by_line(parts: Sequence[Part], around: str) -> list[tuple[Line, Part]]:
    """Return the parts as lines; what line breaks part is one, but turns of a talk, which are one each."""
    whole = [(Line(words, p.piece.line), p) for p in parts if (words := _one_line(p.piece.text))]
    broken = [(line, part) for part in parts for line in _turns(part)]
    if len(broken) == len(whole) or not turns_in([line for line, _ in broken], around):
        return whole
    return broken


def _turns(part: Part) -> list[Line]:
    """Return the turns that line breaks part in one paragraph, else the paragraph."""
    texts = [words for each in part.piece.text.split("\n") if (words := _one_line(each))]
    if sum(label_at(words) is not None for words in texts) < _PAIR:
        texts = [" ".join(texts)] if texts else []
    return [Line(words, part.piece.line) for words in texts]


def _set_off(labelled: Sequence[tuple[Line, Label]], leads: Sequence[str]) -> list[tuple[Line, Label]]:
    """Say what a page sets off, where that may tell whose turn it is: questions, names without a colon."""
    found = [_lead_of(line, label, lead) for (line, label), lead in zip(labelled, leads, strict=True)]
    if sum(map(bool, found)) < _TURNS:
        return list(labelled)
    return [(line, replace(label, lead=lead)) for (line, label), lead in zip(labelled, found, strict=True)]


def _lead_of(line: Line, label: Label, lead: str) -> int:
    words = _one_line(lead) if label.role in STORY else ""
    rest = line.text[len(words) :]
    if not words or not line.text.startswith(words) or rest[:1].strip():
        return 0
    return len(words) if asks(words) or label_alone(words) else 0


def _completed(found: CleanText) -> CleanText:
    """Take from the blocks what a page without metadata says to its readers alone: who wrote it, and when."""
    said, shown = found.facts, facts_of(found.text, found.blocks)
    facts = replace(said, byline=said.byline or shown.byline, published=said.published or shown.published)
    return replace(found, facts=facts)


def _told(found: CleanText, *, whole: bool) -> CleanText:
    """Say where a page ends for us before it ends."""
    if whole:
        return found
    message = "the elements of this page nest too deep: what stands behind the 2,048th is not read"
    return replace(found, remarks=(Remark("error", "too-deep", message, Span(0, 0)),))


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


def _label(line: Line, part: Part, worded: Label | None, settings: ReadSettings) -> Label:
    role = part.piece.role
    decided = by_settings(line, settings)
    if decided is not None:
        return Label(role) if decided == STORY_LABEL else decided
    if (
        role in _OPEN and worded is not None and worded != REPEATED
    ):  # it says little on a page, where lists repeat their words
        return worded
    if role is Role.PARAGRAPH and part.rule in {None, EDGE}:
        if is_credit(line.text):
            return Label(Role.CREDIT)
        if is_byline(line.text):
            return Label(Role.BYLINE)
    return Label(role) if part.rule is None else cut(part.rule)
