"""The only place where addresses are made.

A *path* is where a file lies, from the site's top, as it is on disk. An *address* is what stands in a
link: relative, percent-encoded, and naming ``index.html``, because a folder opened from disk shows
its listing. Canonical addresses and the sitemap use the folder's form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

INDEX = "index.html"
FRONT = INDEX
TIMELINE = "timeline/index.html"
ABOUT = "about/index.html"
CORRECTIONS = "corrections/index.html"
NOTES = "notes/index.html"
CORRECTIONS_ATOM = "corrections/feed.xml"
NOTES_ATOM = "notes/feed.xml"
SEARCH = "search/index.html"
DOSSIER = "dossier/index.html"
NOT_FOUND = "404.html"
ATOM = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"

_NOT_PRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
# What is no URL code point (WHATWG URL, 4.3), so that a browser encodes it or takes it for a fault.
_NOT_OF_URLS = re.compile(r"""["<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})""")
# Also "@", before which a name and a password stand, or what is taken for the host and is not.
_NOT_OF_HOSTS = re.compile(r"""["<>\\^`{|}%@]""")
_SAFE = "/-._~!$'()*,=@+"


def article(key: str) -> str:
    """Return the path of the page of the article ``key``."""
    return f"articles/{key}/{INDEX}"


def versions(key: str) -> str:
    """Return the path of the page of what changed between the savings of the article ``key``."""
    return f"articles/{key}/versions/{INDEX}"


def actor(key: str) -> str:
    """Return the path of the page of the actor ``key``."""
    return f"actors/{key}/{INDEX}"


def person(key: str) -> str:
    """Return the path of the page of the person ``key``."""
    return f"people/{key}/{INDEX}"


def statement(key: str) -> str:
    """Return the path of the page of the statement ``key``."""
    return f"quotes/{key}/{INDEX}"


def outlet(key: str) -> str:
    """Return the path of the page of the outlet ``key``."""
    return f"outlets/{key}/{INDEX}"


def plain(key: str) -> str:
    """Return the path of the editors' page ``key``."""
    return f"pages/{key}/{INDEX}"


def actor_dossier(key: str) -> str:
    """Return the path of what is printed of the actor ``key``."""
    return f"actors/{key}/dossier/{INDEX}"


def pdf(path: str, name: str) -> str:
    """Return the path of a dossier as a file, beside its page."""
    return f"{folder(path)}{name or 'dossier'}.pdf"


def card(path: str) -> str:
    """Return the path of the picture that stands for the page at ``path``."""
    return f"{folder(path)}card.png"


def data(kind: str) -> str:
    """Return the path of the data file of ``kind``: "quotes", "clusters" …."""
    return f"data/{kind}.json"


def actor_feed(key: str) -> str:
    """Return the path of the feed of what the actor ``key`` said."""
    return f"actors/{key}/{ATOM}"


def day(iso: str) -> str:
    """Return the anchor of a day on the timeline, of the undated reports for an empty ``iso``."""
    return f"d-{iso or 'undated'}"


def day_page(iso: str) -> str:
    """Return the path of the page of a day."""
    return f"timeline/{iso}/{INDEX}"


def day_part(iso: str, part: str) -> str:
    """Return the path of the page of one long list of a day, as "told"."""
    return f"timeline/{iso}/{part}/{INDEX}"


def part(path: str, name: str) -> str:
    """Return the path of the page of one long list of the page at ``path``, as "reports"."""
    return f"{folder(path)}{name}/{INDEX}"


def root_of(path: str, base_url: str = "") -> str:
    """Return what leads from the page at ``path`` to the site's top, with a slash at its end.

    ``404.html`` is shown at whatever depth nothing was found, so it begins at the host's top.
    """
    if path == NOT_FOUND:
        return base_path(base_url)
    return "../" * path.count("/") or "./"


@lru_cache(maxsize=65536)
def _encoded(path: str) -> str:
    return quote(path, safe=_SAFE)


def address(root: str, path: str, anchor: str = "") -> str:
    """Return the link to ``path`` from a page whose root is ``root``."""
    return f"{root}{_encoded(path)}#{_encoded(anchor)}" if anchor else root + _encoded(path)


def folder(path: str) -> str:
    """Return ``path`` without the ``index.html`` at its end."""
    return path.removesuffix(INDEX)


def canonical(base_url: str, path: str) -> str:
    """Return the whole address of ``path``, "" where the site's address is not known."""
    return site_address(base_url) + _encoded(folder(path)) if base_url else ""


def site_address(base_url: str) -> str:
    """Return the site's address with one slash at its end, "" where it is not known."""
    if not base_url:
        return ""
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}{base_path(base_url)}"


def base_path(base_url: str) -> str:
    """Return the path part of the site's address, "/" or "/crisis/"."""
    inner = urlsplit(base_url).path.strip("/")
    return f"/{_encoded_once(inner)}/" if inner else "/"


def _encoded_once(path: str) -> str:
    return quote(path, safe=_SAFE + "%")


def external(url: str | None) -> str:
    """Return ``url`` where it is a whole http or https address, else ""; odd signs in it are encoded."""
    return _external(url) if url else ""


@dataclass(frozen=True, slots=True)
class Target:
    """Words on a page: from ``start`` to ``end``, or ``start`` alone, between ``prefix`` and ``suffix``."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


def at_words(url: str | None, words: Target) -> str:
    """Return ``url`` with the directive by which a browser scrolls to ``words`` and marks them.

    That is a text fragment (WICG, "URL Fragment Text Directives"); "-", "," and "&" have a meaning in it.
    """
    page = external(url)
    if not page or not words.start:
        return page
    page = page.partition(":~:")[0]  # one that it was saved with: a browser heeds the first alone
    told = [f"{_directive(words.prefix)}-"] if words.prefix else []
    told += [_directive(text) for text in (words.start, words.end) if text]
    told += [f"-{_directive(words.suffix)}"] if words.suffix else []
    return f"{page}{'' if '#' in page else '#'}:~:text={','.join(told)}"


def _directive(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


@lru_cache(maxsize=65536)
def _external(url: str) -> str:
    cleaned = _NOT_PRINTED.sub("", url)
    try:
        parts = urlsplit(cleaned)
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or _NOT_OF_HOSTS.search(parts.netloc):
        return ""
    start = len(parts.scheme) + len("://") + len(parts.netloc)
    return cleaned[:start] + _NOT_OF_URLS.sub(lambda found: quote(found[0]), cleaned[start:])
