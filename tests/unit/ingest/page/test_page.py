from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.page.page import read_page
from generator.model.article import CleanText, Media, RawDocument
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."


def read(
    html: str, settings: ReadSettings | None = None, *, clean: bool = True, language: str | None = None
) -> CleanText:
    document = RawDocument(html, Media.HTML, "seed", language=language, clean=clean)
    return read_page(document, settings or ReadSettings())


def blocks(
    html: str, settings: ReadSettings | None = None, *, clean: bool = True
) -> list[tuple[str, str | None, str]]:
    found = read(html, settings, clean=clean)
    return [(b.role.value, b.rule, b.span.of(found.text)) for b in found.blocks]


def page(*parts: str) -> str:
    return f"<html lang=en><title>Pilots\u00a0 refuse</title><body><article>{''.join(parts)}</article></html>"


def test_headline_and_dek_stand_first() -> None:
    html = page("<h1>Pilots refuse</h1>", "<p class=dek>A second\nboat</p>", f"<p>{STORY}</p>")
    assert blocks(html) == [
        ("headline", None, "Pilots refuse"),
        ("dek", None, "A second boat"),
        ("paragraph", None, STORY),
    ]


def test_the_facts_are_as_the_text_has_them() -> None:
    facts = read(page(f"<meta name=author content='Ada\u00adQuill'><p>{STORY}</p>")).facts
    assert (facts.title, facts.byline, facts.language) == ("Pilots refuse", ("AdaQuill",), "en")
    assert read(page(f"<p>{STORY}</p>"), language="nb").facts.language == "nb"


def test_wording_overrules_paragraphs_items_and_headings() -> None:
    html = page(f"<p>{STORY}</p><h2>Related stories</h2><ul><li>Tug owner fined</li></ul><p>Donate now</p>")
    assert [(role, rule) for role, rule, _ in blocks(html)] == [
        ("headline", None),
        ("paragraph", None),
        ("boilerplate", "related"),
        ("boilerplate", "related"),
        ("boilerplate", "donation"),
    ]


def test_wording_does_not_overrule_the_headline() -> None:
    html = f"<title>Donate now</title><body><article><h1>Donate now</h1><p>{STORY}</p></article>"
    assert blocks(html)[0] == ("headline", None, "Donate now")


def test_bylines_and_credits_in_paragraphs() -> None:
    html = page(f"<p>By Ada Quill (Ostend)</p><p>Tom Reed/Reuters</p><p>{STORY}</p>")
    assert [role for role, _, _ in blocks(html)] == ["headline", "byline", "credit", "paragraph"]


def test_who_and_when_are_read_where_a_page_says_them_to_its_readers_alone() -> None:
    above = "<h1>Pilots strike</h1><p>By Ada Quill and Bo Ek</p><p>4 May 2031</p>"
    found = read(page(above, f"<p>{STORY}</p>"))
    assert (found.facts.byline, found.facts.published) == (("Ada Quill", "Bo Ek"), "2031-05-04")
    said = read(page('<meta name="author" content="Mia Holt">', above, f"<p>{STORY}</p>"))
    assert said.facts.byline == ("Mia Holt",)


def test_a_caption_is_parted_from_its_credit_in_facts_and_text() -> None:
    figure = "<figure><img src=x><figcaption>Gulls over the pier. Tom Reed/Reuters</figcaption></figure>"
    found = read(page(f"<p>{STORY}</p>", figure))
    assert (found.facts.caption, found.facts.credit) == ("Gulls over the pier.", "Tom Reed/Reuters")
    assert [b.role.value for b in found.blocks] == ["headline", "paragraph", "caption", "credit"]


def test_editors_prevail() -> None:
    html = page(f"<p>{STORY}</p><ul><li>Donate now</li><li>Nobody came.</li></ul>")
    found = blocks(html, ReadSettings(keep=("Donate",), drop=("Nobody",)))
    assert [(role, rule) for role, rule, _ in found[2:]] == [("item", None), ("boilerplate", "site.yaml")]


def test_without_cleaning_nothing_is_boilerplate() -> None:
    html = page(f"<p>{STORY}</p><p>Donate now</p>")
    assert [role for role, _, _ in blocks(html, clean=False)] == ["headline", "paragraph", "paragraph"]


def test_a_page_of_nothing() -> None:
    assert read("<!-- nothing -->").text == ""


@given(
    st.lists(
        st.sampled_from(["<p>", "<li>", "<h2>", "<figcaption>", "</p>", "<br>", STORY])
        | st.text(max_size=30),
        max_size=12,
    )
)
@settings(deadline=None)
def test_blocks_do_not_overlap_and_hold_every_letter(parts: list[str]) -> None:
    found = read(page(*parts))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found.blocks))
    held = "".join(b.span.of(found.text) for b in found.blocks)
    assert "".join(held.split()) == "".join(found.text.split())


def test_turns_that_line_breaks_part_are_one_block_each() -> None:
    turns = "".join(
        f"<p>Q: What of pier {n}?<br>A: I have not seen it, and we shall not.</p>" for n in range(3)
    )
    found = [words for _, _, words in blocks(page("<h1>Pilots refuse</h1>", f"<p>{STORY}</p>", turns))][2:]
    assert found[:2] == ["Q: What of pier 0?", "A: I have not seen it, and we shall not."]
    assert len(found) == 6


def test_other_line_breaks_part_no_blocks() -> None:
    html = page("<h1>Pilots refuse</h1>", f"<p>{STORY}<br>Where: the pier<br>When: at noon</p>")
    assert [words for _, _, words in blocks(html)][1:] == [f"{STORY} Where: the pier When: at noon"]


def test_what_a_talk_sets_off_is_told_and_nothing_else_is() -> None:
    talk = "".join(f"<p><b>{who}</b> {STORY}</p>" for who in ("Ada Quill", "Bo Ek", "Ada Quill"))
    other = f"<p><b>SUNHOLM</b> {STORY}</p><p><i>All</i> of {STORY}</p>"
    assert [b.lead for b in read(page("<h1>Pilots refuse</h1>", talk)).blocks] == [0, 9, 5, 9]
    assert {b.lead for b in read(page("<h1>Pilots refuse</h1>", other)).blocks} == {0}
