"""Who wrote it, and whose picture it is: lines and ends of lines that are a signature and nothing else."""

from __future__ import annotations

import re
from functools import cache

from generator.knowledge.wordings import agencies

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|of|the|de|van|von|der|den|al|el|bin|da|di|la))*"
_WHOLE_NAME = re.compile(_NAME)
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|der|al|bin|da|di)){1,4}(?:,? (?:in )?[A-ZÀ-Þ][\w'’.-]+){0,2}"
)
_SIGNED = re.compile(
    r"\(?(?:(?:By|BY|Von|Par)|(?:(?:Additional )?[Rr]eporting|Written|Writing|Words|Compiled|Edited|Editing)"
    r"(?: and [a-z]+)? by):? (?=[A-ZÀ-Þ])|From our (?:[a-z]+ ){0,2}(?:correspondent|reporter|staff|agencies)s?\b"
)
# The words without a capital that stand in a byline; any other makes a sentence of it.
_JOINING = frozenset(
    "additional agencies agency and associate at bureau business by chief columnist contributing contributor"
    " correspondent correspondents de defence defense der deputy diplomatic di editing editor editors for"
    " foreign from in international la material of on our political reporter reporters reporting security"
    " senior special staff the to updated van von with wires world writer writers writing".split()
)
_NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December Then The This That".split()
)
_PLACE_OR_DATE = re.compile(r",| (?:and|in|for|of|on|On|at|with|via)\b| [/|–—-] |/|&|;|\(")
_BYLINE = 240  # letters: longer is prose
_CREDIT = 120
_AGENCIES = "(?:AP|Reuters|AFP|EPA|Getty|DPA|TASS)"


def is_byline(text: str) -> bool:
    """Tell whether a line says who wrote the report: "By …", "(Reporting by …; editing by …)"."""
    found = _SIGNED.match(text)
    if found is None or len(text) > _BYLINE or re.search(r"[!?:] |[!?]$|\.\)?[”\"]$", text):
        return False
    rest = text[found.end() :].rstrip(".)")
    if found.group().startswith("From"):
        return len(rest.split()) < 6  # noqa: PLR2004 - "in Ankara and Brussels"
    words = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    if words[0] in _NO_NAMES or any(w[0].islower() and w.rstrip(".") not in _JOINING for w in words):
        return False
    name = _PLACE_OR_DATE.split(rest, maxsplit=1)[0].strip()
    return " " in name or name.rstrip(".").casefold() in _known() or found.group().startswith(("(", "R", "A"))


def is_person(text: str) -> bool:
    """Tell whether a line has the shape of a person's name, perhaps with a place: "Ada Quill, Ostend"."""
    return _PERSON.fullmatch(text) is not None and text.split()[0] not in _NO_NAMES


def is_agencies(text: str) -> bool:
    """Tell whether a line is names joined by "and", at least one of them an agency's."""
    names = re.split(r", | and | & | ?/ ?| with ", text.removeprefix("Source: ").strip("(). "))
    return any(n.casefold() in _known() for n in names) and all(_WHOLE_NAME.fullmatch(n) for n in names)


def is_credit(text: str) -> bool:
    """Tell whether ``text`` is a picture's credit and nothing else."""
    return len(text) < _CREDIT and _credit().fullmatch(text) is not None


def split_credit(text: str) -> tuple[str, str] | None:
    """Part a caption from the credit that ends it; None where it ends in none."""
    first = max(0, len(text) - _CREDIT)
    for found in re.finditer(r"(?<=[.!?)”\"]) ", text[first:]):
        at = first + found.start()
        if is_credit(text[at + 1 :]):
            return text[:at], text[at + 1 :]
    last = re.search(rf" ?\((?:(?:Photo|Image|Picture|Credit)\b|(?<=[.!?”\"] \(){_AGENCIES}\b)[^()]{{0,80}}\)$", text)
    return (text[: last.start()], text[last.start() :].strip()) if last and last.start() else None


@cache
def _known() -> frozenset[str]:
    return frozenset(a.casefold() for a in agencies()) | {"agencies", "staff"}


@cache
def _credit() -> re.Pattern[str]:
    agency = "|".join(sorted((re.escape(a) for a in agencies()), key=len, reverse=True))
    name = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|al|el|bin|der|da)){0,4}"
    marker = "(?:photo(?:graph)?s?|picture|image|illustration|credit|source|video)"
    joint = "(?: (?:by|credit:?|courtesy of) | ?[:/–-] ?)"
    several = rf"(?:{name} ?[/|•] ?)*(?:{agency})(?: ?(?:/|via|\||,) ?(?:{name}|{agency}))*"
    people = rf"{name} ?/ ?{name}(?: ?/ ?{name})*"
    body = rf"(?:{several}|{people})"
    return re.compile(rf"\(?(?:(?i:{marker}{joint})(?:{body}|{name})|(?i:{marker}) {several}|{body})\)?\.?")
