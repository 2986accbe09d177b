"""The site to be: pages, assets, pictures and records, to be rendered and written."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.backmatter import (
    AboutView,
    CorrectionsView,
    IndexView,
    MovedView,
    NotesView,
    PlainView,
    VersionsView,
)
from generator.model.dossier import DossierView
from generator.model.views import (
    ActorView,
    ArticleView,
    DayView,
    FrontView,
    OutletView,
    PartView,
    PersonView,
    StatementView,
    TimelineView,
)

View = (
    FrontView
    | ArticleView
    | ActorView
    | PersonView
    | StatementView
    | OutletView
    | PartView
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

    ``voices`` are names with the number of their colour; ``hue`` is of the words themselves, as of a name. It
    runs from right to left where ``back``, what is said on it where ``words_back``.
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
    language: str = ""  # of what is said on it
    marks: tuple[str, str] = ("“", "”")
    back: bool = False
    words_back: bool = False


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


RECORD_KINDS = ("article", "statement", "note", "person", "actor", "outlet", "day", "page")


@dataclass(frozen=True, slots=True)
class Record:
    """What the search of all words knows of a page, or of a note on one.

    The lists hold ids and ISO days, by which it is narrowed; ``words`` are paragraphs, and plain.
    """

    path: str  # of the page, from the site's top
    kind: str
    language: str  # of the index in which it is
    title: str
    words: tuple[str, ...]
    anchor: str = ""
    by: str = ""  # who speaks
    title_language: str = ""  # "" where that of the interface; so the next
    words_language: str = ""
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
