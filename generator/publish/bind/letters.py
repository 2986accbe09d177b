"""Give every letter of a face one glyph, so that words copied from a PDF file are the words of the page.

A face of Arabic letters draws most of them as a shape that several share, and dots: two glyphs for one
letter. A file can say of a glyph only once for which letters it stands, so that "beh" and "teh" are told
alike and a dot is told as nothing. Here the face gets, for each letter that it takes apart, a glyph for each
of its shapes with its dots, and a last rule that puts it for the two, after all other rules have chosen them.
What is seen does not change. fontTools, which WeasyPrint brings, reads and writes the faces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.publish.bind.marks import Marks
from generator.publish.bind.rules import Rules, add_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_SCRIPT = "arab"
_LAST = "mset"  # the feature that HarfBuzz applies last to Arabic letters, whatever a text asks for
_TOLD = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")  # of a glyph, in the table of a file
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670"  # vowels and the like, which stand on a letter
_LETTERS = re.compile(f"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff][{_MARKS}]*")


def letters_of(words: str) -> tuple[str, ...]:
    """Return the Arabic letters in a text, each with its marks, the most frequent first."""
    counted = Counter(_LETTERS.findall(words))
    return tuple(sorted(counted, key=lambda letter: (-counted[letter], letter)))


class Whole(NamedTuple):
    """A face whose letters are whole, and what its glyphs stand for by their numbers."""

    data: bytes
    meant: Mapping[int, str]


@lru_cache(maxsize=8)
def whole(path: Path, letters: tuple[str, ...]) -> Whole | None:
    """Return a face that has ``letters`` whole; nothing where it has none of them, or takes none apart.

    Of two letters that look alike, a glyph stands for the one that comes first.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - an extra

    font = TTFont(path, recalcTimestamp=False)
    codes = font.getBestCmap()
    named = {codes[ord(sign)]: sign for letter in letters for sign in letter if ord(sign) in codes}
    if not named or not _is_arabic(font):
        return None
    marked = [letter for letter in letters if len(letter) > 1]
    meant = _Joint(font, named).join(marked)
    font.flavor = None
    made = BytesIO()
    font.save(made)
    return Whole(made.getvalue(), {font.getGlyphID(name): text for name, text in meant.items()})


def _is_arabic(font: Any) -> bool:  # noqa: ANN401 - fontTools has no types
    known = all(table in font for table in ("GSUB", "GDEF", "glyf"))
    scripts = font["GSUB"].table.ScriptList.ScriptRecord if known else ()
    return any(record.ScriptTag == _SCRIPT for record in scripts)


def _order(mark: str) -> tuple[bool, bool, int]:
    """Put marks in the order in which HarfBuzz does: a hamza, a doubling, the vowels."""
    return mark not in "\u0654\u0655", mark != "\u0651", unicodedata.combining(mark)


class _Joint:
    """A face whose letters are being made whole; ``meant`` says for what its glyphs stand, by their names."""

    def __init__(self, font: Any, named: dict[str, str]) -> None:  # noqa: ANN401 - as above
        self.font, self.named = font, named
        self.rules, self.marks = Rules(font), Marks(font)
        self.meant: dict[str, str] = {}

    def join(self, marked: Iterable[str]) -> dict[str, str]:
        """Add glyphs and rules to the face, for letters and then for those with marks on them."""
        dotted: dict[tuple[str, ...], str] = {}
        for name, letter in self.named.items():
            for shape in self.rules.shapes(name):
                self.meant.setdefault(shape, letter)
                self._add_all(dotted, self.rules.parts(shape), letter)
        self.meant |= self.rules.of_marks(self.named)
        placed = self._placed(marked)
        self.font.setGlyphOrder(self.font["glyf"].glyphOrder)
        self.font.getReverseGlyphMap(rebuild=True)
        add_rules(self.font, _LAST, dotted, placed)
        return self.meant

    def _placed(self, marked: Iterable[str]) -> dict[tuple[str, str], str]:
        """Add glyphs of vowels that stand in their place by themselves; return them by letter and vowel.

        A file raises a vowel above its line to place it, and then it is read apart from its word.
        """
        glyphs: dict[str, list[str]] = {}
        for glyph, letter in self.meant.items():
            glyphs.setdefault("".join(sorted(letter)), []).append(glyph)
        placed: dict[tuple[str, str], str] = {}
        copies: dict[tuple[str, tuple[int, int]], str] = {}
        for letters in marked:
            one_by_one = [glyphs.get(mark, ()) for mark in sorted(letters[1:], key=_order)]
            for base in glyphs.get(letters[0], ()):
                for marks in (*product(*one_by_one), *zip(glyphs.get("".join(sorted(letters[1:])), ()))):
                    self._place(placed, copies, (base, *marks))
        return placed

    def _place(
        self,
        placed: dict[tuple[str, str], str],
        copies: dict[tuple[str, tuple[int, int]], str],
        shapes: tuple[str, ...],
    ) -> None:
        """Add glyphs for the marks that follow a glyph, each for where it then stands."""
        before = shapes[0]
        for mark, place in zip(shapes[1:], (self.marks.places(shapes) or ())[1:], strict=False):
            if (mark, place) not in copies:
                copies[mark, place] = self._new((mark,), (place,), self.meant[mark])
            before = placed.setdefault((before, mark), copies[mark, place])

    def _add_all(
        self, joined: dict[tuple[str, ...], str], found: Iterable[tuple[str, ...]], letters: str
    ) -> None:
        """Add a glyph for each of the glyphs and their marks that are ``found``."""
        for shapes in found:
            places = self.marks.places(shapes)
            if places and len(shapes) > 1 and shapes not in joined:
                joined[shapes] = self._new(shapes, places, letters)
                self.marks.keep(joined[shapes], shapes, places)

    def _new(self, shapes: tuple[str, ...], places: Iterable[tuple[int, int]], letters: str) -> str:
        """Add a glyph of others in their places, which stands for ``letters``."""
        from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - an extra

        outlines, kinds = self.font["glyf"], self.font["GDEF"].table.GlyphClassDef.classDefs
        glyph = f"whole{len(outlines.glyphOrder):05}"
        pen = TTGlyphPen(outlines)
        for shape, place in zip(shapes, places, strict=True):
            pen.addComponent(shape, (1, 0, 0, 1, *place))
        outlines[glyph] = pen.glyph()
        outlines[glyph].recalcBounds(outlines)
        self.font["hmtx"][glyph] = (self.font["hmtx"][shapes[0]][0], outlines[glyph].xMin)
        kinds[glyph] = kinds.get(shapes[0], 1)
        self.meant[glyph] = letters
        return glyph


def tell(table: list[Any], meant: Mapping[int, str]) -> None:
    """Write for what glyphs stand into the table of a file that says so, as far as it is known."""
    for at, line in enumerate(table):
        found = _TOLD.fullmatch(line)
        letters = meant.get(int(found[1], 16)) if found else None
        if found and letters:
            table[at] = b"<%s> <%s>" % (found[1], letters.encode("utf-16-be").hex().encode())
