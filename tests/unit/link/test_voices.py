from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link.voices import Closeness, Voice, closeness, name_parts, strangers, voices
from tests.unit.link.articles import article, mention, quote, speaker


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada M. Quill", (("ada", "m"), "quill")),
        ("Tom Reed Jr.", (("tom",), "reed")),
        ("Zoë al-Ḥarbī", (("zoe",), "al-harbi")),
        ("Quill", ((), "quill")),
        ("…", ((), "")),
    ],
)
def test_given_and_family_names(name: str, parts: tuple[tuple[str, ...], str]) -> None:
    assert name_parts(name) == parts


def voice(name: str = "", actor: str | None = None, *beside: str, person: bool = True) -> Voice:
    given, family = name_parts(name)
    who = name.lower().replace(" ", "-") if person and name else None
    return Voice(who, family, given if person else (), actor, frozenset(beside))


@pytest.mark.parametrize(
    ("a", "b", "close"),
    [
        (voice("Ada Quill"), voice("Ada Quill"), Closeness.ONE),
        (voice("Ada M. Quill"), voice("Ada Quill"), Closeness.ONE),
        (voice("A. Quill"), voice("Ada Quill"), Closeness.ONE),
        (voice("Quill"), voice("Ada Quill"), Closeness.ONE),
        (voice("Mike Reed"), voice("Michael Reed"), Closeness.ONE),
        (voice("Tom Quill"), voice("Ada Quill"), Closeness.APART),
        (voice("Ada Quill"), replace(voice("Ada Quill"), person="ada-quill-quay"), Closeness.APART),
        (voice("Tom Quill", None, "quill"), voice("Ada Quill", None, "quill"), Closeness.APART),
        (voice("Tom Reed"), voice("Ada Quill"), Closeness.APART),
        (voice("Tom Reed", None, "quill"), voice("Ada Quill"), Closeness.NEAR),
        (voice(), voice("Ada Quill"), Closeness.UNTOLD),
        (voice("a porter", person=False), voice("Ada Quill"), Closeness.UNTOLD),
        (voice("a porter", person=False), voice(), Closeness.UNTOLD),
        (voice("a porter", person=False), voice("a cook", person=False), Closeness.APART),
        (voice("Pier Union", "pier", person=False), voice("Ada Quill"), Closeness.APART),
        (voice("", None, "quill"), voice("Ada Quill"), Closeness.NEAR),
        (voice("Pier Union", "pier", person=False), voice("Ada Quill", "pier"), Closeness.NEAR),
        (voice("Tom Reed", "pier"), voice("Ada Quill", "pier"), Closeness.APART),
        (voice("a porter", person=False), voice("a porter", person=False), Closeness.ONE),
        (voice(), voice(), Closeness.UNTOLD),
    ],
)
def test_how_much_speaks_for_one_speaker(a: Voice, b: Voice, close: Closeness) -> None:
    assert closeness(a, b) is closeness(b, a) is close


def test_the_names_beside_a_quotation() -> None:
    far = quote("word " * 200)
    made = article(
        "a",
        quote("We sail", speaker("Tom Reed")),
        far,
        mentions=(mention("Ada Quill", at=20), mention("Jo Low", at=700)),
    )
    (first, near), (_, last) = voices(made, made.quotes)
    assert first.text == "We sail"
    assert near == Voice("tom-reed", "reed", ("tom",), None, frozenset({"quill"}))
    assert last.family == ""
    assert last.beside == {"quill", "low"}


NAMES = st.sampled_from(["", "quill", "berg"])
VOICES = st.builds(
    Voice,
    person=st.sampled_from([None, "ada-quill", "ilse-berg"]),
    family=NAMES,
    given=st.sampled_from([(), ("ada",), ("ilse",)]),
    actor=st.sampled_from([None, "northland", "velmark"]),
    beside=st.frozensets(NAMES),
)


@given(VOICES, VOICES)
def test_strangers_are_never_near(a: Voice, b: Voice) -> None:
    assert not strangers(a, b) or closeness(a, b) <= Closeness.UNTOLD
