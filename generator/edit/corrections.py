"""Corrections of quotes: the passage found, the quote there changed, removed or made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.edit.anchors import MARKS, anchor, same_words
from generator.edit.choices import perhaps, say_which, short
from generator.edit.elsewhere import elsewhere
from generator.edit.extent import common, extended, letters, pieces
from generator.edit.places import place_of
from generator.model.article import READ, Change, Correction, Reading, Role, Source
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Kind, Quote, Speaker, quote_id
from generator.model.text import Span, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.edit.anchors import Anchored

_EDGES: Final = f"{MARKS} \n.,;:!?…—–-"  # that may or may not be counted as a quote's own
_ENDS: Final = ".!?…,"
_RULE: Final = "editor"  # what decided, where it was not the machine


@dataclass(frozen=True, slots=True)
class _Page:
    """What corrections are laid over; ``quotes`` is the list that they change, ``changes`` grows."""

    source: Source
    reading: Reading
    quotes: list[Quote]
    changes: list[Change] = field(default_factory=list)


class Corrected(NamedTuple):
    """The quotes as the editor has them, what each correction did, and those that could not be applied."""

    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]
    faults: list[Diagnostic]


def correct(source: Source, reading: Reading) -> Corrected:
    """Lay the corrections of a source over what was found in it, one after the other."""
    page = _Page(source, reading, list(reading.quotes))
    faults = [fault for each in source.front.corrections for fault in _apply(each, page)]
    return Corrected(tuple(page.quotes), tuple(page.changes), faults + _overruled(page.changes))


def _overruled(changes: list[Change]) -> list[Diagnostic]:
    """Tell of what a later correction of the same words says otherwise; a dated one may follow another."""
    faults, last = [], dict[tuple[str, str], object]()
    for change in reversed(changes):
        given = {key: getattr(change.correction, key) for key in ("quote", "speaker", "actor", "day")}
        for key, value in given.items():
            later = last.get((change.quote, key))
            if value is not None and later not in (None, value):
                message = f'{key}: of these words a later correction says "{later}", which holds'
                where, hint = change.correction.location, "remove one of the two, or date the later one"
                faults.append(Diagnostic(where, Severity.WARNING, "correction-overruled", message, hint))
        if change.correction.date is None:
            last |= {(change.quote, key): value for key, value in given.items() if value is not None}
    return faults[::-1]


def _apply(correction: Correction, page: _Page) -> list[Diagnostic]:
    """Lay one correction over the quotes of a page."""
    span, faults = _meant(correction, page)
    if span is None:
        return faults
    place = _covered(page, span)
    extent, faults = _extent(correction, page, span if place is None else _whole(page.quotes[place]))
    if faults:
        return faults
    before = page.quotes[place] if place is not None else None
    if place is None and correction.quote is not False and _is_said(correction):
        place = _insert(page, extent or span)
    if place is None:
        return [_idle(correction)]
    page.changes.append(Change(correction, page.quotes[place].id, before))
    if correction.quote is False:
        gone = {place, *_held(page, place)}
        page.quotes[:] = [q for n, q in enumerate(page.quotes) if n not in gone]
        return []
    if extent is not None and before is not None:
        place = _extend(page, place, extent)
    around = _holding(page, place) if correction.speaker or correction.actor else []
    for each in (place, *_held(page, place), *around):
        page.quotes[each] = _corrected(page.quotes[each], correction, page.reading)
    page.quotes[place] = _linked(page.quotes[place], correction)
    return []


def _extend(page: _Page, place: int, extent: Span) -> int:
    """Give the quote at ``place`` other words; return its place when those that it takes in are gone."""
    quote, taken = extended(page.reading, page.quotes, place, extent)
    page.quotes[place] = quote
    page.quotes[:] = [q for n, q in enumerate(page.quotes) if n not in taken]
    page.quotes.sort(key=lambda q: q.parts[0] if q.parts else Span(0, 0))
    return page.quotes.index(quote)


def _whole(quote: Quote) -> Span:
    return Span(quote.parts[0].start, quote.parts[-1].end)


def _extent(correction: Correction, page: _Page, near: Span) -> tuple[Span | None, list[Diagnostic]]:
    """Return the passage that the quote has by the editor's word: of several the one where it stands now."""
    if correction.extent is None:
        return None, []
    found = anchor(page.reading.text, correction.extent)
    spans = [found.span] if found.span is not None else [c.span for c in found.candidates if found.ambiguous]
    spans = [span for span in spans if span.shared(near)]
    if len(spans) == 1:
        return spans[0], []
    message = f"The words “{short(correction.extent.exact)}” of extent do not stand where the quotation does."
    hint = perhaps(found, page.reading.text, lambda span: _line(page, span))
    return None, [Diagnostic(correction.location, Severity.ERROR, "anchor-lost", message, hint)]


