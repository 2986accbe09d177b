"""Dates in the text, resolved against the day of publication; what cannot be told stays untold.

Own code, for the kept libraries guess. Asked on 15 February 2031, dateutil 2.9 makes "Oct. 3-4" 3 October
2004, "3 and 4 October" 4 October 2003 and "September" its fifteenth, and reads no "two days ago"; dateparser
1.5 makes "on the 3rd" 15 March 2030, "last week" a day, "last Tuesday" the nearest, "Oct. 3-4" nothing, at
0.3 to 1.6 ms a phrase that has been found for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.day import almanac
from generator.analyse.day.tense import Tense, tense
from generator.model.findings import Dated
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAME = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"
_MONTH = rf"(?:{_NAME}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\w)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DASHED = rf"{_DAY}(?: ?[-–—] ?{_DAY})?"
_ROW = rf"{_DAY}(?:, {_DAY})*,? (?:and|or|to|through) {_DAY}"
_ENDS = (  # what may follow a number of a day that no month follows
    r"(?=[.,;:!?)”\"]|$|\n| (?:in|at|on|by|for|with|and|but|when|after|before|as|near|from|were|was|that"
    r"|which|who)\b)"
)
_YEAR = r"(?:,? (?:19|20)\d\d(?![\w,]\d)(?!\w)| (?:last|this|next) year\b)?"
_NO_NAME = r"(?! (?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Tribune|Independent|Night [A-Z])\b)"
_UNIT = r"(?:week|weekend|month|year|summer|autumn|winter)\b"
_KINDS = {
    "iso": r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])",
    "whole": rf"\b(?:(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b\.?),? )?"
    rf"(?:(?<!\b[Ii]n ){_MONTH} (?:{_ROW}{_ENDS}|{_DASHED})(?![\w:%]|[.,]\d)"
    rf"|(?<![\d.,:/])(?:{_ROW}|{_DASHED})(?: of)? {_MONTH}){_YEAR}",
    "month": rf"\b(?:(?i:early|late|mid|last|next|this)[- ]{_NAME}"
    rf"|{_NAME}(?:(?:,| of)? (?:19|20)\d\d(?!\w)| (?:last|this|next) year\b)"
    rf"|(?<=\b[Ii]n ){_NAME}|(?<=\b[Ss]ince ){_NAME}|(?<=\buntil ){_NAME}|(?<=\bof ){_NAME})",
    "weekday": r"\b(?:(?i:last|next|this|every|each|the (?:previous|following|next)) )?"
    rf"{_WEEKDAY}{_NO_NAME}"
    r"(?:,? (?:of )?(?:last|this|next) week\b(?!['’]))?",
    "near": r"\b(?i:the day before yesterday|the day after tomorrow|yesterday|(?<!USA )today|tonight|tomorrow"
    r"|last night|this (?:morning|afternoon|evening))\b",
    "ago": r"\b(?i:\d{1,2}|an?|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of)"
    r" (?:days?|weeks?|months?|years?) (?:ago|earlier|later)\b",
    "vague": rf"\b(?i:(?:(?:earlier|later|early|late) )?(?:this|last|next|the previous|the following) {_UNIT}"
    r"|(?:(?<=at )|(?<=over )|(?<=during ))the weekend\b"
    r"|(?:the (?:previous|next|following|same) day|the day (?:before|after))\b)",
    "nth": rf"(?<=\b[Oo]n )the \d{{1,2}}(?:st|nd|rd|th){_ENDS}",
}
# All begin with a word, and that with one of these letters: looked at first, it takes a third of the time.
_DATE = re.compile(
    r"\b(?=[\dJFMASONDWTEYLaeyltnmfs])(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    + ")"
)
_NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}  # days from publication; the others are its own
_NEAR |= {"the day before yesterday": -2, "the day after tomorrow": 2}
_WHICH = {"last": -1, "this": 0, "next": 1}
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NO_DAY = re.compile(  # what makes of a weekday one of many, or a feast
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]ny|[Tt]he|"
    r"Black|Good|Easter|Palm|Ash|Super|Bloody|Holy|Shrove|Maundy|Whit|Cyber) $"
)
_LIMIT = re.compile(  # of what lies ahead, or of what then lay ahead
    r"\b(?:[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Bb]efore|[Ss]tarting) $"
)
# Every date has one of these words, and what lies AROUND them is searched: a fifth of the time that it takes
# to search the block. A pattern that begins with a sign is found in an eighth of the time of any other, and
# one whose next two letters are told in three quarters of that.
_WORD = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[sdnuragy.,]|(?:19|20)\d\d-\d"
    r"|[Yy]esterday|[Tt]o(?:day|night|morrow)"
    r"|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[uretobvmyi. ]|Mar(?:ch|[. ])|May\b"
    r"|[Tt]his (?:mor|aft|eve)"
    r"|[TtLlNnPpFfSs](?:his|ast|ext|revious|ollowing|ame)[ -](?:night|day|[wW]eek|[mM]onth|[yY]ear"
    r"|summer|autumn|winter|[JFMASOND])"
    r"|[Tt]he (?:\d|weekend|day (?:bef|aft))|[Mm]id-[JFMASOND]|(?:ago|earlier|later)\b)"
)
_TWO = r"(?=[MTWFSJADON12YytLlNnPpfsmae][oueahrp90cig])"
_HINT = re.compile(rf"[\s“\"‘'(\[/–—-]{_TWO}{_WORD}")
_FIRST = re.compile(_WORD)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a date, and the text in which they stand."""

    words: str
    text: str
    at: Span
    block: Span

    @property
    def tense(self) -> Tense:
        """Return where they lie as the verbs about them tell; "Monday's talks" may be of either."""
        found = tense(self.text[: self.block.end], self.at.start, self.at.end)
        owns = self.text.startswith(("'s", "’s"), self.at.end)
        return Tense.DOUBT if owns and found is Tense.AHEAD else found

    def led_by(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether such a word stands right before them."""
        return pattern.search(self.text, max(self.block.start, self.at.start - 12), self.at.start) is not None


def dates(text: str, span: Span, published: str | None) -> list[Dated]:
    """Return the dates of one block, words that name several days once for each of these.

    Without a day of publication only whole ones have a ``day``.
    """
    today = almanac.day_of(published)
    out = []
    for near in _windows(text, span):
        for m in _DATE.finditer(text, near.start, near.end):
            words = _Words(m.group(), text, Span(m.start(), m.end()), span)
            found = _RESOLVE[m.lastgroup or ""](words, today)
            out += [Dated(words.at, words.words, day.isoformat() if day else None) for day in found]
    return out


def _windows(text: str, span: Span) -> list[Span]:
    """Return the stretches in which dates may stand, none of which ends or begins inside one."""
    out: list[Span] = []
    begin = end = -1
    if _FIRST.match(text, span.start):
        begin, end = span.start, min(span.end, span.start + 2 * _AROUND)
    for m in _HINT.finditer(text, span.start, span.end):
        if m.start() - _AROUND > end:
            if end >= 0:
                out.append(Span(begin, end))
            begin = max(span.start, m.start() - _AROUND)
        end = min(span.end, m.end() + _AROUND)
    return [*out, Span(begin, end)] if end >= 0 else out


def _iso(date_: _Words, _: date | None) -> list[date | None]:
    return [almanac.day_of(date_.words)]


def _whole(date_: _Words, today: date | None) -> list[date | None]:
    """Resolve a month and its days: "Oct. 3-4", "Saturday, 3 October 2015", "3 October last year"."""
    month = _month(date_.words)
    numbers = [int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", date_.words)]
    year = _year(date_.words, today)
    days = [_in_year(date_, today, (year, month, n)) for n in _each(date_.words, numbers)]
    return [_checked(date_, day) for day in days] or [None]


def _month(words: str) -> int:
    found = re.findall(_MONTH, words)
    return _MONTHS.index(found[-1][:3].lower()) + 1


def _each(words: str, numbers: list[int]) -> list[int]:
    """Return the days that are named, all those of a stretch; none of "4-3 October", which is a score."""
    stretch = re.search(r"[-–—]| to | through ", words)
    return [*range(numbers[0], numbers[-1] + 1)] if stretch else numbers


def _year(words: str, today: date | None) -> int | None:
    stated = re.search(r"\d{4}", words)
    if stated:
        return int(stated[0])
    which = re.search(r"(last|this|next) year", words)
    return today.year + _WHICH[which[1]] if which and today else None


def _in_year(date_: _Words, today: date | None, day: tuple[int | None, int, int]) -> date | None:
    year, month, number = day
    if year is not None:
        return almanac.safe(year, month, number)
    if today is None:
        return None
    ahead = date_.tense is Tense.AHEAD
    return almanac.ahead(today, month, number) if ahead else almanac.yearless(today, month, number)


def _checked(date_: _Words, found: date | None) -> date | None:
    """Leave a day untold that has another name than the words say: which of them is wrong nobody knows."""
    weekday = re.match(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)", date_.words)
    several = re.search(r"\d.*[-–—,] ?\d{1,2}\b|\d.* (?:and|or|to|through) \d", date_.words)
    if found is None or weekday is None or several:
        return found
    return found if found.weekday() == _DAYS.index(weekday[1].lower()) else None


def _weekday(date_: _Words, today: date | None) -> list[date | None]:
    """Take a bare weekday for the nearest one up to publication, unless its verb looks ahead."""
    name = re.search(_WEEKDAY, date_.words)
    if today is None or name is None:
        return [None]
    day = _DAYS.index(name[0][:3].lower())
    week = re.search(r"(last|this|next) week", date_.words)
    if week:
        return [almanac.in_week(today, day, _WHICH[week[1]])]
    which = date_.words[: name.start()].strip().lower()
    if which in ("last", "next"):
        return [almanac.next_or_last(today, day, _WHICH[which])]
    bare = not which and not date_.led_by(_NO_DAY)
    when = date_.tense if bare or which == "this" else Tense.DOUBT
    if when is Tense.AHEAD:
        return [almanac.coming(today, day)]
    told = bare and when is Tense.BACK and not date_.led_by(_LIMIT)
    return [almanac.latest(today, day) if told else None]


def _near(date_: _Words, today: date | None) -> list[date | None]:
    return [almanac.moved(today, _NEAR.get(date_.words.lower(), 0)) if today else None]


def _ago(date_: _Words, today: date | None) -> list[date | None]:
    """Count days back from publication; "two weeks ago" tells no day, nor does "a few days ago"."""
    number, _, rest = date_.words.lower().partition(" day")
    exact = number.isdigit() or number in _NUMBERS
    if today is None or not exact or not rest.endswith("ago"):
        return [None]
    return [almanac.moved(today, -(int(number) if number.isdigit() else _NUMBERS.index(number) + 1))]


def _untold(_: _Words, __: date | None) -> list[date | None]:
    return [None]


def _nth(date_: _Words, today: date | None) -> list[date | None]:
    """Resolve "on the 3rd": of this month where it is past, the coming one where the verb looks ahead."""
    number = re.search(r"\d+", date_.words)
    if today is None or number is None:
        return [None]
    day = int(number[0])
    this = almanac.safe(today.year, today.month, day)
    if date_.tense is Tense.AHEAD:
        year, month = (today.year + 1, 1) if today.month == len(_MONTHS) else (today.year, today.month + 1)
        return [this if day >= today.day else almanac.safe(year, month, day)]
    return [this if day <= today.day else None]


_RESOLVE: dict[str, Callable[[_Words, date | None], list[date | None]]] = {
    "iso": _iso,
    "whole": _whole,
    "month": _untold,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "vague": _untold,
    "nth": _nth,
}
