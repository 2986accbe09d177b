"""When a report appeared: its day, and its place among the reports of that day."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DAY = 10  # letters of an ISO 8601 day
Appeared = tuple[bool, str, str]


def stated_day(published: str | None, timezone: str) -> str:
    """Return the ISO 8601 day of a time in the site's zone; a day, or a time without a zone, as it stands."""
    moment = _moment(published, timezone)
    if moment is None:
        return (published or "")[:_DAY]
    day = moment.astimezone(_zone(timezone)) if _has_zone(published) else moment
    return day.date().isoformat()


@lru_cache(maxsize=16384)
def appeared(published: str | None, timezone: str) -> Appeared:
    """Return by what reports are sorted, the earliest first and those of no stated day last.

    That is the day on which a report stands, and of one day the instant, in whatever zone it is told: 20:25
    in Ankara comes before 14:12 in New York. A day without a time comes before what appeared on it.
    """
    moment = _moment(published, timezone)
    instant = moment.astimezone(UTC).isoformat() if moment else ""
    day = stated_day(published, timezone)
    return not day, day, instant


def clock(published: str | None, timezone: str) -> str:
    """Return the time at which something appeared, "18:10" in the site's zone; "" where none is told."""
    moment = _moment(published, timezone)
    if moment is None:
        return ""
    return f"{moment.astimezone(_zone(timezone)) if _has_zone(published) else moment:%H:%M}"


def _moment(published: str | None, timezone: str) -> datetime | None:
    """Return the time that is told, without a zone that of the site; None for a day alone, or nonsense."""
    if not published or len(published) <= _DAY:
        return None
    try:
        moment = datetime.fromisoformat(published)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=_zone(timezone))
        moment.astimezone(UTC), moment.astimezone(_zone(timezone))
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        return None
    return moment


def _has_zone(published: str | None) -> bool:
    return bool(published) and datetime.fromisoformat(published or "").tzinfo is not None


def _zone(timezone: str) -> ZoneInfo:
    return ZoneInfo(timezone)