def _held(page: _Page, place: int) -> list[int]:
    """Return the places of the words in marks that the reported speech at ``place`` holds."""
    return [n for n in range(len(page.quotes)) if n != place and _holds(page.quotes[place], page.quotes[n])]


def _holding(page: _Page, place: int) -> list[int]:
    """Return the place of the reported speech that holds the words in marks at ``place``."""
    return [n for n in range(len(page.quotes)) if n != place and _holds(page.quotes[n], page.quotes[place])]


def _holds(told: Quote, words: Quote) -> bool:
    if told.form is not Form.INDIRECT or words.form is Form.INDIRECT:
        return False
    return all(any(part.holds(piece) for part in told.parts) for piece in words.parts)


def _is_said(correction: Correction) -> bool:
    """Tell whether the editor takes the words for somebody's statement."""
    return bool(correction.quote or correction.speaker or correction.actor)


def _meant(correction: Correction, page: _Page) -> tuple[Span | None, list[Diagnostic]]:
    """Return the passage a correction means, or what is wrong with it.

    Of several passages with its words those of the story go before captions and boilerplate, and the one
    that is a whole quote before those that merely contain or repeat them.
    """
    found = anchor(page.reading.text, correction.at)
    if found.span is not None and letters(page.reading.text, found.span):
        return found.span, []
    if not found.ambiguous:
        return None, [_lost(correction, found, page)]
    spans = [candidate.span for candidate in found.candidates]
    read = [span for span in spans if _in_read(page.reading, span)] or spans
    whole = [span for span in read if any(_is_of(quote, page.reading.text, span) for quote in page.quotes)]
    meant = whole or read
    return (meant[0], []) if len(meant) == 1 else (None, [_ambiguous(correction, meant, page)])


def _in_read(reading: Reading, span: Span) -> bool:
    return any(block.role in READ and block.span.shared(span) for block in reading.blocks)


def _is_of(quote: Quote, text: str, span: Span) -> bool:
    """Tell whether a passage is a whole quote or a whole part of one."""
    words = span.of(text).strip(_EDGES)
    return any(
        part.shared(span) and same_words(part.of(text).strip(_EDGES), words) for part in _stretches(quote)
    )


def _stretches(quote: Quote) -> Iterable[Span]:
    """Yield the parts of a quote, and the whole of it from the first to the last."""
    yield from quote.parts
    if len(quote.parts) > 1:
        yield Span(quote.parts[0].start, quote.parts[-1].end)


def _covered(page: _Page, span: Span) -> int | None:
    """Return the place of the quote that shares most letters with ``span``, the shorter of two alike.

    A quote that only touches it does not count: one of the two must lie for the most part in the other.
    """
    text = page.reading.text
    length = letters(text, span)
    best: tuple[int, int, int] | None = None
    for place, quote in enumerate(page.quotes):
        shared = sum(letters(text, common(part, span)) for part in quote.parts if part.shared(span))
        if not shared:
            continue
        size = sum(letters(text, part) for part in quote.parts)
        if shared * 2 > min(length, size) and (best is None or (shared, -size) > best[:2]):
            best = (shared, -size, place)
    return best[2] if best else None


def _corrected(quote: Quote, correction: Correction, reading: Reading) -> Quote:
    """Return the quote as the editor has it; ``found`` is what the machine had said of it first."""
    changed = quote
    if _is_said(correction):
        form = Form.MIXED if quote.form is Form.SCARE else quote.form
        changed = replace(changed, form=form, said_by_editor=changed.said_by_editor or form is not quote.form)
    if correction.speaker or correction.actor:
        again = quote.speaker is not None and quote.speaker.rule == _RULE
        found = quote.found if again else quote.speaker
        speaker = _speaker(correction, quote.speaker, reading)
        changed = replace(changed, speaker=speaker, said_by_editor=True, found=found)
    if correction.hidden:
        changed = replace(changed, hidden=True)
    if correction.day:
        changed = replace(changed, day=correction.day, said_by_editor=True)
    return replace(changed, why=correction.why or changed.why)


