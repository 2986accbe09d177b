"""A page saved as one file (MHTML, RFC 2557): its HTML part, and the address it was saved from.

Nothing else in the file is touched. Its ``Date`` is when it was saved, which is no day of publication.
"""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.standards import address_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = ("text/html", "application/xhtml+xml")
_ADDRESS = ("Snapshot-Content-Location", "Content-Location")


class Saved(NamedTuple):
    """The page of a web archive: its bytes, its address, the encoding that its part names."""

    data: bytes
    url: str | None
    charset: str | None


def unwrap(data: bytes) -> Saved | None:
    """Return the page that a web archive was made of, None where there is none in it."""
    try:
        message = BytesParser(Message, policy=compat32).parsebytes(data)
        part = _root(message)
        body = part.get_payload(decode=True) if part is not None else None
    except (RecursionError, ValueError, LookupError):  # parts within parts within parts
        return None
    if part is None or not isinstance(body, bytes):
        return None
    said = (str(each.get(key, "")).strip() for key in _ADDRESS for each in (message, part))
    url = next((address for address in said if address and not address_fault(address)), None)
    charset = part.get_param("charset")
    return Saved(body, url, charset if isinstance(charset, str) else None)


def _root(message: Message) -> Message | None:
    """Return the part that the message names as its start, else the first page in it (RFC 2387, 3.2)."""
    pages = [part for part in _parts(message) if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = (part for part in pages if start and part.get("Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _parts(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting.extend(reversed([each for each in inner if isinstance(each, Message)]))
        else:
            yield part
