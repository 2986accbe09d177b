from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.origins import Origins
from generator.link.variants import clusters
from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Quote
from generator.model.text import Span

if TYPE_CHECKING:
    from generator.model.corpus import QuoteCluster

SAID = "The pilots of this harbour have refused to sail"
WIRE = (
    "The strike began at the northern quay on Monday when a crane fell upon two lighters. “{}”, "
    "the harbour master told a hall of reporters, and nobody could say how long the ferries would stay."
)
OWN = (
    "“{}”, said Ada Quill at noon. Passengers slept on benches, and the buffet ran out of bread by evening "
    "while taxis waited in vain."
)


def told(name: str, text: str, outlet: str | None = None, byline: tuple[str, ...] = ()) -> Article:
    """Make a report of one paragraph with the statement in it."""
    whole = text.format(SAID)
    start = whole.index(SAID)
    quote = Quote(f"q-{name}", (Span(start, start + len(SAID)),), SAID, Form.DIRECT)
    front = FrontMatter(outlet=outlet, byline=byline, published=f"2031-05-0{len(name)}")
    blocks = (Block(Role.PARAGRAPH, Span(0, len(whole)), 1),)
    return Article(name, f"articles/{name}.md", front, whole, blocks, (quote,), (), ())


def one(*articles: Article) -> QuoteCluster:
    (made,) = clusters(articles)
    return made


def pens(*articles: Article) -> dict[str, str]:
    return {m.article: m.origin for m in one(*articles).members}


def test_reports_in_their_own_words_are_independent() -> None:
    made = one(told("a", WIRE, "Post"), told("bb", OWN, "Star"))
    assert made.origins == 2
    assert {m.article: m.origin for m in made.members} == {"a": "a", "bb": "bb"}


def test_the_same_words_around_a_statement_are_of_one_pen() -> None:
    cut = WIRE.replace("at the northern quay on Monday ", "")
    assert pens(told("a", WIRE, "Post"), told("bb", cut, "Star"), told("ccc", OWN, "News")) == {
        "a": "a",
        "bb": "a",
        "ccc": "ccc",
    }


def test_so_are_two_that_credit_one_agency() -> None:
    lot = (told("a", WIRE, "Post", ("Jo Low", "Reuters")), told("bb", OWN, "Star", ("Thomson Reuters",)))
    assert one(*lot).origins == 1
    lot = (told("a", WIRE, "Post", ("Reuters",)), told("bb", OWN, "Star", ("AFP",)))
    assert one(*lot).origins == 2


def test_so_are_two_of_which_one_credits_it_in_the_sentence() -> None:
    said = "The ferries lay idle. “{}”, Ada Quill told Reuters."
    lot = (told("a", WIRE, "Post", ("Reuters",)), told("bb", said, "Star"), told("ccc", OWN, "News"))
    assert pens(*lot) == {"a": "a", "bb": "a", "ccc": "ccc"}


def test_the_first_of_a_pen_need_not_be_the_one_that_credits() -> None:
    said = "The ferries lay idle. “{}”, Ada Quill told Reuters."
    lot = (told("a", WIRE, "Post"), told("bb", WIRE, "Star", ("Reuters",)), told("ccc", said, "News"))
    assert pens(*lot) == {"a": "a", "bb": "a", "ccc": "a"}


def test_an_outlet_alone_counts_once_and_its_own_report_beside_the_agencys() -> None:
    assert one(told("a", WIRE, "Post"), told("bb", OWN, "Post")).origins == 1
    lot = (told("a", WIRE, "Post"), told("bb", OWN, "Post"), told("ccc", WIRE, "Star"))
    assert one(*lot).origins == 2
    assert one(*lot, told("dddd", OWN.replace("noon", "nine"), "Post")).origins == 2


def test_reports_of_unnamed_outlets_are_apart() -> None:
    assert one(told("a", WIRE), told("bb", OWN)).origins == 2


def test_what_everybody_writes_is_no_sign() -> None:
    lot = (
        told("a", "“{}”, Ada Quill said in a statement.", "Post"),
        told("bb", "“{}”, Ada Quill said in a statement.", "Star"),
    )
    assert one(*lot).origins == 2


def test_a_quote_without_a_place_has_no_passage() -> None:
    made = told("a", WIRE)
    assert Origins([made]).of([("a", Quote("q", (), SAID, Form.DIRECT))]) == {"a": "a"}
