"""Draw a card: its words in the serif, its voices with their colour bars, on the paper of the site.

A PNG with a palette, the same bytes each time. Words are blended with the paper and with nothing else, so a
few shades are all there is beside the colours of the bars. Of 109 cards one costs 8 ms of a processor (of
which 3 are for writing it) and has 24 kB; drawn by resvg, which writes four bytes for each point, it took
41 ms and had 48 kB. Where the site runs from right to left so does the card, but for words that run the other
way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from generator.publish.draw.faces import PARTS, Face, open_face, shape_of
from generator.publish.phrase.phrases import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image

    from generator.model.settings import CardSettings
    from generator.model.site import Card

WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers ask for, 1.91 : 1
_LEFT, _RIGHT = 88, 1112  # the words stand between
_TOP, _BOTTOM = 158, 424  # the words stand between
_SIZES = ((84, 2), (72, 3), (62, 3), (54, 4), (47, 5))  # of the words, with the most lines of each
_LEAD = 1.2  # of a line to its size
_LINES = 5
_NAME = _RIGHT - _LEFT - 40  # how wide a name may be behind its bar
_BENEATH, _FEW = 42, 3  # size and lines of what stands below it
_STEP = 8
_SPACES = re.compile(r"[ \t\r\n]+")  # not those that hold a mark to its words, as French has them
_LETTERED = ("ink", "quiet")  # the colours of words
_SHADES = 24  # of each, from the paper to the colour: the eye tells no more apart at the edge of a letter
_EFFORT = 4  # of zlib: 6, which is usual, saves a twelfth of the bytes and takes half as long again


@dataclass(frozen=True, slots=True)
class _Faces:
    serif: Face
    title: Face
    sans: Face
    bold: Face


@dataclass(frozen=True, slots=True)
class Line:
    """Words on a base line that begins at a place at the left; ``back`` where they run from the right."""

    face: Face
    words: str
    size: int
    at: tuple[float, float]
    back: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one colour: its left and upper corner, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Return its first and last points, whole ones, so that its edges are sharp."""
        left, top = round(self.x), round(self.y)
        return left, top, left + round(self.width) - 1, top + round(self.height) - 1


Drawn = tuple[str, Line | Bar]  # in which colour


@dataclass(frozen=True, slots=True)
class _Pen:
    """Set words and bars at a distance from the edge at which lines begin: from the right where ``back``."""

    back: bool

    def words(self, face: Face, words: str, size: int, at: tuple[float, float]) -> Line:
        x = WIDTH - at[0] - face.width(words, size) if self.back else at[0]
        return Line(face, words, size, (x, at[1]), self.back)

    def bar(self, x: float, y: float, width: float, height: float) -> Bar:
        return Bar(WIDTH - x - width if self.back else x, y, width, height)


def draw_card(card: Card, settings: CardSettings) -> bytes:
    """Draw a card in a worker."""
    data = BytesIO()
    picture(card, settings).save(data, "png", compress_level=_EFFORT)
    return data.getvalue()


