"""An edit of one report groups anew what it touches, and it comes to what all from the start would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link import groups, index, standing
from generator.link.evidence import meet
from generator.link.statements import Statements
from generator.link.variants import Linked, clusters
from generator.model.article import Article, FrontMatter
from generator.model.corpus import Verdicts
from tests.unit.link.articles import article, quote, speaker
from tests.unit.link.tellings import tellings

if TYPE_CHECKING:
    from generator.link.groups import Group
    from generator.model.findings import Quote

ADA = speaker("Ada Quill", "pier")
FERRIES = "The council is determined to keep our northern ferries sailing, and I thank the captains"
COAL = "If you are determined to keep our northern ferries sailing then somebody must pay for coal"
PHRASE = "determined to keep our northern ferries"
PAIRS = st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda p: p[0] != p[1]), max_size=2)
Edit = tuple[int, int, "Quote | None", Verdicts]


def named(pairs: list[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((f"q-a{a // 3}-{a % 3}", f"q-a{b // 3}-{b % 3}") for a, b in pairs)


SAID = st.builds(lambda same, other: Verdicts(named(same), named(other)), PAIRS, PAIRS)
EDITS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 2), st.none() | tellings(), SAID), min_size=1, max_size=4
)


@st.composite
def reports(draw: st.DrawFn) -> list[Article]:
    """Make eight reports of one day or two, with three quotations each."""
    day = st.sampled_from(["2031-05-04", "2031-05-04", "2031-05-05"])
    return [
        article(f"a{n}", *(draw(tellings()) for _ in range(3)), front=FrontMatter(published=draw(day)))
        for n in range(8)
    ]


def edited(articles: list[Article], edit: Edit) -> list[Article]:
    """Replace a quotation of one report, or let the report be another object that says the same."""
    at, n, said, _ = edit
    one = articles[at]
    quotes = list(one.quotes)
    if said is not None:
        quotes[n] = replace(said, id=quotes[n].id)
    return [*articles[:at], article(one.id, *quotes, front=one.front), *articles[at + 1 :]]


def holds(articles: list[Article], edits: list[Edit]) -> None:
    linked = Linked()
    linked.become(articles, Verdicts())
    for edit in edits:
        articles = edited(articles, edit)
        linked.become(articles, edit[3])
        assert linked.clusters() == clusters(articles, edit[3])


@given(reports(), EDITS)
def test_an_edit_comes_to_the_same_as_to_start_anew(articles: list[Article], edits: list[Edit]) -> None:
    holds(articles, edits)


def test_it_does_where_phrases_are_soon_stock_and_lists_soon_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MANY", 3)
    monkeypatch.setattr(groups, "MANY_HAVE", 2)
    monkeypatch.setattr(standing, "MANY_HAVE", 2)
    given(reports(), EDITS)(holds)()


def _said(statements: Statements, found: list[Group]) -> list[set[str]]:
    return sorted(({statements.items[i].article for i in g.members} for g in found), key=sorted)


def told(**said: str) -> list[Article]:
    front = FrontMatter(published="2031-05-04")
    return [article(name, quote(words, ADA), front=front) for name, words in said.items()]


def test_a_group_that_is_only_met_is_left_alone() -> None:
    statements = Statements(Verdicts())
    statements.add(told(a=FERRIES, b=FERRIES, c=COAL, d=COAL))
    met = [_group(statements, name) for name in "ab"]
    gone, new = statements.exchange(["d"], told(d=COAL.replace("coal", "wood")))
    assert _said(statements, gone) == [{"c", "d"}]
    assert _said(statements, new) == [{"c", "d"}]
    assert all(_group(statements, name) is group for name, group in zip("ab", met, strict=True))


def _group(statements: Statements, article: str) -> Group:
    number = next(i for i, item in enumerate(statements.items) if item.article == article)
    return statements._standing.group(number)  # noqa: SLF001 - nothing else tells one group from its like


@pytest.mark.parametrize("many", [2, 3])
def test_a_phrase_moves_when_what_it_stood_in_goes(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (groups, standing):
        monkeypatch.setattr(module, "MANY_HAVE", many)
    statements = Statements(Verdicts())
    _, new = statements.add(told(a=FERRIES, b=COAL, c=PHRASE))
    (home,) = (group for group in _said(statements, new) if "c" in group)
    assert len(home) == many - 1  # of two statements it is a stock phrase, of three it is not yet
    gone = min(home - {"c"}, default="a")
    _, new = statements.remove([gone])
    assert {"c", *{"a", "b"} - {gone}} in _said(statements, new)


def test_a_report_that_says_what_it_said_is_compared_with_nothing() -> None:
    statements = Statements(Verdicts())
    statements.add(told(a=FERRIES, b=FERRIES, c=COAL))
    met = meet.cache_info()
    gone, new = statements.exchange(["a"], told(a=FERRIES))
    assert meet.cache_info() == met
    assert gone == new
    assert _said(statements, new) == [{"a", "b"}]
