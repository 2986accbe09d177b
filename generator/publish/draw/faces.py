"""Letters for pictures: how wide words are in the site's own faces, and where each letter stands.

They come of the ``woff2`` files of the theme, which fontTools opens. HarfBuzz sets them, Arabic ones joined,
and Pillow has their shapes; a letter is taken from the first file that has it. What runs from right to left
is put in order by python-bidi. So lines break at the same words wherever they are drawn.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.publish.address.theme_files import BRIEFING, STATIC, themes_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

NEEDED = ("PIL", "fontTools", "brotli", "uharfbuzz", "bidi")  # the extra [cards]
PARTS = 3  # of a point, at which a letter may stand
_FILES = ("latin", "latin-ext", "cyrillic")
_ARABIC = "naskh-arabic-{}-normal.woff2"  # stands beside the serif and the sans
_WEIGHT = re.compile(r"\d{3}")
_RUNS_BACK = frozenset({"R", "AL"})
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")  # marks of direction
_PROBE = "\u034f"  # a mark that is not seen: it stands behind a sign, and before it where that was turned
_PRIVATE = 0xF0000  # where a glyph can be asked for by its number: Pillow draws only what has a code


def can_draw() -> bool:
    """Tell whether what pictures are drawn with is installed."""
    return all(find_spec(name) for name in NEEDED)


class Glyph(NamedTuple):
    """A letter as it is drawn: its file, its code in that, where it stands, where the next begins."""

    path: Path
    code: str
    x: float
    y: float
    end: float


@dataclass(slots=True, eq=False)
class Face:
    """One cut of a face in its files; ``em`` is what its measures count in."""

    paths: tuple[Path, ...]
    em: int

    def width(self, words: str, size: float) -> float:
        """Return how wide words are at a size."""
        return max((glyph.end for glyph in _set(self, words, back=False)), default=0) * size / self.em

    def letters(self, words: str, size: float, *, back: bool = False) -> Iterator[Glyph]:
        """Yield the letters of words from left to right, at their distance from the left end.

        ``back`` says that they are of a language that runs from right to left.
        """
        scale = size / self.em
        for path, code, x, y, end in _set(self, words, back=back):
            yield Glyph(path, code, x * scale, y * scale, end * scale)

    def has(self, words: str) -> bool:
        """Tell whether all letters can be drawn."""
        return all(any(ord(c) in _letters(path) for path in self.paths) for c in _drawn(words))

    def file_of(self, letter: str, last: Path) -> Path:
        """Return the file that a letter is taken from; a mark goes with the letter before it."""
        if unicodedata.combining(letter) and ord(letter) in _letters(last):
            return last
        return next((path for path in self.paths if ord(letter) in _letters(path)), self.paths[0])


@lru_cache(maxsize=8)
def open_face(folder: str, name: str) -> Face:
    """Open the face of a name such as "serif-{}-400-normal.woff2", of a folder; what it lacks is ours."""
    weight = _WEIGHT.search(name)
    names = (*map(name.format, _FILES), _ARABIC.format(weight[0] if weight else "400"))
    paths = tuple(_path(folder, each) for each in names)
    return Face(paths, _opened(paths[0])["head"].unitsPerEm)


def _path(folder: str, name: str) -> Path:
    path = Path(folder, name)
    return path if path.is_file() else themes_folder() / BRIEFING / STATIC / "fonts" / name


@lru_cache(maxsize=4096)
def _set(face: Face, words: str, *, back: bool) -> tuple[Glyph, ...]:
    """Return the letters of words: the same are measured again for each way to break them."""
    made: list[Glyph] = []
    end = 0
    for run, turned in in_order(words, back=back):
        parts = list(_filed(face, run))
        for path, letters in reversed(parts) if turned else parts:
            for number, x, y, advance in _shaped(path, letters, turned=turned):
                made.append(Glyph(path, chr(_PRIVATE + number), end + x, y, end + advance))
                end += advance
    return tuple(made)


def _filed(face: Face, run: str) -> Iterator[tuple[Path, str]]:
    """Yield a run in stretches of letters that one file has."""
    path, begun = face.paths[0], 0
    for n, letter in enumerate(run):
        found = face.file_of(letter, path)
        if found != path and n > begun:
            yield path, run[begun:n]
            begun = n
        path = found
    if run:
        yield path, run[begun:]


def _shaped(path: Path, letters: str, *, turned: bool) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each glyph its number, its place from where it begins, and its advance."""
    import uharfbuzz as hb  # noqa: PLC0415 - an extra

    buffer = hb.Buffer()
    buffer.add_str(letters)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = "rtl" if turned else "ltr", "und"  # never that of the machine
    hb.shape(_shaper(path), buffer)
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield info.codepoint, place.x_offset, place.y_offset, place.x_advance


