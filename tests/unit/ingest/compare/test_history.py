from __future__ import annotations

from dataclasses import replace

from generator.ingest.clean import clean
from generator.ingest.compare.history import DEK, HEADLINE, histories, named_by_first
from generator.ingest.open.documents import SEED
from generator.ingest.write import article_of
from generator.model.article import CleanText, FrontMatter, Media, RawDocument, Source
from generator.model.corpus import Change
from generator.model.settings import ReadSettings

OLD = """The pier opens

Nobody had asked for it

The pier of Northport opens in May, Ada Berg, the mayor, said to everybody who stood there on Monday.

“We have mended every plank,” she said, and went.
"""
NEW = OLD.replace("every plank", "each plank").replace("had asked", "asks")


def saved(name: str, body: str, day: str | None) -> Source:
    front = FrontMatter(outlet="Courier", saved=day, url="https://courier.example/pier")
    source = Source(name.rpartition("/")[2].partition(".")[0], name, Media.TEXT, body, name, FrontMatter())
    return replace(source, front=front)


def texts(*sources: Source) -> dict[str, CleanText]:
    return {s.path: clean(RawDocument(s.body, s.media, "seed", clean=True), ReadSettings()) for s in sources}


A, B = saved("sources/a.txt", OLD, "2031-05-06"), saved("sources/b.txt", NEW, "2031-05-08")


def test_savings_stand_in_the_order_of_their_days_with_what_each_has_otherwise() -> None:
    cleaned = texts(A, B)
    article = article_of(A, cleaned[A.path])
    found = histories([article], {B.path: A.path}, {s.path: s for s in (A, B)}, cleaned)
    first, second = found["a"]
    assert (first.source, first.day, first.changes) == ("sources/a.txt", "2031-05-06", ())
    assert (second.source, second.day, second.told) == ("sources/b.txt", "2031-05-08", True)
    assert second.changes[0] == Change(DEK, "Nobody had asked for it", "Nobody asks for it")
    assert [(c.number, c.old != c.new) for c in second.changes] == [(DEK, True), (2, True)]


def test_a_headline_may_change_alone() -> None:
    other = replace(B, body=OLD.replace("The pier opens", "Pier to open"))
    cleaned = texts(A, other)
    article = article_of(other, cleaned[other.path])
    found = histories([article], {A.path: other.path}, {s.path: s for s in (A, other)}, cleaned)
    assert found["b"][1].changes == (Change(HEADLINE, "The pier opens", "Pier to open"),)


def test_where_no_day_is_stated_nothing_tells_which_is_newer() -> None:
    a, b = replace(A, front=replace(A.front, saved=None)), replace(B, front=replace(B.front, saved=None))
    cleaned = texts(a, b)
    found = histories(
        [article_of(a, cleaned[a.path])], {b.path: a.path}, {s.path: s for s in (b, a)}, cleaned
    )
    assert [(v.source, v.told) for v in found["a"]] == [("sources/a.txt", True), ("sources/b.txt", False)]


def test_what_an_article_was_made_of_before_is_a_saving_if_it_is_of_that_report() -> None:
    cleaned = texts(A, B)
    article = replace(article_of(B, cleaned[B.path]), id="a", path="articles/a.md")
    both = {s.path: s for s in (A, B)}
    assert [v.source for v in histories([article], {}, both, cleaned)["a"]] == [A.path, B.path]
    other = replace(A, body="Snow in the hills\n\nIt snows.\n", front=replace(A.front, url=None))
    assert histories([article], {}, {A.path: other, B.path: B}, texts(other, B)) == {}


def test_one_saving_has_no_history() -> None:
    cleaned = texts(A)
    assert histories([article_of(A, cleaned[A.path])], {}, {A.path: A}, cleaned) == {}


def test_a_newer_saving_keeps_the_name_of_the_oldest() -> None:
    cleaned = texts(A, B)
    articles = [article_of(B, cleaned[B.path])]
    versions = histories(articles, {A.path: B.path}, {s.path: s for s in (A, B)}, cleaned)
    assert [v.id for v in versions["b"]] == ["a", "b"]
    (named,), kept = named_by_first(articles, versions)
    assert (named.id, named.path, kept) == ("a", B.path, {"a": versions["b"]})
    assert named.front.seed == A.digest[:SEED]


def test_what_an_editor_took_over_keeps_its_name() -> None:
    cleaned = texts(A, B)
    article = replace(article_of(B, cleaned[B.path]), path="articles/b.md")
    versions = histories([article], {A.path: article.path}, {s.path: s for s in (A, B)}, cleaned)
    assert named_by_first([article], versions) == ([article], versions)


def test_no_name_is_given_twice() -> None:
    cleaned = texts(A, B)
    made = article_of(B, cleaned[B.path])
    versions = histories([made], {A.path: B.path}, {s.path: s for s in (A, B)}, cleaned)
    articles = [made, replace(made, id="a", path="articles/a.md")]
    assert named_by_first(articles, versions) == (articles, versions)
