from __future__ import annotations

import pytest

from generator.ingest.clean import clean
from generator.ingest.label.remarks import CODE, holds_quotation, told_of
from generator.model.article import Media, RawDocument, Source
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
SAID = "“We will not sail by night,” Lorna Pike said on Friday."


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "She told us: “We will not sail by night.”",
        "‘We will not sail by night,’ the union’s Lorna Pike said.",
    ],
)
def test_a_quotation_with_its_speaker(words: str) -> None:
    assert holds_quotation(words)


@pytest.mark.parametrize(
    "words",
    [
        "Lorna Pike said on Friday that nobody would sail.",
        "Lorna Pike said “no” on Friday.",
        "Share “We will not sail by night” with the crew.",
        "“We will not sail by night”, says pilot Lorna Pike in court",
        "Listen: “The pier and its people at night”.",
    ],
)
def test_no_quotation_of_anybody(words: str) -> None:
    assert not holds_quotation(words)


def test_a_cut_quotation_is_told_with_its_line() -> None:
    body = f"{STORY}\n\n{SAID}\n\n{STORY}\n"
    found = clean(RawDocument(body, Media.TEXT, "seed"), ReadSettings(drop=("“We will",)))
    source = Source("pier", "sources/pier.txt", Media.TEXT, body, "d")
    assert [(str(d.severity), d.code, d.location.line) for d in told_of(source, found)] == [
        ("warning", CODE, 3)
    ]


def test_what_is_kept_is_not_told() -> None:
    assert clean(RawDocument(f"{STORY}\n\n{SAID}", Media.TEXT, "seed"), ReadSettings()).remarks == ()
