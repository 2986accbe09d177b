"""What a dossier shows: statements in order, numbered, with their sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.findings import Form
from generator.model.parts import CorrectedRow, Day, Link, Shell, Voice
from generator.model.pictures import TimelineDay


@dataclass(frozen=True, slots=True)
class Reference:
    """A report that has something, by its number among the sources of a dossier."""

    number: int
    href: str
    outlet: str  # "" where it is not stated
    day: Day
    origin: str = ""  # the outlet that had it first from the same pen, where that is another


@dataclass(frozen=True, slots=True)
class DossierWording:
    """One wording of a statement with the reports that have it; ``pieces`` are as those of ``Wording``."""

    relation: str
    pieces: tuple[tuple[str, str], ...]
    differs: str
    references: tuple[Reference, ...]
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class DossierNote:
    """A note of the desk with the report it is about; one that has a ``label`` shows its own head."""

    id: str
    label: str
    by: str
    day: Day
    quoted: str
    body_html: str
    reference: Reference
    language: str = ""  # of what is quoted


@dataclass(frozen=True, slots=True)
class DossierStatement:
    """A statement with all that is known of it; ``first`` is the fullest wording, ``words``."""

    id: str
    number: int
    words: str
    href: str  # of the statement's page, or of its passage where it has none
    form: Form
    voice: Voice
    reported: str
    first: DossierWording
    others: tuple[DossierWording, ...]
    notes: tuple[DossierNote, ...]
    corrected: tuple[CorrectedRow, ...]
    language: str = ""  # of the words, as the report has them
    told: bool = False  # it stands on the day of the words; else of the first report


@dataclass(frozen=True, slots=True)
class DossierDay:
    """What was said on a day."""

    id: str
    day: Day
    statements: tuple[DossierStatement, ...]


@dataclass(frozen=True, slots=True)
class DossierPart:
    """One chapter of a dossier."""

    id: str
    heading: str
    days: tuple[DossierDay, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a dossier, and in which of its statements."""

    voice: Voice
    statements: tuple[tuple[int, str], ...]  # number and address


@dataclass(frozen=True, slots=True)
class DossierSource:
    """A report at the end of a dossier, with all that it takes to find it again."""

    id: str
    number: int
    title: str
    made: bool
    own: str  # the outlet's headline, where ``title`` is the desk's
    href: str
    outlet: str
    byline: str
    day: Day
    address: str
    archived: str
    saved: str
    digest: str
    language: str = ""  # of the title
    own_language: str = ""  # of the outlet's words


@dataclass(frozen=True, slots=True)
class DossierView:
    """The whole affair, or what one actor said and is said of, laid out to be printed."""

    shell: Shell
    title: str
    subject: Voice | None  # the actor, None where it is the whole affair
    back: Link  # the page that has the same
    intro_html: str
    span: str
    counts: str
    newest: Day  # of the newest report
    days: tuple[TimelineDay, ...]
    parts: tuple[DossierPart, ...]
    speakers: tuple[Speaker, ...]
    notes: tuple[DossierNote, ...]  # those about no statement
    corrected: tuple[CorrectedRow, ...]  # those that stand beside no statement
    sources: tuple[DossierSource, ...]
    pdf: str = ""  # address of the same as a file, "" where none is made
