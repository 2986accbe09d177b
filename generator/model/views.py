"""One view for each template: all that its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.findings import Form
from generator.model.parts import (
    ActorCard,
    Beyond,
    Citation,
    CorrectedRow,
    CutView,
    Day,
    DayGroup,
    Fact,
    Link,
    NoteView,
    OutletRow,
    PersonRow,
    Pinned,
    QuoteView,
    ReportCard,
    Shell,
    SpeakerGroup,
    StatementCard,
    Voice,
    WithdrawnView,
)
from generator.model.pictures import Coverage, Hearing, Matrix, TimelineDay, ToldOf


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    shell: Shell
    span: str  # "3–12 October 2015", "" where no day is stated
    counts: str  # "5 reports, 4 outlets, 28 statements"
    intro_html: str
    lead: StatementCard | None
    most_reported: tuple[StatementCard, ...]  # without the lead
    actors: tuple[ActorCard, ...]
    others: tuple[ActorCard, ...]
    newest: tuple[ReportCard, ...]
    days: tuple[TimelineDay, ...]
    undated: int
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is
    speaking: Matrix | None = None  # where two or more speak of others
    alone: tuple[StatementCard, ...] = ()  # the newest of what one source alone has
    lead_report: ReportCard | None = None  # where a report leads, and no statement
    chosen: bool = False  # the desk chose what leads
    pinned: tuple[Pinned, ...] = ()
    dossier: str = ""  # address of the whole affair, to be printed
    pdf: str = ""  # the same as a file, "" where none is made


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One report: the story, its apparatus and what was left out."""

    shell: Shell
    title: str
    made: bool
    title_html: str  # with its quotes marked
    dek_html: str
    byline: str
    outlet: Link | None
    day: Day
    body_html: str
    excerpt: bool
    caption: str
    credit: str
    quotes: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    voices: tuple[Voice, ...]  # the actors that speak in it or are spoken of
    people: tuple[Voice, ...]
    cuts: tuple[CutView, ...]
    facts: tuple[Fact, ...] = ()
    corrected: tuple[CorrectedRow, ...] = ()
    previous: Link | None = None  # on the timeline
    following: Link | None = None
    origin: str = ""  # address at the outlet, "" where not known
    withdrawn: tuple[WithdrawnView, ...] = ()
    headline: str = ""  # the desk's own; ``title`` is the outlet's
    draft: bool = False  # shown in a preview alone
    cite: Citation | None = None
    language: str = ""  # of the words, as the report has them
    left_out: int = 0  # quotations of an excerpt that are not shown, for the sake of ``share``
    share: int = 100  # of the report's words at most are shown, in percent


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor: what it said, what was said of it, its people, its days, who reports it."""

    shell: Shell
    voice: Voice
    kind: str
    aliases: tuple[str, ...]
    intro_html: str
    said: tuple[StatementCard, ...]  # what most outlets report independently comes first
    reported_speech: tuple[StatementCard, ...]
    said_of: tuple[StatementCard, ...]
    people: tuple[PersonRow, ...]
    heard: Hearing | None  # None where no day is stated
    outlets: tuple[OutletRow, ...]
    reports: tuple[ReportCard, ...]
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is
    coverage: Coverage | None = None  # where more than one outlet has its statements
    shared: int = 0  # how many of what it said are reported independently, the others having one source
    independently: bool = True  # False where only reports are counted, as no outlet is stated
    alone: tuple[SpeakerGroup, ...] = ()  # what has one source, by speaker
    of_it: tuple[SpeakerGroup, ...] = ()  # ``said_of`` by who says it
    corrected: tuple[CorrectedRow, ...] = ()  # those that are dated
    draft: bool = False  # of a file that counts in a preview alone
    dossier: str = ""  # address of the same, to be printed; "" where it is not heard
    pdf: str = ""  # the same as a file, "" where none is made
    further_reports: Beyond | None = None  # what is not in ``reports``
    further_spoken: Beyond | None = None  # what is not in ``reported_speech``


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person: offices, statements, the reports that name them."""

    shell: Shell
    voice: Voice
    aliases: tuple[str, ...]
    offices: tuple[str, ...]  # "Secretary General, 1 October 2014 – 1 October 2024"
    intro_html: str
    said: tuple[StatementCard, ...]
    reported_speech: tuple[StatementCard, ...]
    outlets: tuple[OutletRow, ...]
    reports: tuple[ReportCard, ...]
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is
    corrected: tuple[CorrectedRow, ...] = ()  # those that are dated
    draft: bool = False  # of a file that counts in a preview alone
    heard: Hearing | None = None
    named: bool = True  # in any report; else the desk's files alone have the person
    pinned: tuple[StatementCard, ...] = ()  # of ``said``, what the desk puts first; the rest stands by day
    by_day: tuple[DayGroup, ...] = ()
    further_reports: Beyond | None = None  # what is not in ``reports``
    further_spoken: Beyond | None = None  # what is not in ``reported_speech``


