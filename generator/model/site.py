"""The site to be: pages, assets, and one view for each template.

A template sees its page's view and nothing else, so every view holds plain strings and numbers:
addresses are relative to the page, days are written out, bodies are safe HTML (``*_html``).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.findings import Form


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: str
    language: str = ""  # of the words, "" where that of the site


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a machine and as an editor writes it; ``iso`` is empty where it is not stated."""

    iso: str
    words: str
    href: str = ""  # of the page of the day, "" where it has none


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as shown: ``hue`` 1-8 is the actor's colour, 0 none; ``sign`` its short letters.

    ``known`` is False where nobody is named; ``name`` then reads "Speaker not named".
    """

    name: str
    href: str
    known: bool
    actor: str
    actor_href: str
    sign: str
    hue: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of every page shows.

    ``root`` leads from the page to the site's top and ends with a slash ("./", "../../").
    """

    site_title: str
    language: str  # of the interface
    root: str
    path: str  # from the site's top, with slashes, "" for the front page
    canonical: str
    title: str
    description: str
    actors: tuple[Voice, ...]  # for the navigation, the leading ones
    home: str = ""  # address of the front page
    here: str = ""  # address of this very page, written as ``nav``, ``actors`` and ``home`` write it
    nav: tuple[Link, ...] = ()  # timeline, index, corrections, about: as many as there are
    feeds: tuple[Link, ...] = ()  # Atom and JSON Feed, told apart by their endings
    structured: str = (
        ""  # what the page is in the words of schema.org, as JSON that can stand in a script element
    )
    modified: str = ""  # the day of the last correction of what the page shows, "" where there is none
    card: str = ""  # the whole address of a picture that stands for the page where it is shared
    card_alt: str = ""  # what is on it
    cite: Citation | None = None  # how the page itself is cited, where it is of the briefing's own making
    direction: str = "ltr"
    own_language: str = ""  # of what the desk writes, where that is not the interface's


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement in a list: its fullest words, who, when, and who reports it."""

    words: str
    href: str  # of the statement's page, or of its passage where it has no page
    passage: str  # of the passage in the newest article that has it
    form: Form
    voice: Voice
    day: Day
    outlets: tuple[str, ...]
    reported: str  # "2 outlets, 2 wordings"
    wordings: int
    within: tuple[tuple[str, str], ...] = ()  # of a few words: the sentence, in pieces "words" and "about"
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report in a list; ``made`` says that the source has no headline and the title is its first words."""

    title: str
    made: bool
    href: str
    dek: str
    outlet: Link | None
    day: Day
    statements: int
    voices: tuple[Voice, ...]  # the actors that speak in it
    own: str = ""  # the outlet's headline, where ``title`` is the desk's
    draft: bool = False  # shown in a preview alone
    reported: int = 0  # what it tells in its own words of what somebody said
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class Tick:
    """One statement on the timeline."""

    hue: int
    sign: str
    href: str
    label: str


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


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor on the front page."""

    voice: Voice
    kind: str
    said: int
    said_of: int
    last: StatementCard | None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A desk's note beside a passage; ``mark`` is its sign in the text."""

    id: str
    mark: str
    kind: str
    by: str
    day: Day
    quoted: str
    body_html: str
    label: str = ""  # the kind in words
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What stands at the address of a quotation that was withdrawn: that it was, when, and why."""

    id: str
    why: str
    day: Day


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same statement in another outlet."""

    outlet: str
    href: str
    relation: str  # of its outlet to the fullest wording: "same words", "other words", "a fragment"


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote of an article, as its apparatus shows it; ``number`` is its mark in the text."""

    id: str
    number: int
    words: str
    form: Form
    voice: Voice
    cue: str
    statement: str  # address of the statement's page, "" where it has none
    elsewhere: tuple[Elsewhere, ...]
    corrected: str  # what the editor changed and why, "" where nothing
    line: int  # of the saved file, 0 where not known
    further: str = ""  # "31 further reports" that have the statement, "" where ``elsewhere`` names them all
    described: str = ""  # by which words for an office the report names the speaker, "" where by the name
    origin: str = ""  # address at the outlet, at these words, "" where not known


@dataclass(frozen=True, slots=True)
class CutView:
    """A text that was left out; ``kind`` is the rule in words."""

    rule: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts of a source."""

    label: str
    value: str
    href: str = ""
    title: str = ""  # the whole of a value that is shown shortened


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """One correction of the editors, told in public."""

    article: Link
    quoted: str  # "" where the quotation is withdrawn, or is told of without its words
    change: str  # what was found, and what the desk says
    why: str
    outlet: str = ""
    id: str = ""  # its address on the page of all corrections
    day: Day = Day("", "")  # of the correction; without an ISO day where that is not stated
    language: str = ""  # of the words, as the report has them


