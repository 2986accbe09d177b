"""What tests/cases/plaintext does not show: the editors' word, titles that are given, lines and facts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.label.normalise import normalise
from generator.ingest.label.plaintext import assemble, lines_of, read_plain
from generator.ingest.label.shape import BULLET
from generator.model.article import Media, RawDocument, Role
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
MORE = "The port has offered them a second boat, a doctor on call and a longer rest after every shift."
NO_SETTINGS = ReadSettings()
PIECES = (
    STORY,
    MORE,
    "Pilots refuse",
    "By Ada Quill",
    "Gulls. Ada Quill/Reuters",
    "Tags: a, b",
    "• one",
    "“Go.”Ada went",
)


def blocks(
    text: str, settings: ReadSettings = NO_SETTINGS, **given_: str
) -> list[tuple[str, str | None, str]]:
    document = RawDocument(text, Media.TEXT, "seed", title=given_.get("title"), dek=given_.get("dek"))
    clean = read_plain(document, settings)
    return [(b.role.value, b.rule, b.span.of(clean.text)) for b in clean.blocks]


def test_without_cleaning_everything_is_the_story() -> None:
    document = RawDocument(f"Pilots refuse\n\n{STORY}\n\nDonate now", Media.TEXT, "seed", clean=False)
    assert {b.role for b in read_plain(document, ReadSettings()).blocks} == {Role.PARAGRAPH}


def test_an_editor_keeps_and_drops() -> None:
    found = blocks(f"{STORY}\n\nDonate now\n\n{MORE}", ReadSettings(keep=("Donate",), drop=("The port",)))
    assert [(role, rule) for role, rule, _ in found] == [
        ("paragraph", None),
        ("paragraph", None),
        ("boilerplate", "site.yaml"),
    ]


def test_a_given_headline_is_found_however_it_is_set() -> None:
    found = blocks(f"PIER NEWS\n\n“Pilots” refuse\n\nSecond boat\n\n{STORY}", title='"Pilots" Refuse')
    assert found[:3] == [
        ("boilerplate", "masthead", "PIER NEWS"),
        ("headline", None, "“Pilots” refuse"),
        ("dek", None, "Second boat"),
    ]


def test_a_given_dek_may_be_a_sentence() -> None:
    dek = "The port is to buy a second boat, and to pay for it with what it once saved on the first."
    found = blocks(f"Pilots refuse\n\n{dek}\n\n{STORY}", dek=dek)
    assert found[:2] == [("headline", None, "Pilots refuse"), ("dek", None, dek)]


def test_a_title_of_somebody_elses_does_not_hide_the_headline() -> None:
    found = blocks(f"Pilots refuse\n\n{STORY}", title="The night ferry")
    assert found[0] == ("headline", None, "Pilots refuse")


def test_a_long_line_is_no_headline() -> None:
    found = blocks(f"{'very ' * 27}long\n\n{STORY}")
    assert [role for role, _, _ in found] == ["paragraph", "paragraph"]


def test_a_long_line_without_an_end_is_the_story() -> None:
    found = blocks(f"Pilots refuse\n\n{'word ' * 46}word\n\nNobody came")
    assert [role for role, _, _ in found] == ["headline", "paragraph", "boilerplate"]


def test_lines_have_their_numbers_and_gaps() -> None:
    lines = lines_of(f"\nOne\nTwo\n\n{STORY}\n")
    assert [(line.number, line.gap, line.glued) for line in lines] == [
        (2, True, False),
        (3, False, False),
        (5, True, False),
    ]
    glued = lines_of("It is over.Nobody came.")
    assert [(line.text, line.number, line.glued) for line in glued] == [
        ("It is over.", 1, False),
        ("Nobody came.", 1, True),
    ]


def test_a_wrapped_text_begins_a_paragraph_behind_a_short_line_and_a_bullet() -> None:
    line = "the tug was sunk by nobody, as far as anybody on the quay has known"
    text = f"It says {line}\n{line}\n{line}\nand so on.\n- {line}\n{line}\nend\nSecond {line}\n{line}"
    assert [found.text[:6] for found in lines_of(text)] == ["It say", "- the ", "Second"]


@pytest.mark.parametrize(("text", "number"), [("• one", None), ("12) twelve", "12"), ("– one", None)])
def test_bullets(text: str, number: str | None) -> None:
    found = BULLET.match(text)
    assert found is not None
    assert found[1] == number


def test_the_facts_are_those_of_the_blocks() -> None:
    text = f"Pilots refuse\n\nSecond boat\n\nBy Ada Quill\n\nGulls. Tom Reed/Reuters\n\n{STORY}\n\nReuters"
    facts = read_plain(RawDocument(text, Media.TEXT, "seed"), ReadSettings()).facts
    assert (facts.title, facts.dek, facts.byline) == (
        "Pilots refuse",
        "Second boat",
        ("Ada Quill", "Reuters"),
    )
    assert (facts.caption, facts.credit) == ("Gulls.", "Tom Reed/Reuters")
    assert (facts.published, facts.url, facts.outlet, facts.language) == (None, None, None, None)


def test_nothing_comes_of_nothing() -> None:
    assert blocks("  \n\n ") == []
    assert assemble([]).text == ""


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=12), st.sampled_from(["\n", "\n\n"]))
@settings(deadline=None)
def test_blocks_hold_every_letter_in_order(parts: list[str], gap: str) -> None:
    body = gap.join(parts)
    clean = read_plain(RawDocument(body, Media.TEXT, "seed"), ReadSettings())
    assert all(a.span.end <= b.span.start for a, b in pairwise(clean.blocks))
    assert all(a.line <= b.line for a, b in pairwise(clean.blocks))
    held = "".join(b.span.of(clean.text) for b in clean.blocks)
    assert "".join(held.split()) == "".join(clean.text.split()) == "".join(normalise(body).split())