@dataclass(frozen=True, slots=True)
class Wording:
    """One outlet's wording of a statement.

    ``pieces`` pairs a kind ("same", "added", "changed", "missing") with words, in order, against
    the fullest wording; ``differs`` says the same in a sentence, for whoever reads or hears it. What is
    not compared, for it has next to nothing in common, is one piece, "apart".
    """

    outlet: Link | None
    title: str
    href: str  # of the passage
    day: Day
    relation: str
    pieces: tuple[tuple[str, str], ...]
    differs: str
    origin: str  # address at the outlet, at these words, "" where not known
    line: int
    source: Link | None = None  # the outlet that had it first from the same pen, where that is another
    address: str = ""  # of the report at the outlet, as it is written down
    goes_on: Link | None = None  # what the speaker says next in one breath, another statement
    said: Day | None = None  # the day of the words, None where its report does not tell it
    within: tuple[tuple[str, str], ...] = ()  # its sentence in pieces, "words" and "about"
    language: str = ""  # of the words, as the report has them
    in_turn: bool = False  # they stand in a transcript, whole


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: its fullest wording and each outlet's own."""

    shell: Shell
    words: str
    form: Form
    voice: Voice
    day: Day
    reported: str
    wordings: tuple[Wording, ...]
    said_of: tuple[Voice, ...]
    partly: tuple[Link, ...] = ()  # the outlets that have only a fragment
    echoes: tuple[Link, ...] = ()  # reports of others in whose own sentences its words stand
    cite: Citation | None = None
    corrected: tuple[CorrectedRow, ...] = ()
    language: str = ""  # of the words, as the report has them
    told: bool = False  # ``day`` is that of the words; else of the first report
    first: Day | None = None  # of the first report, None where no report states its day
    otherwise: str = ""  # the days that other reports tell, in words


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A statement that an outlet has in other words than the fullest, and wherein they differ."""

    statement: StatementCard
    words: str
    passage: str
    differs: str


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet: its reports, the statements it alone has, those it has otherwise, those it has not."""

    shell: Shell
    name: str
    domains: tuple[str, ...]
    licence: str
    reports: tuple[ReportCard, ...]
    alone: tuple[StatementCard, ...]
    shared: tuple[StatementCard, ...]
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is
    corrected: tuple[CorrectedRow, ...] = ()  # those that are dated
    changed: tuple[OwnWording, ...] = ()
    missing: tuple[StatementCard, ...] = ()  # what ``others`` or more other outlets report by themselves
    others: int = 0
    last: Day = Day("", "")  # of its newest report: what was said later, it could not have
    further_reports: Beyond | None = None  # what is not in ``reports``
    further_alone: Beyond | None = None
    further_shared: Beyond | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """One long list of another page, whole: of its statements and reports one is empty."""

    shell: Shell
    heading: str
    whole: Link  # the page that the list is of
    statements: tuple[StatementCard, ...]
    reports: tuple[ReportCard, ...]
    says: str = ""  # what is in it


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All days in order, the undated reports last; ``fully`` where they are few, each with more of it."""

    shell: Shell
    days: tuple[TimelineDay, ...]
    undated: tuple[ReportCard, ...]
    fully: bool = True
    far: tuple[Link, ...] = ()  # days far from the others of which reports tell, too
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is


@dataclass(frozen=True, slots=True)
class DayView:
    """A day: what was said, what reports tell of it, whenever they appeared, and the reports of that day.

    Of a day with much, long lists begin here and have a page of their own, on which they stand alone.
    """

    shell: Shell
    day: Day
    counts: str
    said: tuple[StatementCard, ...]
    reported_speech: tuple[StatementCard, ...]
    told: tuple[ToldOf, ...]
    reports: tuple[ReportCard, ...]
    previous: Link | None
    following: Link | None
    coverage: Coverage | None = None  # where more than one outlet has the day
    further_spoken: Beyond | None = None  # what is not in ``reported_speech``
    further_told: Beyond | None = None
    further_reports: Beyond | None = None
    whole: Link | None = None  # on the page of one list: the page of the day
