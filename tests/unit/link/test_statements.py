"""What holds of statements whatever the corpus, and that adding is the same as starting anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, find, given, settings
from hypothesis import strategies as st

from generator.link import groups, index, standing
from generator.link.evidence import items
from generator.link.groups import LONG, Group
from generator.link.statements import Statements
from generator.link.variants import Linked, clusters
from generator.model.article import Article, FrontMatter
from generator.model.corpus import Relation, Verdicts
from generator.model.findings import Form
from tests.unit.link.articles import article, quote, speaker
from tests.unit.link.tellings import told_corpora

ADA, TOM, JO = speaker("Ada Quill", "pier"), speaker("Tom Reed", "quay"), speaker("Jo Low")
VOICES = st.sampled_from([None, ADA, TOM, JO, speaker("Quill"), speaker("Pier Union", "pier", person=False)])
WORDS = st.sampled_from(
    ["we", "will", "not", "sail", "tonight", "harbour", "pilots", "refused", "…", "lanterns", "[of]", "dawn"]
)
CUES = st.sampled_from([None, "he told CNN", "she told the Harbour Post", "they wrote on Facebook"])
QUOTES = st.builds(
    lambda made, cue: replace(made, cue=cue),
    st.builds(
        quote,
        st.lists(WORDS, max_size=9).map(" ".join) | WORDS.map(str.title).map("Sail To {}".format),
        VOICES,
        st.sampled_from([Form.DIRECT, Form.MIXED, Form.HEADLINE, Form.SCARE]),
    ),
    CUES,
)
DAYS = st.sampled_from([None, "2031-05-04", "2031-05-05", "2031-05-20"])


@st.composite
def random_corpora(draw: st.DrawFn) -> list[Article]:
    lists = draw(st.lists(st.lists(QUOTES, max_size=4), max_size=6))
    return [
        article(f"a{n}", *quotes, front=FrontMatter(published=draw(DAYS))) for n, quotes in enumerate(lists)
    ]


def corpora() -> st.SearchStrategy[list[Article]]:
    """Return corpora of random words, and such as are mostly joined."""
    return random_corpora() | told_corpora()


@st.composite
def verdicts(draw: st.DrawFn) -> Verdicts:
    names = st.sampled_from([f"q-a{n}-{k}" for n in range(6) for k in range(4)])
    pairs = st.lists(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]), max_size=4)
    return Verdicts(tuple(draw(pairs)), tuple(draw(pairs)))


def together(articles: list[Article], said: Verdicts) -> set[frozenset[str]]:
    return {frozenset(m.quote for m in c.members) for c in clusters(articles, said)}


@pytest.mark.parametrize("relation", list(Relation))
def test_the_corpora_have_statements_of_three_reports_with(relation: Relation) -> None:
    def has(articles: list[Article]) -> bool:
        return any(
            len({m.article for m in c.members}) > 2 and relation in [m.relation for m in c.members[1:]]
            for c in clusters(articles)
        )

    assert has(find(told_corpora(), has, settings=settings(derandomize=True, database=None)))


@given(corpora(), verdicts())
def test_no_quotation_is_in_two_statements(articles: list[Article], said: Verdicts) -> None:
    members = [m.quote for c in clusters(articles, said) for m in c.members]
    assert len(members) == len(set(members))


@given(corpora(), verdicts(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(
    articles: list[Article], said: Verdicts, chance: object
) -> None:
    shuffled = list(articles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(shuffled, said) == clusters(articles, said)


@given(
    corpora(),
    verdicts(),
    st.lists(st.builds(quote, st.just("Nobody came home, not one"), VOICES), max_size=3),
)
def test_an_article_about_something_else_changes_no_statement(
    articles: list[Article], said: Verdicts, others: list[object]
) -> None:
    more = clusters([*articles, article("zz", *others)], said)  # type: ignore[arg-type]
    assert [c for c in more if not any(m.article == "zz" for m in c.members)] == list(
        clusters(articles, said)
    )


@given(corpora(), verdicts())
def test_what_the_desk_says_holds(articles: list[Article], said: Verdicts) -> None:
    groups = together(articles, said)
    for group in groups:
        assert not any(group >= {a, b} for a, b in said.different)
    if not said.different:
        there = set().union(*groups)
        assert all(any(g >= {a, b} for g in groups) for a, b in said.same if {a, b} <= there)


@given(told_corpora(), st.data())
def test_what_is_joined_is_parted_by_the_desk_and_by_no_third_joined(
    articles: list[Article], data: st.DataObject
) -> None:
    joined = [sorted(group) for group in together(articles, Verdicts()) if len(group) > 1]
    assume(joined)
    group = data.draw(st.sampled_from(joined))
    a, b = data.draw(st.sampled_from(list(combinations(group, 2))))
    names = sorted(q.id for article in articles for q in article.quotes)
    thirds = data.draw(st.lists(st.sampled_from(names), max_size=3))
    chained = ((a, third) for third in thirds if third != a), ((third, b) for third in thirds if third != b)
    said = Verdicts(tuple(pair for pairs in chained for pair in pairs), ((a, b),))
    assert not any(found >= {a, b} for found in together(articles, said))


def _linked(statements: Statements, found: list[Group]) -> set[frozenset[str]]:
    return {frozenset(statements.items[i].quote.id for i in group.members) for group in found}


def _one_by_one(articles: list[Article], said: Verdicts) -> set[frozenset[str]]:
    statements = Statements(said)
    made: set[frozenset[str]] = set()
    for one in articles:
        gone, new = statements.add([one])
        assert _linked(statements, gone) <= made
        made = made - _linked(statements, gone) | _linked(statements, new)
    return made


@given(corpora(), verdicts())
def test_adding_articles_is_the_same_as_starting_with_them(articles: list[Article], said: Verdicts) -> None:
    assert _one_by_one(articles, said) == together(articles, said)


def test_it_is_so_where_many_share_a_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MANY", 2)
    monkeypatch.setattr(groups, "MANY_HAVE", 2)
    monkeypatch.setattr(standing, "MANY_HAVE", 2)

    @given(corpora(), verdicts())
    def holds(articles: list[Article], said: Verdicts) -> None:
        assert _one_by_one(articles, said) == together(articles, said)

    holds()


def test_becoming_another_corpus_is_the_same_as_starting_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MANY", 2)
    monkeypatch.setattr(groups, "MANY_HAVE", 2)
    monkeypatch.setattr(standing, "MANY_HAVE", 2)
    states = st.lists(st.tuples(corpora(), verdicts(), st.sets(st.integers(0, 5))), min_size=2, max_size=4)

    @given(states)
    def holds(states: list[tuple[list[Article], Verdicts, set[int]]]) -> None:
        linked, before = Linked(), dict[str, Article]()
        for articles, said, kept in states:
            now = {a.id: a for a in articles} | {i: a for n, (i, a) in enumerate(before.items()) if n in kept}
            linked.become(list(now.values()), said)
            assert linked.clusters() == clusters(list(now.values()), said)
            before = now

    holds()


def test_a_phrase_that_is_a_term_no_more_joins_what_it_had_parted() -> None:
    union = speaker("Pier Union", "pier", person=False)
    first = article("a0", quote("sail we", ADA), quote("sail we", union))
    statements = Statements(Verdicts())
    statements.add([first, article("a1", quote("we say sail we", TOM))])
    gone, new = statements.remove({"a1"})
    assert len(gone) == 3
    assert _linked(statements, new) == {frozenset({"q-a0-0", "q-a0-1"})}


def test_a_phrase_that_becomes_a_term_parts_what_it_had_joined() -> None:
    union = speaker("Pier Union", "pier", person=False)
    first = article("a0", quote("sail we", ADA), quote("sail we", union))
    statements = Statements(Verdicts())
    assert _linked(statements, statements.add([first])[1]) == {frozenset({"q-a0-0", "q-a0-1"})}
    gone, new = statements.add([article("a1", quote("we say sail we", TOM))])
    assert len(gone) == 1
    assert len(new) == 3


@given(corpora())
def test_no_two_statements_are_chained_through_a_short_phrase(articles: list[Article]) -> None:
    long = {i.quote.id for a in articles for i in items(a) if i.wording.whole >= LONG}
    scare = [[q if q.id in long else replace(q, form=Form.SCARE) for q in a.quotes] for a in articles]
    without = [replace(a, quotes=tuple(quotes)) for a, quotes in zip(articles, scare, strict=True)]
    groups = {group & long for group in together(articles, Verdicts())} - {frozenset()}
    assert groups == together(without, Verdicts())
