from __future__ import annotations

import struct
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.settings import CardSettings
from generator.model.site import Card
from generator.publish.address.theme_files import BRIEFING, card_settings, themes_folder
from generator.publish.draw.card_art import HEIGHT, WIDTH, broken, draw_card, fit, picture
from generator.publish.draw.faces import Face, open_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = card_settings((themes_folder() / BRIEFING,))
SERIF = open_face(SETTINGS.faces, "serif-{}-400-normal.woff2")
ROOM = 1024
MARKS = ("“", "”")
LONG = "We shall keep the night ferry running through the winter for everybody who asks, " * 6
CARD = Card(
    "card.png",
    "The ferry",
    "We will not pay for the night ferry alone",
    quoted=True,
    voices=(("Runa Halvard", 2),),
    role=", Foreign Minister, Velmark",
    foot="2 April 2031 · reported by 2 outlets",
)
CARDS = {
    "statement": CARD,
    "front": Card("card.png", "", "The ferry", voices=tuple((f"Actor {n}", n) for n in range(1, 9))),
    "actor": Card("card.png", "The ferry", "Velmark", hue=3, beneath=LONG, foot="5 statements"),
    "actor that said nothing": Card("card.png", "The ferry", "Velmark", hue=0),
}


@pytest.mark.parametrize("kind", CARDS)
def test_a_card_is_a_picture_of_the_size_asked_for_and_the_same_twice(kind: str) -> None:
    data = draw_card(CARDS[kind], SETTINGS)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    assert data == draw_card(CARDS[kind], SETTINGS)
    assert len(data) < 100_000
    assert b"tEXt" not in data  # and no word stands in it as text


def test_the_colours_are_those_of_the_light_page() -> None:
    colours = dict(SETTINGS.colours)
    assert set(colours) == {"paper", "ink", "quiet", "rule", *(f"hue-{n}" for n in range(9))}
    found = Counter(dots(CARD))
    assert {colours[name] for name in ("paper", "ink", "quiet", "rule", "hue-2")} <= found.keys()
    assert colours["hue-3"] not in found
    bar = [(x, y) for (x, y), colour in placed(CARD) if colour == colours["hue-2"]]
    assert (min(bar), max(bar), len(bar)) == ((88, 470), (95, 507), 8 * 38)


def test_letters_are_blended_with_the_paper_alone() -> None:
    paper, ink = (int(dict(SETTINGS.colours)[name][1:3], 16) for name in ("paper", "ink"))
    top = [int(colour[1:3], 16) for (_, y), colour in placed(CARD) if y < 110]
    assert (min(top), max(top)) == (ink, paper)
    assert len(set(top)) > 12


def placed(card: Card) -> Iterator[tuple[tuple[int, int], str]]:
    places = ((x, y) for y in range(HEIGHT) for x in range(WIDTH))
    return zip(places, dots(card), strict=True)


def dots(card: Card) -> Iterator[str]:
    data = picture(card, SETTINGS).convert("RGB").tobytes()
    return (f"#{data[n : n + 3].hex()}" for n in range(0, len(data), 3))


def test_a_theme_has_its_own_colours(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "custom.css").write_text(":root { --hue-2: #123456; }\n@media x { --ink: #fff; }")
    own = card_settings((tmp_path, themes_folder() / BRIEFING))
    assert dict(own.colours) == {**dict(SETTINGS.colours), "hue-2": "#123456"}
    assert own.faces == SETTINGS.faces


def edges(card: Card, first: int, last: int) -> tuple[int, int]:
    """Return how far from the left and from the right edge anything is drawn between two heights."""
    paper = dict(SETTINGS.colours)["paper"]
    found = [x for (x, y), colour in placed(card) if first <= y < last and colour != paper]
    return min(found), WIDTH - max(found)


def test_what_runs_from_right_to_left_begins_at_the_right() -> None:
    words = "لن ندفع ثمن العبّارة الليلية وحدنا"
    card = replace(CARD, site="العبّارة", words=words, role="، وزيرة", foot="تقريران", marks=("«", "»"))
    turned = replace(card, back=True, words_back=True)
    voices, foot = (460, 520), (530, 580)
    assert [edges(CARD, *row)[0] < 92 for row in (voices, foot)] == [True, True]
    assert [edges(turned, *row)[1] < 92 for row in (voices, foot)] == [True, True]
    assert [edges(turned, *row)[0] > 300 for row in (voices, foot)] == [True, True]
    great = (150, 440)
    assert edges(turned, *great)[1] < 92
    assert edges(replace(turned, words=CARD.words, words_back=False), *great)[0] < 92
    assert draw_card(turned, SETTINGS) == draw_card(turned, SETTINGS)


def test_marks_are_those_of_the_language() -> None:
    size, lines = fit("Nous ne paierons pas", SERIF, ("«\u202f", "\u202f»"))
    assert " ".join(lines) == "«\u202fNous ne paierons pas\u202f»"
    assert {"«", "»"}.isdisjoint(word for line in lines for word in line.split(" "))
    assert size > 47
    assert fit(LONG, SERIF, ("„", "“"))[1][-1].endswith("…“")


def lines_of(words: str) -> list[str]:
    _, lines = fit(words, SERIF, MARKS)
    return lines


def test_few_words_are_greater_than_many() -> None:
    sizes = [fit(" ".join(["ferry"] * n), SERIF, MARKS)[0] for n in (2, 8, 14, 20, 26)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_what_is_too_long_ends_in_an_ellipsis_after_five_lines() -> None:
    lines = lines_of(LONG)
    assert len(lines) == 5
    assert lines[-1].endswith("…”")
    assert LONG.startswith(" ".join(lines).removeprefix("“").removesuffix("…”"))


def test_lines_are_of_a_like_length() -> None:
    size, lines = fit("We will not pay for the night ferry alone, and never did", SERIF, MARKS)
    widths = [SERIF.width(line, size) for line in lines]
    assert len(lines) > 1
    assert min(widths) > 0.6 * max(widths)


@settings(max_examples=60, deadline=None)
@given(st.text("aeiIlmnMW. ,-“”’", min_size=1, max_size=400))
def test_no_line_is_wider_than_its_room_and_no_word_is_parted(words: str) -> None:
    size, lines = fit(words, SERIF, MARKS)
    assert 0 < len(lines) <= 5
    assert all(SERIF.width(line, size) <= ROOM for line in lines)
    for line in broken(words, SERIF, 40, ROOM):
        assert set(line.split()) <= set(words.split())


def test_settings_differ_with_what_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "another")
    other = card_settings((themes_folder() / BRIEFING,))
    assert isinstance(other, CardSettings)
    assert other.version != SETTINGS.version
    assert isinstance(SERIF, Face)
