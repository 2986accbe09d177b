"""Reports of which an excerpt is shown, with no more in them than that.

It is done once, before any page is made: pages, feeds, data and the search see the rest of no such report,
so none of them can tell it by mistake. Words that several such reports have count in each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.model.article import Article, Change, Role
from generator.model.corpus import Note
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Quote
from generator.model.text import Location, Span
from generator.publish.tally.ledger import outlets_of
from generator.publish.tally.shown import shown_of
from generator.publish.weave.excerpt import Limits, Opened, Wanted, excerpt, opened, within
from generator.publish.weave.ration import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.article import Block
    from generator.model.corpus import Corpus, Outlet
    from generator.model.settings import Settings

_NAMED = 5  # words that name a passage which is not shown
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Spared:
    """A report with what is shown of it, the notes on it, and how many of its quotations are not.

    Of ``unnamed`` notes and corrections no word of their passage is shown.
    """

    article: Article
    notes: tuple[Note, ...]
    left: int
    unnamed: int


def is_excerpt(article: Article, outlet: Outlet | None, settings: Settings) -> bool:
    """Tell whether an excerpt is shown: the article's word prevails, then the outlet's, then the site's."""
    return (article.front.text or (outlet.text if outlet else None) or settings.text) == "excerpt"


def spare(corpus: Corpus, settings: Settings) -> tuple[Corpus, Mapping[str, int]]:
    """Return the corpus with no more of its reports than is shown, and what is left out of which.

    That is how many quotations are, for more than the share would be shown with them.
    """
    found = _spared(corpus, settings)
    if not found:
        return corpus, {}
    articles = tuple(found[a.id].article if a.id in found else a for a in corpus.articles)
    short = {note.id: note for one in found.values() for note in one.notes}
    notes = tuple(short[n.id] if n.article in found else n for n in corpus.notes)
    left = {key: one.left for key, one in found.items() if one.left}
    return replace(corpus, articles=articles, notes=notes), left


def share_faults(corpus: Corpus, settings: Settings) -> Iterator[Diagnostic]:
    """Tell of which reports quotations are left out, for with them more than the share would be shown."""
    places = {a.id: a.path for a in corpus.articles}
    for key, one in _spared(corpus, settings).items():
        if one.left or one.unnamed:
            message = (
                f"{_listed(one)} not shown: with all of them more than {settings.excerpt_share} % would be"
            )
            hint = "raise excerpt_share in site.yaml, or say text: full of the report or its outlet"
            yield Diagnostic(Location(places[key]), Severity.INFO, "excerpt-share", message, hint)


def _listed(one: Spared) -> str:
    quotations = "a quotation" if one.left == 1 else f"{one.left} quotations"
    passages = "of a note or correction" if one.unnamed == 1 else f"of {one.unnamed} notes and corrections"
    said = [quotations] if one.left else []
    said += [f"the words {passages}"] if one.unnamed else []
    return f"{' and '.join(said)} {'is' if one.left == 1 and not one.unnamed else 'are'}"


def _spared(corpus: Corpus, settings: Settings) -> dict[str, Spared]:
    outlets = outlets_of(corpus)
    brief = [a for a in corpus.articles if is_excerpt(a, outlets.get(a.id), settings)]
    notes: dict[str, list[Note]] = {}
    for note in corpus.notes:
        notes.setdefault(note.article, []).append(note)
    found: dict[str, Spared] = {}
    for several in _together(brief):
        together: list[Article | Note] = [*several]
        together += [note for article in several for note in notes.get(article.id, ())]
        made = once(spared, settings.excerpt_words, settings.excerpt_share, *together)
        found |= {one.article.id: one for one in made}
    return {a.id: found[a.id] for a in brief}


def _together(articles: Sequence[Article]) -> list[list[Article]]:
    """Put together the reports that share words, also by way of a third, in their order."""
    first = list(range(len(articles)))  # of each the number of the first that it is put together with
    known: dict[int, int] = {}
    for n, article in enumerate(articles):
        near = {n, *(first[known.setdefault(run, n)] for run in once(_runs, article))}
        if len(near) > 1:
            first = [min(near) if number in near else number for number in first]
    groups: dict[int, list[Article]] = {}
    for article, number in zip(articles, first, strict=True):
        groups.setdefault(number, []).append(article)
    return list(groups.values())


def _runs(article: Article) -> frozenset[int]:
    return runs(article.text, Wanted(article.text, article.blocks, ()).counted)


