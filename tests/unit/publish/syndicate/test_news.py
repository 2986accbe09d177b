from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.publish.show.changes import open_changes
from generator.publish.show.frame import Frame
from generator.publish.syndicate.feeds import feed_files
from generator.publish.syndicate.news import moment
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"


def files(frame: Frame) -> dict[str, bytes]:
    return {a.path: a.data for a in feed_files(frame, ())}


def notes_feed(frame: Frame) -> ET.Element:
    return ET.fromstring(files(frame)["notes/feed.xml"])  # noqa: S314 - our own feed


def framed(corpus: Corpus, settings: Settings) -> Frame:
    ledger = open_ledger(corpus, settings)
    return Frame(ledger, gather(ledger), changes=open_changes(ledger))


def test_atom_is_as_new_as_its_newest_report(frame: Frame) -> None:
    feed = ET.fromstring(files(frame)["feed.xml"])  # noqa: S314 - our own feed
    assert feed.findtext(f"{ATOM}id") == "https://briefing.example/crisis/"
    assert feed.findtext(f"{ATOM}updated") == "2026-03-12T23:30:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The accord"
    first, second = feed.findall(f"{ATOM}entry")  # the undated report is not there
    assert first.findtext(f"{ATOM}title") == "Accord refused"
    assert second.findtext(f"{ATOM}updated") == "2026-03-10T00:00:00+01:00"
    assert second.findtext(f"{ATOM}id") == "https://briefing.example/crisis/articles/a1/"
    assert [link.get("rel") for link in first.findall(f"{ATOM}link")] == ["alternate"]
    assert [link.get("href") for link in second.findall(f"{ATOM}link")] == [
        "https://briefing.example/crisis/articles/a1/",
        "https://harbour.example/1",
    ]
    assert [c.get("term") for c in second.findall(f"{ATOM}category")] == ["aldoria", "borvia"]
    assert second.findtext(f"{ATOM}summary") == "A dek with words"


def test_json_feed_has_the_undated_too(frame: Frame) -> None:
    feed = json.loads(files(frame)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]] == [
        "Accord refused",
        "Aldoria says ‘never again’",
        "The port was quiet",
    ]
    assert feed["items"][1]["external_url"] == "https://harbour.example/1"
    assert feed["items"][1]["authors"] == [{"name": "Harbour Post"}]
    assert feed["items"][1]["tags"] == ["Aldoria", "Borvia"]
    assert "date_published" not in feed["items"][2]
    assert all(item["content_text"] for item in feed["items"])


def test_nothing_dated_and_no_address_still_make_valid_feeds(corpus: Corpus, settings: Settings) -> None:
    frame = framed(replace(corpus, articles=corpus.articles[2:]), replace(settings, base_url=""))
    feed = ET.fromstring(files(frame)["feed.xml"])  # noqa: S314 - our own feed
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert feed.findtext(f"{ATOM}id") == "https://briefing.invalid/"


def test_odd_letters_do_not_break_xml(corpus: Corpus, settings: Settings) -> None:
    front = replace(corpus.articles[1].front, title='<b> & "c"\x0b\u00a0d', outlet="\x00x")
    frame = framed(replace(corpus, articles=(replace(corpus.articles[1], front=front),)), settings)
    feed = ET.fromstring(files(frame)["feed.xml"])  # noqa: S314 - our own feed
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == '<b> & "c" d'


@pytest.mark.parametrize(
    ("published", "zone", "expected"),
    [
        (None, "UTC", ""),
        ("2026-03-10", "UTC", "2026-03-10T00:00:00Z"),
        ("2026-07-10", "Europe/Brussels", "2026-07-10T00:00:00+02:00"),
        ("2026-03-10T10:00:00", "UTC", "2026-03-10T10:00:00Z"),
        ("2026-03-10T10:00:00-05:00", "UTC", "2026-03-10T10:00:00-05:00"),
        ("2026-03-10", "Nowhere/At_All", "2026-03-10T00:00:00Z"),
        ("2026-03", "UTC", ""),
    ],
)
def test_moments_are_those_of_rfc_3339(published: str | None, zone: str, expected: str) -> None:
    assert moment(published, zone) == expected


def test_each_actor_has_a_feed_of_what_it_said(frame: Frame) -> None:
    found = files(frame)
    gathered = frame.gathered.actors
    for actor in frame.ledger.corpus.actors:
        feed = ET.fromstring(found[f"actors/{actor.id}/feed.xml"])  # noqa: S314 - our own feed
        page = f"https://briefing.example/crisis/actors/{actor.id}/"
        assert feed.findtext(f"{ATOM}id") == page
        own = next(e for e in feed.findall(f"{ATOM}link") if e.get("rel") == "self")
        assert own.get("href") == f"{page}feed.xml"
        dated = [s for s in gathered.said.get(actor.id, ()) if s.day]
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) == len(dated)
        for entry, statement in zip(entries, dated, strict=True):
            assert statement.words in (entry.findtext(f"{ATOM}title") or "")
            assert (entry.findtext(f"{ATOM}id") or "").endswith(f"/quotes/{statement.cluster.id}/")
    assert any(gathered.said.values())


def test_the_dated_notes_have_a_feed(frame: Frame) -> None:
    feed = notes_feed(frame)
    assert feed.findtext(f"{ATOM}title") == "The accord: Notes"
    assert feed.findtext(f"{ATOM}id") == "https://briefing.example/crisis/notes/"
    (entry,) = feed.findall(f"{ATOM}entry")  # the undated note is not there
    assert entry.findtext(f"{ATOM}title") == "Disputed: Aldoria says ‘never again’"
    assert entry.findtext(f"{ATOM}id") == "https://briefing.example/crisis/notes/#n-n1"
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [
        "https://briefing.example/crisis/articles/a1/#n-n1"
    ]
    assert entry.findtext(f"{ATOM}updated") == "2026-03-11T00:00:00+01:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Rosa"
    assert entry.findtext(f"{ATOM}summary") == "“the quay”: See them and nobody."


def test_what_is_for_the_desk_is_in_no_feed_of_notes(corpus: Corpus, settings: Settings) -> None:
    hidden = tuple(replace(note, public=note.id != "n1") for note in corpus.notes)
    assert notes_feed(framed(replace(corpus, notes=hidden), settings)).findall(f"{ATOM}entry") == []
    none = framed(replace(corpus, notes=()), settings)
    assert "notes/feed.xml" not in files(none)
