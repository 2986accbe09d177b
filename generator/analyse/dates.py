"""Dates in the text, resolved against the day of publication; what cannot be told stays untold.

Own code, for the kept libraries guess: dateparser 1.5 makes "March" the eighth of it, "last Tuesday" the
nearest, and "Oct. 3-4" nothing, at 0.57 ms a phrase that has been found for it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model.findings import Dated
from generator.model.text import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:[-–]\d{1,2})?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)"
_DAY_FIRST = re.sub(r"<(\w+)>", r"<\1_2>", f"{_NUMBER} {_MONTH}{_YEAR}")
_DATE = re.compile(
    rf"\b{_MONTH} {_NUMBER}{_YEAR}"
    rf"|\b{_DAY_FIRST}"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    r"|\b(?:(?P<which>last|next|this) )?"
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b(?P<near>(?i:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)))\b"
    r"|\b(?P<ago>\d{1,2}|(?i:a|two|three|four|five|six|seven|eight|nine|ten)) days? ago\b"
    r"|\b(?P<vague>(?i:(?:(?:earlier|later) )?(?:this|last|next) (?:week|month|year)))\b"
)
_NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}  # days from publication; the others are its own
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Every date has one of these: a month beside a figure, an ISO date, a weekday's end.
_HINT = re.compile(
    r"[A-S][a-z]{2,8}\.? \d|\d(?:st|nd|rd|th)? [A-S][a-z]|\d{4}-\d\d-|day\b|morrow"
    r"|night\b|this |week\b|month\b|year\b|ago\b"
)


def dates(text: str, span: Span, published: str | None) -> list[Dated]:
    """Return the dates of one block; without a day of publication only whole ones have a ``day``."""
    if _HINT.search(text, span.start, span.end) is None:
        return []  # two blocks of three: it is ten times quicker than to look for a date
    today = _day(published)
    return [
        Dated(
            Span(m.start(), m.end()), m.group(), found.isoformat() if (found := _resolve(m, today)) else None
        )
        for m in _DATE.finditer(text, span.start, span.end)
    ]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _resolve(m: re.Match[str], today: date | None) -> date | None:
    if m["iso"]:
        return _day(m["iso"])
    if m["weekday"]:
        return _weekday(m, today)
    if m["near"] or m["ago"] or m["vague"]:
        return _told_from(m, today) if today and not m["vague"] else None
    month = _MONTHS.index((m["month"] or m["month_2"])[:3].lower()) + 1
    day, year = int(m["day"] or m["day_2"]), m["year"] or m["year_2"]
    if year:
        return _safe(int(year), month, day)
    return _nearest(today, month, day) if today else None


def _nearest(today: date, month: int, day: int) -> date | None:
    """Return the day of that name which lies nearest to publication."""
    near = [d for y in (today.year - 1, today.year, today.year + 1) if (d := _safe(y, month, day))]
    return min(near, key=lambda d: abs((d - today).days), default=None)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(m: re.Match[str], today: date | None) -> date | None:
    """Take a bare weekday for the nearest one up to publication: reports look back.

    With "next", "this" or "last" it stays untold.
    """
    if today is None or m["which"] in ("next", "this", "last"):
        return None
    return _moved(today, -((today.weekday() - _DAYS.index(m["weekday"][:3].lower())) % 7))


def _told_from(m: re.Match[str], today: date) -> date | None:
    """Count from the day of publication: "last night", "three days ago"."""
    days = _NEAR.get(m["near"].lower(), 0) if m["near"] else -_count(m["ago"].lower())
    return _moved(today, days)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:  # at the ends of the calendar
        return None
