"""The page of a day: what was said, what reports tell of it, and which reports appeared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator.model.parts import Beyond, Link, StatementCard
from generator.model.pictures import ToldOf
from generator.model.views import DayView
from generator.publish.address import urls
from generator.publish.compose.article_page import is_excerpt
from generator.publish.compose.long_lists import FIRST, LONG
from generator.publish.show.coverage import coverage
from generator.publish.show.frame import Frame, page, shortened
from generator.publish.weave.told import day_number, neighbours

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.weave.told import Told

_SENTENCE = 400  # letters of a sentence that are shown
TOLD, REPORTS, SPOKEN = "told", "reports", "reported-speech"
_HEADINGS = {TOLD: "day.told", REPORTS: "timeline.reports", SPOKEN: "voice.in-others-words"}
T = TypeVar("T")


def day_pages(frame: Frame, wanted: Container[str] | None = None) -> list[Page]:
    """Return the page of every day of which anything is known, or of those that are wanted.

    A list that is too long for it has a page of its own, which comes with that of the day.
    """
    days = [iso for iso in frame.ledger.calendar if wanted is None or iso in wanted]
    return [page for iso in days for page in _pages(frame, iso)]


def _pages(frame: Frame, iso: str) -> list[Page]:
    path = urls.day_page(iso)
    view, cards = _whole(frame, iso, path), frame.cards(path)
    lists: dict[str, Sequence[object]] = {
        TOLD: view.told,
        REPORTS: view.reports,
        SPOKEN: view.reported_speech,
    }
    long = {
        part: Beyond(sum(map(_count, items[FIRST:])), cards.to(urls.day_part(iso, part)))
        for part, items in lists.items()
        if len(items) > LONG
    }
    begun = replace(
        view,
        told=_begun(view.told),
        reports=_begun(view.reports),
        reported_speech=_begun(view.reported_speech),
        further_told=long.get(TOLD),
        further_reports=long.get(REPORTS),
        further_spoken=long.get(SPOKEN),
    )
    return [page(path, "day", begun), *(_part(frame, iso, part) for part in long)]


def _count(one: object) -> int:
    """Count an entry of a list: reported speech by the phrases that are marked in its sentence."""
    return one.phrases if isinstance(one, StatementCard) else 1


def _begun(items: tuple[T, ...]) -> tuple[T, ...]:
    return items if len(items) <= LONG else items[:FIRST]


def _part(frame: Frame, iso: str, part: str) -> Page:
    """Return the page on which one list of a day stands alone, whole."""
    path, tongue = urls.day_part(iso, part), frame.tongue
    view, words = _whole(frame, iso, path), tongue.day(iso)
    alone = replace(
        view,
        shell=frame.shell(path, f"{words}{tongue.say('sign.colon')}{tongue.say(_HEADINGS[part])}"),
        counts="",
        said=(),
        told=view.told if part == TOLD else (),
        reports=view.reports if part == REPORTS else (),
        reported_speech=view.reported_speech if part == SPOKEN else (),
        coverage=None,
        previous=None,
        following=None,
        whole=Link(words, frame.cards(path).to(urls.day_page(iso))),
    )
    return page(path, "day", alone)


def _whole(frame: Frame, iso: str, path: str) -> DayView:
    """Return all that is known of a day, as the page at ``path`` shows it."""
    cards, gathered = frame.cards(path), frame.gathered
    said, reports = gathered.days.get(iso, []), gathered.reports.get(iso, [])
    told = told_of(frame, cards, frame.ledger.told.get(iso, ()))
    before, after = neighbours(frame.ledger.calendar, iso)
    tongue, words = frame.tongue, frame.tongue.day(iso)
    about = tongue.say("day.about", day=words, statements=tongue.count("statement", len(said)), n=len(told))
    return DayView(
        shell=frame.shell(path, words, about),
        day=cards.day(iso),
        counts=tongue.counts(((len(said), "statement"), (len(reports), "report"))),
        said=cards.statements(said),
        reported_speech=cards.spoken(gathered.spoken.get(iso, ())),
        told=told,
        reports=cards.reports(reports),
        previous=_beside(cards, before),
        following=_beside(cards, after),
        coverage=coverage(cards, said),
    )


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
        rows.append((frame.ledger.appeared(article), article.id, ToldOf(cards.report(article), apart, shown)))
    return tuple(row for *_, row in sorted(rows, key=lambda row: row[:2]))


def _sentence(frame: Frame, cards: Cards, told: Told) -> Link:
    """Return a sentence; it leads to a quotation in it where there is one, for that has an address."""
    quotes = frame.ledger.shown[told.article.id]
    held = next((q for q in quotes if any(told.span.holds(part) for part in q.quote.parts)), None)
    where = cards.passage(held) if held else cards.to(urls.article(told.article.id))
    return Link(shortened(told.words, _SENTENCE), where, frame.ledger.language(told.article))


def _beside(cards: Cards, iso: str) -> Link | None:
    return Link(cards.tongue.day(iso), cards.day(iso).href) if iso else None
