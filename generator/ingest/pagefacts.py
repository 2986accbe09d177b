"""What a web page says of itself: metadata in JSON-LD, Open Graph and HTML, never guessed from the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.forms.plain import iso
from generator.ingest.pagesaid import plain, read_said
from generator.ingest.pagetext import blocks_of, class_words, text_of, visible
from generator.model.article import Facts, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from generator.ingest.pagesaid import Said

_STANDFIRST = frozenset(
    {"standfirst", "dek", "deck", "subtitle", "subheadline", "strapline", "alternativeheadline", "subhead"}
)
_PERHAPS_STANDFIRST = frozenset({"summary", "description", "intro", "excerpt", "teaser"})
_BYLINE = frozenset({"byline", "author", "authors"})
_GLUE = re.compile(r"\s+[|–—•·»:-]+\s+|\s*\|\s*")
_LONGEST_STANDFIRST = 500  # characters
_LONGEST_BYLINE = 120
_BY = re.compile(r"^by\b[:\s]*", re.IGNORECASE)
_WHERE_AND_WHEN = re.compile(
    r"\s+(?:in\s+[A-Z]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+[0-9]|[0-9]).*$"
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")
_LONG_FRACTION = re.compile(r"(\.\d{6})\d+")


def find_facts(
    root: HtmlElement, story: HtmlElement, url: str | None
) -> tuple[Facts, frozenset[HtmlElement]]:
    """Return the page's facts, and the elements that show headline, dek and byline and so are no story."""
    said = read_said(root)
    outlet = said.meta("og:site_name") or _first(_names(said.article.get("publisher")))
    title = plain(said.article.get("headline")) or said.meta("og:title")
    h1 = _headline(root, story, title)
    dek = _standfirst(root, h1, said)
    author = _author(root)
    byline = _byline(said, author)
    caption, credit = _picture(story)
    facts = Facts(
        title=_unglued(title or said.title, outlet, text_of(h1) if h1 is not None else ""),
        dek=text_of(dek) if dek is not None else None,
        byline=byline,
        outlet=outlet,
        published=_published(root, story, said),
        url=_canonical(said, url),
        language=_language(root, said),
        caption=caption,
        credit=credit,
    )
    shows_byline = author is not None and author is not story and _people(text_of(author)) == byline
    shown = (h1, dek, author if shows_byline else None)
    return facts, frozenset(el for el in shown if el is not None)


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = plain(one.get("name") if isinstance(one, dict) else one)
        if name and "://" not in name:
            yield name


def _first(texts: Iterable[str]) -> str | None:
    return next(iter(texts), None)


