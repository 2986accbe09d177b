"""What a drawing of days is made of, as numbers: across in per cent of its width, down in pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """All that is drawn of a day, to be pointed at: where it begins, in per cent, and what it says."""

    x: float
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """One statement, within its tally."""

    x: int
    y: int
    href: str
    label: str
    language: str = ""  # of the words in it
    told: bool = False  # the day is that of the words


@dataclass(frozen=True, slots=True)
class Tally:
    """What one actor said on one day: strokes, or a bar of so many pixels."""

    x: float
    strokes: tuple[Stroke, ...]
    count: int
    bar: int = 0
    href: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor's line: the foot of its sign ``y``, the ``top`` of its strokes, the ``foot`` of its bars."""

    sign: str
    hue: int
    top: int
    y: int
    foot: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on the axis; ``label`` is empty where there is no room for it, ``broken`` where nothing is."""

    x: float
    label: str
    href: str
    broken: float = 0.0  # where the line is broken before it
    gap: int = 0  # how many days are left out there


@dataclass(frozen=True, slots=True)
class Reach:
    """The reports of one day, and the other days that they tell of; ``y`` is the middle of their line."""

    y: int
    x: float
    first: float
    last: float
    rings: tuple[float, ...]
    sheets: int  # that are drawn; ``count`` reports, where these are more
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the table; ``depth`` 0-4 is its tint."""

    count: int
    hue: int
    depth: int


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the table that says the same as the picture."""

    words: str
    href: str
    cells: tuple[Cell, ...]
    tellers: int
    reports: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture and its table.

    ``axis`` is the height at which the line of the days runs, ``most`` what the highest bar counts, 0 where
    strokes are drawn; ``thick`` is a bar's width in per cent. ``reaches`` are the reports, day by day;
    ``below`` are bars instead, those who tell of a day and those of it.
    """

    height: int
    axis: int
    most: int
    thick: float
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    reaches: tuple[Reach, ...]
    below: tuple[Lane, ...]
    rows: tuple[Row, ...]
    broken: bool
    tells: bool
    appeared: bool
    bars: tuple[tuple[int, str], ...] = ()  # paths of the bars of lanes, each with its hue
    columns: tuple[Column, ...] = ()
