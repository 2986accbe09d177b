"""Two people become one and are parted again, two statements likewise, and no address of theirs is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

LANTERN = """Holm: berth stays shut

“The berth stays shut for as long as we are asked to pay,” said Ilse Holm, spokeswoman for the Coastal Union.

“No document has ever come to our crews,” said Bo Ek, the secretary of the Coastal Union.
"""
BERTH = "The berth stays shut"
PAPER = "Nobody on our boats has seen a sheet of paper"
DOCUMENT = "No document has ever come to our crews"
MARROW = "people/ilse-marrow.md"


@pytest.fixture
def lantern(briefing: Briefing) -> Briefing:
    """Add a fifth report, in which a spokeswoman has the name that she had before."""
    briefing.write("sources/lantern-berth.txt", LANTERN)
    briefing.write("sources/lantern-berth.yaml", "outlet: Lantern\npublished: 2031-05-17\n")
    briefing.build()
    return briefing


def _leads(briefing: Briefing, old: str, new: str) -> bool:
    """Tell whether an old address leads to a new one, in HTML for any host and by _redirects for Netlify."""
    page, up = briefing.page(old), "../" * (old.count("/") + 1)
    assert "noindex" not in page
    assert f'<link rel="canonical" href="https://briefing.example/holm/{new}/">' in page
    assert f'<a href="{up}{new}/index.html">' in page
    assert f"<loc>https://briefing.example/holm/{old}/</loc>" not in briefing.page("sitemap.xml")
    assert f"/{old}/ /{new}/ 301!\n" in briefing.page("_redirects")
    return f'<meta http-equiv="refresh" content="0; url={up}{new}/index.html">' in page


def _statement(briefing: Briefing, words: str) -> str:
    return f"quotes/{briefing.quote(words)['cluster']}"


def test_two_people_become_one_and_are_parted_later(lantern: Briefing) -> None:
    before, address = lantern.files(), _statement(lantern, BERTH)
    assert lantern.quote(BERTH)["person"] == "ilse-holm"
    lantern.write(MARROW, "---\nname: Ilse Marrow\nsame_as: [ilse-holm]\n---\n")
    lantern.build()
    assert lantern.quote(BERTH)["person"] == "ilse-marrow"
    assert BERTH in lantern.page("people/ilse-marrow")
    assert "ilse-holm" not in {p["id"] for p in lantern.data("people")}
    assert "ilse-holm" not in lantern.page("search")
    assert _leads(lantern, "people/ilse-holm", "people/ilse-marrow")
    # The name is part of a statement's address, so that has changed as well, and leads on.
    assert _statement(lantern, BERTH) != address
    assert _leads(lantern, address, _statement(lantern, BERTH))
    # [[ilse-holm]] in what was written before still finds her.
    lantern.write("pages/old.md", f"See [[ilse-holm]] and [[{address.removeprefix('quotes/')}]].\n")
    assert "dead-link" not in lantern.build().err
    assert 'href="../../people/ilse-marrow/index.html"' in lantern.page("pages/old")
    # And parted: two people again, each with the old address.
    (lantern.content / "pages/old.md").unlink()
    lantern.write(MARROW, "---\nname: Ilse Marrow\nnot_same_as: [ilse-holm]\n---\n")
    lantern.build()
    assert {p["id"] for p in lantern.data("people")} >= {"ilse-marrow", "ilse-holm"}
    assert BERTH in lantern.page("people/ilse-holm")
    assert _statement(lantern, BERTH) == address
    assert not (lantern.site / "_redirects").exists()
    (lantern.content / MARROW).unlink()
    lantern.build()
    assert lantern.files() == before


def test_chains_lead_to_the_last_at_once(lantern: Briefing) -> None:
    lantern.write(MARROW, "---\nname: Ilse Marrow\nsame_as: [ilse-holm]\n---\n")
    lantern.write("people/ilse-holm.md", "---\nname: Ilse Holm\naliases: [I. Holm]\nsame_as: [i-holm]\n---\n")
    lantern.build()
    assert _leads(lantern, "people/i-holm", "people/ilse-marrow")
    assert _leads(lantern, "people/ilse-holm", "people/ilse-marrow")
    assert "/people/ilse-holm/ 301!" not in lantern.page("_redirects")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({MARROW: "same_as: [ilse-marrow]"}, f"{MARROW}:3:11: error[person-circle]"),
        ({MARROW: "same_as: [ilse-hlom]"}, f"{MARROW}:3:11: error[unknown-person]"),
        ({MARROW: "not_same_as: [nobody-at-all]"}, f"{MARROW}:3:15: error[unknown-person]"),
        (
            {MARROW: "same_as: [ilse-holm]", "people/ilse-holm.md": "same_as:\n  - bo-ek\n  - ilse-marrow"},
            "people/ilse-holm.md:5:5: error[person-circle]",
        ),
        (
            {MARROW: "same_as: [ilse-holm]\nnot_same_as: [ilse-holm]"},
            f"{MARROW}:4:15: error[contradicting-people]",
        ),
    ],
)
def test_what_cannot_be_is_an_error_at_its_place(lantern: Briefing, files: dict[str, str], told: str) -> None:
    for name, lines in files.items():
        lantern.write(name, f"---\nname: {name[7:-3].replace('-', ' ').title()}\n{lines}\n---\n")
    failed = lantern.run("check")
    assert failed.status == 1
    assert f"content/{told}" in failed.err


def test_two_statements_become_one_and_the_old_address_leads_there(lantern: Briefing) -> None:
    old, kept = (
        _statement(lantern, DOCUMENT),
        f"quotes/{lantern.quote(PAPER, 'pier-post-three-days')['cluster']}",
    )
    article = lantern.take_over("lantern-berth")
    other = lantern.quote(PAPER, "pier-post-three-days")["id"]
    lantern.add_to_head(
        article, f"corrections:\n  - {{at: {{exact: {DOCUMENT}}}, same_statement: [{other}]}}"
    )
    lantern.build()
    joined = f"quotes/{lantern.quote(DOCUMENT)['cluster']}"
    assert joined == kept
    assert f"quotes/{lantern.quote(PAPER, 'marsh-herald-vote')['cluster']}" == joined
    assert _leads(lantern, old, joined)
    assert "The desk: one statement with that in Pier Post." in lantern.page(joined)
    lantern.edit(article, f"same_statement: [{other}]", "same_statement: [q-000000-00000000]")
    failed = lantern.run("build")
    assert failed.status == 1
    assert re.search(rf"content/{article}:\d+:\d+: error\[unknown-quotation\]", failed.err)
    assert _statement(lantern, DOCUMENT) == old


def test_two_wordings_are_parted_and_the_fuller_keeps_the_address(briefing: Briefing) -> None:
    briefing.build()
    short = briefing.quote("A lamp is not a harbour", "harbour-radio-evening")
    full = briefing.quote("A lamp is not a harbour", "marsh-herald-vote")
    assert short["cluster"] == full["cluster"]
    entry = f"at: {{exact: A lamp is not a harbour}}, not_same_statement: [{full['id']}], why: Said twice."
    briefing.add_to_head("articles/harbour-radio-evening.md", f"corrections:\n  - {{{entry}}}")
    briefing.build()
    parted = briefing.quote("A lamp is not a harbour", "harbour-radio-evening")
    assert briefing.quote("A lamp is not a harbour", "marsh-herald-vote")["cluster"] == full["cluster"]
    assert parted["cluster"] != full["cluster"]
    page = briefing.page(f"quotes/{parted['cluster']}")
    assert "The desk: another statement than that in Marsh Herald." in page
    assert "Said twice." in page
