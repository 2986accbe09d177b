from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.article import Role
from generator.model.diagnostic import Severity
from generator.model.text import Span
from generator.publish.tally.sparing import is_excerpt, share_faults, spare

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings


def test_an_article_prevails_over_its_outlet_and_that_over_the_site(
    corpus: Corpus, settings: Settings
) -> None:
    article, outlet = corpus.articles[0], corpus.outlets[0]
    brief = replace(settings, text="excerpt")
    assert not is_excerpt(article, outlet, settings)
    assert is_excerpt(article, outlet, brief)
    assert not is_excerpt(article, replace(outlet, text="full"), brief)
    assert is_excerpt(article, replace(outlet, text="excerpt"), settings)
    whole = replace(article, front=replace(article.front, text="full"))
    assert not is_excerpt(whole, replace(outlet, text="excerpt"), brief)


def test_a_corpus_of_whole_reports_is_what_it_was(corpus: Corpus, settings: Settings) -> None:
    articles = tuple(replace(a, front=replace(a.front, text="full")) for a in corpus.articles)
    whole = replace(corpus, articles=articles)
    assert spare(whole, settings) == (whole, {})
    assert list(share_faults(whole, settings)) == []


def test_no_more_of_a_report_is_left_in_it_than_is_shown(corpus: Corpus, settings: Settings) -> None:
    shown, left = spare(corpus, replace(settings, text="excerpt"))
    for article in shown.articles:
        kept = [q for q in article.quotes if not q.hidden]
        spans = [b.span for b in article.blocks]
        assert all(any(s.shared(part) for s in spans) for q in kept for part in q.parts)
        assert not [b for b in article.blocks if b.role in {Role.CAPTION, Role.CREDIT}]
        assert not article.front.image or not article.front.image.caption
        assert all(any(s.holds(d.span) for s in spans) for d in article.dates)
    assert left == {}


def test_quotations_for_which_there_is_no_room_are_counted_and_told(
    corpus: Corpus, settings: Settings
) -> None:
    tight = replace(settings, text="excerpt", excerpt_share=1)
    shown, left = spare(corpus, tight)
    gone = {
        a.id: len([q for q in a.quotes if q.id not in {k.id for k in b.quotes}])
        for a, b in zip(corpus.articles, shown.articles, strict=True)
    }
    assert left
    assert all(0 < n <= gone[key] for key, n in left.items())
    told = list(share_faults(corpus, tight))
    assert {(d.code, d.severity) for d in told} == {("excerpt-share", Severity.INFO)}
    assert {d.location.path for d in told} == {a.path for a in corpus.articles if a.id in left}


@pytest.mark.parametrize(("share", "words"), [(1, 0), (50, 5)])
def test_a_note_on_words_that_are_not_shown_names_five_of_them_or_none(
    share: int, words: int, corpus: Corpus, settings: Settings
) -> None:
    article = corpus.articles[0]
    story = [b.span for b in article.blocks if b.role is Role.PARAGRAPH]
    whole = Span(story[0].start, story[-1].end)
    (note, *_) = corpus.notes
    wide = replace(note, article=article.id, span=whole)
    brief = replace(settings, text="excerpt", excerpt_words=0, excerpt_share=share)
    shown, _ = spare(replace(corpus, notes=(wide,)), brief)
    (found,) = shown.notes
    assert len((found.span.of(article.text) if found.span else "").split()) == words
    told = [d.message for d in share_faults(replace(corpus, notes=(wide,)), brief)]
    assert any("the words of a note or correction are not" in said for said in told) is (words == 0)
