from __future__ import annotations

import re

import pytest

from generator.publish.address.theme_files import BRIEFING, themes_folder
from generator.publish.draw import faces
from generator.publish.draw.faces import Face, can_draw, open_face

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
    drawn = serif.outlines("ağ", 50, (10, 20))
    assert drawn.startswith('<g transform="translate(10.00 20.00) scale(0.05000 -0.05000)">')
    begins = [int(n) for n in re.findall(r'translate\((\d+)\)" d="M', drawn)]
    assert begins == [0, round(serif.width("a", serif.em))]
    assert serif.width("ağ", 40) > serif.width("a", 40)


def test_without_the_extra_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_draw()
    monkeypatch.setattr(faces, "NEEDED", ("resvg_py", "no_such_module"))
    assert not can_draw()
