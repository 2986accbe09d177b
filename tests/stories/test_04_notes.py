"""The desk's own voice: notes on passages, in files of their own and in a body, for readers or the desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

REPORT = "pier-post-three-days"
PAGE = f"articles/{REPORT}"
BULLETIN = "articles/harbour-radio-evening"

TERM = """---
article: pier-post-three-days
at: {exact: not for one hour longer}
by: Mia
kind: dispute
date: 2031-05-17
---
The *other* paper leaves this out.[^1] See [[ada-berg]], [[coastal-union|the union]],
[[quay-times-minister]], [[method]], [[marsh-herald]] and [[STATEMENT]].

- It was said once.[^where]

[^1]: In its edition of 15 May.
[^where]: On the pier, see [[harbour-radio-evening]].
"""
BERTHS = """---
article: pier-post-three-days
at: {exact: 40 berths}
kind: verified
---
Counted on the spot.[^1]

[^1]: On 12 May.
"""
IN_BODY = """
::: note {by="Mia" kind="correction" date="2031-05-18"}
The bulletin of nine had it otherwise.[^1] See [[northland]].

[^1]: And so had that of ten.
:::

::: note
The weather was fine.[^1]

[^1]: So we remember.
:::
"""
FOR_THE_DESK = """
::: note {audience="desk"}
Ring Zebedee about this.[^1]

[^1]: Not before noon, says Obadiah.
:::

::: note {audince="dsek"}
Nor is Jedediah to be named.
:::
"""


def statement(briefing: Briefing, words: str) -> str:
    """Return the id of a statement, which begins with its words: so it can be completed as it is typed."""
    (found,) = (c["id"] for c in briefing.data("clusters") if c["canonical"].startswith(words))
    return str(found)


def written(briefing: Briefing) -> None:
    """Write two notes in files and two in a body, with links to everything that a link may name."""
    briefing.build()
    ident = statement(briefing, "Nobody on our boats")
    assert ident.startswith("nobody-on-our-boats-has-seen-")
    briefing.write("pages/method.md", "---\ntitle: Our method\n---\nWe read.[^1]\n\n[^1]: Twice.\n")
    briefing.write("notes/term.md", TERM.replace("STATEMENT", ident))
    briefing.write("notes/berths.md", BERTHS)
    briefing.write(f"{BULLETIN}.md", briefing.read(f"{BULLETIN}.md") + IN_BODY)


def note(page: str, ident: str) -> html.HtmlElement:
    found: html.HtmlElement = html.document_fromstring(page).get_element_by_id(ident)
    return found


def test_a_note_says_its_kind_its_writer_and_its_day_and_leads_to_all_that_it_names(
    briefing: Briefing,
) -> None:
    written(briefing)
    briefing.build("--strict")
    entry = note(briefing.page(PAGE), "n-term")
    assert " ".join(entry.find("p").text_content().split()) == (
        "* Disputed, Mia, 17 May 2031 ¶Link to this note"
    )
    assert "note dispute" in str(entry.get("class"))
    links = {a.text_content(): str(a.get("href")) for a in entry.iter("a") if a.get("class") == "wiki"}
    statement_page = f"../../quotes/{statement(briefing, 'Nobody on our boats')}/index.html"
    assert links == {
        "Ada Berg": "../../people/ada-berg/index.html",
        "the union": "../../actors/coastal-union/index.html",
        "Minister sets a term for Holm": "../../articles/quay-times-minister/index.html",
        "Our method": "../../pages/method/index.html",
        "Marsh Herald": "../../outlets/marsh-herald/index.html",
        "“Nobody on our boats has seen a sheet of paper”": statement_page,
        "Lamp at the mole": "../../articles/harbour-radio-evening/index.html",
    }
    for href in links.values():
        assert (briefing.site / PAGE / href).resolve().is_file()
    verified = note(briefing.page(PAGE), "n-berths").text_content()
    assert "Verified, Desk" in " ".join(verified.split())


@pytest.mark.parametrize("path", [PAGE, BULLETIN, "pages/method"])
def test_footnotes_lead_there_and_back_and_no_id_stands_twice(briefing: Briefing, path: str) -> None:
    written(briefing)
    briefing.build()
    page = html.document_fromstring(briefing.page(path))
    ids = [str(i) for i in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    called = page.xpath("//sup[@class='fn']//a/@href")
    assert len(called) == {PAGE: 3, BULLETIN: 2, "pages/method": 1}[path]
    back = page.xpath("//a[@class='fnback']/@href")
    assert len(back) == len(called)
    assert {str(href)[1:] for href in (*called, *back)} <= set(ids)


def test_a_note_in_a_body_stands_beside_the_paragraph_above_it(briefing: Briefing) -> None:
    written(briefing)
    briefing.build()
    page = html.document_fromstring(briefing.page(BULLETIN))
    first, second = page.xpath("//ul[contains(@class, 'margin')]/li[@class='desk']/aside")
    assert first.getparent().getparent().getprevious().text_content().startswith("The weather")
    assert first.find("p").text_content() == "Correction · Mia · 18 May 2031"
    assert second.find("p").text_content() == "Context · Desk"
    assert first.xpath("ol[@class='fns']")[0].text_content().strip().startswith("And so had that of ten.")
    assert not any("bulletin of nine" in q["text"] for q in briefing.data("quotes"))


def test_what_is_for_the_desk_alone_is_in_no_byte_of_the_site(briefing: Briefing) -> None:
    written(briefing)
    briefing.build()
    before = briefing.files()
    briefing.write(f"{BULLETIN}.md", briefing.read(f"{BULLETIN}.md") + FOR_THE_DESK)
    briefing.write(
        "notes/ask.md", BERTHS.replace("kind: verified", "audience: desk").replace("spot", "Habakkuk")
    )
    briefing.write(
        "notes/mistyped.md", BERTHS.replace("kind: verified", "audience: dsk").replace("spot", "Malachi")
    )
    told = briefing.run("build")
    assert "content/notes/mistyped.md:4:11: error[bad-value]" in told.err
    assert 'did you mean "audience"?' in told.err
    names = ("Zebedee", "Obadiah", "Jedediah", "Habakkuk", "Malachi")
    for path, data in briefing.files().items():
        assert not [name for name in names if name.encode() in data], path
    assert briefing.files() == before


def test_a_link_that_is_mistyped_a_kind_that_is_none_and_a_note_without_end_are_told(
    briefing: Briefing,
) -> None:
    briefing.write("notes/term.md", TERM.replace("[[STATEMENT]]", "[[adaberg]]"))
    text = briefing.read(f"{BULLETIN}.md")
    line = text.count("\n") + 2
    briefing.write(f"{BULLETIN}.md", f'{text}\n::: note {{kind="disputed"}}\nSo they say.\n')
    told = briefing.run("check")
    assert told.status == 1
    assert re.search(r"content/notes/term\.md:9:\d+: warning\[dead-link\]", told.err)
    assert "did you mean [[ada-berg]]?" in told.err
    assert f"content/{BULLETIN}.md:{line}:11: error[bad-value]" in told.err
    assert 'did you mean "dispute"?' in told.err
    assert f"content/{BULLETIN}.md:{line}:1: error[unclosed-note]" in told.err
