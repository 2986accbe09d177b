"""What editors say of pairs of quotations: that they are one statement, or are not one.

What is said of one pair is said of a chain: where A and B are one and B and C are one, A and C are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.link.evidence import STATEMENTS
from generator.link.groups import Groups
from generator.model.corpus import Verdicts
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from generator.model.article import Article
    from generator.model.findings import Quote

_HALF = 8  # letters at the beginning or the end of an id that a slip of the finger leaves as they are


@dataclass(frozen=True, slots=True)
class _Said:
    """What a correction says of one quotation and another."""

    quote: str
    other: str
    same: bool
    where: Location


def verdicts(articles: Sequence[Article], shown: Container[str]) -> tuple[Verdicts, tuple[Diagnostic, ...]]:
    """Return what the corrections of all articles say of pairs, and an error for each that cannot hold.

    ``shown`` are the ids of the articles that will be linked: what is said in others, or of them, may join or
    part two of these. Of a pair of which both is said, that it is one and that it is not, the latter holds.
    """
    known = {q.id: q for a in articles for q in a.quotes}
    said = [s for a in sorted(articles, key=lambda a: a.id) for s in _said(a)]
    there = [s for s in said if s.other in known]
    faults = _unknown([s for s in said if s.other not in known], known)
    faults += _unlinked(there, known)
    faults += _contradicting(there)
    linked = {q.id for a in articles if a.id in shown for q in a.quotes if _is_linked(q)}
    return _closed([s for s in there if s.quote != s.other], linked), tuple(faults)


def _closed(said: Sequence[_Said], linked: Container[str]) -> Verdicts:
    """Return what follows for the quotations that are linked: a withheld one may be the third of two."""
    names = sorted({name for s in said for name in (s.quote, s.other)})
    number = {name: n for n, name in enumerate(names)}
    apart = [_pair(s) for s in said if not s.same]
    groups = Groups(len(names), [(number[a], number[b]) for a, b in apart])
    for a, b in sorted(_pair(s) for s in said if s.same):
        groups.join(number[a], number[b])
    first: dict[int, str] = {}
    same: list[tuple[str, str]] = []
    for name in filter(linked.__contains__, names):
        main = first.setdefault(groups.root(number[name]), name)
        same += [(main, name)] if main != name else []
    ends = ([first.get(groups.root(number[name]), "") for name in pair] for pair in apart)
    different = sorted({(min(a, b), max(a, b)) for a, b in ends if a and b})
    return Verdicts(tuple(same), tuple(different))


def _pair(said: _Said) -> tuple[str, str]:
    return min(said.quote, said.other), max(said.quote, said.other)


def _said(article: Article) -> list[_Said]:
    if not any(c.same_statement or c.not_same_statement for c in article.front.corrections):
        return []
    found = []
    for quote in article.quotes:
        for named, same in ((quote.same_statement, True), (quote.not_same_statement, False)):
            found += [_Said(quote.id, other, same, _where(article, other)) for other in named]
    return found


def _where(article: Article, other: str) -> Location:
    """Return the place of the first correction that names a quotation."""
    naming = (
        c.location for c in article.front.corrections if other in c.same_statement + c.not_same_statement
    )
    return next(naming, Location(article.path))


def _unknown(said: Iterable[_Said], known: Iterable[str]) -> list[Diagnostic]:
    halves: Mapping[str, list[str]] | None = None
    faults = []
    for one in {(s.other, s.where): s for s in said}.values():
        halves = halves or _by_half(known)
        like = [*halves.get(one.other[:_HALF], ()), *halves.get(one.other[-_HALF:], ())]
        near = get_close_matches(one.other, like, 1)
        advice = 'an id stands behind the "#" of the address of a quotation in its report'
        hint = f'did you mean "{near[0]}"?' if near else advice
        message = f'there is no quotation "{one.other}"'
        faults.append(Diagnostic(one.where, Severity.ERROR, "unknown-quotation", message, hint))
    return faults


def _by_half(ids: Iterable[str]) -> dict[str, list[str]]:
    of: dict[str, list[str]] = defaultdict(list)
    for ident in ids:
        of[ident[:_HALF]].append(ident)
        of[ident[-_HALF:]].append(ident)
    return of


def _unlinked(said: Iterable[_Said], known: Mapping[str, Quote]) -> list[Diagnostic]:
    """Tell of what has no effect; of reported speech and the words in marks that it holds one suffices."""
    own: dict[tuple[str, Location], list[str]] = defaultdict(list)
    for one in said:
        own[one.other, one.where].append(one.quote)
    faults = []
    for (other, where), quotes in own.items():
        idle = [q for q in (other, quotes[0]) if not _is_linked(known[q])]
        if other in idle or not any(_is_linked(known[q]) for q in quotes):
            message = f'"{idle[0]}" is reported speech, withheld or no statement, and is linked with none'
            hint = "link words in quotation marks, or remove this"
            faults.append(Diagnostic(where, Severity.WARNING, "unlinked-quotation", message, hint))
    return faults


def _is_linked(quote: Quote) -> bool:
    return quote.form in STATEMENTS and not quote.hidden


def _contradicting(said: Sequence[_Said]) -> list[Diagnostic]:
    chained: dict[str, list[tuple[str, Location]]] = defaultdict(list)
    for one in said:
        if one.same:
            chained[one.quote].append((one.other, one.where))
            chained[one.other].append((one.quote, one.where))
    faults = []
    for one in {(_pair(s), s.where): s for s in said if not s.same}.values():
        chain = _chain(one.quote, one.other, chained)
        if chain is None:
            continue
        a, b = _pair(one)
        message = f'"{a}" and "{b}" are one statement by other corrections'
        if a == b:
            message = f'"{a}" is itself no other statement'
        places = ", ".join(dict.fromkeys(f"{at.path}:{at.line}" for at in chain if at != one.where))
        hint = f"remove this, or what joins them in {places}" if places else "remove one of the two"
        faults.append(Diagnostic(one.where, Severity.ERROR, "contradicting-verdicts", message, hint))
    return faults


def _chain(
    start: str, end: str, chained: Mapping[str, Sequence[tuple[str, Location]]]
) -> list[Location] | None:
    """Return where it is said of each pair of the shortest chain that they are one; None without a chain."""
    came: dict[str, tuple[str, Location]] = {}
    todo = [start]
    for at in todo:  # grows as it goes
        if at == end:
            break
        for other, where in chained.get(at, ()):
            if other != start and other not in came:
                came[other] = at, where
                todo.append(other)
    if start != end and end not in came:
        return None
    places = []
    while end != start:
        end, where = came[end]
        places.append(where)
    return places[::-1]
