"""Links of Markdown to addresses of this site, ``[words](../../about/index.html#why)``: the dead ones.

A link is looked at as the page has it on which its text is shown. Whether an address of somebody else is
alive cannot be told without asking, and nothing here asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from posixpath import normpath
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit

from generator.model.article import READ
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.publish.address import urls
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article
    from generator.model.corpus import Corpus, EditorsPage, Unpublished


_WRITTEN = re.compile(
    r"\]\([ \t]*\n?[ \t]*<?([^()\s<>]+)|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?([^\s<>]+)", re.MULTILINE
)
_DIRECTIVE = ":~:"  # of a text fragment, which names words and not a place
_OWN_PAGES = {"index": urls.FRONT, "about": urls.ABOUT}
_HINT = "links are counted from the page, {page}; [[id]] finds an actor, person, report or page from anywhere"


class Files(Protocol):
    """The files of a site by their paths, as far as they are asked for."""

    def __contains__(self, path: object, /) -> bool:
        """Tell whether there is one."""

    def __getitem__(self, path: str, /) -> bytes:
        """Return its content."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at the addresses of the site.

    ``files`` are its own by their paths; ``beside`` tells of any other path whether a file of somebody else
    lies there, ``drafts`` of the path of a page of which draft it would be.
    """

    files: Files
    base_url: str = ""
    beside: Callable[[str], bool] = field(default=lambda _path: False)
    drafts: Mapping[str, str] = field(default_factory=dict)

    def fault(self, href: str, page: str) -> str:
        """Say what is wrong with a link on the page at a path; "" where nothing is, or cannot be told."""
        try:
            parts = urlsplit(self._within(href))
        except ValueError:  # a bracket that opens no IPv6 address
            return ""
        if parts.scheme or parts.netloc or parts.query:
            return ""
        path = self._path(unquote(parts.path), page)
        if path is None:
            return ""
        found = next((p for p in (path, f"{path}/{urls.INDEX}".lstrip("/")) if p in self.files), None)
        if found is None:
            draft = self.drafts.get(path) or self.drafts.get(f"{path}/{urls.INDEX}")
            reason = f": {draft} is a draft" if draft else ""
            nothing = f"no page or file of the site lies at {path or urls.FRONT}{reason}"
            return "" if self.beside(path) else nothing
        place = unquote(parts.fragment.partition(_DIRECTIVE)[0])
        if not place or place == "top" or not found.endswith(".html") or self._has(found, place):
            return ""
        return f'there is no place "{place}" in {found}'

    def _within(self, href: str) -> str:
        """Return a whole address of this site as one from its host's top."""
        site = urls.site_address(self.base_url)
        if not site or not f"{href}/".startswith(site):
            return href
        return urls.base_path(self.base_url) + href[len(site) :]

    def _path(self, path: str, page: str) -> str | None:
        """Return the path from the site's top that a link's path leads to; None where it leads out of it."""
        if not path:
            return page
        top = urls.base_path(self.base_url)
        if path.startswith("/"):
            if not f"{path}/".startswith(top):
                return None
            whole = path[len(top) :]
        else:
            whole = page.rpartition("/")[0] + "/" + path
        whole = normpath(f"./{whole}")
        if whole == ".." or whole.startswith("../"):
            return None
        return "" if whole == "." else whole

    def _has(self, page: str, place: str) -> bool:
        return re.search(rb'\sid="%s"' % re.escape(place.encode()), self.files[page]) is not None


def dead_addresses(corpus: Corpus, standing: Standing) -> tuple[Diagnostic, ...]:
    """Report each link of Markdown that leads to a page, a file or a place in a page that is not there.

    Of a saved report, which nobody rewrites, the first is told and the others are counted.
    """
    found: list[Diagnostic] = []
    for article in corpus.articles:
        if "]" in article.text:
            told = list(_in_article(article, standing))
            found += told if article.path.startswith("articles/") else _first(told)
    for note in corpus.notes:
        begins = Location(note.location.path, note.body_line)
        found += _in_text(note.body, begins, urls.article(note.article), standing)
    for page in corpus.pages:
        found += _in_text(page.body, Location(page.location.path, page.body_line), _path_of(page), standing)
    for actor in corpus.actors:
        begins = Location(actor.location.path if actor.location else actor.id, actor.body_line)
        found += _in_text(actor.intro, begins, urls.actor(actor.id), standing)
    for person in corpus.people:
        begins = Location(person.location.path if person.location else person.id, person.body_line)
        found += _in_text(person.intro, begins, urls.person(person.id), standing)
    return tuple(found)


def pages_of(drafts: Iterable[Unpublished]) -> dict[str, str]:
    """Return the drafts by the paths of the pages that they would be."""
    kinds = {"actor": urls.actor, "person": urls.person, "page": urls.plain, "report": urls.article}
    return {kinds[draft.kind](draft.id): draft.path for draft in drafts}


def _path_of(page: EditorsPage) -> str:
    return _OWN_PAGES.get(page.id) or urls.plain(page.id)


def _first(told: list[Diagnostic]) -> list[Diagnostic]:
    if len(told) < 2:  # noqa: PLR2004 - one or none
        return told
    return [replace(told[0], message=f"{told[0].message}; more of its links lead nowhere: {len(told) - 1}")]


def _in_article(article: Article, standing: Standing) -> Iterator[Diagnostic]:
    page = urls.article(article.id)
    shown = [b for b in article.blocks if b.role in READ or b.rule == DESK_NOTE]
    for href, at in _links(article.text):
        block = next((b for b in shown if b.span.start <= at < b.span.end), None)
        fault = standing.fault(href, page) if block else ""
        if block and fault:
            start = article.text.rfind("\n", 0, at) + 1
            line = block.line + article.text.count("\n", block.span.start, at)
            where = Location(article.path, article.body_line + line - 1, at - start + 1)
            yield _dead(where, fault, page, article.text[start:])


def _in_text(text: str, begins: Location, page: str, standing: Standing) -> Iterator[Diagnostic]:
    for href, at in _links(text):
        if fault := standing.fault(href, page):
            start = text.rfind("\n", 0, at) + 1
            where = Location(begins.path, begins.line + text.count("\n", 0, at), at - start + 1)
            yield _dead(where, fault, page, text[start:])


def _dead(where: Location, fault: str, page: str, rest: str) -> Diagnostic:
    hint = _HINT.format(page=page)
    return Diagnostic(where, Severity.WARNING, "dead-link", fault, hint, rest.partition("\n")[0])


def _links(text: str) -> Iterator[tuple[str, int]]:
    """Yield the address and the offset of each link: what looks like one in code is none."""
    written = [(m.group(n), m.start(n)) for m in _WRITTEN.finditer(text) for n in (m.lastindex or 1,)]
    if not written:
        return
    from generator.publish.weave.markdown import machine  # noqa: PLC0415 - start-up: most texts have no links

    known = machine().links(text)
    for href, at in written:
        if (normal := machine().normal(href)) in known:
            yield normal, at
