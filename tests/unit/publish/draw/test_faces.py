from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.address.theme_files import BRIEFING, themes_folder
from generator.publish.draw import faces
from generator.publish.draw.faces import PARTS, Face, can_draw, in_order, open_face, shape_of

FONTS = str(themes_folder() / BRIEFING / "static" / "fonts")


@pytest.fixture(scope="module")
def serif() -> Face:
    return open_face(FONTS, "serif-{}-400-normal.woff2")


def test_words_are_as_wide_as_their_letters(serif: Face) -> None:
    assert serif.width("", 40) == 0
    assert serif.width("nnn", 40) == pytest.approx(3 * serif.width("n", 40))
    assert serif.width("words", 80) == pytest.approx(2 * serif.width("words", 40))


@pytest.mark.parametrize("pair", ["AV", "To", "Te", "“A"])
def test_pairs_stand_closer_than_their_letters(serif: Face, pair: str) -> None:
    assert serif.width(pair, 40) < sum(serif.width(letter, 40) for letter in pair)


def test_a_letter_comes_from_the_file_that_has_it(serif: Face) -> None:
    first, second, third, fourth = serif.letters("ağжع", 50)
    assert first.path.name == "serif-latin-400-normal.woff2"
    assert second.path.name == "serif-latin-ext-400-normal.woff2"
    assert third.path.name == "serif-cyrillic-400-normal.woff2"
    assert fourth.path.name == "naskh-arabic-400-normal.woff2"
    assert first.x == 0
    assert second.x == pytest.approx(serif.width("a", 50))


@pytest.mark.parametrize("letter", ["a", "j", "ğ", "“", " "])
def test_a_part_of_a_point_further_right_a_letter_covers_as_much(serif: Face, letter: str) -> None:
    (glyph,) = serif.letters(letter, 40)
    shapes = [shape_of(glyph.path, glyph.code, 40, part) for part in range(PARTS)]
    inks = [sum(value * count for value, count in enumerate(shape.histogram())) for shape, _, _ in shapes]
    assert max(inks) - min(inks) <= 0.02 * max(inks)
    assert len({shape.tobytes() for shape, _, _ in shapes}) == (1 if letter == " " else PARTS)


@pytest.mark.parametrize(
    ("words", "back", "runs"),
    [
        ("We “go” (now)", False, [("We “go” (now)", False)]),
        ("Мы идём", False, [("Мы идём", False)]),
        ("قال «نعم»", True, [("«نعم»", True), (" ", False), ("قال", True)]),
        ("قال (NATO)", True, [(")", True), ("NATO", False), ("(", True), (" ", False), ("قال", True)]),
        ("عام 2015 [ok]", True, [("]", True), ("ok", False), ("[", True), (" 2015 ", False), ("عام", True)]),
        ("said (نعم)", False, [("said (", False), ("نعم", True), (")", False)]),
        ("\u2068Ada Berg\u2069: نعم", True, [("نعم", True), (" :Ada Berg", False)]),
        ("مُحَمَّد", True, [("مُحَمَّد", True)]),
    ],
)
def test_words_are_in_the_order_in_which_they_are_seen(
    words: str,
    back: bool,  # noqa: FBT001 - a case
    runs: list[tuple[str, bool]],
) -> None:
    assert in_order(words, back=back) == runs


def test_arabic_letters_are_joined(serif: Face) -> None:
    alone = sum(serif.width(letter, 40) for letter in "ععع")
    assert serif.width("ععع", 40) != pytest.approx(alone)
    assert serif.width("قال", 40) == pytest.approx(serif.width("\u2068قال\u2069", 40))


def test_what_no_file_has_is_known(serif: Face) -> None:
    assert serif.has("Ada “Берг” قال\u2069 ğ")
    assert not serif.has("船")


def test_a_face_without_a_part_takes_ours(tmp_path: Path) -> None:
    own = tmp_path / "serif-latin-400-normal.woff2"
    own.write_bytes((Path(FONTS) / own.name).read_bytes())
    assert open_face(str(tmp_path), "serif-{}-400-normal.woff2").has("Берг")


def test_without_the_extra_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_draw()
    monkeypatch.setattr(faces, "NEEDED", ("PIL", "no_such_module"))
    assert not can_draw()
