"""Letters for pictures: how wide words are in the site's own faces, and where each letter stands.

They come of the ``woff2`` files of the theme, which fontTools opens for their measures and Pillow for their
shapes; a letter is taken from the first file that has it. Each is placed by the measures of the face, not by
those of what draws, so that lines break at the same words wherever and however they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

NEEDED = ("PIL", "fontTools", "brotli")  # the extra [cards]
PARTS = 3  # of a point, at which a letter may stand
_FILES = ("latin", "latin-ext")
_EXTENSION, _PAIRS = 9, 2  # types of lookups (OpenType, GPOS)


def can_draw() -> bool:
    """Tell whether what pictures are drawn with is installed."""
    return all(find_spec(name) for name in NEEDED)


@dataclass(slots=True, eq=False)
class Face:
    """One cut of a face in its files; ``em`` is what its measures count in."""

    paths: tuple[Path, ...]
    files: tuple[Any, ...]  # fontTools' own type would load it
    em: int
    _letters: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    _pairs: dict[tuple[int, str, str], int] = field(default_factory=dict)

    def width(self, words: str, size: float) -> float:
        """Return how wide words are at a size."""
        return _end(self, words) * size / self.em

    def letters(self, words: str, size: float) -> Iterator[tuple[Path, str, float]]:
        """Yield for each letter the file that has it, and how far from the first it begins."""
        for letter, (number, start, _) in zip(words, self.placed(words), strict=True):
            yield self.paths[number], letter, start * size / self.em

    def placed(self, words: str) -> Iterator[tuple[int, int, int]]:
        """Yield for each letter its file, where it begins, and where it ends."""
        end, before = 0, (-1, "")
        for letter in words:
            number, name, width = self._letters.get(letter) or self._letter(letter)
            start = end
            if before[0] == number:  # it moves towards the one before
                key = number, before[1], name
                found = self._pairs.get(key)
                start += self._kern(*key) if found is None else found
            end = start + width
            before = number, name
            yield number, start, end

    def _letter(self, letter: str) -> tuple[int, str, int]:
        cmaps = enumerate(font.getBestCmap() for font in self.files)
        named = ((n, cmap[ord(letter)]) for n, cmap in cmaps if ord(letter) in cmap)
        number, name = next(named, (0, ".notdef"))
        found = self._letters[letter] = number, name, self.files[number]["hmtx"][name][0]
        return found

    def _kern(self, number: int, left: str, right: str) -> int:
        found = self._pairs[number, left, right] = _kerning(self.files[number], left, right)
        return found


@lru_cache(maxsize=8)
def open_face(folder: str, name: str) -> Face:
    """Open the face of a name such as "serif-{}-400-normal", of a folder."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - an extra

    paths = tuple(Path(folder) / name.format(part) for part in _FILES)
    files = tuple(map(TTFont, paths))
    return Face(paths, files, files[0]["head"].unitsPerEm)


@lru_cache(maxsize=4096)
def _end(face: Face, words: str) -> int:
    """Return where the last letter ends: the same words are measured again for each way to break them."""
    *_, (_, _, end) = ((0, 0, 0), *face.placed(words))
    return end


@lru_cache(maxsize=4096)
def shape_of(path: Path, letter: str, size: int, part: int) -> tuple[Image, int, int]:
    """Return how much of each point a letter covers, and where that begins from its place on the base line.

    ``part`` of a point it stands further right. Pillow sets letters at whole points, at which they would not
    keep their distances; so it is drawn larger and made smaller. Cards share sizes, and so their letters.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    font = _sized(path, size * PARTS)
    # Pillow's own types say that a box is of parts of a point, and it is of whole ones.
    left, top, right, bottom = (int(edge) for edge in font.getbbox(letter, anchor="ls"))
    x, y = (left + part) // PARTS, top // PARTS
    wide, high = -(-(right + part) // PARTS) - x, -(-bottom // PARTS) - y
    shape = Image.new("L", (max(wide, 1) * PARTS, max(high, 1) * PARTS))
    ImageDraw.Draw(shape).text((part - x * PARTS, -y * PARTS), letter, fill=255, font=font, anchor="ls")
    return shape.reduce(PARTS), x, y


@lru_cache(maxsize=64)
def _sized(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415 - an extra

    # The plain layout is in every build of Pillow; the other one asks for a library of the system's.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


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
