"""What a page is about, in the words of schema.org, as JSON-LD: made of the page's view and of nothing else.

Addresses are whole where the site's own is known, else they count from the page. Nobody is called a person
or an organisation here but who has a page of the briefing as such. What has a page has the same ``@id`` on
every page that names it, of that page's address; what is named again on one page is its ``@id`` alone.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.model.backmatter import AboutView, IndexView, PlainView
from generator.model.findings import Form
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
from generator.publish.phrase.tongue import bare

if TYPE_CHECKING:
    from generator.model.parts import Link, QuoteView, Shell, Voice
    from generator.model.site import View
    from generator.model.views import Wording

Thing = dict[str, Any]
_THING = "it"  # behind the address of a page: what the page is about
_PEOPLE = "people/"  # the folder of those who are people
# What would end a script element, or a line of JavaScript, is written as JSON lets it be written.
_ESCAPED = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
# A link between two pages: so many steps up, then down.
_OURS = re.compile(
    r"(?=[.\w%~-])((?:\.\./)*)((?:[\w%~-][\w.%~-]*/)*(?:[\w%~-][\w.%~-]*)?(?:#[\w.%~-]+)?)", re.ASCII
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def structured(view: View) -> str:
    """Return what a page is as JSON that can stand in a script element."""
    shell = view.shell
    page = _plain(
        {
            "@context": "https://schema.org",
            "@type": _kind(view),
            "@id": _id(shell, shell.home) if isinstance(view, FrontView) else "",
            "name": shell.title,
            "url": shell.canonical,
            "inLanguage": (isinstance(view, PlainView) and view.language) or shell.language,
            "description": shell.description,
            "dateModified": shell.modified,
            "isPartOf": None if isinstance(view, FrontView) else _site(shell),
            "breadcrumb": None if isinstance(view, FrontView) else _breadcrumb(shell),
            "mainEntity": _about(view),
        }
    )
    text = _encode(_told_once(page, set()))
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
        case TimelineView() | IndexView() | DayView() | PartView():
            return "CollectionPage"
        case _:
            return "WebPage"


def _site(shell: Shell) -> Thing:
    site = {"@type": "WebSite", "@id": _id(shell, shell.home), "name": shell.site_title}
    site |= {"url": _whole(shell, shell.home)}
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
            "@id": _id(view.shell, view.shell.here),
            "headline": view.title,
            "inLanguage": view.language,
            "url": view.origin,
            "datePublished": view.day.iso,
            "creditText": bare(view.byline),
            "publisher": _publisher(view.shell, view.outlet),
            "hasPart": [_passage(view, quote) for quote in view.quotes if quote.form is not Form.SCARE],
        }
    )


def _passage(view: ArticleView, quote: QuoteView) -> Thing:
    return _plain(
        {
            "@type": "Quotation",
            "@id": f"{_whole(view.shell, view.shell.here)}#{quote.id}",
            "url": _whole(view.shell, quote.statement),
            "text": quote.words,
            "inLanguage": view.language,
            "dateCreated": quote.said.iso if quote.said else "",
            "spokenByCharacter": _speaker(view.shell, quote.voice),
        }
    )


@_about.register
def _(view: StatementView) -> Thing:
    return _plain(
        {
            "@type": "Quotation",
            "@id": _id(view.shell, view.shell.here),
            "text": view.words,
            "inLanguage": view.language,
            "dateCreated": view.day.iso if view.told else "",
            "datePublished": view.first.iso if view.first else "",
            "spokenByCharacter": _speaker(view.shell, view.voice),
            "citation": [_report(view.shell, wording) for wording in view.wordings],
        }
    )


def _report(shell: Shell, wording: Wording) -> Thing:
    return _plain(
        {
            "@type": "NewsArticle",
            "@id": _id(shell, wording.href.partition("#")[0]),
            "headline": wording.title,
            "inLanguage": wording.language,
            "url": wording.origin.partition("#")[0],
            "datePublished": wording.day.iso,
            "publisher": _publisher(shell, wording.outlet),
        }
    )


@_about.register
def _(view: PersonView) -> Thing:
    voice = view.voice
    return _plain(
        {
            "@type": "Person",
            "@id": _id(view.shell, view.shell.here),
            "name": voice.name,
            "alternateName": list(view.aliases),
            "jobTitle": voice.role,
            "affiliation": _body(view.shell, voice.actor, voice.actor_href),
        }
    )


@_about.register
def _(view: ActorView) -> Thing:
    shell, names = view.shell, list(view.aliases)
    body = {"@type": "Organization", "@id": _id(shell, shell.here), "name": view.voice.name}
    return _plain({**body, "alternateName": names})


@_about.register
def _(view: OutletView) -> Thing:
    sites = [f"https://{domain}/" for domain in view.domains]
    shell = view.shell
    outlet = {"@type": "NewsMediaOrganization", "@id": _id(shell, shell.here), "name": view.name}
    return _plain({**outlet, "url": sites})


def _publisher(shell: Shell, outlet: Link | None) -> Thing | None:
    if outlet is None:
        return None
    return _plain({"@type": "NewsMediaOrganization", "@id": _id(shell, outlet.href), "name": outlet.text})


def _speaker(shell: Shell, voice: Voice) -> Thing | None:
    """Return who speaks, where that is somebody with a page: for a ministry without one, its state."""
    if not voice.known or not voice.href:
        return None
    if _PEOPLE not in voice.href:
        return _body(shell, voice.actor, voice.actor_href)
    person = {
        "@type": "Person",
        "@id": _id(shell, voice.href),
        "name": voice.name,
        "url": _whole(shell, voice.href),
        "jobTitle": voice.role,
        "affiliation": _body(shell, voice.actor, voice.actor_href),
    }
    return _plain(person)


def _body(shell: Shell, name: str, href: str) -> Thing | None:
    if not name or not href:
        return None
    return {"@type": "Organization", "@id": _id(shell, href), "name": name, "url": _whole(shell, href)}


def _id(shell: Shell, href: str) -> str:
    """Return what names the thing that a page is about, apart from the page itself; "" where it has none."""
    return f"{_whole(shell, href)}#{_THING}" if href else ""


def _whole(shell: Shell, href: str) -> str:
    """Return an address as the site's canonical ones are."""
    if not href or not shell.canonical:
        return href
    return whole_address(shell.canonical, href)


@lru_cache(maxsize=4096)
def whole_address(page: str, href: str) -> str:
    """Return a link of a page as a whole address; one of ours goes up and down, without asking a library."""
    ours = _OURS.fullmatch(href)
    whole = _up(page, ours[1]) + ours[2] if ours else urljoin(page, href)
    return whole.removesuffix("index.html")


@lru_cache(maxsize=64)
def _up(page: str, steps: str) -> str:
    return urljoin(page, steps or ".")


def _told_once(value: Any, met: set[str]) -> Any:  # noqa: ANN401 - JSON
    """Leave of a thing that was told of before what it is and its id: a report names its speakers often."""
    if isinstance(value, list):
        return [_told_once(one, met) for one in value]
    if not isinstance(value, dict):
        return value
    ident = value.get("@id")
    if ident in met:
        return {"@type": value["@type"], "@id": ident}
    met.update((ident,) if ident else ())
    return {name: _told_once(one, met) for name, one in value.items()}


def _plain(thing: Thing) -> Thing:
    """Leave out what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
