"""Letters for pictures: how wide words are in the site's own faces, and their outlines.

Outlines, and not text, go into a picture, so that it is the same on a machine with other faces. They come of
the ``woff2`` files of the theme, which fontTools opens; a letter is taken from the first file that has it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED = ("resvg_py", "fontTools", "brotli")  # the extra [cards]
_PARTS = ("latin", "latin-ext")
_EXTENSION, _PAIRS = 9, 2  # types of lookups (OpenType, GPOS)


def can_draw() -> bool:
    """Tell whether what pictures are drawn with is installed."""
    return all(find_spec(name) for name in NEEDED)


@dataclass(slots=True)
class Face:
    """One cut of a face in its files; ``em`` is what its measures count in."""

    files: tuple[Any, ...]  # fontTools' own type would load it
    em: int
    _outlines: dict[tuple[int, str], str] = field(default_factory=dict)
    _letters: dict[str, tuple[int, str]] = field(default_factory=dict)
    _pairs: dict[tuple[int, str, str], int] = field(default_factory=dict)

    def width(self, words: str, size: float) -> float:
        """Return how wide words are at a size."""
        *_, (_, _, end) = ((0, "", 0), *self._placed(words))
        return end * size / self.em

    def outlines(self, words: str, size: float, at: tuple[float, float]) -> str:
        """Return the outlines of words as an element of SVG; ``at`` is where their base line begins."""
        scale, told = size / self.em, []
        for number, name, end in self._placed(words):
            own = end - self.files[number]["hmtx"][name][0]  # where it begins, moved towards the one before
            told.append(f'<path transform="translate({own})" d="{self._outline(number, name)}"/>')
        move = f"translate({at[0]:.2f} {at[1]:.2f}) scale({scale:.5f} {-scale:.5f})"
        return f'<g transform="{move}">{"".join(told)}</g>'

    def _outline(self, number: int, name: str) -> str:
        from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415 - an extra

        found = self._outlines.get((number, name))
        if found is None:
            glyphs = self.files[number].getGlyphSet()
            pen = SVGPathPen(glyphs)
            glyphs[name].draw(pen)
            found = self._outlines[number, name] = str(pen.getCommands())
        return found

    def _placed(self, words: str) -> Iterator[tuple[int, str, int]]:
        """Yield for each letter its file, its glyph, and where the next one begins."""
        end, before = 0, (-1, "")
        for letter in words:
            number, name = self._glyph(letter)
            if before[0] == number:
                end += self._kern(number, before[1], name)
            end += self.files[number]["hmtx"][name][0]
            before = number, name
            yield number, name, end

    def _glyph(self, letter: str) -> tuple[int, str]:
        found = self._letters.get(letter)
        if found is None:
            cmaps = enumerate(font.getBestCmap() for font in self.files)
            named = ((n, cmap[ord(letter)]) for n, cmap in cmaps if ord(letter) in cmap)
            found = self._letters[letter] = next(named, (0, ".notdef"))
        return found

    def _kern(self, number: int, left: str, right: str) -> int:
        key = number, left, right
        if key not in self._pairs:
            self._pairs[key] = _kerning(self.files[number], left, right)
        return self._pairs[key]


@lru_cache(maxsize=8)
def open_face(folder: str, name: str) -> Face:
    """Open the face of a name such as "serif-{}-400-normal", of a folder."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - an extra

    files = tuple(TTFont(Path(folder) / name.format(part)) for part in _PARTS)
    return Face(files, files[0]["head"].unitsPerEm)


def _kerning(font: Any, left: str, right: str) -> int:  # noqa: ANN401 - fontTools has no types
    """Return by how much a glyph moves towards the one before it: the first table that has the pair tells."""
    for table in _pair_tables(font):
        if left not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
            value = next((r.Value1 for r in records if r.SecondGlyph == right), None)
            if value is None:
                continue
        else:
            row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
            value = row.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
        return getattr(value, "XAdvance", 0) or 0
    return 0


def _pair_tables(font: Any) -> list[Any]:  # noqa: ANN401 - as above
    layout = font["GPOS"].table
    wanted = {
        n
        for r in layout.FeatureList.FeatureRecord
        if r.FeatureTag == "kern"
        for n in r.Feature.LookupListIndex
    }
    tables = [t for n in sorted(wanted) for t in layout.LookupList.Lookup[n].SubTable]
    tables = [t.ExtSubTable if t.LookupType == _EXTENSION else t for t in tables]
    return [t for t in tables if t.LookupType == _PAIRS]
