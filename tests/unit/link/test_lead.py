"""Which wording of a statement leads: what most outlets print, among those that leave nothing out."""

from __future__ import annotations

import pytest

from generator.link.variants import clusters
from generator.model.article import FrontMatter
from generator.model.corpus import Relation
from tests.unit.link.articles import article, quote, speaker

ADA = speaker("Ada Quill", "pier")
OURS = "Whoever comes into our harbour by night will be met by the pilots"
APART = OURS.replace("harbour", "har bour")
CAPITALS = "Whoever Comes Into Our Harbour by Night Will Be Met by the Pilots"


@pytest.mark.parametrize(
    ("printed", "leads"),
    [
        ({"a": APART, "b": OURS, "c": OURS}, OURS),  # two outlets against one that is a word longer
        ({"a": OURS, "b": APART, "c": APART}, APART),
        ({"a": OURS.replace("will", "shall"), "b": OURS, "c": f"{OURS}."}, OURS),
        ({"a": CAPITALS, "b": OURS, "c": OURS}, OURS),  # words first, then how they are written
        ({"a": CAPITALS, "b": OURS, "c": OURS.replace("will", "shall")}, CAPITALS),
        ({"a": f"{OURS}, every one of them", "b": OURS, "c": OURS}, f"{OURS}, every one of them"),
        ({"a": "Whoever comes into our harbour by night", "b": OURS}, OURS),  # a fragment never leads
        ({"a": OURS, "b": APART}, OURS),  # of equals the earliest
        ({"a": OURS, "b": OURS.replace("met", "meet")}, OURS.replace("met", "meet")),  # or the longer
    ],
)
def test_what_most_outlets_print_leads(printed: dict[str, str], leads: str) -> None:
    told = [article(name, quote(words, ADA)) for name, words in printed.items()]
    (made,) = clusters(told)
    assert made.canonical == leads
    first, *rest = made.members
    assert first.relation is Relation.SAME
    assert printed[first.article] in {leads, f"{leads}."}
    assert sorted(m.article for m in (first, *rest)) == sorted(printed)


def test_an_outlet_that_prints_it_often_counts_once() -> None:
    often = [
        article(name, quote(APART, ADA), front=FrontMatter(outlet="The Pier", published="2031-05-04"))
        for name in "abc"
    ]
    others = [
        article(name, quote(OURS, ADA), front=FrontMatter(outlet=name, published="2031-05-04"))
        for name in ("Quay Times", "The Buoy")
    ]
    (made,) = clusters([*often, *others])
    assert made.canonical == OURS


def test_the_address_stays_that_of_the_fullest() -> None:
    alone = clusters([article("a", quote(APART, ADA))])[0]
    joined = clusters([article(name, quote(w, ADA)) for name, w in (("a", APART), ("b", OURS), ("c", OURS))])
    assert [c.id for c in joined] == [alone.id]
    assert joined[0].canonical == OURS
