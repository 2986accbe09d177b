"""What a text without quotes is to YAML and to the calendar."""

from __future__ import annotations

import re
from datetime import date, datetime

# YAML 1.1, https://yaml.org/type/, and 1.2, section 10.3.2: editors' tools follow one or the other.
TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_WHOLE = re.compile(r"[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)")
_BROKEN = re.compile(
    r"[-+]?([0-9][0-9_]*\.[0-9_]*|\.[0-9_]+|[0-9]+(?=e))(e[-+]?[0-9]+)?|[-+]?\.(inf|nan)", re.IGNORECASE
)
_CLOCK = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]|[ \t]+)"
    r"([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r"[ \t]*(Z|z|([-+])([0-9]{1,2})(?::?([0-9]{2}))?)?"
)


def taken_for(text: str) -> str | None:
    """Say what YAML takes an unquoted ``text`` for, or None if for that very text.

    A plain number such as 1984 comes back from YAML as it was written, so nothing is said of it.
    """
    if text[:1] not in "+-.0123456789yYnNtTfFoO":
        return None
    if text in {text.lower(), text.upper(), text.capitalize()} and text.lower() in TRUTHS:
        return TRUTHS[text.lower()]
    if _CLOCK.fullmatch(text):
        return f"the number {_sexagesimal(text)}"
    if _WHOLE.fullmatch(text):
        return None if text == "0" or re.fullmatch("[1-9][0-9]*", text) else "a number"
    return "a number" if _BROKEN.fullmatch(text) else None


def iso(text: str, *, moment: bool) -> str | None:
    """Return a date or, with ``moment``, a date-time as ISO 8601, its zone as given; None if it is neither.

    The other spellings of YAML's timestamps are accepted: a space for "T", hours of one digit.
    """
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
        if not moment or not (found := _MOMENT.fullmatch(text)):
            return None
        day, clock, zone, sign, hours, minutes = found.groups()
        if sign:
            zone = f"{sign}{hours:0>2}:{minutes or '00'}"
        whole = f"{day}T{'0' if clock[1] == ':' else ''}{clock}{(zone or '').upper()}"
        datetime.fromisoformat(whole)
    except ValueError:
        return None
    return whole


def _sexagesimal(text: str) -> str:
    number = 0.0
    for part in text.lstrip("+-").replace("_", "").split(":"):
        number = number * 60 + float(part or 0)
    return f"{'-' if text[0] == '-' else ''}{number:g}"
