from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.findings import Dated
from generator.model.parts import Beyond, Link
from generator.model.text import Span
from generator.model.views import DayView
from generator.publish.compose.day_pages import day_pages
from generator.publish.show.frame import Frame
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings

TOLD = "2026-03-08"  # a day on which nothing appeared


@pytest.fixture
def telling(corpus: Corpus, settings: Settings) -> Frame:
    """Return the affair with two reports that tell of a day before them."""
    named = {"a1": "the talks", "c3": "Ships"}
    articles = []
    for article in corpus.articles:
        words = named.get(article.id, "")
        at = article.text.index(words)
        dated = Dated(Span(at, at + len(words)), words, TOLD)
        front = replace(article.front, text=None)
        articles.append(replace(article, front=front, dates=(dated,) if words else ()))
    whole = replace(settings, text="full")
    ledger = open_ledger(replace(corpus, articles=tuple(articles)), whole)
    return Frame(ledger, gather(ledger))


def views(frame: Frame) -> dict[str, DayView]:
    made = {p.path: p.view for p in day_pages(frame)}
    return {path.split("/")[1]: view for path, view in made.items() if isinstance(view, DayView)}


def test_each_day_of_which_anything_is_known_has_a_page(telling: Frame) -> None:
    made = views(telling)
    assert list(made) == [TOLD, "2026-03-10", "2026-03-13"]
    assert [p.path for p in day_pages(telling, {"2026-03-10"})] == ["timeline/2026-03-10/index.html"]


def test_a_day_has_what_was_said_and_the_reports(telling: Frame) -> None:
    view = views(telling)["2026-03-10"]
    assert [s.words for s in view.said] == [
        "We will never accept the accord of Borvia, friends",
        "never again",
    ]
    assert [r.title for r in view.reports] == ["Aldoria says ‘never again’"]
    assert view.counts == "2 statements, 1 report"
    assert view.day.words == "10 March 2026"


def test_reported_speech_stands_on_its_day(telling: Frame) -> None:
    spoken = {day: [s.words for s in view.reported_speech] for day, view in views(telling).items()}
    assert spoken[TOLD] == []
    assert spoken["2026-03-10"] == [s.words for s in telling.gathered.spoken["2026-03-10"]]
    assert sum(map(len, spoken.values())) > 0


def test_what_reports_tell_stands_on_the_day_and_not_on_theirs(telling: Frame) -> None:
    view = views(telling)[TOLD]
    assert (view.said, view.reports, view.counts) == ((), (), "")
    first, last = view.told
    assert (first.report.title, first.apart) == ("Aldoria says ‘never again’", 2)
    assert "the talks" in first.sentences[0].text
    assert (last.report.title, last.apart) == ("The port was quiet", None)
    assert last.sentences == (Link("Ships left.", "../../articles/c3/index.html", "en"),)


def test_an_excerpt_gives_no_sentence(telling: Frame) -> None:
    settings = replace(telling.ledger.settings, text="excerpt")
    frame = replace(telling, ledger=replace(telling.ledger, settings=settings))
    assert [row.sentences for row in views(frame)[TOLD].told] == [(), ()]


def test_a_long_list_has_a_page_of_its_own_and_nothing_is_lost(telling: Frame) -> None:
    frame, iso = telling, "2026-03-10"
    spoken = telling.gathered.spoken[iso]
    many = replace(frame, gathered=replace(frame.gathered, spoken={iso: [spoken[0]] * 41}))
    day, alone = day_pages(many, {iso})
    assert isinstance(day.view, DayView)
    assert isinstance(alone.view, DayView)
    assert alone.path == "timeline/2026-03-10/reported-speech/index.html"
    assert len(day.view.reported_speech) == 20
    assert day.view.further_spoken == Beyond(21, f"../../{alone.path}")
    assert (day.view.further_told, day.view.further_reports) == (None, None)
    assert len(alone.view.reported_speech) == 41
    assert (alone.view.said, alone.view.told, alone.view.reports) == ((), (), ())
    assert alone.view.whole == Link("10 March 2026", "../../../timeline/2026-03-10/index.html")
    assert alone.view.shell.title == "10 March 2026: In others’ words"
    as_it_is = replace(many.gathered, spoken={iso: [spoken[0]] * 40})
    (whole,) = day_pages(replace(many, gathered=as_it_is), {iso})
    assert isinstance(whole.view, DayView)
    assert (len(whole.view.reported_speech), whole.view.further_spoken) == (40, None)


def test_days_lead_to_those_beside_them(telling: Frame) -> None:
    made = views(telling)
    assert made[TOLD].previous is None
    assert made[TOLD].following == Link("10 March 2026", "../../timeline/2026-03-10/index.html")
    assert made["2026-03-13"].previous == made[TOLD].following
    assert made["2026-03-13"].following is None
