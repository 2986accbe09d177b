"""The page of a day: what was said, what reports tell of it, and which reports appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.parts import Link
from generator.model.pictures import ToldOf
from generator.model.views import DayView
from generator.publish.address import urls
from generator.publish.compose.article_page import is_excerpt
from generator.publish.show.coverage import coverage
from generator.publish.show.frame import Frame, page, shortened
from generator.publish.weave.told import day_number, neighbours

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.weave.told import Told

_SENTENCE = 400  # letters of a sentence that are shown


def day_pages(frame: Frame, wanted: Container[str] | None = None) -> list[Page]:
    """Return the page of every day of which anything is known, or of those that are wanted."""
    return [_page(frame, iso) for iso in frame.ledger.calendar if wanted is None or iso in wanted]


def _page(frame: Frame, iso: str) -> Page:
    path = urls.day_page(iso)
    cards, gathered = frame.cards(path), frame.gathered
    said, reports = gathered.days.get(iso, []), gathered.reports.get(iso, [])
    told = told_of(frame, cards, frame.ledger.told.get(iso, ()))
    before, after = neighbours(frame.ledger.calendar, iso)
    tongue, words = frame.tongue, frame.tongue.day(iso)
    about = tongue.say("day.about", day=words, statements=tongue.count("statement", len(said)), n=len(told))
    view = DayView(
        shell=frame.shell(path, words, about),
        day=cards.day(iso),
        counts=tongue.counts(((len(said), "statement"), (len(reports), "report"))),
        said=cards.statements(said),
        reported_speech=tuple(map(cards.alone, gathered.spoken.get(iso, ()))),
        told=told,
        reports=cards.reports(reports),
        previous=_beside(cards, before),
        following=_beside(cards, after),
        coverage=coverage(cards, said),
    )
    return page(path, "day", view)


def told_of(frame: Frame, cards: Cards, told: Iterable[Told]) -> tuple[ToldOf, ...]:
    """Return what reports tell of a day, report by report, those nearest to the day first.

    Of a report that is shown as an excerpt no sentence is given, for most stand nowhere else on the site.
    """
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.article.id, []).append(one)
    rows = []
    for inside in by_report.values():
        article = inside[0].article
        own = frame.ledger.days[article.id]
        apart = day_number(own) - day_number(inside[0].day) if day_number(own) else None
        shown = () if is_excerpt(frame, article) else tuple(_sentence(frame, cards, one) for one in inside)
        rows.append((own or "9", article.id, ToldOf(cards.report(article), apart, shown)))
    return tuple(row for *_, row in sorted(rows, key=lambda row: row[:2]))


def _sentence(frame: Frame, cards: Cards, told: Told) -> Link:
    """Return a sentence; it leads to a quotation in it where there is one, for that has an address."""
    quotes = frame.ledger.shown[told.article.id]
    held = next((q for q in quotes if any(told.span.holds(part) for part in q.quote.parts)), None)
    where = cards.passage(held) if held else cards.to(urls.article(told.article.id))
    return Link(shortened(told.words, _SENTENCE), where, frame.ledger.language(told.article))


def _beside(cards: Cards, iso: str) -> Link | None:
    return Link(cards.tongue.day(iso), cards.day(iso).href) if iso else None
