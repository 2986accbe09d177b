"""Reports that do not say whose they are, or of which day: told in one word each, for many may stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Corpus

_LISTED: Final = 5  # reports; the others are counted
_BESIDE: Final = "in the head of the article, or in a .yaml of the report's name beside it"


def unstated_facts(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Say how many reports state no outlet, and how many no day; nothing where all do."""
    no_outlet = [a.path for a in corpus.articles if not a.front.outlet]
    no_day = [a.path for a in corpus.articles if not a.front.published]
    outlet = (
        f"give outlet: {_BESIDE}; or, for all that have its address, its domains under outlets: in site.yaml"
    )
    return (
        *_told("unstated-outlet", "the outlet", no_outlet, outlet),
        *_told("unstated-day", "the day", no_day, f"give published: {_BESIDE}"),
    )


def _told(code: str, what: str, paths: Sequence[str], todo: str) -> Iterable[Diagnostic]:
    if not paths:
        return
    first = sorted(paths)
    listed = first[:_LISTED] + ([f"and {len(first) - _LISTED} more"] if len(first) > _LISTED else [])
    count = "one report" if len(first) == 1 else f"{len(first)} reports"
    message = f"{what} of {count} is not stated: {', '.join(listed)}"
    yield Diagnostic(Location(first[0]), Severity.INFO, code, message, todo)
