from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.parts import Beyond, Link
from generator.model.views import PartView
from generator.publish.compose.long_lists import ALONE, FIRST, LONG, REPORTS, SPOKEN, LongLists, Named
from generator.publish.show.frame import FULL

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame

PATH = "outlets/post/index.html"
NAMED = Named(REPORTS, "Reports")


def lists(frame: Frame) -> LongLists:
    return LongLists(frame, PATH, "Post")


@pytest.mark.parametrize("length", [0, 1, LONG])
def test_a_list_that_is_not_long_stands_where_it_is(frame: Frame, length: int) -> None:
    made = lists(frame)
    shown, beyond = made.reports(NAMED, frame.ledger.corpus.articles[:1] * length)
    assert (len(shown), beyond, made.pages) == (length, None, [])


def test_a_long_one_begins_there_and_is_whole_on_a_page_of_its_own(frame: Frame) -> None:
    made, article = lists(frame), frame.ledger.corpus.articles[0]
    shown, beyond = made.reports(NAMED, [article] * (LONG + 1))
    assert (len(shown), beyond) == (FIRST, Beyond(LONG + 1 - FIRST, "../../outlets/post/reports/index.html"))
    (page,) = made.pages
    view = page.view
    assert isinstance(view, PartView)
    assert (page.path, page.template) == ("outlets/post/reports/index.html", "part.html")
    assert (view.shell.title, view.heading) == ("Post: Reports", "Reports")
    assert view.whole == Link("Post", "../../../outlets/post/index.html")
    assert (len(view.reports), view.statements) == (LONG + 1, ())
    assert view.reports[0].href.startswith("../../../articles/")  # counted from where it stands


def test_statements_and_what_is_told_in_others_words_are_treated_alike(frame: Frame) -> None:
    made = lists(frame)
    said = frame.ledger.statements[0]
    _, alone = made.statements(Named(ALONE, "Alone", "Told."), [said] * 50)
    _, spoken = made.spoken(Named(SPOKEN, "In others’ words"), [said.members[0]] * 60)
    assert alone is not None
    assert spoken is not None
    assert (alone.n, spoken.n) == (30, 40)
    counted = [len(page.view.statements) for page in made.pages if isinstance(page.view, PartView)]
    assert counted == [50, 60]
    assert [page.view.says for page in made.pages if isinstance(page.view, PartView)] == ["Told.", ""]


def test_what_is_in_the_data_alone_is_not_counted_here(frame: Frame) -> None:
    shown, beyond = lists(frame).reports(NAMED, frame.ledger.corpus.articles[:1] * (FULL + 9))
    assert beyond is not None
    assert len(shown) + beyond.n == FULL  # the rest is told at the foot of the page
