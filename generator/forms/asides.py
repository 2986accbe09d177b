"""The first line of a note in an article's body: ``::: note {by="Desk" kind="context"}``."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.forms.fields import did_you_mean
from generator.forms.plain import iso
from generator.forms.tables import NOTE, NOTE_KINDS

AUDIENCES = ("public", "desk")
KEYS = tuple(
    field.key for field in NOTE if field.key not in {"article", "at", "instead"}
)  # its place is where it stands
_OPENING = re.compile(r"[ \t]*note(?![\w-])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")
_CHOICES = {"kind": NOTE_KINDS, "audience": AUDIENCES}


class Fault(NamedTuple):
    """What is wrong with an attribute: its code, where it stands in the line, what to say."""

    code: str
    at: int
    message: str
    hint: str


def attributes(line: str) -> dict[str, str]:
    """Return what the first line of a note says, by key."""
    return {m[1]: _value(m) for m in _ATTRIBUTE.finditer(line)}


def opens_note(info: str, *_: object) -> bool:
    """Tell whether what stands behind ":::" begins a note: also ``:::note{…}`` and ``::: Note``."""
    return _OPENING.match(info) is not None


def is_for_desk(line: str) -> bool:
    """Tell whether a note is not for the public: whoever names an audience and mistypes it means the desk."""
    given, rest = attributes(line), _ATTRIBUTE.sub("", line)
    named = "audience" in rest.lower() or any(did_you_mean(key, ("audience",)) for key in given)
    audiences = {_value(m) for m in _ATTRIBUTE.finditer(line) if m[1] == "audience"}
    return named and audiences != {"public"}


def faults(line: str) -> list[Fault]:
    """Return what is wrong with the first line of a note, in the words of the forms."""
    found: list[Fault] = []
    for match in _ATTRIBUTE.finditer(line):
        key, value = match[1], _value(match)
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"a note has {', '.join(KEYS)}"
            found.append(Fault("unknown-key", match.start(), f'a note has no "{key}"', hint))
        elif key in _CHOICES and value not in _CHOICES[key]:
            message = f'{key}: "{value}" is none of {", ".join(_CHOICES[key])}'
            found.append(Fault("bad-value", match.start(), message, did_you_mean(value, _CHOICES[key])))
        elif key == "date" and iso(value, moment=False) is None:
            message = f'date: "{value}" is no day'
            found.append(Fault("bad-date", match.start(), message, "write it as 2015-10-08"))
    return found


def _value(match: re.Match[str]) -> str:
    return next(words for words in (match[2], match[3], match[4], "") if words is not None)
