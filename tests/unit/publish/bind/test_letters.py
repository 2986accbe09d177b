"""Faces whose letters are whole: what their glyphs stand for, in all words of the Arabic interface."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from generator.publish.address.theme_files import BRIEFING, themes_folder
from generator.publish.bind.letters import letters_of, tell, whole
from generator.publish.phrase.languages import english

if TYPE_CHECKING:
    from pathlib import Path

FONTS = themes_folder() / BRIEFING / "static" / "fonts"
FACES = ("naskh-arabic-400-normal.woff2", "naskh-arabic-600-normal.woff2")
HARD = (
    *("لأن", "الإعلام", "الآن", "شيء", "مسؤول", "كتبك", "بِسْمِ", "مرقّمة", "مغيَّر", "مقارنةً", "يُقال"),
    *("أُعلن", "تبيّن", "هيئة", "ثلاثة", "چاپ", "گفت", "پس", "ژرف", "الله", "نبيه", "يبتّ"),
)


def interface() -> list[str]:
    """Return the words of the Arabic interface."""
    told = (themes_folder().parent / "generator" / "languages" / "ar.yaml").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"[\u0600-\u06ff]+", told)))


def shaped(data: bytes, word: str) -> list[tuple[int, int]]:
    """Return the glyphs of a word in the order of its letters, and how wide each is."""
    font, buffer = uharfbuzz.Font(uharfbuzz.Face(data)), uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    rows = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance) for info, place in rows][::-1]


def unpacked(path: Path) -> bytes:
    font, data = TTFont(path), BytesIO()
    font.flavor = None
    font.save(data)
    return data.getvalue()


@pytest.mark.parametrize("name", FACES)
def test_the_glyphs_of_a_word_stand_for_its_letters_and_are_as_wide_as_before(name: str) -> None:
    words = [*interface(), *HARD]
    before, made = unpacked(FONTS / name), whole(FONTS / name, letters_of(" ".join(words)))
    assert made is not None
    wrong = []
    for word in words:
        glyphs = shaped(made.data, word)
        told = "".join(made.meant.get(glyph, "?") for glyph, _ in glyphs)
        wide = sum(width for _, width in glyphs) == sum(width for _, width in shaped(before, word))
        if unicodedata.normalize("NFC", told) != unicodedata.normalize("NFC", word) or not wide:
            wrong.append((word, told))
    assert wrong == []
    assert len(words) > 300


def test_of_letters_that_look_alike_a_glyph_stands_for_the_more_frequent() -> None:
    made = whole(FONTS / FACES[0], letters_of("یک یک گی ي"))
    assert made is not None
    assert "".join(made.meant[glyph] for glyph, _ in shaped(made.data, "یک")) == "یک"


def test_the_same_face_for_the_same_letters() -> None:
    letters = letters_of("تقرير مرقّم")
    first = whole(FONTS / FACES[0], letters)
    whole.cache_clear()
    assert whole(FONTS / FACES[0], letters) == first


@pytest.mark.parametrize("name", ["serif-latin-400-normal.woff2", "sans-cyrillic-400-normal.woff2"])
def test_a_face_without_these_letters_is_left_alone(name: str) -> None:
    assert whole(FONTS / name, letters_of("تقرير")) is None


def test_letters_are_told_with_their_marks_the_most_frequent_first() -> None:
    assert letters_of("A بّ ب, تتت") == ("ت", "ب", "بّ")
    assert letters_of(english().say("nav.timeline")) == ()


def test_only_what_is_known_is_told() -> None:
    table = [b"2 beginbfchar", b"<0010> <0628>", b"<0011> <>", b"endbfchar"]
    tell(table, {0x11: "تّ"})
    assert table == [b"2 beginbfchar", b"<0010> <0628>", b"<0011> <062a0651>", b"endbfchar"]
