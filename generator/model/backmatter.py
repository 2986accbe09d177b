"""The views of what stands behind the story: index, notes, corrections, versions, about, moved pages."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.parts import CorrectedRow, Day, Link, NoteView, OutletRow, ReportCard, Shell


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index of everything."""

    text: str
    href: str
    gloss: str
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a search of all words can be narrowed to: pairs of an id, and what it is called."""

    kinds: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[str, str], ...]
    days: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of people, actors, outlets, days, reports and statements: search without a script.

    ``words`` is there where all words of all pages can be searched, too.
    """

    shell: Shell
    sections: tuple[tuple[str, tuple[IndexEntry, ...]], ...]
    words: Chosen | None = None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """What editors corrected: the dated first, newest first, then report by report."""

    shell: Shell
    rows: tuple[CorrectedRow, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on the page of all notes; ``href`` is its address on the page of its report."""

    note: NoteView
    report: ReportCard
    href: str


@dataclass(frozen=True, slots=True)
class NotesView:
    """What the desk noted, the newest first, the undated last."""

    shell: Shell
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """How the briefing was made: counts, what was left out, by which rule."""

    shell: Shell
    intro_html: str
    reports: int
    outlets: tuple[OutletRow, ...]
    quotes: int
    unnamed: int  # of these
    statements: int
    corrections: int
    cuts: tuple[tuple[str, int], ...]
    unread: tuple[str, ...]  # saved files that could not be read
    reported_speech: int = 0  # of the quotations


@dataclass(frozen=True, slots=True)
class PlainView:
    """Any other page: the editors' own, and 404."""

    shell: Shell
    heading: str
    body_html: str
    language: str = ""  # of what editors wrote, "" where the site speaks


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A paragraph that a saving has otherwise than the one before.

    ``kind`` is "altered", "came" or "went"; ``pieces`` pairs "same", "gone" or "come" with words, in order;
    ``withheld`` says that the desk withdrew words of it, so that none are shown.
    """

    kind: str
    label: str  # "Paragraph 3"
    pieces: tuple[tuple[str, str], ...]
    aloud: str  # the same for a reader who hears it
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class VersionView:
    """One saving of a report; ``told`` is False where nothing tells that it is newer than the one before."""

    number: int  # from 1, the oldest
    day: Day
    source: str
    digest: str
    summary: str  # "2 paragraphs altered, 1 added"
    told: bool
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What changed between the savings of one report, the newest first."""

    shell: Shell
    article: Link
    outlet: Link | None
    versions: tuple[VersionView, ...]
    excerpt: bool
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class MovedView:
    """An address at which something stood that stands elsewhere now."""

    shell: Shell
    heading: str
    target: Link
