"""What a page is about, in the words of schema.org, as JSON-LD: made of the page's view and of nothing else.

Addresses are whole where the site's own is known, else they count from the page. Nobody is called a person
or an organisation here but who has a page of the briefing as such.
"""

from __future__ import annotations

import json
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.model.backmatter import AboutView, IndexView
from generator.model.findings import Form
from generator.model.views import (
    ActorView,
    ArticleView,
    DayView,
    FrontView,
    OutletView,
    PersonView,
    StatementView,
    TimelineView,
)
from generator.publish.phrase.tongue import bare

if TYPE_CHECKING:
    from generator.model.parts import Link, QuoteView, Shell, Voice
    from generator.model.site import View
    from generator.model.views import Wording

Thing = dict[str, Any]
_PEOPLE = "people/"  # the folder of those who are people
# What would end a script element, or a line of JavaScript, is written as JSON lets it be written.
_ESCAPED = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def structured(view: View) -> str:
    """Return what a page is as JSON that can stand in a script element."""
    shell = view.shell
    page = _plain(
        {
            "@context": "https://schema.org",
            "@type": _kind(view),
            "name": shell.title,
            "url": shell.canonical,
            "inLanguage": shell.language,
            "description": shell.description,
            "dateModified": shell.modified,
            "isPartOf": None if isinstance(view, FrontView) else _site(shell),
            "breadcrumb": None if isinstance(view, FrontView) else _breadcrumb(shell),
            "mainEntity": _about(view),
        }
    )
    text = _encode(page)
    for sign, written in _ESCAPED:  # a third of what str.translate takes
        text = text.replace(sign, written)
    return text


def _kind(view: View) -> str:
    match view:
        case FrontView():
            return "WebSite"
        case PersonView():
            return "ProfilePage"
        case AboutView():
            return "AboutPage"
        case TimelineView() | IndexView() | DayView():
            return "CollectionPage"
        case _:
            return "WebPage"


def _site(shell: Shell) -> Thing:
    site = {"@type": "WebSite", "name": shell.site_title, "url": _whole(shell, shell.home)}
    return site | {"inLanguage": shell.language}


def _breadcrumb(shell: Shell) -> Thing:
    ways = ((shell.site_title, _whole(shell, shell.home)), (shell.title, shell.canonical))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _plain({"@type": "ListItem", "position": n, "name": name, "item": address})
            for n, (name, address) in enumerate(ways, 1)
        ],
    }


@singledispatch
def _about(view: View) -> Thing | None:  # noqa: ARG001 - of other pages no more is said
    """Return what a page is about."""
    return None


@_about.register
def _(view: ArticleView) -> Thing:
    return _plain(
        {
            "@type": "NewsArticle",
            "headline": view.title,
            "inLanguage": view.language,
            "url": view.origin,
            "datePublished": view.day.iso,
            "creditText": bare(view.byline),
            "publisher": _publisher(view.outlet),
            "hasPart": [_passage(view, quote) for quote in view.quotes if quote.form is not Form.SCARE],
        }
    )


def _passage(view: ArticleView, quote: QuoteView) -> Thing:
    return _plain(
        {
            "@type": "Quotation",
            "url": _whole(view.shell, quote.statement),
            "text": quote.words,
            "inLanguage": view.language,
            "spokenByCharacter": _speaker(view.shell, quote.voice),
        }
    )


@_about.register
def _(view: StatementView) -> Thing:
    return _plain(
        {
            "@type": "Quotation",
            "text": view.words,
            "inLanguage": view.language,
            "spokenByCharacter": _speaker(view.shell, view.voice),
            "citation": [_report(wording) for wording in view.wordings],
        }
    )


def _report(wording: Wording) -> Thing:
    return _plain(
        {
            "@type": "NewsArticle",
            "headline": wording.title,
            "inLanguage": wording.language,
            "url": wording.origin.partition("#")[0],
            "datePublished": wording.day.iso,
            "publisher": _publisher(wording.outlet),
        }
    )


@_about.register
def _(view: PersonView) -> Thing:
    voice = view.voice
    return _plain(
        {
            "@type": "Person",
            "name": voice.name,
            "alternateName": list(view.aliases),
            "jobTitle": voice.role,
            "affiliation": _body(view.shell, voice.actor, voice.actor_href),
        }
    )


@_about.register
def _(view: ActorView) -> Thing:
    return _plain({"@type": "Organization", "name": view.voice.name, "alternateName": list(view.aliases)})


@_about.register
def _(view: OutletView) -> Thing:
    sites = [f"https://{domain}/" for domain in view.domains]
    return _plain({"@type": "NewsMediaOrganization", "name": view.name, "url": sites})


def _publisher(outlet: Link | None) -> Thing | None:
    return {"@type": "Organization", "name": outlet.text} if outlet else None


def _speaker(shell: Shell, voice: Voice) -> Thing | None:
    """Return who speaks, where that is somebody with a page."""
    if not voice.known or not voice.href:
        return None
    if _PEOPLE not in voice.href:
        return _body(shell, voice.name, voice.href)
    person = {
        "@type": "Person",
        "name": voice.name,
        "url": _whole(shell, voice.href),
        "jobTitle": voice.role,
        "affiliation": _body(shell, voice.actor, voice.actor_href),
    }
    return _plain(person)


def _body(shell: Shell, name: str, href: str) -> Thing | None:
    return {"@type": "Organization", "name": name, "url": _whole(shell, href)} if name and href else None


def _whole(shell: Shell, href: str) -> str:
    """Return an address as the site's canonical ones are."""
    if not href or not shell.canonical:
        return href
    return _joined(shell.canonical, href)


@lru_cache(maxsize=4096)
def _joined(page: str, href: str) -> str:
    return urljoin(page, href).removesuffix("index.html")


def _plain(thing: Thing) -> Thing:
    """Leave out what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