def spared(words: int, share: int, *given: Article | Note) -> tuple[Spared, ...]:
    """Return reports that have words in common, and notes on them, with no more than excerpts in them."""
    articles = [each for each in given if isinstance(each, Article)]
    notes = [[n for n in given if isinstance(n, Note) and n.article == a.id] for a in articles]
    shown = [
        sorted(shown_of(article), key=lambda quote: (quote.form is Form.INDIRECT, quote.parts))
        for article in articles
    ]
    wanted = [
        Wanted(a.text, a.blocks, [quote.parts for quote in quotes], _named(a, on))
        for a, quotes, on in zip(articles, shown, notes, strict=True)
    ]
    chosen = opened(wanted, Limits(words, share))
    return tuple(_excerpted(*each) for each in zip(articles, notes, shown, chosen, strict=True))


def _named(article: Article, notes: Sequence[Note]) -> list[tuple[Span, ...]]:
    """Return the words that name the passages of notes and corrections, in their order."""
    passages: list[tuple[Span, ...]] = [(note.span,) if note.span else () for note in notes]
    passages += [_about(article, change) for change in article.changes]
    return [tuple(_first(article.text, parts)) for parts in passages]


def _about(article: Article, change: Change) -> tuple[Span, ...]:
    """Return the parts of the quotation that a correction is about, as it was found or as it is."""
    now = next((quote for quote in article.quotes if quote.id == change.quote), None)
    quote = change.before or now
    return quote.parts if quote and not change.correction.hidden else ()


def _first(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of the first words."""
    left = _NAMED
    for part in parts:
        words = list(islice(_WORDS.finditer(text, part.start, part.end), left))
        left -= len(words)
        if words:
            yield Span(words[0].start(), words[-1].end())


def _excerpted(article: Article, notes: Sequence[Note], shown: Sequence[Quote], chosen: Opened) -> Spared:
    kept = {quote.id for quote, fits in zip(shown, chosen.shown, strict=True) if fits}
    blocks = excerpt(article.text, article.blocks, chosen.spans)
    front = article.front
    dek = " ".join(b.span.of(article.text) for b in blocks if b.role is Role.DEK)
    picture = replace(front.image, caption=None, credit=None) if front.image else None
    named, spans = iter(chosen.named), chosen.spans
    short = tuple(_note(article, blocks, note, named=next(named)) for note in notes)
    changes = tuple(
        _change(spans, change, named=next(named) or _shown(spans, _about(article, change)))
        for change in article.changes
    )
    made = replace(
        article,
        front=replace(front, dek=dek or None, image=picture),
        blocks=blocks,
        quotes=tuple(q for q in article.quotes if q.hidden or q.id in kept),
        dates=tuple(d for d in article.dates if _stands(spans, d.span)),
        changes=changes,
    )
    unnamed = sum(n.span is not None and s.span is None for n, s in zip(notes, short, strict=True))
    unnamed += sum(
        c.correction.at.exact != "" and not s.correction.at.exact
        for c, s in zip(article.changes, changes, strict=True)
    )
    return Spared(made, short, len(shown) - len(kept), unnamed)


def _shown(spans: Sequence[Span], parts: Sequence[Span]) -> bool:
    return bool(parts) and all(_stands(spans, part) for part in parts)


def _stands(spans: Sequence[Span], span: Span) -> bool:
    return any(one.holds(span) for one in within(spans, span))


def _change(spans: tuple[Span, ...], change: Change, *, named: bool) -> Change:
    """Return a correction that tells only the beginning of words which are not shown, or none of them."""
    before = change.before
    if before and not _shown(spans, before.parts):
        before = replace(before, text=_short(before.text) if named else "")
    at = change.correction.at
    correction = replace(change.correction, at=replace(at, exact=_short(at.exact) if named else ""))
    return replace(change, before=before, correction=correction)


def _short(words: str) -> str:
    several = words.split()
    return " ".join(several[:_NAMED]) + "…" if len(several) > _NAMED else words


def _note(article: Article, blocks: Sequence[Block], note: Note, *, named: bool) -> Note:
    """Return a note on no more words than those that are shown, or than name its passage, or on none."""
    if note.span is None or any(block.span.holds(note.span) for block in blocks):
        return note
    if not named:
        return replace(note, span=None)
    words = note.span.of(article.text).split(maxsplit=_NAMED)
    rest = len(words[_NAMED]) if len(words) > _NAMED else 0
    return replace(note, span=Span(note.span.start, note.span.end - rest))
