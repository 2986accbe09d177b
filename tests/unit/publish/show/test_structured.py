"""What pages say of themselves in the words of schema.org."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.compose.article_page import article_pages
from generator.publish.compose.desk_pages import editors_pages
from generator.publish.compose.outlet_pages import outlet_pages
from generator.publish.compose.overviews import front_page
from generator.publish.compose.statement_page import statement_pages
from generator.publish.compose.voice_pages import actor_pages, person_pages
from generator.publish.phrase.languages import open_tongue
from generator.publish.show.structured import structured, whole_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.site import Page
    from generator.publish.show.frame import Frame


def said(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.view.shell.structured)
    return found


def first(pages: Sequence[Page], **wanted: str) -> dict[str, Any]:
    about = [said(p)["mainEntity"] for p in pages]
    return next(a for a in about if all(a.get(name) == value for name, value in wanted.items()))


def test_a_page_says_where_it_belongs(frame: Frame) -> None:
    page = said(statement_pages(frame)[0])
    assert page["isPartOf"]["url"] == "https://briefing.example/crisis/"
    crumbs = page["breadcrumb"]["itemListElement"]
    assert [c["item"] for c in crumbs] == ["https://briefing.example/crisis/", page["url"]]
    front = said(front_page(frame, ""))
    assert front["@type"] == "WebSite"
    assert "breadcrumb" not in front


def test_a_statement_has_its_speaker_and_the_reports_that_have_it(frame: Frame) -> None:
    pages = statement_pages(frame)
    about = [said(p)["mainEntity"] for p in pages]
    assert {a["@type"] for a in about} == {"Quotation"}
    speakers = [a["spokenByCharacter"] for a in about if "spokenByCharacter" in a]
    assert {s["@type"] for s in speakers} >= {"Person"}
    for speaker in speakers:
        folder = "people" if speaker["@type"] == "Person" else "actors"
        assert speaker["url"].startswith(f"https://briefing.example/crisis/{folder}/")
    for page, thing in zip(pages, about, strict=True):
        assert len(thing["citation"]) == len(page.view.wordings)  # type: ignore[union-attr]


def test_each_thing_is_in_its_language(frame: Frame) -> None:
    german = replace(frame, ledger=replace(frame.ledger, tongue=open_tongue("de")[0]), _cards={})
    (statement, *_) = statement_pages(german)
    page = said(statement)
    assert (page["inLanguage"], page["mainEntity"]["inLanguage"]) == ("de", "en")
    assert {report["inLanguage"] for report in page["mainEntity"]["citation"]} == {"en"}
    assert {said(p)["inLanguage"] for p in editors_pages(german)} == {"en"}


def test_nobody_is_called_a_person_who_is_not_named(frame: Frame) -> None:
    unknown = [p for p in statement_pages(frame) if not p.view.voice.known]  # type: ignore[union-attr]
    assert unknown
    assert all("spokenByCharacter" not in said(p)["mainEntity"] for p in unknown)


def test_people_actors_outlets_and_reports_are_named(frame: Frame) -> None:
    kinds = {
        "Person": person_pages(frame),
        "Organization": actor_pages(frame),
        "NewsMediaOrganization": outlet_pages(frame),
        "NewsArticle": article_pages(frame),
    }
    for kind, pages in kinds.items():
        assert {said(p)["mainEntity"]["@type"] for p in pages} == {kind}


@pytest.mark.parametrize("odd", ["</script><b>", "a & b", "\u2028\u2029"])
def test_nothing_in_it_ends_its_element(frame: Frame, odd: str) -> None:
    view = front_page(frame, "").view
    text = structured(replace(view, shell=replace(view.shell, title=odd)))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["name"] == odd


def test_without_an_address_of_the_site_addresses_count_from_the_page(frame: Frame) -> None:
    view = person_pages(frame)[0].view
    told = json.loads(structured(replace(view, shell=replace(view.shell, canonical=""))))
    assert "url" not in told
    assert told["isPartOf"]["url"] == view.shell.home


def test_what_is_told_of_again_is_its_id_alone(frame: Frame) -> None:
    (about,) = (said(p)["mainEntity"] for p in article_pages(frame, {"a1"}))
    speakers = [q["spokenByCharacter"] for q in about["hasPart"] if "spokenByCharacter" in q]
    ident = "https://briefing.example/crisis/people/anna-arden/#it"
    first, *others = [s for s in speakers if s["@id"] == ident]
    assert first["name"] == "Anna Arden"
    assert others
    assert all(other == {"@type": "Person", "@id": ident} for other in others)


def test_who_has_no_page_is_told_of_as_the_actor_that_speaks(frame: Frame) -> None:
    view = next(p.view for p in statement_pages(frame) if p.view.voice.actor)  # type: ignore[union-attr]
    ministry = replace(view.voice, name="The ministry", href=view.voice.actor_href)  # type: ignore[union-attr]
    speaker = json.loads(structured(replace(view, voice=ministry)))["mainEntity"]["spokenByCharacter"]  # type: ignore[arg-type]
    assert speaker["name"] == ministry.actor


@given(
    st.sampled_from(("https://example.org/", "https://example.org/a/b/", "https://example.org/a/b/c.html")),
    st.lists(
        st.sampled_from(("../", "./", "people/", "a.b/", ".c/", "x", "index.html", "#it", "?q", ":", "//"))
    ),
)
def test_a_link_is_joined_as_the_library_joins_it(page: str, parts: list[str]) -> None:
    href = "".join(parts)
    assert href == "" or whole_address(page, href) == urljoin(page, href).removesuffix("index.html")
