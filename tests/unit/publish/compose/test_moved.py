from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.backmatter import MovedView
from generator.model.corpus import Version
from generator.publish.compose.moved import moved_pages, redirects_file
from generator.publish.dress.theme import open_theme, render
from generator.publish.show.frame import Frame
from generator.publish.tally.beside import Beside
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings


def framed(corpus: Corpus, settings: Settings, *moved: tuple[str, str]) -> Frame:
    ledger = open_ledger(replace(corpus, moved=moved), settings)
    return Frame(ledger, gather(ledger))


def test_an_old_address_leads_to_the_new_one(corpus: Corpus, settings: Settings) -> None:
    frame = framed(corpus, settings, ("late-old", "late-2"), ("gone-1", "gone-2"))
    person, statement = moved_pages(frame)
    assert (person.path, statement.path) == ("people/a-arden/index.html", "quotes/late-old/index.html")
    assert isinstance(statement.view, MovedView)
    assert statement.view.target.text == "“It is late”"
    html = render(statement, open_theme(()))
    assert '<meta http-equiv="refresh" content="0; url=../../quotes/late-2/index.html">' in html
    assert "noindex" not in html  # it would overrule the canonical address
    assert '<link rel="canonical" href="https://briefing.example/crisis/quotes/late-2/">' in html
    assert '<a href="../../quotes/late-2/index.html">“It is late”</a>' in html


def test_hosts_are_told_of_all(corpus: Corpus, settings: Settings) -> None:
    (asset,) = redirects_file(framed(corpus, settings, ("late-old", "late-2")))
    assert asset.path == "_redirects"
    assert asset.data.decode() == (
        "/people/a-arden/ /people/anna-arden/ 301!\n/quotes/late-old/ /quotes/late-2/ 301!\n"
    )


def test_nothing_moved_is_no_file(corpus: Corpus, settings: Settings) -> None:
    people = tuple(replace(p, same_as=()) for p in corpus.people)
    assert redirects_file(framed(replace(corpus, people=people), settings)) == ()


def test_the_page_of_a_report_is_found_at_the_name_of_each_saving(corpus: Corpus, settings: Settings) -> None:
    first, second, *_ = corpus.articles
    ids = ("first-saving", second.id, first.id)
    versions = {first.id: tuple(Version(f"sources/{i}.txt", i, None, id=i) for i in ids)}
    ledger = open_ledger(replace(corpus, people=()), settings)
    (page,) = moved_pages(Frame(ledger, gather(ledger), Beside(versions=versions)))
    assert page.path == "articles/first-saving/index.html"
    assert isinstance(page.view, MovedView)
    assert page.view.target.href == f"../../articles/{first.id}/index.html"
