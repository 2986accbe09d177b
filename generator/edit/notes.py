"""Put the desk's notes to their passages, or say that the passage is gone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.edit.anchors import anchor
from generator.edit.choices import perhaps, say_which, short
from generator.edit.elsewhere import elsewhere
from generator.forms.asides import faults, is_for_desk, opens_note
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.edit.anchors import Anchored
    from generator.model.article import Article, Block
    from generator.model.corpus import Note


_NOTE: Final = "desk-note"  # the rule of a block that is a note in the body of an article
_OPENING: Final = re.compile(r"^[\s>]*?:{3,}(.+)$", re.MULTILINE)
_END: Final = re.compile(r"[\s>]*:{3,}[ \t]*(?:\n|\Z)")


def place_notes(
    notes: Sequence[Note], articles: Mapping[str, Article]
) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """Return the notes with their spans; one that has no passage is left out and told."""
    placed: list[Note] = []
    told: list[Diagnostic] = []
    for note in notes:
        article = articles.get(note.article)
        if article is None:
            message = f'there is no report "{note.article}"'
            hint = "article: is the name of a file in articles/ or sources/, without its ending"
            place = note.article_at or note.location
            told.append(Diagnostic(place, Severity.ERROR, "unknown-article", message, hint))
            continue
        found = anchor(article.text, note.at)
        if found.span is not None:
            placed.append(replace(note, span=found.span))
        else:
            told.append(_lost(note, article, found))
    return tuple(placed), tuple(told)


def without_desk_notes(article: Article) -> Article:
    """Return an article without the notes in its body that are for the desk alone."""
    kept = tuple(b for b in article.blocks if not (b.rule == _NOTE and _for_desk(b, article)))
    return article if len(kept) == len(article.blocks) else replace(article, blocks=kept)


def _for_desk(block: Block, article: Article) -> bool:
    """Tell it of a note, also where one for the desk stands in it because it has no end of its own."""
    return any(is_for_desk(line) for line in (_head(block, article), *_within(block, article)))


def _within(block: Block, article: Article) -> list[str]:
    """Return the first lines of the notes that begin inside a note."""
    below = block.span.of(article.text).partition("\n")[2]
    return [line for line in _OPENING.findall(below) if opens_note(line)]


def _head(block: Block, article: Article) -> str:
    return block.span.of(article.text).partition("\n")[0]


def body_note_faults(articles: Iterable[Article]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the notes in bodies: unknown attributes, a missing end."""
    notes = ((a, b) for a in articles for b in a.blocks if b.rule == _NOTE)
    return tuple(told for article, block in notes for told in _faults(article, block))


def _faults(article: Article, block: Block) -> Iterator[Diagnostic]:
    line, head = article.body_line + block.line - 1, _head(block, article)
    for fault in faults(head):
        severity = Severity.WARNING if fault.code == "unknown-key" else Severity.ERROR
        place = Location(article.path, line, fault.at + 1)
        yield Diagnostic(place, severity, fault.code, fault.message, fault.hint, head)
    within = bool(_within(block, article))
    if within or not _END.match(article.text, block.span.end):
        below = "all down to the next note" if within else "all below it"
        message = f"this note has no end, so that {below} is taken for the note"
        hint = 'write a line of ":::" behind its last words'
        yield Diagnostic(Location(article.path, line), Severity.ERROR, "unclosed-note", message, hint, head)


def _lost(note: Note, article: Article, found: Anchored) -> Diagnostic:
    words = short(note.at.exact)
    spans = [candidate.span for candidate in found.candidates]
    if found.ambiguous:
        message = f'the words "{words}" stand in {len(spans)} places of {article.id}; the note is left out'
        hint = say_which(spans, article.text, article.line_of)
        return Diagnostic(note.location, Severity.ERROR, "anchor-ambiguous", message, hint)
    beside = elsewhere(note.at.exact, article.front)
    if beside is not None:
        message = f'the words "{words}" stand in {beside.where} of {article.id}; the note is left out'
        hint = "a note is about words of the story, its headline or the line below it"
        return Diagnostic(note.location, Severity.ERROR, "anchor-lost", message, hint)
    message = f'the words "{words}" do not stand in {article.id}; the note is left out'
    hint = perhaps(found, article.text, article.line_of)
    return Diagnostic(note.location, Severity.ERROR, "anchor-lost", message, hint)
