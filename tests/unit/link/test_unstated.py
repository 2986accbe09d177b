from __future__ import annotations

from generator.link.corpus import link
from generator.link.unstated import unstated_facts
from generator.model.article import Article, FrontMatter
from generator.model.corpus import Corpus, Desk, Outlet
from generator.model.settings import Settings

KNOWN = Settings(title="", base_url="", outlets=(Outlet("pier-post", "Pier Post", ("pier-post.example",)),))


def linked(*fronts: FrontMatter) -> Corpus:
    articles = [
        Article(f"r{n}", f"sources/r{n}.txt", front, "", (), (), (), ()) for n, front in enumerate(fronts)
    ]
    return link(articles, Desk(), KNOWN)


def test_where_all_is_stated_nothing_is_told() -> None:
    by_address = FrontMatter(url="https://www.pier-post.example/fog", published="2031-05-14")
    assert unstated_facts(linked(FrontMatter(outlet="Pier Post", published="2031-05"), by_address)) == ()


def test_a_report_that_states_neither_is_told_twice_at_its_beginning() -> None:
    outlet, day = unstated_facts(linked(FrontMatter(outlet="Pier Post", published="2031"), FrontMatter()))
    assert str(outlet) == (
        "sources/r1.txt:1:1: info[unstated-outlet]: the outlet of one report is not stated: sources/r1.txt"
    )
    assert "its domains under outlets: in site.yaml" in outlet.hint
    assert (
        str(day)
        == "sources/r1.txt:1:1: info[unstated-day]: the day of one report is not stated: sources/r1.txt"
    )
    assert day.hint.startswith("give published: in the head of the article, or in a .yaml")


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    (told,) = unstated_facts(linked(*[FrontMatter(outlet="Pier Post")] * 7))
    named = ", ".join(f"sources/r{n}.txt" for n in range(5))
    assert told.message == f"the day of 7 reports is not stated: {named}, and 2 more"
