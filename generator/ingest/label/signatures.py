"""Who wrote it, and whose picture it is: lines and ends of lines that are a signature and nothing else."""

from __future__ import annotations

import re
from functools import cache

from generator.knowledge.wordings import agencies

_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_PARTICLE = "de|van|von|der|den|al|el|bin|da|di|la"
_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|of|the|{_PARTICLE}))*")
_PERSON = re.compile(rf"{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,4}}(?:,? (?:in )?{_WORD}){{0,2}}")
_SIGNED = re.compile(
    r"\(?(?:(?:By|BY|Von|Par)|(?:(?:Additional )?[Rr]eporting|Written|Writing|Words|Compiled|Edited|Editing)"
    r"(?: and [a-z]+)? by):? (?=[A-ZÀ-Þ])"
    r"|From our (?:[a-z]+ ){0,2}(?:correspondent|reporter|staff|agencies)s?\b"
)
# The words without a capital that stand in a byline; any other makes a sentence of it.
_JOINING = re.compile(
    "[ap]m|additional|agency|agencies|and|associate|at|bureau|business|by|chief|columnist|contribut(?:ing|or)"
    "|correspondents?|defen[cs]e|deputy|diplomatic|edit(?:ing|ors?)|for|foreign|from|in|international|material"
    "|of|on|our|political|report(?:ers?|ing)|security|senior|special|staff|the|to|updated|wires|with|world"
    f"|writ(?:ers?|ing)|{_PARTICLE}"
)
_NO_NAME = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    "|October|November|December|Then|The|This|That|All|Contrast|Far|Now"
)
_CONTRIBUTION = re.compile(
    r"(?:[*(—–-] ?)?(?:[Tt]he |[A-ZÀ-Þ])[^.!?“”\"]{2,200}? (?:also )?"
    r"(?:(?:contributed (?:reporting|research|to this (?:report|story|article|piece|post))"
    r"|compiled this report)[^.!?“”\"]{0,60}"
    # "the report" may be another's: "contributed to the report on the fire"
    r"|contributed to the (?:report|story|article|piece|post)(?: (?:from|in|at) [A-ZÀ-Þ][^.!?“”\"]{0,60})?)"
    r"\.?\)?"
    r"|(?:With|Additional) (?:files|reporting|reports|material) (?:from|by):? [A-ZÀ-Þ][^.!?“”\"]{2,120}\.?"
    r"|Contribut(?:ing|ors?|ed by): [A-ZÀ-Þ][^.!?“”\"]{2,120}\.?"
)
_PLACE_OR_DATE = re.compile(r",| (?:and|in|for|of|on|On|at|with|via)\b| [/|–—-] |/|&|;|\(")
_BYLINE = 240  # letters: longer is prose
_CREDIT = 120
_CAPTION = 400  # what is written below a picture
# "Ada Quill for The Pier": below a picture only, since a heading may have that form.
_SENT = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}} for {_NAME.pattern}")
_IN_BRACKETS = re.compile(
    r" ?\((?:(?:Photo|Image|Picture|Credit)s?\b|(?<=[.!?”\"] \()(?:AP|Reuters|AFP|EPA|Getty|DPA|TASS)\b"
    r"|(?=(?:Reuters|AFP|AP Photo|Getty Images)\)))[^()]{0,80}\)$"
)

# "… in Sunholm on Monday AP Photo/Ada Quill": the credit of a caption that has no stop.
_UNSTOPPED = re.compile(r" (?:AP Photo|REUTERS|AFP|EPA|Getty Images) ?/ ?[A-ZÀ-Þ][^,;:!?]{2,60}$")


def is_byline(text: str) -> bool:
    """Tell whether a line says who wrote the report: "By …", "(Reporting by …; editing by …)"."""
    found = _SIGNED.match(text)
    if found is None or len(text) > _BYLINE or re.search(r"[!?:] |[!?]$|\.\)?[”\"]$", text):
        return False
    rest = text[found.end() :].rstrip(".)")
    if found.group().startswith("From"):
        return len(rest.split()) < 6  # noqa: PLR2004 - "in Ankara and Brussels"
    words = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    if _NO_NAME.fullmatch(words[0]) or any(w[0].islower() and not _JOINING.fullmatch(w) for w in words):
        return False
    names = [name.strip().casefold() for name in _PLACE_OR_DATE.split(rest)]
    return " " in names[0] or not _known().isdisjoint(names) or found.group().startswith(("(", "R", "A"))


def is_contribution(text: str) -> bool:
    """Tell whether a line says who else has had a part: "Ada Quill contributed to this report"."""
    likely = text.startswith(("With ", "Additional ")) or "ontribut" in text or "compiled" in text
    return likely and len(text) <= _BYLINE and _CONTRIBUTION.fullmatch(text) is not None


def is_person(text: str) -> bool:
    """Tell whether a line has the shape of a person's name, perhaps with a place: "Ada Quill, Ostend"."""
    return _PERSON.fullmatch(text) is not None and _NO_NAME.fullmatch(text.split(maxsplit=1)[0]) is None


def is_agencies(text: str) -> bool:
    """Tell whether a line is names joined by "and", at least one of them an agency's."""
    names = re.split(r", | and | & | ?/ ?| with ", text.removeprefix("Source: ").strip("(). "))
    return any(n.casefold() in _known() for n in names) and all(_NAME.fullmatch(n) for n in names)


def is_credit(text: str) -> bool:
    """Tell whether ``text`` is a picture's credit and nothing else."""
    return len(text) < _CREDIT and _credit().fullmatch(text) is not None


def split_credit(text: str) -> tuple[str, str] | None:
    """Part a caption from the credit that ends it; None where it ends in none."""
    first = max(0, len(text) - _CREDIT)
    for found in re.finditer(r"(?<=[.!?)”\"]) ", text[first:]):
        at = first + found.start()
        if is_credit(text[at + 1 :]) or (at <= _CAPTION and _SENT.fullmatch(text, at + 1)):
            return text[:at], text[at + 1 :]
    last = _IN_BRACKETS.search(text, first) if text.endswith(")") else _UNSTOPPED.search(text, first)
    return (text[: last.start()], text[last.start() :].strip()) if last and last.start() else None


def is_agency(name: str) -> bool:
    """Tell whether a name is an agency's, or stands for several."""
    return name.casefold() in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(a.casefold() for a in agencies()) | {"agencies", "staff"}


@cache
def _credit() -> re.Pattern[str]:
    agency = "|".join(sorted((re.escape(a) for a in agencies()), key=len, reverse=True))
    word = r"(?:[A-ZÀ-Þ][\w'’-]+|(?:[A-ZÀ-Þ]\.)+)"
    name = rf"{word}(?: (?:{word}|{_PARTICLE})){{0,4}}"
    marker = "(?:photo(?:graph)?s?|picture|image|illustration|cartoon|graphic|credit|source)"
    joint = "(?: (?:by|credits?:?|copyright|courtesy(?: of)?) | ?[:/–-] ?)"
    several = rf"(?:{name}(?: ?[/|•] ?| via ))*(?:{agency})(?: ?(?:/|via|\||,) ?(?:{name}|{agency}))*"
    people = rf"{name} ?/ ?{name}(?: ?/ ?{name})*"
    body = rf"(?:{several}|{people})"
    marked = rf"(?i:{marker}{joint})(?:{body}|{name})|(?i:{marker}|video:?) {several}"
    bracketed = rf"\({word}(?: {word}){{1,2}}\)"
    return re.compile(rf"\(?(?:{marked}|{body})(?: file)?\.?\)?\.?|{bracketed}")
