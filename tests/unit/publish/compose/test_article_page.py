from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Block, Role
from generator.model.corpus import Member, Relation
from generator.model.findings import Form
from generator.model.parts import Fact, Link
from generator.model.text import Span
from generator.model.views import ArticleView
from generator.publish.compose.article_page import article_pages
from generator.publish.show.frame import Frame
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Corpus
    from generator.model.settings import Settings


def views(frame: Frame) -> dict[str, ArticleView]:
    made = {}
    for page in article_pages(frame):
        assert page.template == "article.html"
        assert isinstance(page.view, ArticleView)
        folder, key, name = page.path.split("/")
        assert (folder, name) == ("articles", "index.html")
        made[key] = page.view
    return made


def framed(corpus: Corpus, settings: Settings) -> Frame:
    ledger = open_ledger(corpus, settings)
    return Frame(ledger, gather(ledger))


def test_quotes_are_numbered_in_the_order_of_the_text(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert [(q.number, q.id, q.form) for q in view.quotes] == [
        (1, "a1-h", Form.HEADLINE),
        (2, "a1-q1", Form.DIRECT),
        (3, "a1-q4", Form.INDIRECT),
    ]
    assert [q.statement for q in view.quotes] == [
        "../../quotes/never-3/index.html",
        "../../quotes/we-will-1/index.html",
        "",
    ]
    assert [q.line for q in view.quotes] == [0, 7, 0]


def test_a_quotation_leads_to_the_outlets_page_at_its_words(frame: Frame) -> None:
    found = {q.id: q.origin for page in article_pages(frame) for q in page.view.quotes}  # type: ignore[union-attr]
    assert found["a1-q4"] == "https://harbour.example/1#:~:text=the%20talks%20were%20over"
    assert found["b2-q2"] == ""  # its address is none that a page may lead to


def test_the_headline_and_the_story_are_marked(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert view.title_html.startswith('Aldoria says ‘<span class="q hue-1" id="a1-h">never again</span>’<sup')
    assert view.dek_html == "A dek with words"
    assert '<span class="q hue-2 indirect" id="a1-q4">the talks were over</span>' in view.body_html
    assert '<span class="noted" id="at-n1">the quay</span>' in view.body_html
    assert "so-called" in view.body_html
    assert 'id="a1-q3"' not in view.body_html  # a scare quote
    assert "Follow us" not in view.body_html


def test_withheld_words_stand_nowhere(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert "secret" not in repr(view)
    assert '“<span class="withheld" id="a1-q2">[withdrawn]</span>”' in view.body_html


def test_the_same_statement_elsewhere(frame: Frame) -> None:
    quote = views(frame)["a1"].quotes[1]
    assert [(e.outlet, e.relation, e.href) for e in quote.elsewhere] == [
        ("The Daily Ledger", "the fullest wording", "../../articles/b2/index.html#b2-q1"),
        ("The port was quiet", "a fragment", "../../articles/c3/index.html#c3-q1"),
    ]
    assert quote.further == ""


def grown(corpus: Corpus, outlets: Sequence[str]) -> Corpus:
    """Add a report of the first statement, word for word the fullest, by each of these outlets."""
    base, cluster = corpus.articles[0], corpus.clusters[0]
    copies = [
        replace(
            base,
            id=f"z{n}",
            front=replace(base.front, outlet=outlet),
            quotes=(replace(base.quotes[0], id=f"z{n}-q"),),
        )
        for n, outlet in enumerate(outlets)
    ]
    more = tuple(Member(a.id, f"{a.id}-q", Relation.SAME) for a in copies)
    clusters = (replace(cluster, members=cluster.members + more), *corpus.clusters[1:])
    return replace(corpus, articles=(*corpus.articles, *copies), clusters=clusters)


def test_many_reports_of_a_statement_are_counted(corpus: Corpus, settings: Settings) -> None:
    many = grown(corpus, [f"Post {n}" for n in range(10)])
    quote = views(framed(many, settings))["a1"].quotes[1]
    assert len(quote.elsewhere) == 5
    assert quote.further == "7 further reports"


def test_an_outlet_is_named_once_and_its_own_reports_are_counted(corpus: Corpus, settings: Settings) -> None:
    quote = views(framed(grown(corpus, ["Post", "Post", "Harbour Post"]), settings))["a1"].quotes[1]
    assert [e.outlet for e in quote.elsewhere] == ["The Daily Ledger", "Post", "The port was quiet"]
    assert quote.further == "1 further report"


def test_what_an_editor_changed_is_told(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert (
        view.quotes[1].corrected
        == "Speaker found: <del>Boris Dahl</del>; the desk: <ins>Anna Arden</ins>. See tape."
    )
    assert view.quotes[0].corrected == "Checked by the desk."
    assert [row.quoted for row in view.corrected][:2] == ["We will not accept the accord of Borvia", ""]
    assert len(view.corrected) == 5


def test_facts_of_the_source(frame: Frame) -> None:
    found = {fact.label: fact for fact in views(frame)["a1"].facts}
    assert found["Outlet"] == Fact("Outlet", "Harbour Post", "../../outlets/harbour-post/index.html")
    assert found["Published"].value == "10 March 2026"
    assert found["Address"].href == "https://harbour.example/1"
    assert found["Archived copy"].href == "https://archive.example/1"
    assert found["Saved file"].value == "sources/a1.txt"
    assert found["SHA-256"] == Fact("SHA-256", "0123456789ab…", title="0123456789abcdef0123456789abcdef")
    assert found["Licence"].value == "CC BY 4.0"
    assert found["Language"].value == "English"


def test_an_address_that_is_none_is_no_link(frame: Frame) -> None:
    view = views(frame)["b2"]
    found = {fact.label: fact for fact in view.facts}
    assert (found["Address"].value, found["Address"].href) == ("javascript:alert(1)", "")
    assert view.origin == ""
    assert "Licence" not in found


def test_what_was_left_out_is_grouped_by_rule(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert [(cut.kind, cut.texts) for cut in view.cuts] == [
        ("newsletter", ("Get our newsletter", "Sign up")),
        ("related links", ("More news",)),
        ("share buttons", ("Follow us",)),
    ]
    assert view.cuts[0].why == "It asks the reader to take a newsletter."


def test_notes_with_and_without_their_passage(frame: Frame) -> None:
    first, orphan = views(frame)["a1"].notes
    assert (first.mark, first.kind, first.by, first.quoted) == ("*", "dispute", "Rosa", "the quay")
    assert first.day.words == "11 March 2026"
    assert '<a href="../../actors/borvia/index.html" class="wiki">them</a> and nobody' in first.body_html
    assert (orphan.mark, orphan.by, orphan.quoted, orphan.day.iso) == ("", "Desk", "", "")


def test_many_notes_have_signs_of_their_own(corpus: Corpus, settings: Settings) -> None:
    notes = tuple(replace(corpus.notes[0], id=f"n{n}", span=Span(n, n + 1)) for n in range(8))
    made = views(framed(replace(corpus, notes=notes), settings))["a1"].notes
    assert [n.mark for n in made] == ["*", "†", "‡", "§", "‖", "¶", "**", "††"]


def test_the_timeline_leads_from_report_to_report(frame: Frame) -> None:
    made = views(frame)
    assert made["a1"].previous is None
    assert made["a1"].following == Link("Accord refused", "../../articles/b2/index.html", "en")
    assert made["b2"].previous == Link("Aldoria says ‘never again’", "../../articles/a1/index.html", "en")
    assert made["c3"].following is None


def test_an_excerpt_shows_no_more_than_it_may(frame: Frame) -> None:
    view = views(frame)["c3"]
    assert view.excerpt
    assert view.made
    assert view.title_html == "The port was quiet"
    assert "The port was quiet.<" not in view.body_html
    assert "stood on a wall." in view.body_html
    assert "Ships left" not in repr(view)
    assert not views(frame)["a1"].excerpt


def test_an_outlet_may_allow_an_excerpt_only(corpus: Corpus, settings: Settings) -> None:
    outlets = (replace(corpus.outlets[0], text="excerpt"), corpus.outlets[1])
    made = views(framed(replace(corpus, outlets=outlets), settings))
    assert [made[key].excerpt for key in ("a1", "b2")] == [True, False]
    assert all(len(text) <= 60 for cut in made["a1"].cuts for text in cut.texts)


def test_people_voices_picture_and_byline(frame: Frame) -> None:
    view = views(frame)["a1"]
    assert [v.name for v in view.voices] == ["Aldoria", "Borvia"]
    assert [(v.name, v.role) for v in view.people] == [("Anna Arden", "Foreign Minister")]
    assert (view.byline, view.caption, view.credit) == ("Nils Olsen and Vera Sato", "A ship", "P. Hoto")
    assert view.shell.description == "A dek with words"


def test_a_report_of_blocks_alone(corpus: Corpus, settings: Settings) -> None:
    text = "By Nils\n\nA quay\n\nP. Hoto"
    roles = (Role.BYLINE, Role.CAPTION, Role.CREDIT)
    blocks = tuple(Block(role, Span(n * 8 + n // 2, n * 8 + n // 2 + 7), 1) for n, role in enumerate(roles))
    blocks = (
        Block(Role.BYLINE, Span(0, 7), 1),
        Block(Role.CAPTION, Span(9, 15), 3),
        Block(Role.CREDIT, Span(17, 24), 5),
    )
    article = replace(corpus.articles[2], text=text, blocks=blocks, quotes=())
    view = views(framed(replace(corpus, articles=(article,), clusters=(), notes=()), settings))["c3"]
    assert (view.byline, view.caption, view.credit) == ("By Nils", "A quay", "P. Hoto")
    assert view.body_html == ""
    assert view.shell.description == ""
