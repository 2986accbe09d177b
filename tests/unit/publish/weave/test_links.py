from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.text import Span
from generator.publish.weave.links import dead_links, known_ids, no_links, wiki_links

if TYPE_CHECKING:
    from generator.model.corpus import Corpus


def test_links_are_found_with_their_place() -> None:
    assert list(wiki_links("See [[nato]] and [[ jens | the chief ]], not [x] or [[]].")) == [
        ("nato", 4),
        ("jens", 17),
    ]
    assert no_links("nato") is None


def test_every_kind_of_id_is_known(corpus: Corpus) -> None:
    known = known_ids(corpus)
    assert {"aldoria", "anna-arden", "a-arden", "harbour-post", "we-will-1", "a1", "a1-q1", "terms"} <= known
    assert "a1-q2" not in known  # hidden


def test_dead_links_are_told_with_their_place(corpus: Corpus) -> None:
    told = dead_links(corpus)
    assert [str(d)[: str(d).index(" no ")] for d in told] == ["notes/n1.md:1:25: warning[dead-link]:"]
    assert '"nobody"' in told[0].message


def test_links_of_introductions_and_reports_are_looked_at(corpus: Corpus) -> None:
    actor = replace(corpus.actors[0], intro="\n[[ghost]]")
    person = replace(corpus.people[1], intro="[[ghost]]", body_line=7)
    story = (Block(Role.PARAGRAPH, Span(0, 5), 1), Block(Role.PARAGRAPH, Span(7, 20), 3))
    article = replace(corpus.articles[0], text="Words\n\nA [[ghost]] …", blocks=story, body_line=12)
    told = dead_links(
        replace(corpus, actors=(actor,), people=(person,), articles=(article,), notes=(), pages=())
    )
    assert [(d.location.path, d.location.line, d.location.column, d.excerpt) for d in told] == [
        ("articles/b2.md", 14, 3, "A [[ghost]] …"),
        ("aldoria", 2, 1, "[[ghost]]"),
        ("boris-dahl", 7, 1, "[[ghost]]"),
    ]


def test_footnotes_without_words_and_words_without_a_call_are_told(corpus: Corpus) -> None:
    body = "One[^1] two[^x]. `[^y] [[ghost]]`\n\n```\n[[ghost]] [^z]\n```\n\n[^1]: A.\n[^2]: B.\n"
    page = replace(corpus.pages[0], body=body, body_line=4)
    told = dead_links(replace(corpus, pages=(page,), notes=(), actors=(), people=(), articles=()))
    assert [(d.location.line, d.location.column, d.code, d.message) for d in told] == [
        (4, 12, "dead-link", 'there is no footnote "x"'),
        (11, 1, "unused-footnote", 'nothing calls the footnote "2"'),
    ]
