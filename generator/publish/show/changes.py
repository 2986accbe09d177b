"""What the desk corrected, once for all pages: which page each correction touches, and since which day.

A correction stands on the pages of its report and its statement, and with the others on one page. A dated
one is told in public: it stands on the pages of who spoke and who had been taken for the speaker as well, of
whom they speak for, and of the outlet; these pages, and no others, are of that day from then on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model.article import Article
from generator.model.findings import Form
from generator.model.parts import CorrectedRow, Link
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.phrase.tongue import joined
from generator.publish.show.noting import reads
from generator.publish.weave.body import plain_words
from generator.publish.weave.links import WIKI

if TYPE_CHECKING:
    from generator.model.article import Change, Correction
    from generator.model.corpus import Note
    from generator.model.findings import Quote
    from generator.publish.show.cards import Cards
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.statements import Statement

_CORRECTION = "correction"  # the kind of a note that corrects


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction as readers are told of it, under its address on the page of all.

    ``anchor`` is its place on the report's page; ``words`` are those corrected, "" where they are withheld;
    ``brief`` tells the change without any of them; ``reason`` is ``why`` as it stands in a sentence of the
    site's; ``day`` is its date in words; ``touched`` are the paths of the pages that it changes.
    """

    id: str
    article: Article
    quote: str
    anchor: str
    words: str
    change: str
    brief: str
    why: str
    reason: str
    date: str
    day: str
    touched: frozenset[str]

    @property
    def told(self) -> str:
        """Return what was found, what the desk says, why and since when, on one line."""
        told = phrases.with_reason(self.change, self.reason)
        return joined(". ", (told.rstrip("."), self.day)) if self.date else told


@dataclass(frozen=True, slots=True)
class Changes:
    """All corrections, those of the last day first and the undated last; those on each page; by quote."""

    entries: tuple[Entry, ...] = ()
    on: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    of: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def dated(self) -> tuple[Entry, ...]:
        """Return those that are told in public."""
        return tuple(e for e in self.entries if e.date)

    def since(self, path: str) -> str:
        """Return the day of the last correction that changed the page at ``path``, "" where there is none."""
        if path == urls.CORRECTIONS:
            return max((e.date for e in self.entries), default="")
        return max((e.date for e in self.on.get(path, ())), default="")

    def told_of(self, quote: str) -> str:
        """Return what was corrected of a quote, "" where nothing was."""
        return joined(" ", (joined("", (e.told.rstrip("."), ".")) for e in self.of.get(quote, ())))


def open_changes(ledger: Ledger) -> Changes:
    """Return what was corrected in the articles of the corpus, and the notes that correct."""
    made = [_changed(ledger, a, change) for a in ledger.corpus.articles for change in a.changes]
    made += [_noted(ledger, n) for n in ledger.corpus.notes if n.kind == _CORRECTION]
    entries = tuple(sorted(_told_apart(made), key=lambda e: e.date, reverse=True))
    on: dict[str, tuple[Entry, ...]] = {}
    of: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for path in entry.touched:
            on[path] = (*on.get(path, ()), entry)
        if entry.quote:
            of[entry.quote] = (*of.get(entry.quote, ()), entry)
    return Changes(entries, on, of)


def _told_apart(made: Iterable[Entry]) -> Iterable[Entry]:
    """Yield corrections with ids of their own: of several of one passage and day the later are numbered."""
    met: Counter[str] = Counter()
    for entry in made:
        met[entry.id] += 1
        yield entry if met[entry.id] == 1 else replace(entry, id=f"{entry.id}-{met[entry.id]}")


def rows(entries: Iterable[Entry], cards: Cards, *, brief: bool = False) -> tuple[CorrectedRow, ...]:
    """Return corrections as they stand in a list; ``brief`` without the words that they are about."""
    return tuple(
        CorrectedRow(
            id=e.id,
            article=Link(
                cards.ledger.title(e.article)[0],
                cards.to(urls.article(e.article.id), e.anchor),
                cards.ledger.title_language(e.article),
            ),
            outlet=cards.ledger.outlet_name(e.article),
            quoted="" if brief else e.words,
            language=cards.ledger.language(e.article),
            change=e.brief if brief else e.change,
            why=e.why,
            day=cards.day(e.date),
        )
        for e in entries
    )


def _changed(ledger: Ledger, article: Article, change: Change) -> Entry:
    correction, before = change.correction, change.before
    after = next((q for q in article.quotes if q.id == change.quote), None)
    withheld = correction.hidden or (after is not None and after.hidden)
    known = after or before
    words = known.text if known else correction.at.exact
    marked = withheld or any(s.quote.id == change.quote for s in ledger.shown[article.id])
    told = [_both(ledger.tongue.say("corrected.hidden"))]
    if not withheld:
        quoting = replace(ledger, tongue=ledger.tongue.quoting(ledger.language(article)))
        told = _told(quoting, change, after, ledger.days[article.id])
    return Entry(
        id=_ident(change.quote, correction.date),
        article=article,
        quote=change.quote,
        anchor=change.quote if marked else "",
        words="" if withheld else plain_words(words).rstrip(" ,"),
        change=joined(". ", (full for full, _ in told)),
        brief=joined(". ", (short for _, short in told)),
        why=correction.why or "",
        reason=_reason(ledger, correction.why or ""),
        date=correction.date or "",
        day=ledger.tongue.day(correction.date or ""),
        touched=_touched(ledger, article, correction.date, [q for q in (before, after) if q]),
    )


def _reason(ledger: Ledger, why: str) -> str:
    return ledger.tongue.spoken(ledger.tongue.capital(why.rstrip(".")), ledger.settings.language)