def picture(card: Card, settings: CardSettings) -> Image:
    """Return a card as a picture; of the colours it takes those of the light page."""
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415 - an extra

    names = ("serif-{}-400", "serif-{}-600", "sans-{}-400", "sans-{}-600")
    faces = _Faces(*(open_face(settings.faces, f"{name}-normal.woff2") for name in names))
    drawn = list(_drawn(card, faces))
    made = Image.new("L", (WIDTH, HEIGHT))
    for n, colour in enumerate(_LETTERED):
        mask = _mask([line for name, line in drawn if name == colour and isinstance(line, Line)])
        first = 1 + n * _SHADES
        shades = [first + v * _SHADES // 256 if v else 0 for v in range(256)]
        made = ImageChops.add(made, mask.point(shades))
    flat = sorted({name for name, bar in drawn if isinstance(bar, Bar)})
    pen = ImageDraw.Draw(made)
    for name, bar in drawn:
        if isinstance(bar, Bar):
            pen.rectangle(bar.corners, fill=1 + len(_LETTERED) * _SHADES + flat.index(name))
    made.putpalette(_palette(settings.colours, tuple(flat)))
    return made


def _mask(lines: Sequence[Line]) -> Image:
    """Return how much of each point letters cover."""
    from PIL import Image  # noqa: PLC0415 - as above

    mask = Image.new("L", (WIDTH, HEIGHT))
    for line in lines:
        x, y = line.at
        for glyph in line.face.letters(line.words, line.size, back=line.back):
            whole, part = divmod(round((x + glyph.x) * PARTS), PARTS)
            shape, left, top = shape_of(glyph.path, glyph.code, line.size, part)
            mask.paste(255, (whole + left, round(y - glyph.y) + top), shape)
    return mask


@lru_cache(maxsize=64)
def _palette(colours: tuple[tuple[str, str], ...], flat: tuple[str, ...]) -> bytes:
    """Return the paper, the shades of what is lettered and the colours of the bars, each as three figures."""
    of = {name: _figures(colour) for name, colour in colours}
    mixed = [
        round(p + (c - p) * n / _SHADES)
        for name in _LETTERED
        for n in range(1, _SHADES + 1)
        for p, c in zip(of["paper"], of[name], strict=True)
    ]
    return bytes((*of["paper"], *mixed, *(figure for name in flat for figure in of[name])))


def _figures(colour: str) -> tuple[int, ...]:
    """Return red, green and blue of "#rrggbb" or "#rgb"; how much shows through is left out."""
    digits = colour.removeprefix("#")
    whole = digits if len(digits) > 3 else "".join(d * 2 for d in digits)  # noqa: PLR2004 - a digit a colour
    return tuple(bytes.fromhex(whole[:6]))


def _drawn(card: Card, faces: _Faces) -> Iterator[Drawn]:
    """Yield what is drawn, with the name of its colour."""
    pen = _Pen(card.back)
    if card.site:
        site = _cut(card.site, faces.title, 30, _RIGHT - _LEFT)
        yield "ink", pen.words(faces.title, site, 30, (_LEFT, 92))
        yield "rule", pen.bar(_LEFT, 116, _RIGHT - _LEFT, 2)
    if card.hue is None:
        yield from _words(card, faces.serif if card.site else faces.title)
    else:
        yield from _name(card, faces)
    yield from _voices(card, faces)
    foot = _cut(card.foot, faces.sans, 28, _RIGHT - _LEFT)
    yield "quiet", pen.words(faces.sans, foot, 28, (_LEFT, 556))


def _words(card: Card, face: Face) -> Iterator[Drawn]:
    """Yield great words in the middle; an opening mark hangs before them."""
    pen, marks = _Pen(card.words_back), card.marks if card.quoted else ("", "")
    size, lines = fit(card.words, face, marks)
    y = _TOP + (_BOTTOM - _TOP - len(lines) * size * _LEAD) / 2 + size * 0.92
    for n, line in enumerate(lines):
        hang = 0 if n else face.width(marks[0], size)
        yield "ink", pen.words(face, line, size, (_LEFT - hang, y + n * size * _LEAD))


def _name(card: Card, faces: _Faces) -> Iterator[Drawn]:
    """Yield a name with its bar, and below it what it said."""
    fitting = (size for size, _ in _SIZES if faces.title.width(card.words, size) <= _NAME)
    size = next(fitting, _SIZES[-1][0])
    y = (236 if card.beneath else 300) + size * 0.35
    pen = _Pen(card.back)
    yield f"hue-{card.hue}", pen.bar(_LEFT, y - size * 0.74, 14, size * 0.82)
    yield "ink", pen.words(faces.title, _cut(card.words, faces.title, size, _NAME), size, (_LEFT + 40, y))
    face, size, pen = faces.serif, _BENEATH, _Pen(card.words_back)
    first, last = card.marks
    lines = broken(f"{first}{card.beneath}{last}", face, size, _NAME) if card.beneath else []
    if len(lines) > _FEW:
        lines = [*lines[: _FEW - 1], _ended(lines[_FEW - 1], face, size, (_NAME, last))]
    edge = _LEFT + 40 * (card.back == card.words_back)
    for n, line in enumerate(lines):
        place = edge - (0 if n else face.width(first, size)), y + 90 + n * size * 1.28
        yield "ink", pen.words(face, _cut(line, face, size, _NAME), size, place)


def _voices(card: Card, faces: _Faces) -> Iterator[Drawn]:
    """Yield the voices in a row with their bars, as many as there is room for; a role behind a single one."""
    x: float = _LEFT
    pen = _Pen(card.back)
    for name, hue in card.voices:
        words = _cut(name, faces.bold, 34, _RIGHT - _LEFT - 24)
        width = 24 + faces.bold.width(words, 34)
        if x + width > _RIGHT:
            return
        yield f"hue-{hue}", pen.bar(x, 470, 8, 38)
        yield "ink", pen.words(faces.bold, words, 34, (x + 24, 501))
        x += width + 44
    x -= 44
    if card.role and _RIGHT - x > _LEFT:
        role = _cut(card.role, faces.sans, 34, _RIGHT - x)
        yield "quiet", pen.words(faces.sans, role, 34, (x, 501))


def fit(words: str, face: Face, marks: tuple[str, str] = ("", "")) -> tuple[int, list[str]]:
    """Return the greatest size at which words in marks fit, and their lines; what fits at none is cut."""
    marked = f"{marks[0]}{words}{marks[1]}"
    room = _RIGHT - _LEFT
    for size, most in _SIZES:
        lines = broken(marked, face, size, room)
        if len(lines) <= most and all(face.width(line, size) <= room for line in lines):
            return size, _even(marked, face, size, lines)
    kept = broken(marked, face, size, room)[:_LINES]
    last = _ended(kept[-1], face, size, (room, marks[1]))
    return size, [*(_cut(line, face, size, room) for line in kept[:-1]), last]


def broken(words: str, face: Face, size: int, room: float) -> list[str]:
    """Break words at spaces into lines that fill ``room``; no word is ever hyphenated."""
    lines: list[str] = []
    for word in _SPACES.split(words.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _even(words: str, face: Face, size: int, lines: list[str]) -> list[str]:
    """Break words into as many lines of a like length: the last is no single word then."""
    found, room = lines, max(face.width(line, size) for line in lines)
    while room > 0:
        room -= _STEP
        lines = broken(words, face, size, room)
        if len(lines) != len(found) or any(face.width(line, size) > room for line in lines):
            return found
        found = lines
    return found


def _cut(words: str, face: Face, size: int, room: float) -> str:
    """Shorten words to fit, with an ellipsis."""
    return words if face.width(words, size) <= room else _ended(words, face, size, (room, ""))


def _ended(words: str, face: Face, size: int, room: tuple[float, str]) -> str:
    """Shorten a line after which more was to follow: with an ellipsis, and the mark that ends it."""
    kept, end = words, f"{ELLIPSIS}{room[1]}"
    while kept and face.width(kept + end, size) > room[0]:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept.rstrip(f" ,;:–—-.،؛{room[1]}") + end
