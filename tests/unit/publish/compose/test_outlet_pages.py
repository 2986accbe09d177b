from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.views import OutletView
from generator.publish.compose.outlet_pages import OTHERS, missing, outlet_pages
from generator.publish.tally.saying import Saying

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame
    from generator.publish.tally.statements import Statement


def outlets(frame: Frame) -> dict[str, OutletView]:
    made = {p.path: p.view for p in outlet_pages(frame)}
    return {path.split("/")[1]: view for path, view in made.items() if isinstance(view, OutletView)}


def test_an_outlet_has_what_it_alone_has(frame: Frame) -> None:
    post = outlets(frame)["harbour-post"]
    assert [c.words for c in post.alone] == ["never again"]
    assert [c.words for c in post.shared] == ["We will never accept the accord of Borvia, friends"]
    assert (post.domains, post.licence) == (("harbour.example",), "CC BY 4.0")
    assert [r.title for r in post.reports] == ["Aldoria says ‘never again’"]


def test_an_outlets_own_wording_stands_beside_the_fullest(frame: Frame) -> None:
    made = outlets(frame)
    (row,) = made["harbour-post"].changed
    assert row.statement.words == "We will never accept the accord of Borvia, friends"
    assert row.words == "We will not accept the accord of Borvia"
    assert "“not” for “never”" in row.differs
    assert row.passage.startswith("../../articles/a1/index.html#")
    assert made["daily-ledger"].changed == ()  # it has the fullest


def reported(frame: Frame, day: str, *names: str, independent: int = 0) -> Statement:
    one = frame.ledger.statements[0]
    return replace(
        one, saying=Saying(day, told=False, first=day), outlets=names, independent=independent or len(names)
    )


def left_out(frame: Frame, *statements: Statement, last: str) -> list[Statement]:
    return missing(replace(frame.ledger, statements=statements), "Post", last)


def test_what_others_report_by_themselves_is_told_as_missing(frame: Frame) -> None:
    last = "2031-03-10"
    most = reported(frame, "2031-03-09", "A", "B", "C")
    some = reported(frame, last, "A", "B")
    assert left_out(frame, some, most, last=last) == [most, some]
    for other in (
        reported(frame, last, "A", "Post", "B"),  # it has it
        reported(frame, last, "A"),  # one alone
        reported(frame, last, "A", "B", independent=1),  # both from one pen
        reported(frame, "2031-03-11", "A", "B"),  # after its last report
        reported(frame, "", "A", "B"),
    ):
        assert left_out(frame, other, last=last) == []
    assert left_out(frame, some, last="") == []  # it states no day


def test_what_stands_in_its_own_sentence_is_not_told_as_missing(frame: Frame) -> None:
    last = "2031-03-10"
    article = frame.ledger.corpus.articles[0]
    own = replace(article, id="own", front=replace(article.front, outlet="Post"))
    some = reported(frame, last, "A", "B")
    assert left_out(frame, replace(some, echoes=(article,)), last=last) != []  # in another outlet's
    assert left_out(frame, replace(some, echoes=(own,)), last=last) == []


def test_what_stands_in_anothers_sentence_an_outlet_has_not_alone(frame: Frame) -> None:
    (alone,) = outlets(frame)["harbour-post"].alone
    said = frame.gathered.outlets.said["harbour-post"]
    other = frame.ledger.articles["b2"]
    said[:] = [replace(s, echoes=(other,)) if s.words == alone.words else s for s in said]
    view = outlets(frame)["harbour-post"]
    assert view.alone == ()
    assert alone.words in [card.words for card in view.shared]


def test_a_page_says_what_it_counts_as_missing(frame: Frame) -> None:
    view = outlets(frame)["harbour-post"]
    assert (view.others, view.last.iso, view.missing) == (OTHERS, "2026-03-10", ())
