"""Every Atom feed as a reader of feeds and as the standard's own grammar see it."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

HERE = Path(__file__).parent


def feeds(site: Path) -> list[Path]:
    found = sorted(site.rglob("feed.xml"))
    assert found
    return found


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(HERE / "atom.rng"))


@pytest.fixture(scope="module", params=["demonstration", "nasty"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_a_reader_of_feeds_finds_nothing_amiss(site: Path) -> None:
    for path in feeds(site):
        read = feedparser.parse(path.read_bytes())
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert len({entry.id for entry in read.entries}) == len(read.entries)
        assert all(entry.title and entry.link and entry.updated_parsed for entry in read.entries), path


def test_feeds_follow_the_grammar(site: Path, grammar: etree.RelaxNG) -> None:
    for path in feeds(site):
        assert grammar.validate(etree.parse(path)), (path, grammar.error_log)


def test_the_pages_of_what_has_a_feed_name_it_before_all_others(site: Path) -> None:
    own = [path for path in feeds(site) if path.parent != site]
    assert {path.parent.name for path in own} >= {"notes", "corrections"}
    for path in own:
        page = html.document_fromstring((path.parent / "index.html").read_bytes())
        named = page.xpath("/html/head/link[@rel='alternate']/@href")
        assert (path.parent / str(named[0])).resolve() == path.resolve()
        assert page.xpath("//main//a[@href=$feed] | //footer//a[@href=$feed]", feed=named[0])


def test_the_grammar_sees_a_fault(demonstration: Path, grammar: etree.RelaxNG) -> None:
    feed = etree.parse(demonstration / "feed.xml")
    feed.getroot().remove(feed.getroot().find("{http://www.w3.org/2005/Atom}updated"))
    assert not grammar.validate(feed)
