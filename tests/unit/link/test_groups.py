from __future__ import annotations

from generator.link import groups
from generator.link.evidence import Item, items
from generator.link.groups import Pairs
from generator.model.article import FrontMatter
from tests.unit.link.articles import article, quote, speaker

ADA = speaker("Ada Quill", "pier")
LONG = "The pilots of this harbour have refused to sail"
LONGER = "Nobody brought the lanterns to the eastern lighthouse yesterday"
SHORT = "refused lanterns"


def made(*wordings: str, days: str = "") -> list[Item]:
    fronts = [FrontMatter(published=f"2031-05-0{d}") for d in days] or [FrontMatter()] * len(wordings)
    lot = [
        article(f"a{n}", quote(w, ADA), front=f)
        for n, (w, f) in enumerate(zip(wordings, fronts, strict=True))
    ]
    return [item for a in lot for item in items(a)]


def grouped(lot: list[Item], pairs: Pairs) -> list[list[int]]:
    return [group.members for group in groups.grouped(lot, pairs)]


def test_long_wordings_join() -> None:
    lot = made(LONG, LONG, LONGER)
    assert grouped(lot, Pairs({(0, 1): 40})) == [[0, 1], [2]]


def test_a_short_one_goes_to_one_statement_and_joins_no_two() -> None:
    lot = made(LONGER, LONG, SHORT)
    assert grouped(lot, Pairs({(0, 2): 20, (1, 2): 20})) == [[0, 2], [1]]


def test_it_goes_where_the_day_is_nearest() -> None:
    lot = made(LONGER, LONG, SHORT, days="132")
    assert grouped(lot, Pairs({(0, 2): 20, (1, 2): 20})) == [[0, 2], [1]]
    lot = made(LONGER, LONG, SHORT, days="143")
    assert grouped(lot, Pairs({(0, 2): 20, (1, 2): 20})) == [[0], [1, 2]]


def test_what_the_desk_requires_is_joined() -> None:
    assert grouped(made(LONG, LONGER), Pairs({}, required=[(0, 1)])) == [[0, 1]]


def test_what_the_desk_forbids_is_never_joined_not_even_through_a_third() -> None:
    lot = made(LONG, LONG, LONG)
    alike = {(0, 1): 40.0, (1, 2): 40.0, (0, 2): 30.0}
    assert grouped(lot, Pairs(alike, forbidden=[(0, 2)])) == [[0, 1], [2]]
    assert grouped(lot, Pairs(alike, required=[(0, 2)], forbidden=[(0, 2)])) == [[0, 1], [2]]


def test_a_short_one_goes_elsewhere_where_it_may_not() -> None:
    lot = made(LONGER, LONG, SHORT)
    assert grouped(lot, Pairs({(0, 2): 20, (1, 2): 20}, forbidden=[(0, 2)])) == [[0], [1, 2]]


def test_a_required_home_is_not_left() -> None:
    lot = made(LONGER, LONG, SHORT)
    assert grouped(lot, Pairs({(0, 2): 20}, required=[(1, 2)])) == [[0], [1, 2]]


def test_what_goes_on_in_other_words_is_not_joined_through_a_third_but_by_the_desk() -> None:
    lot = made(LONG, LONG, LONG)
    alike = {(0, 1): 40.0, (1, 2): 35.0}
    assert grouped(lot, Pairs(alike, unlike=[(0, 2)])) == [[0, 1], [2]]
    assert grouped(lot, Pairs(alike, required=[(0, 2)], unlike=[(0, 2)])) == [[0, 1, 2]]


def test_nor_is_what_was_joined_before_the_two_met() -> None:
    lot = made(LONG, LONG, LONG, LONG)
    alike = {(0, 1): 40.0, (2, 3): 39.0, (1, 2): 38.0}
    assert grouped(lot, Pairs(alike, unlike=[(0, 3)])) == [[0, 1], [2, 3]]
