"""The page that shows what a report had otherwise from one saving to the next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.model.backmatter import ChangeView, VersionsView, VersionView
from generator.model.moments import clock, stated_day
from generator.model.parts import Day, Link
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show.cards import Cards
from generator.publish.show.frame import Frame, page
from generator.publish.weave.body import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Change, Version
    from generator.model.site import Page

Piece = tuple[str, str]
SAME, GONE, COME = "same", "gone", "come"
_LINE_MARKS = re.compile(r"(?:#{1,6} |[-*+>] |\d{1,9}[.)] )+")
_ISLAND = 1  # words between two changes that are read with them
_DIGEST = 12  # letters of a digest that are shown


@dataclass(frozen=True, slots=True)
class _Told:
    """Where links begin, the language of the article, and whether only an excerpt of it is shown."""

    cards: Cards
    language: str
    excerpt: bool


def version_pages(frame: Frame, excerpts: Iterable[str]) -> list[Page]:
    """Return a page for each report of which there are several savings; ``excerpts`` are ids of articles."""
    brief = frozenset(excerpts)
    found = ((a, frame.beside.versions.get(a.id, ())) for a in frame.ledger.corpus.articles)
    return [_page(frame, a, versions, excerpt=a.id in brief) for a, versions in found if versions]


def _page(frame: Frame, article: Article, versions: tuple[Version, ...], *, excerpt: bool) -> Page:
    path = urls.versions(article.id)
    cards = frame.cards(path)
    title = frame.ledger.title(article)[0]
    told, say = _Told(cards, frame.ledger.language(article), excerpt), frame.tongue.say
    about = say("versions.about", title=title, n=len(versions))
    days = _days(cards, [version.day for version in versions])
    pairs = zip(versions, days, strict=True)
    shown = [_version(told, version, day, n) for n, (version, day) in enumerate(pairs, 1)]
    view = VersionsView(
        shell=frame.shell(path, say("versions.title", title=title), about),
        article=Link(title, cards.to(urls.article(article.id)), frame.ledger.title_language(article)),
        outlet=cards.outlet(article),
        versions=tuple(reversed(shown)),
        language=frame.ledger.language(article),
        excerpt=excerpt,
    )
    return page(path, "versions", view)


def _days(cards: Cards, moments: Sequence[str | None]) -> list[Day]:
    """Return the days of savings; of several of one day the time as well, where it is told."""
    zone = cards.ledger.settings.timezone
    days = [cards.day(stated_day(moment, zone)) for moment in moments]
    often = Counter(day.iso for day in days)
    timed = ((day, clock(moment, zone)) for day, moment in zip(days, moments, strict=True))
    return [
        replace(day, words=cards.tongue.row((day.words, time))) if time and often[day.iso] > 1 else day
        for day, time in timed
    ]


def _version(told: _Told, version: Version, day: Day, number: int) -> VersionView:
    changes = tuple(_change(told, change) for change in version.changes)
    kinds = Counter(change.kind for change in changes)
    return VersionView(
        number=number,
        day=day,
        source=version.source,
        digest=version.digest[:_DIGEST],
        summary=phrases.changed(told.cards.tongue, kinds)
        if number > 1
        else told.cards.tongue.say("versions.first"),
        told=version.told,
        changes=changes,
    )


def _change(told: _Told, change: Change) -> ChangeView:
    old, new = (_words(each) for each in (change.old, change.new))
    kind = "altered" if old and new else "came" if new else "went"
    label = phrases.place(told.cards.tongue, change.number)
    if change.withheld:
        return ChangeView(kind, label, ((SAME, new or old),), "", withheld=True)
    pieces = compare(old, new)
    aloud = phrases.changed_aloud(told.cards.tongue.quoting(told.language), pieces)
    if told.excerpt:
        return ChangeView(kind, label, (), "")
    return ChangeView(kind, label, pieces, aloud)


def _words(markdown: str) -> str:
    return plain_words(_LINE_MARKS.sub("", markdown, count=1)).strip()


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return two wordings as one row of pieces: what is the same, what is gone, what has come, in order."""
    ours, theirs = old.split(), new.split()
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    rows = [(tag != "equal", ours[i:j], theirs[k:m]) for tag, i, j, k, m in steps]
    return tuple(_pieces(_joined(rows)))


def _joined(rows: list[tuple[bool, list[str], list[str]]]) -> list[tuple[bool, list[str], list[str]]]:
    """Take a word between two changes for one of them: a text that leaps from word to word is not read."""
    out: list[tuple[bool, list[str], list[str]]] = []
    for n, (differs, gone, come) in enumerate(rows):
        island = not differs and 0 < n < len(rows) - 1 and len(gone) <= _ISLAND
        if out and out[-1][0] and (differs or island):
            out[-1] = (True, out[-1][1] + gone, out[-1][2] + come)
        else:
            out.append((differs, gone, come))
    return out


def _pieces(rows: list[tuple[bool, list[str], list[str]]]) -> Iterator[Piece]:
    for differs, gone, come in rows:
        if not differs:
            yield SAME, " ".join(come)
            continue
        if gone:
            yield GONE, " ".join(gone)
        if come:
            yield COME, " ".join(come)
