"""What a web page says of itself: metadata in JSON-LD, Open Graph and HTML, never guessed from the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.forms.plain import iso
from generator.ingest.page.said import plain, read_said
from generator.ingest.page.text import class_words, pieces_of, text_of, visible
from generator.ingest.page.title import find_standfirst, find_title
from generator.model.article import Facts, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from generator.ingest.page.said import Said

_MAY_BE_BYLINE = frozenset({"p", "div", "span", "a", "address", "h2", "h3", "h4", "h5"})
_BYLINE = frozenset({"byline", "author", "authors"})
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
    seen = tuple(visible(root))
    title, h1 = find_title(seen, story, said, outlet)
    dek = find_standfirst(seen, h1, said)
    author = _author(seen)
    byline = _byline(said, author)
    caption, credit = _picture(seen, story)
    facts = Facts(
        title=title,
        dek=text_of(dek) if dek is not None else None,
        byline=byline,
        outlet=outlet,
        published=_published(seen, story, said),
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


def _author(seen: Sequence[HtmlElement]) -> HtmlElement | None:
    for el in seen:
        if el.tag not in _MAY_BE_BYLINE or not el.attrib:
            continue
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


def _published(seen: Sequence[HtmlElement], story: HtmlElement, said: Said) -> str | None:
    for text in _dates(seen, story, said):
        day = iso(_LONG_FRACTION.sub(r"\1", text.strip()), moment=True) if text else None
        if day:
            return day
    return None


def _dates(seen: Sequence[HtmlElement], story: HtmlElement, said: Said) -> Iterator[str | None]:
    yield plain(said.article.get("datePublished"))
    yield said.meta("article:published_time", "datepublished")
    for el in story.getroottree().iter():
        if "datepublished" in class_words(el):
            yield el.get("content") or el.get("datetime")
    times = [el for el in seen if el.tag == "time" and class_words(el).isdisjoint({"updated", "modified"})]
    for el in sorted(times, key=lambda el: story not in el.iterancestors()):  # those of the story first
        yield el.get("datetime")
    yield said.meta("date", "dc.date", "dcterms.date", "pubdate")  # some mean the day of the last change


def _canonical(said: Said, url: str | None) -> str | None:
    for link in (*said.canonical, said.meta("og:url"), url):
        try:
            whole = str(urljoin(url or "", (link or "").strip()))
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc:
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


def _picture(seen: Sequence[HtmlElement], story: HtmlElement) -> tuple[str | None, str | None]:
    """Return caption and credit of the first picture of the story, or of the article around it."""
    around = next((el for el in story.iterancestors() if el.tag == "article"), story)
    figures = [el for el in seen if el.tag == "figure"]
    for outer in (story, around):
        for figure in figures:
            if outer not in figure.iterancestors():
                continue
            said = list(pieces_of(figure))
            caption = " ".join(piece.text for piece in said if piece.role is Role.CAPTION)
            credit = " ".join(piece.text for piece in said if piece.role is Role.CREDIT)
            if caption or credit:
                return caption or None, credit or None
    return None, None
