"""Of several savings of one report the one that is the article; the others stay its older savings.

What an editor took over stands; else the newer prevails, by what each says of itself. The order of files is
no evidence: where nothing tells, the editor is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from generator.engine.memory import once, settled
from generator.forms.plain import iso
from generator.ingest.compare.duplicates import Likeness, Register, Saving
from generator.model.article import Media
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model.article import Source

_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_DELETE = "delete the one that you do not need, or move it out of the folder"
_SAY = "say saved: DAY in the .yaml beside each, or delete the one that you do not need"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The savings that are no articles, by the path of each the path of that which is; and what is told."""

    left_out: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def choose_savings(savings: Iterable[Saving], changed: Callable[[str], str | None]) -> Chosen:
    """Choose among savings of one report; ``changed`` gives by path when each says that it was last changed.

    Diagnostic: ``same-report``, of the saving that is left out, or that may be one too many.
    """
    groups, doubts = once(_grouped, settled("savings", tuple(sorted(savings, key=lambda s: s.path))))
    told = list(doubts)
    left_out: dict[str, str] = {}
    for group in groups:
        if len(group) > 1:
            told += _choose(group, changed, left_out)
    return Chosen(left_out, tuple(told))


def _grouped(savings: Sequence[Saving]) -> tuple[list[list[Saving]], list[Diagnostic]]:
    """Lay the savings of each report together, and say where it cannot be told whether two are of one."""
    register = Register()
    groups: dict[str, list[Saving]] = {}
    first_of: dict[str, str] = {}
    told: list[Diagnostic] = []
    for saving in savings:
        found = register.alike(saving)
        register.add(saving)
        first_of[saving.path] = saving.path
        if found is None:
            groups[saving.path] = [saving]
        elif found[1] is Likeness.SAME:
            first_of[saving.path] = first_of[found[0].path]
            groups[first_of[saving.path]].append(saving)
        else:
            groups[saving.path] = [saving]
            told.append(_doubted(saving, *found))
    return list(groups.values()), told


def newer(a: str | None, b: str | None) -> bool | None:
    """Tell whether ``a`` is later than ``b``, None where that cannot be told; both ISO 8601."""
    if not a or not b:
        return None
    if len(a) > len("2031-05-06") and len(b) > len("2031-05-06"):
        first, second = (datetime.fromisoformat(each) for each in (a, b))
        if (first.tzinfo is None) == (second.tzinfo is None):
            return None if first == second else first > second
    return None if a[:10] == b[:10] else a[:10] > b[:10]


def changed_at(source: Source) -> str | None:
    """Return when a page says that it was last changed, else when it is said to be saved, else published."""
    changed = _page_changed(source.body) if source.media is Media.HTML else None
    return changed or source.front.saved or source.front.published


def _page_changed(html: str) -> str | None:
    from generator.ingest.page.html import parse  # noqa: PLC0415 - only where a page was saved twice
    from generator.ingest.page.said import plain, read_said  # noqa: PLC0415 - the same

    root = parse(html)
    if root is None:
        return None
    said = read_said(root)
    words = (plain(said.article.get("dateModified")), *(said.meta(name) for name in _CHANGED))
    return next((day for each in words if each and (day := iso(each.strip(), moment=True))), None)


def _choose(
    group: Sequence[Saving], changed: Callable[[str], str | None], left_out: dict[str, str]
) -> list[Diagnostic]:
    """Choose one of a group, note the others as left out, and say so."""
    taken = [s for s in group if s.path.startswith("articles/")]
    if taken:
        shown = [s for s in taken if not s.draft]
        told = [_both(s, shown[0]) for s in shown[1:]]
        first = taken[0]
    else:
        told = []
        first = _newest(group, changed) or group[0]
    for saving in group:
        if saving not in taken and saving is not first:
            left_out[saving.path] = first.path
            told.append(_older(saving, first, newer(changed(saving.path), changed(first.path))))
    return told


def _newest(group: Sequence[Saving], changed: Callable[[str], str | None]) -> Saving | None:
    """Return the saving that is known to be newer than each other that says something else."""
    for saving in group:
        others = [s for s in group if not s.says_the_same(saving)]
        if others and all(newer(changed(saving.path), changed(s.path)) for s in others):
            return saving
    return None


def _older(saving: Saving, first: Saving, is_newer: bool | None) -> Diagnostic:  # noqa: FBT001 - an answer
    """Say why a saving is left out: of its report another is the article."""
    if saving.says_the_same(first):
        return _said(saving, Severity.INFO, f"the same report as {first.path}, word for word; it is left out")
    if is_newer:
        hint = f"python -m generator ingest {saving.path} takes what is new into the article"
        message = f"a newer saving of the report in {first.path}, which was made of an older one"
        return _said(saving, Severity.INFO, message, hint)
    if is_newer is False:
        message = f"an older saving of the report in {first.path}; it is kept here and left out"
        return _said(saving, Severity.INFO, message)
    message = f"the same report as {first.path} in other words, and it cannot be told which is newer"
    return _said(saving, Severity.WARNING, f"{message}; this one is left out", _SAY)


def _both(saving: Saving, first: Saving) -> Diagnostic:
    message = f"the same report as {first.path}, and both are articles, so that it counts twice"
    return _said(saving, Severity.WARNING, message, "delete one of the two, or say draft: true in its head")


def _doubted(saving: Saving, other: Saving, how: Likeness) -> Diagnostic:
    if how is Likeness.ADDRESS:
        message = f"it has the address of {other.path}, but not its words; both are taken for reports"
        return _said(saving, Severity.WARNING, message, "correct the url of one of them, or delete one")
    message = f"it has nearly the words of {other.path}; whether it is the same report cannot be told"
    return _said(saving, Severity.WARNING, message, f"say the outlet of each beside it, or {_DELETE}")


def _said(saving: Saving, severity: Severity, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Location(saving.path), severity, "same-report", message, hint)
