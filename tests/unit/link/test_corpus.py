from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.link.corpus import link
from generator.model.article import Article, FrontMatter
from generator.model.corpus import Actor, Corpus, Desk, Note, Outlet, Person
from generator.model.findings import Kind, Mention
from generator.model.settings import Settings
from generator.model.text import Location, Selector, Span
from tests.unit.link.articles import article, mention, quote, report, speaker

SITE = Settings("Pier", "https://pier.example/")
PIER = Actor(
    "pier-union",
    "Pier Union",
    aliases=("Union of the Pier", "the board"),
    people=(Person("ada-quill", "Ada Quill"),),
)


def linked(*articles: Article, desk: Desk = Desk(), site: Settings = SITE) -> Corpus:  # noqa: B008 - they are frozen
    return link(articles, desk, site)


def dated(name: str, published: str | None, outlet: str | None = None, url: str | None = None) -> Article:
    return report(name, "", front=FrontMatter(published=published, outlet=outlet, url=url))


def test_articles_come_newest_first_undated_last() -> None:
    lot = [dated("a", None), dated("b", "2031-05-04"), dated("c", "2031-05-09"), dated("d", "2031-05-09")]
    assert [a.id for a in linked(*lot).articles] == ["c", "d", "b", "a"]


def test_reports_of_one_day_come_by_the_instant_whatever_zone_they_tell() -> None:
    lot = [dated("a", "2031-05-09T20:25:00+03:00"), dated("b", "2031-05-09T14:12:00-04:00")]
    lot.append(dated("c", "2031-05-09"))
    assert [a.id for a in linked(*lot).articles] == ["b", "a", "c"]


def test_outlets_have_one_name() -> None:
    known = Outlet("quay-post", "Quay Post", ("quay.example",), ("The Post",))
    corpus = linked(
        dated("a", None, "the post"),
        dated("b", None, None, "https://www.quay.example/1"),
        dated("c", None, None, "https://news.quay.example/1"),
        dated("d", None, None, "https://notquay.example/1"),
        dated("e", None, "Pier News"),
        dated("f", None, "PIER NEWS"),
        dated("g", None, "Pier-News"),
        dated("h", None, "新聞"),
        site=replace(SITE, outlets=(known, Outlet("unused", "Unused"))),
    )
    assert {a.id: a.front.outlet for a in corpus.articles} == {
        "a": "Quay Post",
        "b": "Quay Post",
        "c": "Quay Post",
        "d": None,
        "e": "PIER NEWS",
        "f": "PIER NEWS",
        "g": "PIER NEWS",
        "h": "新聞",
    }
    assert {o.name: o.id for o in corpus.outlets if o.name != "新聞"} == {
        "PIER NEWS": "pier-news",
        "Quay Post": "quay-post",
        "Unused": "unused",
    }
    assert [o.id.startswith("outlet-") for o in corpus.outlets if o.name == "新聞"] == [True]


def test_the_nearest_domain_is_the_outlets() -> None:
    site = replace(
        SITE, outlets=(Outlet("a", "A", ("pier.example",)), Outlet("b", "B", ("news.pier.example",)))
    )
    found = linked(dated("x", None, None, "https://www.news.pier.example/1"), site=site)
    assert found.articles[0].front.outlet == "B"


def test_actors_that_lead_come_first_then_who_says_most() -> None:
    talk = article(
        "a",
        quote("We go", speaker("Tom Reed", "norway")),
        quote("We stay", speaker("Lorna Pike", "un")),
        quote("We sail", speaker("Lorna Pike", "un")),
        mentions=(mention("Oslo", "nato"), mention("Ada Quill", "nobody-knows")),
    )
    site = replace(SITE, actors=("turkey", "pier-union"))
    corpus = linked(talk, desk=Desk((PIER,)), site=site)
    assert [a.id for a in corpus.actors] == ["turkey", "pier-union", "un", "norway", "nato"]
    assert corpus.actors[0].name == "Turkey"
    assert corpus.actors[1] is PIER


def test_people_are_those_of_the_articles_and_the_desks() -> None:
    corpus = linked(
        report("a", "", mention("Tom Reed")), desk=Desk((PIER,), (Person("lorna-pike", "Lorna Pike"),))
    )
    assert [p.id for p in corpus.people] == ["ada-quill", "lorna-pike", "tom-reed"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Pier Union left.", ["Pier Union"]),
        ("The Pier\nUnion’s boat, and the Union of the Pier", ["Pier Union", "Union of the Pier"]),
        ("A Pier Unionist and the Happier Union", []),
        ("They asked the board.", []),
    ],
)
def test_actors_that_only_the_desk_knows_are_mentioned(text: str, found: list[str]) -> None:
    (made,) = linked(report("a", text), desk=Desk((PIER,))).articles
    assert [(m.name, m.kind, m.actor) for m in made.mentions] == [
        (n, Kind.ACTOR, "pier-union") for n in found
    ]
    assert [" ".join(m.span.of(text).split()) for m in made.mentions] == found


def test_what_an_actor_is_mentioned_by_already_is_left_alone() -> None:
    taken = Mention(Span(4, 14), "Pier Union Court", Kind.ACTOR, None, "un")
    (made,) = linked(report("a", "The Pier Union Court", taken), desk=Desk((PIER,))).articles
    assert made.mentions == (taken,)


def test_actors_that_everybody_knows_are_left_to_the_reading() -> None:
    (made,) = linked(
        report("a", "The Kingdom of Norway"), desk=Desk((Actor("norway", "Kingdom of Norway"),))
    ).articles
    assert made.mentions == ()


def test_notes_and_pages_go_along() -> None:
    note = Note("n", "a", Selector("x"), "y", Location("notes/n.md"))
    assert link([report("a", "x")], Desk(), SITE, [note]).notes == (note,)


NAMES = st.sampled_from(["Ada Quill", "Quill", "Tom Quill", "Tom Reed", "Bashar al-Shehri", "Shehri"])
VOICES = st.none() | st.builds(speaker, NAMES, st.sampled_from([None, "norway", "un"]))
WORDS = st.sampled_from(
    ["We are ready to sail at night", "We are ready to sail tonight", "ready to sail", "ready"]
)
FRONTS = st.builds(
    FrontMatter,
    published=st.sampled_from([None, "2031-05-04", "2031-05-09"]),
    outlet=st.sampled_from([None, "Pier News", "PIER NEWS", "The Post"]),
)
ARTICLES = st.lists(st.tuples(st.lists(st.builds(quote, WORDS, VOICES), max_size=3), FRONTS), max_size=6).map(
    lambda made: [article(f"a{n}", *quotes, front=front) for n, (quotes, front) in enumerate(made)]
)


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_articles_changes_nothing(articles: list[Article], chance: object) -> None:
    shuffled = list(articles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert linked(*shuffled) == linked(*articles)


@given(ARTICLES)
@settings(deadline=None)
def test_an_article_about_something_else_changes_no_statement(articles: list[Article]) -> None:
    other = article("zz", quote("Nobody came home, not one of them", speaker("Lorna Pike", "turkey")))
    more = linked(*articles, other)
    assert [c for c in more.clusters if c.members[0].article != "zz"] == list(linked(*articles).clusters)
    assert [p for p in more.people if p.id != "lorna-pike"] == list(linked(*articles).people)
