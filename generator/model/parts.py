"""What several kinds of page show: a link, a day, a voice, the card of a statement, a row of a table.

A template sees its page's view and nothing else, so every view and every part of one holds plain strings and
numbers: addresses are relative to the page, days are written out, bodies are safe HTML (``*_html``).
A sentence of the site's that quotes another language is HTML, too, and known as such (``markupsafe.Markup``).
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
    role_language: str = ""
    language: str = ""  # of a name that stands in a report alone, "" of all others


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
    own_language: str = ""  # of what the desk writes
    title_language: str = ""  # "" where that of the interface; so the next
    description_language: str = ""
    card_language: str = ""  # of ``card_alt``


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
    within: tuple[tuple[str, str], ...] = ()  # of a few words: the sentence, in pieces "words" and "about"
    language: str = ""  # of the words, as the report has them
    told: bool = False  # ``day`` is that of the words; else of the first report
    phrases: int = 1  # of reported speech that are marked in its one sentence
    echoes: tuple[str, ...] = ()  # other outlets in whose own sentences its words stand, in no marks


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
    language: str = ""  # of the title
    own_language: str = ""  # of the outlet's words


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor on the front page; ``reported`` counts what is told of it in others' words."""

    voice: Voice
    kind: str
    said: int
    said_of: int
    last: StatementCard | None
    reported: int = 0


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
    statement: str  # address of the statement's page, "" where it has none
    elsewhere: tuple[Elsewhere, ...]
    corrected: str  # what the editor changed and why, "" where nothing
    line: int  # of the saved file, 0 where not known
    further: str = ""  # "31 further reports" that have the statement, "" where ``elsewhere`` names them all
    described: str = ""  # by which words for an office the report names the speaker, "" where by the name
    origin: str = ""  # address at the outlet, at these words, "" where not known
    in_turn: bool = False  # the words stand in no marks, but in a turn of a transcript
    said: Day | None = None  # the day of the words, None where neither report nor desk tells it


@dataclass(frozen=True, slots=True)
class CutView:
    """The texts that one rule left out; ``kind`` names the rule, ``why`` says what it goes by."""

    kind: str
    why: str
    texts: tuple[str, ...]


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
class PersonRow:
    """A person on an actor's page; ``offices`` are roles with their days."""

    voice: Voice
    said: int
    reported: int = 0  # what is told in others' words
    offices: tuple[str, ...] = ()
    named: bool = True  # in any report; else the desk's files alone have the person


@dataclass(frozen=True, slots=True)
class OutletRow:
    """How much an outlet has of an actor or a person; of ``statements`` it alone has ``alone``."""

    outlet: Link
    statements: int
    reports: int
    reported: int = 0  # what it tells in its own words
    alone: int = 0


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Statements of one day in a longer list."""

    day: Day
    said: tuple[StatementCard, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a list does not show: how many, and the page that has them all."""

    n: int
    href: str


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """Statements of one speaker in a longer list."""

    voice: Voice
    said: tuple[StatementCard, ...]
