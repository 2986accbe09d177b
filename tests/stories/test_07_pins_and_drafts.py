"""The desk puts first what it finds most important, under its own headline, and keeps drafts to itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import Options, build_site

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

REPORT = "marsh-herald-vote"
PILOTS = "The pilots will bring in whatever floats"
LAMP = "The lamp at the mole is burning for everybody who asks, and it stays lit"


def _section(briefing: Briefing, name: str, page: str = "index.html") -> str:
    """Return a section of a page by the id of its heading, "" where it has none."""
    parts = briefing.page(page).split(f'<section aria-labelledby="{name}">')
    return parts[1].split("</section>")[0] if len(parts) == 2 else ""


def _titles(html: str) -> list[str]:
    """Return the words of the statements and reports of a list, in their order, without a full stop."""
    found = re.findall(r'<a class="words[^>]*>(?:<span[^>]*>“</span>)?([^<”]+)|<h3><a [^>]*>([^<]+)', html)
    return [(statement or report).rstrip(".") for statement, report in found]


def test_a_statement_leads_and_others_come_next_in_the_order_given(briefing: Briefing) -> None:
    briefing.build()
    assert ">Most reported</h2>" in briefing.page("index.html")
    pilots, lamp = briefing.quote(PILOTS)["cluster"], briefing.quote(LAMP)["id"]
    briefing.edit(
        "site.yaml", "text: full\n", f"text: full\nlead: {pilots}\npinned:\n  - {REPORT}\n  - {lamp}\n"
    )
    briefing.build()
    lead = _section(briefing, "lead")
    assert ">Chosen by the desk</h2>" in lead
    assert PILOTS in lead
    assert _titles(_section(briefing, "pinned")) == ["Crews vote to stay at sea", LAMP]
    rest = _section(briefing, "reported") + _section(briefing, "alone")
    assert PILOTS not in rest
    assert LAMP not in rest
    # Of what is reported as independently, what is pinned stands first with its actor and its speaker.
    assert _titles(_section(briefing, "said", "people/ada-berg"))[0] == LAMP


def test_a_report_leads_under_the_desk_s_headline(briefing: Briefing) -> None:
    article = briefing.take_over(REPORT)
    briefing.add_to_head(article, "headline: The strait stays manned")
    briefing.edit("site.yaml", "text: full\n", f"text: full\nlead: {REPORT}\n")
    briefing.build()
    assert _titles(_section(briefing, "lead")) == ["The strait stays manned"]
    page = briefing.page(f"articles/{REPORT}")
    assert "<h1>The strait stays manned</h1>" in page
    own = "Crews vote to stay at sea"
    assert re.search(
        rf'<p class="own"><span class="label">Marsh Herald’s own headline</span> <span>{own}</span></p>', page
    )
    assert f"Its own headline: {own}" in briefing.page("timeline")
    assert "The strait stays manned" in briefing.page("feed.xml")
    # To cite is the outlet's own, and the data have both.
    assert f"“{own}”" in briefing.page(f"quotes/{briefing.quote(LAMP[:40], REPORT)['cluster']}")
    (row,) = [a for a in briefing.data("articles") if a["id"] == REPORT]
    assert (row["title"], row["headline"]) == (own, "The strait stays manned")


def test_actors_stand_in_the_order_given(briefing: Briefing) -> None:
    briefing.build()
    assert _order(briefing) == ["Northland", "Coastal Union"]
    briefing.edit("site.yaml", "[northland, coastal-union]", "[coastal-union, northland]")
    briefing.build()
    assert _order(briefing) == ["Coastal Union", "Northland"]


def _order(briefing: Briefing) -> list[str]:
    cards = _section(briefing, "actors")
    return re.findall(r"<h3><a [^>]*>([^<]+)</a></h3>", cards)


@pytest.mark.parametrize(
    ("line", "place", "hint"),
    [
        ("lead: marsh-herald-vot", "5:7", f'did you mean "{REPORT}"?'),
        (f"pinned: [{REPORT}, nothing-like-it-at-all]", f"5:{len(REPORT) + 12}", "the address of its page"),
        ("actors: [northlnad]", "5:10", 'did you mean "northland"?'),
    ],
)
def test_a_pin_to_what_is_not_there_is_an_error_at_its_place(
    briefing: Briefing, line: str, place: str, hint: str
) -> None:
    text = briefing.read("site.yaml")
    if line.startswith("actors"):
        text = text.replace("actors: [northland, coastal-union]\n", "")
    briefing.write("site.yaml", text.replace("text: full\n", f"{line}\n"))
    failed = briefing.run("build")
    assert failed.status == 1
    assert re.search(rf"content/site\.yaml:{place}: error\[unknown-(pin|actor)\]", failed.err), failed.err
    assert hint in failed.err
    assert "Most reported" in briefing.page("index.html")  # the rest is built


def test_a_draft_is_in_no_byte_of_a_build_and_marked_in_a_preview(briefing: Briefing) -> None:
    words = "We can wait for three days more, and not for one hour longer"
    article = briefing.take_over("pier-post-three-days")
    briefing.add_to_head(article, "draft: true")
    briefing.edit("site.yaml", "text: full\n", "text: full\nlead: pier-post-three-days\n")
    told = briefing.run("build")
    assert "error[unknown-pin]" in told.err
    assert briefing.holding("not for one hour longer") == set()
    assert briefing.holding("pier-post-three-days") == set()
    assert briefing.quote("We can wait")["text"] == "We can wait for three days more."
    # A preview shows it, says so on its page, and has no fault to find with the pin.
    built = build_site(Options(content=Path("content"), output=Path("preview"), preview=True))
    assert not [d for d in built.diagnostics if d.code == "unknown-pin"]
    page = Path("preview/articles/pier-post-three-days/index.html").read_text(encoding="utf-8")
    assert words in re.sub("<[^>]*>", "", page)
    assert '<p class="draft">Draft, shown in this preview alone</p>' in page
    assert "Draft" in Path("preview/index.html").read_text(encoding="utf-8")
    assert briefing.holding("Draft, shown") == set()


def test_a_draft_of_an_actor_counts_for_nothing_in_a_build_and_is_marked_in_a_preview(
    briefing: Briefing,
) -> None:
    briefing.edit("actors/coastal-union.md", "kind: organisation\n", "kind: organisation\ndraft: true\n")
    briefing.edit("site.yaml", "actors: [northland, coastal-union]", "actors: [northland]")
    told = briefing.run("build")
    assert "unknown-key" not in told.err
    assert briefing.holding("The union of the crews and pilots") == set()
    build_site(Options(content=Path("content"), output=Path("preview"), preview=True))
    page = Path("preview/actors/coastal-union/index.html").read_text(encoding="utf-8")
    assert '<p class="draft">Draft, shown in this preview alone</p>' in page
    assert "The union of the crews and pilots" in page


def test_who_names_a_draft_is_told_that_it_is_there_and_how_to_publish_it(briefing: Briefing) -> None:
    briefing.edit("actors/coastal-union.md", "kind: organisation\n", "kind: organisation\ndraft: true\n")
    briefing.write("people/ilse-holm.md", "---\nname: Ilse Holm\ndraft: true\n---\n")
    briefing.write(
        "people/bo-quill.md", "---\nname: Bo Quill\nsame_as: [ilse-holm]\n---\n[[coastal-union]]\n"
    )
    briefing.write("pages/terms.md", "---\ntitle: The terms\ndraft: true\n---\nWhat both have signed.\n")
    briefing.write("pages/how.md", "---\ntitle: How\n---\n[[terms]], [terms](../terms/index.html)\n")
    article = briefing.take_over("pier-post-three-days")
    briefing.add_to_head(article, "draft: true")
    briefing.edit("site.yaml", "text: full\n", "text: full\nlead: pier-post-three-days\n")
    told = briefing.run("check", "--format", "json")
    rows = [r for r in json.loads(told.out) if "is a draft" in r["message"] + r["hint"]]
    assert {(r["path"], r["code"]) for r in rows} == {
        ("content/site.yaml", "unknown-actor"),
        ("content/site.yaml", "unknown-pin"),
        ("content/people/bo-quill.md", "unknown-person"),
        ("content/people/bo-quill.md", "dead-link"),
        ("content/pages/how.md", "dead-link"),
    }
    assert [r["message"] for r in rows if r["path"].endswith("how.md")] == [
        'no actor, person, outlet, statement, report or page has the id "terms"',
        "no page or file of the site lies at pages/terms/index.html: content/pages/terms.md is a draft",
    ]
    (actor,) = (r for r in rows if r["code"] == "unknown-actor")
    assert actor["hint"] == (
        'content/actors/coastal-union.md is a draft, which "serve" alone shows; '
        'take "draft: true" out to publish it'
    )
    (pin,) = (r for r in rows if r["code"] == "unknown-pin")
    assert pin["hint"].startswith("content/articles/pier-post-three-days.md is a draft")
    built = build_site(Options(content=Path("content"), output=Path("preview"), preview=True))
    assert not [d for d in built.diagnostics if d.code in {"unknown-actor", "unknown-pin", "dead-link"}]


def test_a_draft_of_a_page_is_in_no_build_and_marked_in_a_preview(briefing: Briefing) -> None:
    briefing.write("pages/terms.md", "---\ntitle: The terms\ndraft: true\n---\nWhat both have signed.\n")
    briefing.run("build")
    assert briefing.holding("What both have signed") == set()
    build_site(Options(content=Path("content"), output=Path("preview"), preview=True))
    page = Path("preview/pages/terms/index.html").read_text(encoding="utf-8")
    assert '<p class="draft">Draft, shown in this preview alone</p>' in page
    assert "What both have signed" in page
