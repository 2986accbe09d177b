"""The day of publication as a line of a text gives it: "Published 9 October 2015 14:20 GMT".

Only what can be meant in one way is told: a day without a year, or 10/6/2015, is none. When a report was
last changed is no day of publication.
"""

from __future__ import annotations

import re

from generator.forms.plain import iso

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile(
    rf"(?<!\d)(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH.format('month1')},?[ -]{_YEAR.format('year1')}"
    rf"|\b{_MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR.format('year2')}"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?<![\d/.])(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.]{_YEAR.format('year3')}"
)
_TIME = re.compile(r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)? ?(?:gmt|utc|z)\b")
_CHANGED = re.compile(
    r"\b(?:(?:last |first )?(?:up-?dated|modified|edited|changed|amended|corrected)|last)\b"
)
_FIRST = re.compile(r"\b(?:published|posted|issued|created|first)\b")
_LONGEST = 240  # letters


def first_published(lines: list[str]) -> str | None:
    """Return the day on which one of ``lines`` says that a report came out, the moment where it is in UTC.

    A line that says so prevails over one that is a date and nothing else.
    """
    told = [(_FIRST.search(line.lower()) is None, day) for line in lines if (day := published_in(line))]
    return min(told, key=lambda one: one[0])[1] if told else None


def says_published(line: str) -> bool:
    """Tell whether a line says when a report was published, and not only a day."""
    return len(line) <= _LONGEST and _FIRST.search(line.lower()) is not None


def published_in(line: str) -> str | None:
    """Return the day of publication that a line gives, ISO 8601; None for that of a change."""
    if len(line) > _LONGEST:
        return None
    words = line.lower()
    changed = _CHANGED.search(words)
    first = _FIRST.search(words)
    if changed and first and changed.start() < first.start():
        words = words[first.start() :]  # "Updated 9 May 2031, first published 8 May 2031"
    elif changed:
        words = words[: changed.start()]
    found = _DATE.search(words)
    day = _day(found) if found else None
    if found is None or day is None:
        return None
    time = _TIME.search(words)
    return f"{day}T{time['hour']:0>2}:{time['minute']}Z" if time else day


def _day(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return iso(found["iso"], moment=False)
    if found["one"]:
        one, two = int(found["one"]), int(found["two"])
        if (one > 12) == (two > 12) and one != two:  # noqa: PLR2004 - there are twelve months
            return None
        day, month = (one, two) if one > 12 else (two, one)  # noqa: PLR2004
        return iso(f"{found['year3']}-{month:02}-{day:02}", moment=False)
    name, year = found["month1"] or found["month2"], found["year1"] or found["year2"]
    month = _MONTHS.index(name) + 1
    return iso(f"{year}-{month:02}-{int(found['day1'] or found['day2']):02}", moment=False)