def _linked(quote: Quote, correction: Correction) -> Quote:
    """Return the quote with the ids of those that are one statement with it, and of those that are not."""
    same = (*quote.same_statement, *correction.same_statement)
    other = (*quote.not_same_statement, *correction.not_same_statement)
    return replace(
        quote,
        same_statement=tuple(dict.fromkeys(same)),
        not_same_statement=tuple(dict.fromkeys(other)),
    )


def _speaker(correction: Correction, found: Speaker | None, reading: Reading) -> Speaker:
    """Return the speaker an editor gives; an actor alone is the one for whom the speaker found speaks."""
    name, actor = correction.speaker, correction.actor
    if name is None:
        called = next(
            (m.name for m in reading.mentions if m.kind is Kind.ACTOR and m.actor == actor), actor or ""
        )
        known = found or Speaker(called, None, None, actor, 1.0)
        return replace(known, actor=actor, certainty=1.0, rule=_RULE)
    same = found if found and slug(found.name) == slug(name) else None
    named = [mention.actor for mention in reading.mentions if slug(mention.name) == slug(name)]
    actor = next((each for each in (actor, same and same.actor, *named) if each), None)
    own = {
        slug(name),
        *(m.actor for m in reading.mentions if m.kind is Kind.ACTOR and slug(m.name) == slug(name)),
    }
    person = None if actor in own else slug(name) or None
    return Speaker(name, same.mention if same else None, person, actor, 1.0, _RULE)


def _insert(page: _Page, span: Span) -> int:
    """Make a quote of the words, put it where it stands among the others, and return its place."""
    quote = _made_quote(page, span)
    places = (n for n, other in enumerate(page.quotes) if other.parts and other.parts[0] > quote.parts[0])
    place = next(places, len(page.quotes))
    page.quotes.insert(place, quote)
    return place


def _made_quote(page: _Page, span: Span) -> Quote:
    """Make a quote of a passage, in a part for each block, without the marks around it."""
    text = page.reading.text
    parts = pieces(page.reading, span)
    blocks = [b for b in page.reading.blocks if b.role in READ and b.span.shared(parts[0])]
    words = " ".join(part.of(text) for part in parts)
    name, taken = quote_id(page.reading.seed, words), {quote.id for quote in page.quotes}
    numbered = [name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))]
    headline = bool(blocks) and blocks[0].role in {Role.HEADLINE, Role.DEK}
    form = Form.HEADLINE if headline else _form(text, parts)
    return Quote(next(i for i in numbered if i not in taken), parts, words, form, said_by_editor=True)


def _form(text: str, parts: tuple[Span, ...]) -> Form:
    """Return the form that words have by the marks around them."""
    start, end = parts[0].start, parts[-1].end
    if start == 0 or text[start - 1] not in MARKS or text[end : end + 1] not in set(MARKS):
        return Form.INDIRECT
    return Form.DIRECT if text[start].isupper() and text[end - 1] in _ENDS else Form.MIXED


# What goes wrong


def _lost(correction: Correction, found: Anchored, page: _Page) -> Diagnostic:
    beside = elsewhere(correction.at.exact, page.source.front)
    if beside is not None:
        message = f"The words “{short(correction.at.exact)}” stand not in the story but in {beside.where}."
        return Diagnostic(correction.location, Severity.ERROR, "anchor-lost", message, beside.hint)
    message = f"The words “{short(correction.at.exact)}” do not stand in this report"
    if any(each.score == 100 for each in found.candidates):  # noqa: PLR2004 - the very words
        message += " where the correction has them"
    hint = perhaps(found, page.reading.text, lambda span: _line(page, span))
    return Diagnostic(correction.location, Severity.ERROR, "anchor-lost", f"{message}.", hint)


def _ambiguous(correction: Correction, spans: list[Span], page: _Page) -> Diagnostic:
    message = f"The words “{short(correction.at.exact)}” stand in {len(spans)} places of this report."
    hint = say_which(spans, page.reading.text, lambda span: _line(page, span))
    return Diagnostic(correction.location, Severity.ERROR, "anchor-ambiguous", message, hint)


def _idle(correction: Correction) -> Diagnostic:
    """Tell of a correction of what is not there: harmless where it withdraws what nobody found."""
    severity = Severity.INFO if correction.quote is False else Severity.WARNING
    message = f"No quotation stands at “{short(correction.at.exact)}”, so there is nothing to correct."
    hint = "Remove the correction, or say quote: true or speaker: to make one."
    return Diagnostic(correction.location, severity, "correction-idle", message, hint)


def _line(page: _Page, span: Span) -> int:
    return place_of(page.source, page.reading, span)[0].line