@dataclass(frozen=True, slots=True)
class Pinned:
    """What the desk puts first: either a statement or a report."""

    statement: StatementCard | None = None
    report: ReportCard | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite what a page is about: as text with an address behind it, and as CSL-JSON."""

    text: str
    address: str
    csl: str
    archived: str = ""  # address of an archived copy


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
    id: str
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
    facts: tuple[Fact, ...]
    cuts: tuple[CutView, ...]
    cut_counts: str  # "10 passages: newsletter 4, related links 5, credit 1"
    corrected: tuple[CorrectedRow, ...]
    previous: Link | None  # on the timeline
    following: Link | None
    origin: str = ""  # address at the outlet, "" where not known
    withdrawn: tuple[WithdrawnView, ...] = ()
    headline: str = ""  # the desk's own; ``title`` is the outlet's
    draft: bool = False  # shown in a preview alone
    cite: Citation | None = None
    language: str = ""  # of the words, as the report has them
    left_out: int = 0  # quotations of an excerpt that are not shown, for the sake of ``share``
    share: int = 100  # of the report's words at most are shown, in percent


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person on an actor's page; ``offices`` are roles with their days."""

    voice: Voice
    said: int
    reported: int = 0  # what is told in others' words
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletRow:
    """How much an outlet has of an actor or a person; of ``statements`` it alone has ``alone``."""

    outlet: Link
    statements: int
    reports: int
    reported: int = 0  # what it tells in its own words
    alone: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """Statements of one speaker in a longer list."""

    voice: Voice
    said: tuple[StatementCard, ...]


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
    alone: tuple[SpeakerGroup, ...] = ()  # what has one source, by speaker
    of_it: tuple[SpeakerGroup, ...] = ()  # ``said_of`` by who says it
    corrected: tuple[CorrectedRow, ...] = ()  # those that are dated
    draft: bool = False  # of a file that counts in a preview alone
    dossier: str = ""  # address of the same, to be printed; "" where it is not heard
    pdf: str = ""  # the same as a file, "" where none is made


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
    within: tuple[tuple[str, str], ...] = ()  # its sentence in pieces, "words" and "about"
    language: str = ""  # of the words, as the report has them


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
    cite: Citation | None = None
    corrected: tuple[CorrectedRow, ...] = ()
    language: str = ""  # of the words, as the report has them


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


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All days in order, the undated reports last."""

    shell: Shell
    days: tuple[TimelineDay, ...]
    undated: tuple[ReportCard, ...]
    far: tuple[Link, ...] = ()  # days far from the others of which reports tell, too
    rest: tuple[Fact, ...] = ()  # what long lists leave out, counted, with where it is


@dataclass(frozen=True, slots=True)
class DayView:
    """A day: what was said, what reports tell of it, whenever they appeared, and the reports of that day."""

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
    language: str = ""  # of the words, as the report has them


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


@dataclass(frozen=True, slots=True)
class PlainView:
    """Any other page: the editors' own, and 404."""

    shell: Shell
    heading: str
    body_html: str


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


View = (
    FrontView
    | ArticleView
    | ActorView
    | PersonView
    | StatementView
    | OutletView
    | TimelineView
    | DayView
    | IndexView
    | CorrectionsView
    | NotesView
    | AboutView
    | PlainView
    | MovedView
    | VersionsView
    | DossierView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be rendered: where it goes, by which template, from which view."""

    path: str  # of the file, from the site's top
    template: str
    view: View


@dataclass(frozen=True, slots=True)
class Card:
    """A picture that stands for a page where somebody shares it; ``words`` are great on it.

    ``voices`` are names with the number of their colour; ``hue`` is of the words themselves, as of a name.
    """

    path: str  # of the file, from the site's top
    site: str  # the briefing's title, "" where it is the words
    words: str
    quoted: bool = False
    hue: int | None = None
    beneath: str = ""  # a statement below the words
    voices: tuple[tuple[str, int], ...] = ()
    role: str = ""  # of a single voice
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A dossier to be made a file of; ``day`` is of the newest report, "" where that is not known."""

    path: str  # of the file, from the site's top
    page: str  # of the page
    address: str  # the whole address of the page, "" where that of the site is not known
    root: str  # leads from the page to the site's top
    html: bytes
    day: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is not rendered from a template."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """What the search of all words knows of a page, or of a note on one.

    The lists hold ids and ISO days, by which it is narrowed; ``words`` are paragraphs, and plain.
    """

    path: str  # of the page, from the site's top
    kind: str
    language: str
    title: str
    words: tuple[str, ...]
    anchor: str = ""
    by: str = ""  # who speaks
    actors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The files of the search of all words, by their paths from the site's top."""

    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a site shows, counted; ``reported_speech`` and ``unnamed`` are of the quotations.

    Neither withdrawn ones are among these, nor words in marks that are nobody's, nor reported speech of
    nobody in particular.
    """

    quotes: int
    reported_speech: int
    unnamed: int
    statements: int


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that publish will write."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    counts: Counts
    cards: tuple[Card, ...] = ()
    records: tuple[Record, ...] = ()  # for the search of all words, where there is one
