"""Saved pages in several house styles: what they mark as the story comes out, whole, and nothing else.

In ``pages/*.html`` the elements with the attribute ``data-story`` are the story; the attribute is taken out
before the page is read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from generator.ingest.clean import clean
from generator.model.article import STORY, CleanText, Media, RawDocument
from generator.model.settings import ReadSettings

PAGES = sorted(Path(__file__).parent.glob("pages/*.html"))


def read(page: Path) -> CleanText:
    html = page.read_text(encoding="utf-8").replace(" data-story", "")
    return clean(RawDocument(html, Media.HTML, "0"), ReadSettings())


def wanted(page: Path) -> list[str]:
    html = page.read_text(encoding="utf-8")
    return [" ".join(el.text_content().split()) for el in document_fromstring(html).xpath("//*[@data-story]")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_story_and_nothing_else(page: Path) -> None:
    found = read(page)
    assert [b.span.of(found.text) for b in found.blocks if b.role in STORY] == wanted(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_left_out_names_its_rule_and_line(page: Path) -> None:
    found, lines = read(page), page.read_text(encoding="utf-8").splitlines()
    for block in found.blocks:
        if block.rule is not None:
            words = re.findall(r"\w+", block.span.of(found.text))
            assert words[0] in "".join(lines[block.line - 1 : block.line + 2])


def test_the_facts() -> None:
    facts = {page.stem: read(page).facts for page in PAGES}
    assert facts["weblog"].title == "Ferry idle for third week as wages go unpaid"
    assert facts["weblog"].byline == ("Ada Lind", "Bo Ek")
    assert facts["weblog"].published == "2024-03-12T08:15:00+01:00"
    assert facts["weblog"].url == "https://post.example/2024/03/ferry-idle/"
    assert facts["cards"].dek == "Ministers call it a matter of safety; shipowners call it theft"
    assert facts["cards"].outlet == "Coastal Times"
    assert facts["live"].title == "Storm on the coast: as it happened"
    assert facts["nobody"].title == "Two tugs for sale"
    assert facts["table"].published is None
