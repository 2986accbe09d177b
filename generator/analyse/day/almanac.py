"""Which day is meant, counted from the day of publication: None wherever two readings differ."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = 7
FAR = 150  # days from publication beyond which a day of another year without its year may be of either
_STARTS = (0, 6)  # the days on which weeks begin: Monday as in ISO 8601, Sunday in the United States


def day_of(iso: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def safe(year: int, month: int, day: int) -> date | None:
    """Return a day, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(today: date, days: int) -> date | None:
    """Return the day so many days on, None beyond the ends of the calendar."""
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def latest(today: date, weekday: int) -> date | None:
    """Return the nearest day of that name up to publication: reports look back."""
    return moved(today, -((today.weekday() - weekday) % WEEK))


def coming(today: date, weekday: int) -> date | None:
    """Return the next day of that name; on that very day it may be this one or the one in a week."""
    ahead = (weekday - today.weekday()) % WEEK
    return moved(today, ahead) if ahead else None


def in_week(today: date, weekday: int, weeks: int) -> date | None:
    """Return a day of the week so many weeks on, where it is the same whichever day weeks begin with."""
    found = {_within(today, weekday, weeks, start) for start in _STARTS}
    return found.pop() if len(found) == 1 else None


def _within(today: date, weekday: int, weeks: int, start: int) -> date | None:
    begun = (today.weekday() - start) % WEEK
    return moved(today, (weekday - start) % WEEK - begun + WEEK * weeks)


def next_or_last(today: date, weekday: int, weeks: int) -> date | None:
    """Return "next Tuesday" (1) or "last Tuesday" (-1).

    To some that is the nearest one, to others the one of the next or last week: told where both agree.
    """
    past = moved(today, -((today.weekday() - weekday - 1) % WEEK) - 1)
    nearest = coming(today, weekday) if weeks > 0 else past
    return nearest if nearest == in_week(today, weekday, weeks) else None


def yearless(today: date, month: int, day: int) -> date | None:
    """Return the day of that name nearest to publication.

    Newspapers leave out the year of their own, so a day of another year is told only where it is near.
    """
    days = [d for year in (today.year - 1, today.year, today.year + 1) if (d := safe(year, month, day))]
    near = min(days, key=lambda d: abs((d - today).days), default=None)
    if near is None or (near.year != today.year and abs((near - today).days) > FAR):
        return None
    return near


def ahead(today: date, month: int, day: int) -> date | None:
    """Return the first day of that name from publication on."""
    days = (safe(today.year + years, month, day) for years in range(9))  # 29 February may be eight years off
    return next((d for d in days if d and d >= today), None)
