"""What the articles say together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.article import Article, Media
from generator.model.text import Location, Selector, Span


@dataclass(frozen=True, slots=True)
class Office:
    """A role held for a time; days are ISO 8601, None where open or not told.

    ``found`` says that reports call somebody so, and not the desk.
    """

    role: str
    since: str | None = None
    until: str | None = None
    found: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One human being across the articles."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    actor: str | None = None
    offices: tuple[Office, ...] = ()
    intro: str = ""  # Markdown
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    location: Location | None = None
    body_line: int = 1  # on which the introduction begins in its file
    places: tuple[tuple[str, Location], ...] = ()  # where the file names each of these ids
    draft: bool = False  # of a file that counts in a preview alone


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, alliance, organisation or group in whose name people speak."""

    id: str
    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    speaks_as: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    intro: str = ""  # Markdown
    location: Location | None = None
    body_line: int = 1  # on which the introduction begins in its file
    draft: bool = False  # of a file that counts in a preview alone


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency or station."""

    id: str
    name: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    text: str | None = None
    licence: str | None = None


class Relation(StrEnum):
    """How a member's words stand to the wording that leads."""

    SAME = "same"
    VARIANT = "variant"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Member:
    """One quote of a statement; ``origin`` is the first article that has it from the same pen."""

    article: str
    quote: str
    relation: Relation
    origin: str = ""


@dataclass(frozen=True, slots=True)
class QuoteCluster:
    """A statement: the quotes of all articles that report the same words.

    ``canonical`` is the wording that leads: of those as full as the fullest, the one of most outlets. The
    first of ``members`` has it; the fullest, of which the id is made, is the first or the second.
    """

    id: str
    canonical: str
    speaker: str | None
    person: str | None
    actor: str | None
    members: tuple[Member, ...]

    @property
    def origins(self) -> int:
        """Count the reports that are independent: what an agency wrote counts once, whoever prints it."""
        return len({m.origin or m.article for m in self.members})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the desk says of pairs of quotes, by their ids: one statement, or not one."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """The desk's own words about a passage; ``span`` is None until it is anchored.

    ``instead`` is what ought to stand there, None where the note does not say it.
    """

    id: str
    article: str
    at: Selector
    body: str  # Markdown
    location: Location
    by: str | None = None
    kind: str = "context"
    date: str | None = None
    span: Span | None = None
    body_line: int = 1  # on which the body begins in its file
    public: bool = True  # False: for the desk alone
    article_at: Location | None = None  # where ``article`` is named; None: nowhere but in its address
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class EditorsPage:
    """Any other page the editors wrote."""

    id: str
    title: str
    body: str
    location: Location
    media: Media = Media.MARKDOWN
    body_line: int = 1  # on which the body begins in its file
    draft: bool = False  # it counts in a preview alone


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A draft, which counts in a preview alone: what has its ``id`` is not there, and yet it is no slip."""

    kind: str  # "actor", "person", "page" or "report"
    id: str
    path: str  # as a person would type it


@dataclass(frozen=True, slots=True)
class Desk:
    """All that editors wrote beside the articles."""

    actors: tuple[Actor, ...] = ()
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[EditorsPage, ...] = ()
    verdicts: Verdicts = Verdicts()
    hidden: tuple[str, ...] = ()  # short phrases that may not stand in quotation marks, folded
    drafts: tuple[Unpublished, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole affair, each tuple in its own fixed order."""

    articles: tuple[Article, ...]  # newest first, undated last
    people: tuple[Person, ...]
    actors: tuple[Actor, ...]  # those that lead first, then by how much they say
    outlets: tuple[Outlet, ...]
    clusters: tuple[QuoteCluster, ...]
    notes: tuple[Note, ...]
    pages: tuple[EditorsPage, ...]
    moved: tuple[tuple[str, str], ...] = ()  # ids that statements had before, and those they have now
    hidden: tuple[str, ...] = ()  # short phrases that may not stand in quotation marks, folded
    drafts: tuple[Unpublished, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that differs between two savings of a report; "" where one of them has none.

    ``number`` counts from 1, in the newer where it stands there; 0 is the headline, -1 the dek.
    """

    number: int
    old: str  # Markdown
    new: str
    withheld: bool = False  # for an editor hid the words; both are signs then


@dataclass(frozen=True, slots=True)
class Version:
    """One saving of a report: its file, the day it states, what it has otherwise than the one before.

    ``told`` is False where it cannot be told whether it is newer than the one before. ``id`` is that of the
    report where this saving alone is there: its page stood at that address.
    """

    source: str
    digest: str
    day: str | None
    changes: tuple[Change, ...] = ()
    told: bool = True
    id: str = ""
