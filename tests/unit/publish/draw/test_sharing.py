from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.views import StatementView
from generator.publish import plan as planning
from generator.publish.address.theme_files import BRIEFING, themes_folder
from generator.publish.compose.statement_page import statement_pages
from generator.publish.draw import sharing
from generator.publish.draw.faces import open_face
from generator.publish.draw.sharing import with_cards
from generator.publish.phrase.languages import english, open_tongue
from generator.publish.tally.beside import Beside

if TYPE_CHECKING:
    from generator.model.site import Site
    from generator.publish.show.frame import Frame

BASE = "https://briefing.example/crisis/"


def site(frame: Frame, *, base_url: str = BASE, cards: bool = True) -> Site:
    settings = replace(frame.ledger.settings, base_url=base_url)
    return planning.plan(frame.ledger.corpus, settings, Beside(cards=cards))


def test_front_page_actors_and_statements_of_two_outlets_have_a_picture(frame: Frame) -> None:
    made = site(frame)
    by_path = {card.path: card for card in made.cards}
    assert set(by_path) == {
        "card.png",
        "actors/aldoria/card.png",
        "actors/borvia/card.png",
        "actors/cartania/card.png",
        "quotes/we-will-1/card.png",
    }
    named = {page.path: page.view.shell.card for page in made.pages if page.view.shell.card}
    assert set(named.values()) == {f"{BASE}{path}" for path in by_path}
    assert named["articles/a1/index.html"] == f"{BASE}card.png"  # which stands for all without one
    assert "404.html" not in named
    statement = by_path["quotes/we-will-1/card.png"]
    assert (statement.words, statement.quoted) == ("We will never accept the accord of Borvia, friends", True)
    assert statement.voices[0][0] == "Anna Arden"
    assert by_path["card.png"].site == ""


def test_what_is_on_a_picture_is_told_in_words(frame: Frame) -> None:
    (page,) = (p for p in site(frame).pages if p.path == "quotes/we-will-1/index.html")
    alt = page.view.shell.card_alt
    assert alt.startswith(
        "“We will never accept the accord of Borvia, friends” – Anna Arden – reported 10 March 2026"
    )
    assert "a secret word" not in " ".join(p.view.shell.card_alt for p in site(frame).pages)


@pytest.mark.parametrize(("base_url", "cards"), [("", True), (BASE, False)])
def test_without_an_address_or_the_extra_there_is_none(frame: Frame, base_url: str, cards: bool) -> None:  # noqa: FBT001 - a case
    made = site(frame, base_url=base_url, cards=cards)
    assert made.cards == ()
    assert {page.view.shell.card for page in made.pages} == {""}


def test_what_the_faces_cannot_draw_has_none(frame: Frame) -> None:
    pages = [p for p in statement_pages(frame) if p.path == "quotes/we-will-1/index.html"]
    view = pages[0].view
    assert isinstance(view, StatementView)
    for words, n in (("Мы не примем", 1), ("لن نقبل", 1), ("我們不接受", 0), ("a\u200b\ue000", 0)):
        again, cards = with_cards([replace(pages[0], view=replace(view, words=words))], BASE, english())
        assert (len(cards), bool(again[0].view.shell.card)) == (n, bool(n)), words
    foreign = replace(view, voice=replace(view.voice, name="安娜", role="市長", actor=""))
    (card,) = with_cards([replace(pages[0], view=foreign)], BASE, english())[1]
    assert (card.voices, card.role, card.words) == ((), "", view.words)


def test_a_card_is_set_as_its_site_and_its_words_run(frame: Frame) -> None:
    pages = [p for p in statement_pages(frame) if p.path == "quotes/we-will-1/index.html"]
    (card,) = with_cards(pages, BASE, open_tongue("ar")[0])[1]
    assert (card.back, card.words_back, card.marks) == (True, False, ("«", "»"))
    (german,) = with_cards(pages, BASE, open_tongue("de")[0])[1]
    assert (german.back, german.marks) == (False, ("„", "“"))


@pytest.mark.parametrize("cut", ["serif-{}-400", "serif-{}-600", "sans-{}-400", "sans-{}-600"])
def test_every_letter_that_is_drawn_is_in_the_faces(cut: str) -> None:
    face = open_face(str(themes_folder() / BRIEFING / "static" / "fonts"), f"{cut}-normal.woff2")
    letters = [c for c in map(chr, range(0x3000)) if re.fullmatch(sharing._DRAWN, c)]  # noqa: SLF001
    assert len(letters) > 500
    assert [hex(ord(c)) for c in letters if not face.has(c)] == []