def _visible(root: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    return (el for el in visible(root) if el.tag in tags)


def _headline(root: HtmlElement, story: HtmlElement, title: str | None) -> HtmlElement | None:
    """Choose the page's headline: what its metadata give as title, else the story's, else the first."""
    all_ = list(_visible(root, "h1"))
    for el in all_:
        text = text_of(el)
        if title and text and (text in title or title in text):
            return el
    inside = [el for el in all_ if story in el.iterancestors()]
    return next(iter(inside or all_), None)


def _unglued(title: str | None, outlet: str | None, h1: str) -> str | None:
    """Take the outlet's name off a title."""
    if title is None:
        return h1 or None
    glue = _GLUE.match(title, len(h1)) if h1 and title.startswith(h1) else None
    if glue:
        return h1
    parts = list(_GLUE.finditer(title))
    if outlet and parts:
        first, last = title[: parts[0].start()], title[parts[-1].end() :]
        if _same_name(last, outlet):
            return title[: parts[-1].start()].strip() or None
        if _same_name(first, outlet):
            return title[parts[0].end() :].strip() or None
    return title


def _same_name(part: str, outlet: str) -> bool:
    a, b = part.casefold().strip(), outlet.casefold()
    return bool(a) and (a.startswith(b) or (b.startswith(a) and len(a) > 2))  # noqa: PLR2004 - "A | Ab": not a name


def _standfirst(root: HtmlElement, h1: HtmlElement | None, said: Said) -> HtmlElement | None:
    """Find the line below the headline: marked as one, or what the description says, set apart."""
    candidates = list(_visible(root, "p", "h2", "h3", "div", "span"))
    for el in candidates:
        if not _STANDFIRST.isdisjoint(class_words(el)) and 0 < len(text_of(el)) <= _LONGEST_STANDFIRST:
            return el
    described = (said.meta("og:description", "description"), plain(said.article.get("description")))
    descriptions = [d.rstrip("…. ").casefold() for d in described if d]
    after = h1.getnext() if h1 is not None else None
    beside = after if after is not None and after.tag in {"h2", "h3"} else None
    for el in candidates:
        if el is beside or not _PERHAPS_STANDFIRST.isdisjoint(class_words(el)):
            text = text_of(el).casefold()
            if len(text) <= _LONGEST_STANDFIRST and any(d and text.startswith(d) for d in descriptions):
                return el
    return None


def _author(root: HtmlElement) -> HtmlElement | None:
    for el in _visible(root, "p", "div", "span", "a", "address", "h2", "h3", "h4", "h5"):
        named = not _BYLINE.isdisjoint(class_words(el)) or el.get("rel") == "author"
        if named and 0 < len(text_of(el)) <= _LONGEST_BYLINE:
            return el
    return None


def _byline(said: Said, author: HtmlElement | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(_BY.sub("", name) for name in _names(said.article.get("author"))))
    if names:
        return names
    meta = said.meta("author", "byl", "parsely-author", "dc.creator", "article:author")
    if meta and "://" not in meta:
        return _people(meta)
    return _people(text_of(author)) if author is not None else ()


def _people(text: str) -> tuple[str, ...]:
    parts = (_WHERE_AND_WHEN.sub("", part) for part in _AND.split(_BY.sub("", text.strip())))
    return tuple(part for part in parts if any(c.isalpha() for c in part))


def _published(root: HtmlElement, story: HtmlElement, said: Said) -> str | None:
    for text in _dates(root, story, said):
        day = iso(_LONG_FRACTION.sub(r"\1", text.strip()), moment=True) if text else None
        if day:
            return day
    return None


def _dates(root: HtmlElement, story: HtmlElement, said: Said) -> Iterator[str | None]:
    yield plain(said.article.get("datePublished"))
    yield said.meta("article:published_time", "datepublished")
    for el in root.iter():
        if "datepublished" in class_words(el):
            yield el.get("content") or el.get("datetime")
    for outer in (story, root):
        for el in _visible(outer, "time"):
            if class_words(el).isdisjoint({"updated", "modified"}):
                yield el.get("datetime")
    yield said.meta("date", "dc.date", "dcterms.date", "pubdate")  # some mean the day of the last change


def _canonical(said: Said, url: str | None) -> str | None:
    for link in (*said.canonical, said.meta("og:url"), url):
        try:
            whole = str(urljoin(url or "", (link or "").strip()))
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc:
            return whole
    return None


def _language(root: HtmlElement, said: Said) -> str | None:
    tag = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or said.meta("og:locale")
    found = _LANGUAGE.fullmatch((tag or "").strip())
    if found is None:
        return None
    language, script, region = found.groups()
    return "-".join(
        part for part in (language.lower(), script and script.title(), region and region.upper()) if part
    )


def _picture(story: HtmlElement) -> tuple[str | None, str | None]:
    """Return caption and credit of the first picture of the story, or of the article around it."""
    around = next((el for el in story.iterancestors() if el.tag == "article"), story)
    for outer in (story, around):
        for figure in _visible(outer, "figure"):
            said = list(blocks_of(figure, frozenset()))
            caption = " ".join(text for role, text, _ in said if role is Role.CAPTION)
            credit = " ".join(text for role, text, _ in said if role is Role.CREDIT)
            if caption or credit:
                return caption or None, credit or None
    return None, None
