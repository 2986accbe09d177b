"""The names in a byline, without places, offices and days: "By Ada Quill in Ostend and Tom Reed"."""

from __future__ import annotations

import re

from generator.ingest.label.signatures import is_agency, is_byline, is_contribution

_OPENING = re.compile(
    r"(?:[(*—–-] ?)?(?:by|von|par|(?:additional |original )?reporting(?: and [a-z]+)? by"
    r"|written(?: and [a-z]+)? by|words by|compiled by|contribut(?:ing|ors?|ed by)|source"
    r"|(?:with|additional) (?:files|reporting|reports|material) (?:from|by))\b:? ?",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"(?:editing|edited|writing|production|photography|graphics?)(?: and [a-z]+)? by\b"
    r"|translat(?:ed|ion)\b",  # "Translated from the French by": whoever did has not said it
    re.IGNORECASE,
)
_PARTS = re.compile(r"; |\. (?=[A-Z])")
_CONTRIBUTED = re.compile(r",? (?:also |all )?(?:contributed\b|compiled this report).*$")
_STAFF = re.compile(
    r"^(?:[A-ZÀ-Þ][\w'’.-]* |[Tt]he ){1,5}(?:writers?|reporters?|correspondents?|journalists?) (?=[A-ZÀ-Þ])"
)
_AND = re.compile(r",? (?:and|AND|&|with|WITH) | ?/ ?")
_BEYOND = re.compile(
    r" (?:in|for|on|On|at|of|from|via|updated|Updated|published|Published)\b.*$| ?[|(•·].*$| [–—-] .*$"
)
_JOINT = "de|van|von|der|den|al|el|bin|da|di|la|of"
_A_NAME = re.compile(rf"(?:[A-ZÀ-Þ][\w'’.-]*|{_JOINT}|the)(?: (?:[A-ZÀ-Þ][\w'’.-]*|{_JOINT}))*")
_OFFICE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|bureau|chief|columnist|producer|desk|analyst)s?\b",
    re.IGNORECASE,
)


def names_in(byline: str) -> tuple[str, ...]:
    """Return the names in a byline in their order; the byline itself where none can be told."""
    found: list[str] = []
    for part in _PARTS.split(byline.strip("()* ")):
        if not _EDITED.match(part):
            found += _names(_CONTRIBUTED.sub("", part))
    return tuple(dict.fromkeys(found)) or (byline,)


def _names(part: str) -> list[str]:
    opened = _OPENING.sub("", part, count=1)
    opened = _STAFF.sub("", opened) if opened == part or is_contribution(part) else opened
    joined = _AND.split(opened.rstrip(".) "))
    found: list[str] = []
    for k, piece in enumerate(joined):
        first, *others = piece.split(", ")
        # "Ada Quill, Tom Reed and Lorna Pike" is a list; "Ada Quill, New York" is a person and a place.
        listed = others if k < len(joined) - 1 else [other for other in others if is_agency(other)]
        found += [name for one in (first, *listed) if (name := _name(one))]
    return found


def _name(piece: str) -> str | None:
    name = _BEYOND.sub("", piece).strip(" .,")
    if not _A_NAME.fullmatch(name) or (_OFFICE.search(name) and not is_agency(name)):
        return None
    return name.title() if name.isupper() and " " in name else name


def names_alone(byline: str, names: tuple[str, ...]) -> bool:
    """Tell whether a byline says no more than ``names``: no place, no office, no day."""
    rest = byline.casefold()
    for name in names:
        rest = rest.replace(name.casefold(), " ")
    return set(re.findall(r"\w+", rest)) <= {"by", "and", "with"} and (is_byline(byline) or bool(names))
