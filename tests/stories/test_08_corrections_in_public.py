"""A dated correction is told where readers are: on each page that it touches, on one page, and by feed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

REPORT = "quay-times-minister"
WORDS = "The pilots will bring in whatever floats"
ENTRY = f"""corrections:
  - at: {{exact: {WORDS}}}
    speaker: Ada Berg
    actor: northland
    why: The outlet mixed up two names.
    date: 2031-05-20
"""
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TOLD = "Speaker found: <del>Ilse Marrow, Coastal Union</del>; the desk: <ins>Ada Berg, Northland</ins>."
FILES = {"corrections/feed.xml", "feed.xml", "feed.json", "sitemap.xml"}


def _modified(briefing: Briefing) -> dict[str, str]:
    """Return the pages that say when they were last changed, and the day."""
    pattern = re.compile(r'"dateModified":"([^"]+)"')
    pages = {path: data.decode() for path, data in briefing.files().items() if path.endswith(".html")}
    return {path: found[1] for path, page in pages.items() if (found := pattern.search(page))}


def _lastmod(briefing: Briefing) -> dict[str, str | None]:
    tree = ET.fromstring(briefing.page("sitemap.xml"))  # noqa: S314 - our own
    return {url.findtext(f"{MAP}loc") or "": url.findtext(f"{MAP}lastmod") for url in tree}


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before | after if before.get(path) != after.get(path)}


def test_a_dated_correction_stands_on_each_page_that_it_touches(briefing: Briefing) -> None:
    article = briefing.take_over(REPORT)
    briefing.build()
    assert _modified(briefing) == {}
    briefing.add_to_head(article, ENTRY)
    briefing.build()
    statement = f"quotes/{briefing.quote(WORDS)['cluster']}"
    touched = {
        f"articles/{REPORT}",
        statement,
        "people/ada-berg",
        "people/ilse-marrow",
        "actors/northland",
        "actors/coastal-union",
        "outlets/quay-times",
        "corrections",
    }
    for page in touched:
        assert TOLD in briefing.page(page), page
        assert '<time datetime="2031-05-20">20 May 2031</time>' in briefing.page(page), page
    assert _modified(briefing) == {f"{page}/index.html": "2031-05-20" for page in touched}


def test_it_comes_by_feed_and_by_a_feed_of_corrections_alone(briefing: Briefing) -> None:
    briefing.add_to_head(briefing.take_over(REPORT), ENTRY)
    briefing.build()
    alone = ET.fromstring(briefing.page("corrections/feed.xml"))  # noqa: S314 - our own
    (entry,) = alone.findall(f"{ATOM}entry")
    assert alone.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated") == "2031-05-20T00:00:00+02:00"
    assert entry.findtext(f"{ATOM}title") == "Correction: Minister sets a term for Holm"
    summary = entry.findtext(f"{ATOM}summary") or ""
    assert TOLD.rstrip(".") in summary
    assert "The outlet mixed up two names." in summary
    ident = entry.findtext(f"{ATOM}id") or ""
    assert ident.startswith("https://briefing.example/holm/corrections/#c-q-")
    assert f'id="{ident.partition("#")[2]}"' in briefing.page("corrections")
    every = ET.fromstring(briefing.page("feed.xml"))  # noqa: S314 - our own
    entries = every.findall(f"{ATOM}entry")
    updated = {e.findtext(f"{ATOM}title"): e.findtext(f"{ATOM}updated") for e in entries}
    assert updated["Correction: Minister sets a term for Holm"] == "2031-05-20T00:00:00+02:00"
    assert updated["Minister sets a term for Holm"] == "2031-05-20T00:00:00+02:00"
    assert updated["No offer yet, says union"] == "2031-05-14T00:00:00+02:00"
    assert '"date_modified": "2031-05-20T00:00:00+02:00"' in briefing.page("feed.json")


def test_nothing_else_changes(briefing: Briefing) -> None:
    """The desk has looked at a passage, and says so: no page but those that have it is another."""
    article = briefing.take_over(REPORT)
    briefing.build()
    before, days = briefing.files(), _lastmod(briefing)
    briefing.add_to_head(
        article, f"corrections:\n  - {{at: {{exact: {WORDS}}}, why: Heard on tape., date: 2031-05-21}}"
    )
    briefing.build()
    touched = {
        f"articles/{REPORT}/index.html",
        f"quotes/{briefing.quote(WORDS)['cluster']}/index.html",
        "people/ilse-marrow/index.html",
        "actors/coastal-union/index.html",
        "outlets/quay-times/index.html",
        "corrections/index.html",
    }
    assert set(_modified(briefing)) == touched
    # The page about the briefing counts corrections; nothing that it says of the affair has changed.
    assert _changed(before, briefing.files()) == touched | FILES | {
        "about/index.html",
        "actors/coastal-union/feed.xml",
        "actors/coastal-union/dossier/index.html",
        "dossier/index.html",
    }
    later = {address for address, day in _lastmod(briefing).items() if day != days[address]}
    site = "https://briefing.example/holm/"
    assert later == {f"{site}{path.removesuffix('index.html')}" for path in touched}


def test_a_note_that_corrects_is_told_as_well(briefing: Briefing) -> None:
    told = briefing.run(
        "note", REPORT, WORDS, "--text", "On tape."
    )  # with the first one all pages lead to notes
    assert told.status == 0, told.err
    briefing.build()
    before = briefing.files()
    told = briefing.run(
        "note", "marsh-herald-vote", "412 votes", "--kind", "correction", "--date", "2031-05-22",
        "--text", "The union counted 421; see [[coastal-union]].",
    )  # fmt: skip
    assert told.status == 0, told.err
    briefing.build()
    touched = {
        "articles/marsh-herald-vote/index.html",
        "outlets/marsh-herald/index.html",
        "corrections/index.html",
    }
    assert set(_modified(briefing)) == touched
    noted = {"about/index.html", "notes/index.html", "notes/feed.xml", "dossier/index.html"}
    assert _changed(before, briefing.files()) == touched | FILES | noted
    assert "The union counted 421; see Coastal Union." in briefing.page("corrections")
    assert "The union counted 421" in briefing.page("corrections/feed.xml")
