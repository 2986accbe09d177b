"""An editor mends what the machine took a report for: in one entry, and everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

REPORT = "quay-times-minister"
WORDS = "The pilots will bring in whatever floats"


def _corrected(briefing: Briefing, *entries: str) -> None:
    """Take the report over and write corrections into its head, each in one line."""
    article = briefing.take_over(REPORT)
    briefing.add_to_head(article, "corrections:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries))
    briefing.build()


def test_a_wrong_speaker_is_mended_in_one_entry(briefing: Briefing) -> None:
    briefing.build()
    old = briefing.quote(WORDS)
    assert (old["person"], old["actor"]) == ("ilse-marrow", "coastal-union")
    assert WORDS in briefing.page("actors/coastal-union") + briefing.page("people/ilse-marrow")
    _corrected(
        briefing,
        f"at: {{exact: {WORDS}}}, speaker: Ada Berg, actor: northland, why: The outlet mixed up two names.",
    )
    new = briefing.quote(WORDS)
    assert (new["id"], new["person"], new["actor"]) == (old["id"], "ada-berg", "northland")
    # Tables, feeds, index and lists are pages and files like others: nowhere does the old actor have it.
    for page in ("actors/coastal-union", "people/ilse-marrow"):
        assert WORDS not in briefing.page(page)
        assert new["cluster"] not in briefing.page(page)
    for page in ("actors/northland", "people/ada-berg"):
        assert WORDS in briefing.page(page)
    (statement,) = [c for c in briefing.data("clusters") if c["canonical"].startswith(WORDS)]
    assert (statement["speaker"], statement["actor"]) == ("Ada Berg", "northland")
    entry = briefing.page("search").split(WORDS)[1].split("</li>")[0]
    assert "Ada Berg" in entry
    assert "Ilse Marrow" not in entry
    said = {a["id"]: a["said"] for a in briefing.data("actors")}
    assert said == {"northland": 3, "coastal-union": 3}


def test_what_was_found_stays_visible(briefing: Briefing) -> None:
    _corrected(
        briefing,
        f"at: {{exact: {WORDS}}}, speaker: Ada Berg, actor: northland, why: The outlet mixed up two names.",
    )
    found = "Speaker found: <del>Ilse Marrow, Coastal Union</del>; the desk: <ins>Ada Berg, Northland</ins>."
    statement = f"quotes/{briefing.quote(WORDS)['cluster']}"
    for page in (f"articles/{REPORT}", statement, "corrections"):
        assert found in briefing.page(page)
        assert "The outlet mixed up two names." in briefing.page(page)


def test_what_is_no_quotation_goes_and_its_provenance_stays(briefing: Briefing) -> None:
    _corrected(briefing, f"at: {{exact: {WORDS}}}, quote: false, why: A line from a song.")
    assert not [q for q in briefing.data("quotes") if q["text"].startswith(WORDS)]
    told = {f"articles/{REPORT}/index.html", "corrections/index.html", "dossier/index.html"}
    assert briefing.holding(WORDS) == told
    assert (
        "Found: <del>a statement, Ilse Marrow</del>; the desk: <ins>nobody’s statement</ins>."
    ) in briefing.page(f"articles/{REPORT}")


def test_a_missed_quotation_becomes_one(briefing: Briefing) -> None:
    words = "gave no reason"
    _corrected(briefing, f"at: {{exact: {words}}}, quote: true, speaker: Ilse Marrow")
    made = briefing.quote(words)
    assert made["person"] == "ilse-marrow"
    assert words in briefing.page("people/ilse-marrow")
    assert f'id="{made["id"]}"' in briefing.page(f"articles/{REPORT}")
    assert "Found: <del>no quotation</del>; the desk: <ins>a statement</ins>." in briefing.page(
        f"articles/{REPORT}"
    )


def test_a_quotation_has_the_extent_that_an_editor_gives_it(briefing: Briefing) -> None:
    briefing.build()
    old = briefing.quote(WORDS)
    _corrected(briefing, f"at: {{exact: {WORDS}}}, extent: {{exact: will bring in whatever floats}}")
    new = briefing.quote("will bring in")
    assert (new["id"], new["text"]) == (old["id"], "will bring in whatever floats")
    page = briefing.page(f"articles/{REPORT}")
    assert f'id="{new["id"]}">will bring in whatever floats</span>' in page
    assert f"Words found: <del>“{WORDS}”</del>; the desk: <ins>“will bring in whatever floats”</ins>." in page


def test_a_statement_is_of_the_day_that_an_editor_gives_it(briefing: Briefing) -> None:
    _corrected(briefing, f"at: {{exact: {WORDS}}}, day: 2031-05-09")
    assert '<time datetime="2031-05-09">9 May 2031</time>' in briefing.page(
        f"quotes/{briefing.quote(WORDS)['cluster']}"
    )
    assert 'id="d-2031-05-09"' in briefing.page("timeline")
    assert "Day found: <del>14 May 2031</del>; the desk: <ins>9 May 2031</ins>." in briefing.page(
        f"articles/{REPORT}"
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("at: {exact: The sailors}, speaker: Ada Berg", "error[anchor-lost]"),
        (f"at: {{exact: {WORDS}}}, extent: {{exact: gave no reason}}", "error[anchor-lost]"),
        (f"at: {{exact: {WORDS}}}, day: 2031-02-30", "error[bad-date]"),
        (f"at: {{exact: {WORDS}}}, actor: northlnad", 'did you mean "northland"?'),
    ],
)
def test_what_cannot_be_applied_is_told_and_changes_nothing(
    briefing: Briefing, entry: str, told: str
) -> None:
    article = briefing.take_over(REPORT)
    briefing.add_to_head(article, f"corrections:\n  - {{{entry}}}")
    failed = briefing.run("build")
    assert failed.status == 1
    assert told in failed.err
    assert f"content/articles/{REPORT}.md:" in failed.err
    assert briefing.quote(WORDS)["person"] == "ilse-marrow"
