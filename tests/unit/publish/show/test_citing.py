from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.publish.show.citing import authors, cite_page, cite_report, cite_statement

if TYPE_CHECKING:
    from generator.model.parts import Citation
    from generator.publish.show.frame import Frame


def items(cite: Citation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(cite.csl)
    return found


def test_a_report_is_cited_as_its_outlet_published_it(frame: Frame) -> None:
    cite = cite_report(frame, frame.ledger.articles["a1"])
    assert cite.text == "Nils Olsen and Vera Sato, “Aldoria says ‘never again’”, Harbour Post, 10 March 2026."
    assert (cite.address, cite.archived) == ("https://harbour.example/1", "https://archive.example/1")
    assert items(cite) == [
        {
            "id": "a1",
            "type": "article-newspaper",
            "title": "Aldoria says ‘never again’",
            "author": [{"family": "Olsen", "given": "Nils"}, {"family": "Sato", "given": "Vera"}],
            "container-title": "Harbour Post",
            "issued": {"date-parts": [[2026, 3, 10]]},
            "URL": "https://harbour.example/1",
            "archive_location": "https://archive.example/1",
            "language": "en",
        }
    ]


def test_a_page_of_the_briefings_own_making_is_cited_as_that(frame: Frame) -> None:
    shell = frame.shell("actors/borvia/index.html", "Borvia")
    cite = cite_page(shell)
    assert cite is not None
    assert (cite.text, cite.address) == (
        "Borvia. The accord.",
        "https://briefing.example/crisis/actors/borvia/",
    )
    assert items(cite) == [
        {
            "id": "actors/borvia",
            "type": "webpage",
            "title": "Borvia",
            "container-title": "The accord",
            "URL": "https://briefing.example/crisis/actors/borvia/",
            "language": "en",
        }
    ]
    assert cite_page(replace(shell, canonical="")) is None


def test_what_a_report_does_not_say_is_not_made_up(frame: Frame) -> None:
    cite = cite_report(frame, frame.ledger.articles["c3"])
    assert cite.text == "a report without a headline, beginning “The port was quiet”, date not stated."
    assert items(cite) == [{"id": "c3", "type": "article-newspaper"}]


@pytest.mark.parametrize(
    ("published", "parts", "words"),
    [
        ("2026-03", [2026, 3], "March 2026"),
        ("2026", [2026], "2026"),
        ("2026-03-10T23:30:00Z", [2026, 3, 10], "10 March"),
    ],
)
def test_a_day_is_as_exact_as_it_is_stated(
    frame: Frame, published: str, parts: list[int], words: str
) -> None:
    article = frame.ledger.articles["a1"]
    ledger = replace(frame.ledger, days={**frame.ledger.days, "a1": published[:10]})
    cite = cite_report(replace(frame, ledger=ledger), article)
    assert items(cite)[0]["issued"] == {"date-parts": [parts]}
    assert words in cite.text


def test_a_statement_is_cited_by_each_report_with_its_words_there(frame: Frame) -> None:
    statement = frame.ledger.by_id["we-will-1"]
    card = frame.cards("quotes/we-will-1/index.html").statement(statement)
    cite = cite_statement(frame, statement, card, "https://briefing.example/q/")
    assert cite.text.startswith("Anna Arden, ")
    assert ", reported 10 March 2026, as reported by The Daily Ledger, “" in cite.text
    assert cite.text.count(";") == 2
    assert cite.address == "https://briefing.example/q/"
    assert [item["id"] for item in items(cite)] == [m.article.id for m in statement.members]
    for item, member in zip(items(cite), statement.members, strict=True):
        assert item["note"].startswith(f"“{member.words}” (Anna Arden, ")


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        (("Ada Berg",), ("Ada Berg",)),
        (("Ada Berg", "Reuters", "Ada Berg"), ("Ada Berg", "Reuters")),
        (("Joost van der Meer", "I. M. Pell"), ("Joost van der Meer", "I. M. Pell")),
        (("Our Staff", "Foreign Desk", "Northland Correspondent"), ()),
        (("Reuters and AP", "Ada Berg & Tom Reed"), ("Reuters", "AP", "Ada Berg", "Tom Reed")),
        (("Northland",), ()),  # one word may be a place
        (("By our man at the quay", "[withdrawn]", "Ada Berg [withdrawn]", ""), ()),
    ],
)
def test_only_a_name_is_an_author(byline: tuple[str, ...], named: tuple[str, ...]) -> None:
    assert authors(byline) == named


def test_a_name_is_parted_only_where_the_given_one_is_known(frame: Frame) -> None:
    article = frame.ledger.articles["a1"]
    byline = ("Agence France-Presse", "Ilse Marrow Reed", "Xqu Berg", "Clara Marrow")
    given = replace(article, front=replace(article.front, byline=byline))
    assert items(cite_report(frame, given))[0]["author"] == [
        {"literal": "Agence France-Presse"},
        {"literal": "Ilse Marrow Reed"},
        {"literal": "Xqu Berg"},
        {"family": "Marrow", "given": "Clara"},
    ]


@pytest.mark.parametrize("key", ["outlet", "domain", "other"])
def test_an_outlet_as_byline_is_no_person(frame: Frame, key: str) -> None:
    """Clara is a given name: so "Clara Harbour" is parted unless an outlet is called so."""
    front = replace(frame.ledger.articles["a1"].front, byline=("Clara Harbour",), outlet="The Quay", url=None)
    front = {
        "outlet": replace(front, outlet="The Clara Harbour English"),
        "domain": replace(front, url="https://www.claraharbour.example/1"),
        "other": front,
    }[key]
    (item,) = items(cite_report(frame, replace(frame.ledger.articles["a1"], front=front)))
    parted = {"family": "Harbour", "given": "Clara"}
    assert item["author"] == [parted if key == "other" else {"literal": "Clara Harbour"}]
