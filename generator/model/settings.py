"""One small frozen settings class for each stage."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.corpus import Outlet
from generator.model.text import Location


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What the site says of reading: beginnings of blocks that go, or stay, whatever the rules say."""

    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """What rendering depends on beside the page's view; ``theme`` is a digest of its templates and words."""

    theme: str
    folders: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CardSettings:
    """What drawing a card depends on beside the card; ``version`` is of the faces and of what draws."""

    version: str
    faces: str  # the folder of the faces
    colours: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What the index of all words depends on beside its records: the version of what makes it."""

    version: str


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """What a file of a dossier depends on beside its page; ``version`` is of theme and what lays it out."""

    version: str
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Admin:
    """A page on which editors work in a browser; ``script`` is Sveltia CMS, a file in content/."""

    backend: str
    script: str = "admin/sveltia-cms.js"
    repo: str | None = None
    branch: str = "main"
    folder: str = "content"
    api: str | None = None
    auth: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of content/site.yaml."""

    title: str
    base_url: str
    language: str = "en"
    timezone: str = "UTC"
    theme: str = "briefing"
    text: str = "full"
    excerpt_words: int = 60
    excerpt_share: int = 50  # of a report's words, in percent, with all its quotations
    actors: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    lead: str | None = None  # the id of the report or the statement that leads
    pinned: tuple[str, ...] = ()  # ids of those that come next
    read: ReadSettings = ReadSettings()
    admin: Admin | None = None
    search: str = "index"  # or "full": all words of all pages, by the extra [search]
    pdf: bool = False  # the dossiers are made as files, too
    intro: str = ""  # Markdown for the front page, from pages/index.md
