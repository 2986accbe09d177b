"""A saved report on its way: source, document, clean text, reading, article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.findings import Dated, Mention, Quote, Remark
from generator.model.text import Location, Selector, Span


class Role(StrEnum):
    """What a block is to its article."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


STORY = frozenset({Role.PARAGRAPH, Role.HEADING, Role.ITEM, Role.QUOTE})
WITHDRAWN = "[withdrawn]"  # in the place of what an editor hid
READ = STORY | {Role.HEADLINE, Role.DEK}  # the blocks that are read for quotes and names


class Media(StrEnum):
    """The form a body has."""

    TEXT = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled block of a clean text.

    ``line`` is the line of the body on which it begins, from 1; ``rule`` names the rule that
    made it boilerplate; ``mark`` says what a block of the story is beside: "amended", the outlet's own
    word on what it has changed. ``lead`` counts the letters at its beginning that a page sets off, where that
    tells whose turn it is in a talk.
    """

    role: Role
    span: Span
    line: int
    rule: str | None = None
    mark: str | None = None
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself; None where it does not say."""

    title: str | None = None
    dek: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All that a reading depends on: no path, no corrections.

    ``seed`` begins the ids of its quotes; ``clean`` False takes the body for the story alone, as that of
    an article is.
    """

    body: str
    media: Media
    seed: str
    title: str | None = None
    dek: str | None = None
    language: str | None = None
    published: str | None = None
    clean: bool = True


@dataclass(frozen=True, slots=True)
class CleanText:
    """The one normalised string of a document; all spans of the article count in it."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one document; ``seed`` begins the ids of its quotes."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    seed: str = ""
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture above a report: only its words, never its bytes."""

    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that was left out, and the rule that did it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's decision about the quote that covers ``at``; None leaves a thing as found.

    ``extent`` is the passage that is the quote where another was found, ``day`` is when it was said,
    ``date`` when the desk corrected it; the last two name quotes by their ids.
    """

    at: Selector
    location: Location
    quote: bool | None = None
    speaker: str | None = None
    actor: str | None = None
    hidden: bool = False
    why: str | None = None
    extent: Selector | None = None
    day: str | None = None
    date: str | None = None
    same_statement: tuple[str, ...] = ()
    not_same_statement: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one correction that could be applied.

    ``quote`` is the id of the quote that it is about, ``before`` that quote as it was found, None where
    none was.
    """

    correction: Correction
    quote: str
    before: Quote | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article or in the file beside a source. Days are ISO 8601."""

    title: str | None = None
    headline: str | None = None  # the desk's own; ``title`` is the outlet's
    dek: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    archived: str | None = None
    licence: str | None = None
    language: str | None = None
    source: str | None = None
    digest: str | None = None
    saved: str | None = None  # when the file was saved
    seed: str | None = None
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    cut: tuple[Cut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    draft: bool = False
    text: str | None = None  # "full" or "excerpt"; None: as the outlet or the site says


@dataclass(frozen=True, slots=True)
class Source:
    """One opened file of content/sources or content/articles.

    ``digest`` is the SHA-256 of the bytes, in hex; ``body_line`` the line on which the body begins;
    ``path`` is relative to the content folder, with slashes.
    """

    id: str
    path: str
    media: Media
    body: str
    digest: str
    front: FrontMatter = FrontMatter()
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """A reading with the editor's word laid over it."""

    id: str
    path: str
    front: FrontMatter
    text: str
    blocks: tuple[Block, ...]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    made_title: str = ""  # for lists, where the source has no headline
    body_line: int = 1  # on which the body begins in its file
    changes: tuple[Change, ...] = ()  # what the editor's corrections did, in their order
    withheld: tuple[Span, ...] = ()  # what is overwritten beside the hidden quotes, for it is of their words

    def line_of(self, span: Span) -> int:
        """Return the line of the file on which the block of a passage begins."""
        before = (block.line for block in self.blocks if block.span.start <= span.start)
        return self.body_line + max(before, default=1) - 1
