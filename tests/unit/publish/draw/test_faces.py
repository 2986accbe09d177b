from __future__ import annotations

import pytest

from generator.publish.address.theme_files import BRIEFING, themes_folder
from generator.publish.draw import faces
from generator.publish.draw.faces import PARTS, Face, can_draw, open_face, shape_of

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
    (first, a, begins), (second, other, after) = serif.letters("ağ", 50)
    assert (first.name, a, begins) == ("serif-latin-400-normal.woff2", "a", 0)
    assert (second.name, other) == ("serif-latin-ext-400-normal.woff2", "ğ")
    assert after == pytest.approx(serif.width("a", 50))


@pytest.mark.parametrize("letter", ["a", "j", "ğ", "“", " "])
def test_a_part_of_a_point_further_right_a_letter_covers_as_much(serif: Face, letter: str) -> None:
    ((path, _, _),) = serif.letters(letter, 40)
    shapes = [shape_of(path, letter, 40, part) for part in range(PARTS)]
    inks = [sum(value * count for value, count in enumerate(shape.histogram())) for shape, _, _ in shapes]
    assert max(inks) - min(inks) <= 0.02 * max(inks)
    assert len({shape.tobytes() for shape, _, _ in shapes}) == (1 if letter == " " else PARTS)


def test_without_the_extra_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_draw()
    monkeypatch.setattr(faces, "NEEDED", ("PIL", "no_such_module"))
    assert not can_draw()
