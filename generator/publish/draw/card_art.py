"""Draw a card: its words in the serif, its voices with their colour bars, on the paper of the site.

An SVG of outlines alone, which resvg makes a PNG of: the same bytes each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.draw.faces import Face, open_face
from generator.publish.phrase.phrases import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@dataclass(frozen=True, slots=True)
class _Faces:
    serif: Face
    title: Face
    sans: Face
    bold: Face


def draw_card(card: Card, settings: CardSettings) -> bytes:
    """Draw a card in a worker."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra

    return bytes(svg_to_bytes(svg_string=svg(card, settings), skip_system_fonts=True))


def svg(card: Card, settings: CardSettings) -> str:
    """Return a card as SVG; of the colours it takes those of the light page."""
    folder = settings.faces
    names = ("serif-{}-400", "serif-{}-600", "sans-{}-400", "sans-{}-600")
    faces = _Faces(*(open_face(folder, f"{name}-normal.woff2") for name in names))
    colours = dict(settings.colours)
    inside = "".join(f'<g fill="{colours[colour]}">{drawn}</g>' for colour, drawn in _drawn(card, faces))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours["paper"]}"/>{inside}</svg>'
    )


def _drawn(card: Card, faces: _Faces) -> Iterator[tuple[str, str]]:
    """Yield what is drawn, as the name of a colour and elements."""
    if card.site:
        site = _cut(card.site, faces.title, 30, _RIGHT - _LEFT)
        yield "ink", faces.title.outlines(site, 30, (_LEFT, 92))
        yield "rule", _bar(_LEFT, 116, _RIGHT - _LEFT, 2)
    if card.hue is None:
        yield from _words(card, faces.serif if card.site else faces.title)
    else:
        yield from _name(card, faces)
    yield from _voices(card, faces)
    yield "quiet", faces.sans.outlines(_cut(card.foot, faces.sans, 28, _RIGHT - _LEFT), 28, (_LEFT, 556))


def _words(card: Card, face: Face) -> Iterator[tuple[str, str]]:
    """Yield great words in the middle; an opening mark hangs before them."""
    size, lines = fit(card.words, face, quoted=card.quoted)
    y = _TOP + (_BOTTOM - _TOP - len(lines) * size * _LEAD) / 2 + size * 0.92
    for n, line in enumerate(lines):
        hang = face.width(line, size) - face.width(line[1:], size) if card.quoted and n == 0 else 0
        yield "ink", face.outlines(line, size, (_LEFT - hang, y + n * size * _LEAD))


def _name(card: Card, faces: _Faces) -> Iterator[tuple[str, str]]:
    """Yield a name with its bar, and below it what it said."""
    fitting = (size for size, _ in _SIZES if faces.title.width(card.words, size) <= _NAME)
    size = next(fitting, _SIZES[-1][0])
    y = (236 if card.beneath else 300) + size * 0.35
    yield f"hue-{card.hue}", _bar(_LEFT, y - size * 0.74, 14, size * 0.82)
    yield "ink", faces.title.outlines(_cut(card.words, faces.title, size, _NAME), size, (_LEFT + 40, y))
    face, size = faces.serif, _BENEATH
    lines = broken(card.beneath, face, size, _NAME)
    if len(lines) > _FEW:
        last = _cut(lines[_FEW - 1], face, size, _NAME, always=True)
        lines = [*lines[: _FEW - 1], f"{last}”"]
    for n, line in enumerate(lines):
        hang = 0 if n else face.width(line, size) - face.width(line[1:], size)
        place = _LEFT + 40 - hang, y + 90 + n * size * 1.28
        yield "ink", face.outlines(_cut(line, face, size, _NAME), size, place)


def _voices(card: Card, faces: _Faces) -> Iterator[tuple[str, str]]:
    """Yield the voices in a row with their bars, as many as there is room for; a role behind a single one."""
    x: float = _LEFT
    for name, hue in card.voices:
        words = _cut(name, faces.bold, 34, _RIGHT - _LEFT - 24)
        width = 24 + faces.bold.width(words, 34)
        if x + width > _RIGHT:
            return
        yield f"hue-{hue}", _bar(x, 470, 8, 38)
        yield "ink", faces.bold.outlines(words, 34, (x + 24, 501))
        x += width + 44
    x -= 44
    if card.role and _RIGHT - x > _LEFT:
        role = _cut(f", {card.role}", faces.sans, 34, _RIGHT - x)
        yield "quiet", faces.sans.outlines(role, 34, (x, 501))


def fit(words: str, face: Face, *, quoted: bool) -> tuple[int, list[str]]:
    """Return the greatest size at which words fit, and their lines; what fits at none is cut."""
    marked = f"“{words}”" if quoted else words
    room = _RIGHT - _LEFT
    for size, most in _SIZES:
        lines = broken(marked, face, size, room)
        if len(lines) <= most and all(face.width(line, size) <= room for line in lines):
            return size, _even(marked, face, size, lines)
    kept = broken(marked, face, size, room)[:_LINES]
    last = _cut(kept[-1], face, size, room, always=True) + "”" * quoted
    return size, [*(_cut(line, face, size, room) for line in kept[:-1]), last]


def broken(words: str, face: Face, size: int, room: float) -> list[str]:
    """Break words at spaces into lines that fill ``room``; no word is ever hyphenated."""
    lines: list[str] = []
    for word in words.split():
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


def _cut(words: str, face: Face, size: int, room: float, *, always: bool = False) -> str:  # noqa: PLR0913
    """Shorten words to fit, with an ellipsis; ``always`` where more was to follow, and a mark behind it."""
    if not always and face.width(words, size) <= room:
        return words
    kept, end = words, f"{ELLIPSIS}”" if always else ELLIPSIS
    while kept and face.width(kept + end, size) > room:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept.rstrip(" ,;:–—-.”") + ELLIPSIS


def _bar(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"/>'