def _ident(of: str, date: str | None) -> str:
    return "-".join(("c", of, *([date] if date else [])))


def _told(ledger: Ledger, change: Change, after: Quote | None, reported: str) -> list[tuple[str, str]]:
    """Tell what was found and what the desk says, with the words that it is about and without them.

    ``reported`` is the day of the report, on which a quotation was said where nothing tells another.
    """
    correction, before, tongue = change.correction, change.before, ledger.tongue
    if correction.quote is False:
        found = tongue.given(before.speaker.name or "") if before and before.speaker else None
        return [_both(phrases.no_statement(tongue, found))]
    told = []
    if before is None or (before.form is Form.SCARE and after is not None and after.form is not Form.SCARE):
        found = tongue.say("corrected.no-quotation" if before is None else "corrected.in-marks")
        told.append(_both(phrases.corrected(tongue, "found", found, tongue.say("corrected.a-statement"))))
    if correction.speaker or correction.actor:
        told.append(_both(_voiced(ledger, correction, before)))
    if correction.extent and before and after:
        now, had = (tongue.quoted(plain_words(q.text).rstrip(" ,")) for q in (after, before))
        brief = tongue.say("corrected.extent-brief")
        whole = phrases.corrected(tongue, "extent", had, now) if before.text and after.text else brief
        told.append((whole, brief))
    if correction.day:
        had = tongue.day((before and before.said_on) or reported)
        told.append(_both(phrases.corrected(tongue, "day", had, tongue.day(correction.day))))
    told += [_both(p) for p in _paired(ledger, correction.same_statement, correction.not_same_statement)]
    return told or [_both(tongue.say("corrected.checked"))]


def _both(words: str) -> tuple[str, str]:
    return words, words


def _voiced(ledger: Ledger, correction: Correction, before: Quote | None) -> str:
    """Tell who was found to speak and who does, each with whom they speak for where that is another."""
    found = before.speaker if before else None
    tongue, nobody = ledger.tongue, ledger.tongue.say("corrected.nobody")
    ids = (correction.actor, found.actor if found else None)
    now, had = (actor.name if (actor := ledger.actors.get(i or "")) else i or "" for i in ids)
    if not correction.speaker:
        return phrases.corrected(tongue, "actor", had or nobody, now)
    names = [correction.speaker, tongue.given((found and found.name) or "")]
    if now and now != had:
        names = [
            tongue.row((n, a)) if n and a and n != a else n for n, a in zip(names, (now, had), strict=True)
        ]
    return phrases.corrected(tongue, "speaker", names[1] or nobody, names[0])


def _paired(ledger: Ledger, same: Iterable[str], other: Iterable[str]) -> Iterable[str]:
    """Tell of the statements that were joined with this one, or parted from it, by their reports."""
    for ids, key in ((same, "corrected.joined"), (other, "corrected.parted")):
        quotes = (ledger.quotes.get(ident) for ident in ids)
        if found := [_called(ledger, q.article) for q in quotes if q]:
            yield ledger.tongue.say(key, outlets=ledger.tongue.listed(list(dict.fromkeys(found))))


def _called(ledger: Ledger, article: Article) -> str:
    title = ledger.tongue.spoken(ledger.title(article)[0], ledger.title_language(article))
    return ledger.outlet_name(article) or title


def _noted(ledger: Ledger, note: Note) -> Entry:
    article = ledger.articles[note.article]
    words = plain_words(note.span.of(article.text)) if note.span else ""
    quotes = [
        s.quote
        for s in ledger.shown[article.id]
        if note.span and any(part.shared(note.span) for part in s.quote.parts)
    ]
    named = {key: name for key, (name, _) in ledger.named.items()}
    body = " ".join(WIKI.sub(lambda m: m[2] or named.get(m[1].strip(), m[1]), note.body).split())
    brief = ledger.tongue.say("corrected.noted")
    return Entry(
        id=_ident(note.id, note.date),
        article=article,
        quote="",
        anchor=_place_of(article, note),
        words=words,
        change=reads(ledger, note) or brief,
        brief=brief,
        why=plain_words(body),
        reason=_reason(ledger, plain_words(body)),
        date=note.date or "",
        day=ledger.tongue.day(note.date or ""),
        touched=_touched(ledger, article, note.date, quotes),
    )


def _place_of(article: Article, note: Note) -> str:
    """Return a note's place on the page of its report: its passage, or its own where that is not shown."""
    if note.span is None:
        return ""
    shown = any(block.span.holds(note.span) for block in article.blocks)
    return f"{'at' if shown else 'n'}-{note.id}"


def _touched(ledger: Ledger, article: Article, date: str | None, quotes: list[Quote]) -> frozenset[str]:
    statements = [s for q in quotes if (s := ledger.statement_of.get(q.id))]
    near = {urls.article(article.id), *(urls.statement(s.cluster.id) for s in statements)}
    if not date:
        return frozenset(near)
    outlet = ledger.outlets.get(article.id)
    far = {urls.outlet(outlet.id)} if outlet else set()
    for person, actor in _voices(quotes, statements):
        far |= {urls.person(person)} if person in ledger.people else set()
        far |= {urls.actor(actor)} if actor in ledger.actors else set()
    return frozenset(near | far)


def _voices(quotes: Iterable[Quote], statements: Iterable[Statement]) -> Iterable[tuple[str, str]]:
    """Yield who speaks, by an editor's word or as was found: person and actor."""
    for speaker in (s for q in quotes for s in (q.speaker, q.found) if s):
        yield speaker.person or "", speaker.actor or ""
    for cluster in (s.cluster for s in statements):
        yield cluster.person or "", cluster.actor or ""
