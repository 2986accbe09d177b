from __future__ import annotations

import time
from dataclasses import replace

import pytest

from generator.ingest.compare.duplicates import Likeness, Register, Saving, likeness, saving_of
from generator.model.article import CleanText, Facts, FrontMatter, Media, Source

STORY = """The mill at Northport has been shut since Monday, its owner said.

“There is no grain,” said Bo Ek, the miller. “We have asked for some.”

The town council is to meet on Thursday in order to talk about what can be done for its forty hands.

No ship has come up the river since the ice broke the lock at Sunholm in the first week of March.

Whoever buys bread in the town has paid twice as much as a year ago, if there was any bread to be had."""
CHANGED = STORY.replace("since Monday", "since Sunday")
OTHER = "The ferry is late. Nobody knows why, and the harbour master does not say when it will be there."


def saving(body: str = STORY, **front: str) -> Saving:
    found = {"title": "The mill is shut", "outlet": "The Courier", **front}
    source = Source(
        "a",
        front.get("path", "sources/a.txt"),
        Media.MARKDOWN,
        body,
        "",
        FrontMatter(
            title=found["title"],
            outlet=found["outlet"] or None,
            published=found.get("published"),
            url=found.get("url"),
        ),
    )
    return saving_of(source, None)


URL = "https://courier.example/mill"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (saving(), saving()),
        (saving(), saving(CHANGED)),
        (saving(), saving(STORY.replace("\n\n", " "))),
        (saving(url=URL), saving(url=f"{URL}?utm_source=x")),
        (saving(url=URL), saving(OTHER, url=f"{URL}/amp")),  # below the same headline
        (saving(url=URL, outlet=""), saving(CHANGED, url=f"{URL}?print=1", outlet="", title="x")),
        (saving(url=URL), saving(CHANGED, url="https://courier.example/news/the-mill")),
        (saving(url=URL, outlet="BBC"), saving(CHANGED, url=URL, outlet="BBC News")),
        (saving(outlet=""), saving(outlet="")),
        (saving(published="2031-05-06"), saving(CHANGED, published="2031-05-07T10:00:00+02:00")),
    ],
)
def test_the_same_report(one: Saving, other: Saving) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (saving(), saving(OTHER)),
        (saving(), saving(outlet="Pier Post")),  # wire copy
        (saving(url=URL, outlet=""), saving(url="https://pier.example/mill", outlet="")),
        (saving(url=URL), saving(url=URL, outlet="Pier Post")),  # republished, and it says by whom
        (saving(published="2031-05-06"), saving(CHANGED, published="2031-05-16")),  # a weekly bulletin
        (saving("No.", title="a"), saving("No.", title="b")),
        (saving(""), saving("")),
        (
            saving("Rain in the north. Sun in the south.", title="a"),
            saving("Rain in the north. Wind.", title="b"),
        ),
    ],
)
def test_two_reports(one: Saving, other: Saving) -> None:
    assert likeness(one, other) is likeness(other, one) is None


def test_what_cannot_be_told() -> None:
    assert likeness(saving(outlet=""), saving()) is Likeness.PERHAPS
    assert likeness(saving(outlet=""), saving(CHANGED, outlet="")) is None
    assert likeness(saving(outlet=""), saving(f"{STORY} More.", outlet="")) is Likeness.PERHAPS
    assert likeness(saving(url=URL), saving(OTHER, url=URL, title="The ferry")) is Likeness.ADDRESS


def test_the_page_itself_may_know_its_address_better() -> None:
    source = Source(
        "a", "sources/a.html", Media.MARKDOWN, OTHER, "", FrontMatter(title="x", url="https://a.example/b")
    )
    clean = CleanText("", (), Facts(url=URL))
    assert saving_of(source, clean).addresses == {"a.example/b", "courier.example/mill"}


def test_the_register_finds_the_first_that_is_most_alike() -> None:
    register = Register()
    assert register.alike(saving()) is None
    for one in (saving(OTHER, title="x"), saving(outlet=""), saving(CHANGED), saving()):
        register.add(one)
    found = register.alike(saving())
    assert found == (register.savings[2], Likeness.SAME)


def test_a_sentence_of_many_reports_tells_nothing_and_costs_nothing() -> None:
    plea = "Your gift keeps this paper afloat, and we thank you for every penny of it. "
    register = Register()
    began = time.process_time()
    for n in range(3000):
        one = saving(
            f"{plea}The {n}th ship has come into the harbour of Sunholm. {n} came before.", title=f"{n}"
        )
        assert register.alike(replace(one, addresses=frozenset({"a.example/all"}))) is None
        register.add(one)
    assert time.process_time() - began < 10
