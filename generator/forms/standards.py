"""Values whose form others have set: web addresses, language tags, time zones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.forms.fields import Schema, Text, describe, did_you_mean
from generator.forms.yaml import Node, Scalar

if TYPE_CHECKING:
    from generator.forms.sheet import Sheet

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*", re.IGNORECASE
)  # RFC 5646, without extensions


@dataclass(frozen=True, slots=True)
class Address:
    """A whole http or https address; with ``folder`` one that other addresses are built on."""

    folder: bool = False

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the address; a folder's always ends in "/"."""
        fault = address_fault(node.text, folder=self.folder) if isinstance(node, Scalar) and node.text else ""
        if fault:
            sheet.error("bad-url", node.at, f"{name}: {describe(node)} {fault}", "write https://…")
            return None
        text = Text().read(node, name, sheet)
        return text if text is None or text.endswith("/") or not self.folder else f"{text}/"

    def schema(self) -> Schema:
        """Describe the address."""
        pattern = "^https?://[^?#]+$" if self.folder else "^https?://"
        return {"type": "string", "format": "uri", "pattern": pattern}


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag of RFC 5646, such as en or pt-BR."""

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the tag; an unquoted ``no`` is Norwegian."""
        if not isinstance(node, Scalar):
            return Text().read(node, name, sheet)
        if _LANGUAGE.fullmatch(node.text):
            return Text().read(node, name, sheet)
        message = f'{name}: "{node.text}" is not a language tag such as en, de or pt-BR'
        sheet.error("bad-value", node.at, message)
        return None

    def schema(self) -> Schema:
        """Describe the tag."""
        return {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone of the IANA database, such as Europe/Brussels."""

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the zone's name; where the machine has no database, any name of the right form."""
        if not isinstance(node, Scalar) or not node.text or _is_zone(node.text):
            return Text().read(node, name, sheet)
        from zoneinfo import available_timezones  # noqa: PLC0415 - it walks a folder of 600 files

        message = f'{name}: "{node.text}" is not a time zone of the IANA database, such as Europe/Brussels'
        near = did_you_mean(node.text, tuple(sorted(available_timezones())))
        sheet.error("bad-timezone", node.at, message, near)
        return None

    def schema(self) -> Schema:
        """Describe the name."""
        return {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"}


def address_fault(text: str, *, folder: bool = False) -> str:
    """Say why ``text`` is no address, with ``folder`` to build others on; "" where it is one."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme not in {"http", "https"} or not host or any(c.isspace() for c in text):
        return "is not a whole http or https address"
    if parts.username is not None:
        return "has a name or a password before its host, and would be published with it"
    if folder and (parts.query or parts.fragment or text.endswith(("?", "#"))):
        return 'has "?" or "#", and addresses are to be built on it'
    return ""


def _is_zone(text: str) -> bool:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only site.yaml has a zone

    for name in (text, "Europe/London"):
        try:
            ZoneInfo(name)
        except (OSError, ValueError, KeyError):  # a folder's name, "../x", a name it does not have
            continue
        return name == text
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", text) is not None
