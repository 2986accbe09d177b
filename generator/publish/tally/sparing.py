"""Reports of which an excerpt is shown, with no more in them than that.

It is done once, before any page is made: pages, feeds, data and the search see the rest of no such report,
so none of them can tell it by mistake. Words that several such reports have count in each of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.model.article import Article, Change, Role
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Quote
from generator.model.text import Location, Span
from generator.publish.tally.ledger import outlets_of, shown_of
from generator.publish.weave.excerpt import Limits, Opened, Wanted, excerpt, opened, within
from generator.publish.weave.ration import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.corpus import Corpus, Note, Outlet
    from generator.model.settings import Settings

_NAMED = 5  # words that name a passage which is not shown


@dataclass(frozen=True, slots=True)
class Spared:
    """A report with what is shown of it, and how many of its quotations are not."""

    article: Article
    left: int


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
    notes = tuple(_note(found[n.article].article, n) if n.article in found else n for n in corpus.notes)
    left = {key: one.left for key, one in found.items() if one.left}
    return replace(corpus, articles=articles, notes=notes), left


def share_faults(corpus: Corpus, settings: Settings) -> Iterator[Diagnostic]:
    """Tell of which reports quotations are left out, for with them more than the share would be shown."""
    places = {a.id: a.path for a in corpus.articles}
    for key, one in _spared(corpus, settings).items():
        if one.left:
            what = "a quotation is" if one.left == 1 else f"{one.left} quotations are"
            message = f"{what} not shown: with all of them more than {settings.excerpt_share} % would be"
            hint = "raise excerpt_share in site.yaml, or say text: full of the report or its outlet"
            yield Diagnostic(Location(places[key]), Severity.INFO, "excerpt-share", message, hint)


def _spared(corpus: Corpus, settings: Settings) -> dict[str, Spared]:
    outlets = outlets_of(corpus)
    brief = [a for a in corpus.articles if is_excerpt(a, outlets.get(a.id), settings)]
    found: dict[str, Spared] = {}
    for several in _together(brief):
        made = once(spared, settings.excerpt_words, settings.excerpt_share, *several)
        found |= {article.id: one for article, one in zip(several, made, strict=True)}
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


def spared(words: int, share: int, *articles: Article) -> tuple[Spared, ...]:
    """Return reports that have words in common with no more than their excerpts in them."""
    shown = [
        sorted(shown_of(article), key=lambda quote: (quote.form is Form.INDIRECT, quote.parts))
        for article in articles
    ]
    wanted = [
        Wanted(article.text, article.blocks, [quote.parts for quote in quotes])
        for article, quotes in zip(articles, shown, strict=True)
    ]
    chosen = opened(wanted, Limits(words, share))
    return tuple(_excerpted(*each) for each in zip(articles, shown, chosen, strict=True))


def _excerpted(article: Article, shown: Sequence[Quote], chosen: Opened) -> Spared:
    kept = {quote.id for quote, fits in zip(shown, chosen.shown, strict=True) if fits}
    blocks = excerpt(article.text, article.blocks, chosen.spans)
    front = article.front
    dek = " ".join(b.span.of(article.text) for b in blocks if b.role is Role.DEK)
    picture = replace(front.image, caption=None, credit=None) if front.image else None
    made = replace(
        article,
        front=replace(front, dek=dek or None, image=picture),
        blocks=blocks,
        quotes=tuple(q for q in article.quotes if q.hidden or q.id in kept),
        dates=tuple(d for d in article.dates if _stands(chosen.spans, d.span)),
        changes=tuple(_change(chosen.spans, change) for change in article.changes),
    )
    return Spared(made, len(shown) - len(kept))


def _stands(spans: Sequence[Span], span: Span) -> bool:
    return any(one.holds(span) for one in within(spans, span))


def _change(spans: tuple[Span, ...], change: Change) -> Change:
    """Return a correction that tells only the beginning of words which are not shown."""
    before = change.before
    if before and not all(_stands(spans, part) for part in before.parts):
        before = replace(before, text=_short(before.text))
    at = change.correction.at
    correction = replace(change.correction, at=replace(at, exact=_short(at.exact)))
    return replace(change, before=before, correction=correction)


def _short(words: str) -> str:
    several = words.split()
    return " ".join(several[:_NAMED]) + "…" if len(several) > _NAMED else words


def _note(article: Article, note: Note) -> Note:
    """Return a note on no more words than those that are shown, or than name its passage."""
    if note.span is None or any(block.span.holds(note.span) for block in article.blocks):
        return note
    words = note.span.of(article.text).split(maxsplit=_NAMED)
    rest = len(words[_NAMED]) if len(words) > _NAMED else 0
    return replace(note, span=Span(note.span.start, note.span.end - rest))
