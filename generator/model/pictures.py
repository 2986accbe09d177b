"""What the pictures show, and the tables that say the same: days, coverage, who speaks of whom."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.parts import Day, Link, ReportCard, StatementCard, Voice


@dataclass(frozen=True, slots=True)
class Tick:
    """One statement on the timeline."""

    hue: int
    sign: str
    href: str
    label: str
    language: str = ""  # of the words in it
    told: bool = False  # it stands on the day of the words, else on that of the first report


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What an outlet has of a statement: a sign, the same in words, where it stands; all "" where nothing."""

    sign: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A statement and what each outlet has of it; ``by`` counts them where not all report by themselves."""

    words: str
    href: str
    voice: Voice
    cells: tuple[CoverageCell, ...]
    by: str = ""
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class Coverage:
    """Outlets by statements; ``more`` counts the statements and outlets that the table leaves out."""

    outlets: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many statements; ``depth`` 0-4 is the tint."""

    count: int
    depth: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """How many statements of one actor name each of the others."""

    voice: Voice
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who speaks of whom; ``more`` counts those whom the table leaves out."""

    columns: tuple[Voice, ...]
    rows: tuple[MatrixRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What one report tells of a day: its sentences that name it, none where the report is an excerpt.

    ``apart`` counts the days from that day to the report, fewer than none where the report looks ahead;
    None where the report's own day is not stated.
    """

    report: ReportCard
    apart: int | None
    sentences: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day's reports and statements; ``at`` is its place on the line, 0..1000."""

    day: Day
    at: int
    ticks: tuple[Tick, ...]
    reports: tuple[ReportCard, ...]
    statements: tuple[StatementCard, ...]
    href: str = ""  # of the page of the day, or of its place on the timeline, "d-2015-10"
    more: str = ""  # "70 further statements", "" where the day is complete
    told: tuple[ToldOf, ...] = ()  # what reports tell of the day
    tellers: int = 0  # how many reports tell of it
    appeared: int = 0  # how many reports are of it
    number: int = 0  # of the day, counted from the year 1
    reach: tuple[int, ...] = ()  # the places of the other days that the reports of this one tell of
    gap: int = 0  # how many days the line leaves out before it, where it is broken


@dataclass(frozen=True, slots=True)
class HeardDay:
    """How much a voice is heard on a day; ``at`` is its place on the line of all days, 0..1000."""

    day: Day
    at: int
    said: int
    said_of: int


@dataclass(frozen=True, slots=True)
class Hearing:
    """A voice over time, on the days with anything of it; ``most`` is what the longest bar of all counts.

    ``room`` is the least distance of two days on the line, of all that were spoken on.
    """

    days: tuple[HeardDay, ...]
    first: Day
    last: Day
    most: int
    room: int