def in_order(words: str, *, back: bool = False) -> list[tuple[str, bool]]:
    """Return words in runs from left to right, each as it is read, and whether it is turned."""
    if not back and not any(unicodedata.bidirectional(c) in _RUNS_BACK for c in words):
        return [(_drawn(words), False)]
    from bidi import get_display  # noqa: PLC0415 - an extra

    probed = "".join(f"{c}{_PROBE}" if unicodedata.mirrored(c) else c for c in words)
    runs: list[tuple[str, bool]] = []
    for letter, turned in _seen(_drawn(get_display(probed, base_dir="R" if back else "L"))):
        if runs and runs[-1][1] == turned:
            run = runs[-1][0]
            runs[-1] = f"{letter}{run}" if turned else f"{run}{letter}", turned
        else:
            runs.append((letter, turned))
    return runs


def _drawn(words: str) -> str:
    """Return what is drawn of words: no marks, and a narrow space as the one that faces have."""
    return _UNSEEN.sub("", words).replace("\u202f", "\u00a0")


def _seen(display: str) -> Iterator[tuple[str, bool]]:
    """Yield letters from left to right, and whether each runs back: a sign does where its probe tells so."""
    letters = iter(display)
    for letter in letters:
        if letter == _PROBE:
            yield next(letters), True
        else:
            if unicodedata.mirrored(letter):
                next(letters)
            bidi = unicodedata.bidirectional(letter)
            yield letter, bidi in _RUNS_BACK or (bidi == "NSM" and ord(letter) >= ord("\u0590"))


@lru_cache(maxsize=64)
def _opened(path: Path) -> Any:  # noqa: ANN401 - fontTools has no types
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - an extra

    return TTFont(path)


@lru_cache(maxsize=64)
def _letters(path: Path) -> frozenset[int]:
    return frozenset(_opened(path).getBestCmap())


@lru_cache(maxsize=64)
def _plain(path: Path) -> bytes:
    """Return a file of which each glyph has a code of its own, too; it is not packed."""
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # noqa: PLC0415 - an extra

    font = _opened(path)
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    own = {_PRIVATE + number: name for number, name in enumerate(font.getGlyphOrder())}
    table.cmap = font.getBestCmap() | own
    font["cmap"].tables = [table]
    font.flavor = None
    data = BytesIO()
    font.save(data)
    return data.getvalue()


@lru_cache(maxsize=64)
def _shaper(path: Path) -> Any:  # noqa: ANN401 - HarfBuzz has no types
    import uharfbuzz as hb  # noqa: PLC0415 - an extra

    return hb.Font(hb.Face(_plain(path)))


@lru_cache(maxsize=4096)
def shape_of(path: Path, code: str, size: int, part: int) -> tuple[Image, int, int]:
    """Return how much of each point a letter covers, and where that begins from its place on the base line.

    ``part`` of a point it stands further right. Pillow sets letters at whole points, at which they would not
    keep their distances; so it is drawn larger and made smaller. Cards share sizes, and so their letters.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    font = _sized(path, size * PARTS)
    # Pillow's own types say that a box is of parts of a point, and it is of whole ones.
    left, top, right, bottom = (int(edge) for edge in font.getbbox(code, anchor="ls"))
    x, y = (left + part) // PARTS, top // PARTS
    wide, high = -(-(right + part) // PARTS) - x, -(-bottom // PARTS) - y
    shape = Image.new("L", (max(wide, 1) * PARTS, max(high, 1) * PARTS))
    ImageDraw.Draw(shape).text((part - x * PARTS, -y * PARTS), code, fill=255, font=font, anchor="ls")
    return shape.reduce(PARTS), x, y


@lru_cache(maxsize=64)
def _sized(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415 - an extra

    # The plain layout is in every build of Pillow; the other one asks for a library of the system's.
    return ImageFont.truetype(BytesIO(_plain(path)), size, layout_engine=ImageFont.Layout.BASIC)
