"""The pages that look at everything: front page, timeline, index."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Article
from generator.model.backmatter import Chosen, IndexEntry, IndexView
from generator.model.findings import Form
from generator.model.parts import ActorCard, Fact, Link
from generator.model.site import RECORD_KINDS, Page
from generator.model.views import FrontView, TimelineView
from generator.publish.address import urls
from generator.publish.compose.day_pages import told_of
from generator.publish.compose.dossier_page import pdf_of
from generator.publish.phrase import phrases
from generator.publish.show.days import timeline
from generator.publish.show.frame import Frame, page, shortened
from generator.publish.show.pins import as_card, pinned
from generator.publish.show.speaking import speaking
from generator.publish.tally.statements import Statement
from generator.publish.weave.body import desk_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Actor
    from generator.model.parts import ReportCard, StatementCard, Voice
    from generator.model.pictures import TimelineDay
    from generator.publish.phrase.tongue import Tongue
    from generator.publish.show.cards import Cards
    from generator.publish.tally.gather import Belongings

MOST = 6  # statements on the front page beside the lead
ALONE = 4  # statements that one source alone has, on the front page
NEWEST = 12  # reports on the front page
# Of each day on the timeline at most so many statements, reports that tell of it, and reports of it; the rest
# is counted, and stands on the page of the day. Of many days each has one statement, so that all have room:
# of 300 reports on 61 days the page has 146,000 bytes, and had 480,000.
DAY, TOLD, REPORTS = 5, 3, 10
FEW = 20  # days
_CARDS = 12  # actors with a card on the front page; the rest are named
FRONT_DAY = 4  # the same on the front page, for themes that show days with their statements
_LEAD = 5  # words that a statement needs to lead
_DAYS = "heads.days"
_ENTRY = 140  # letters of a statement in the index


def front_page(frame: Frame, intro: str) -> Page:
    """Return the front page; ``intro`` is the desk's own, in Markdown."""
    ledger, cards = frame.ledger, frame.cards(urls.FRONT)
    chosen = pinned(ledger, [ledger.settings.lead] if ledger.settings.lead else ())
    pins = [p for p in pinned(ledger, ledger.settings.pinned) if p not in chosen]
    first = {each.cluster.id for each in (*chosen, *pins) if isinstance(each, Statement)}
    ranked = [s for s in most_reported(ledger.statements) if s.cluster.id not in first]
    lead = chosen[0] if chosen else ranked.pop(0) if ranked else None
    left = {s.cluster.id for s in ranked}
    heard = [a for a in ledger.leading if frame.gathered.actors.said.get(a.id)][:_CARDS]
    met = [a for a in ledger.corpus.actors if _is_met(frame.gathered.actors, a)]
    others = [a for a in (*ledger.leading, *met) if a not in heard]
    articles, counts = ledger.corpus.articles, _counts(frame)
    view = FrontView(
        shell=frame.desk_shell(urls.FRONT, ledger.settings.title, counts),
        span=_span(frame),
        counts=counts,
        intro_html=desk_html(intro, cards.around),
        lead=cards.statement(lead) if isinstance(lead, Statement) else None,
        lead_report=cards.report(lead) if isinstance(lead, Article) else None,
        chosen=bool(chosen),
        pinned=tuple(as_card(cards, each) for each in pins),
        most_reported=cards.statements([s for s in ranked if s.shared][:MOST]),
        alone=cards.statements(_alone(s for s in ledger.statements if s.cluster.id in left)),
        speaking=speaking(cards, ledger.statements),
        actors=tuple(_actor(frame, cards, a) for a in heard),
        others=tuple(_actor(frame, cards, a) for a in dict.fromkeys(others)),
        newest=cards.reports(articles[:NEWEST]),
        days=_front_days(frame, cards),
        undated=sum(1 for day in ledger.days.values() if not day),
        rest=_newest_rest(cards, len(articles)),
        dossier=cards.to(urls.DOSSIER),
        pdf=cards.to(pdf) if (pdf := pdf_of(frame, urls.DOSSIER, ledger.settings.title)) else "",
    )
    return page(urls.FRONT, "front", view)


def _is_met(own: Belongings, actor: Actor) -> bool:
    """Tell whether anybody hears an actor or speaks of it: one that a report only names in passing is not."""
    return any(kept.get(actor.id) for kept in (own.said, own.indirect, own.said_of))


def _counts(frame: Frame) -> str:
    """Return how much there is: "5 reports, 4 outlets, 28 statements"."""
    ledger = frame.ledger
    articles = ledger.corpus.articles
    outlets = {name for a in articles if (name := ledger.outlet_name(a))}
    counted = ((len(articles), "report"), (len(outlets), "outlet"), (len(ledger.statements), "statement"))
    return frame.tongue.counts(counted)


def _span(frame: Frame) -> str:
    """Return the days from the first report to the last, "" where none states its own."""
    stated = sorted(day for day in frame.ledger.days.values() if day)
    return frame.tongue.days(stated[0], stated[-1]) if stated else ""


def _alone(statements: Iterable[Statement]) -> list[Statement]:
    """Return the newest of what one source alone reports that is enough to be read by itself."""
    alone = [s for s in statements if not (s.shared or s.echoes) and s.cluster.speaker]
    return [s for s in alone if len(s.words.split()) >= _LEAD][:ALONE]


def most_reported(statements: Iterable[Statement]) -> list[Statement]:
    """Rank statements by how independently they are reported.

    First by outlets that report by themselves, then by reports, then by a named speaker and enough words to
    stand alone, then by how many wordings there are; of equals the newest.
    """

    def weight(s: Statement) -> tuple[int, int, bool, bool, int]:
        whole = len(s.words.split()) >= _LEAD and s.members[0].quote.form is not Form.HEADLINE
        return s.independent, s.reports, s.cluster.speaker is not None, whole, s.wordings

    return sorted(statements, key=weight, reverse=True)


def _first_of(said: Sequence[Statement], most: int) -> list[Statement]:
    """Put those first that are reported most, but in their order, for one may go on from another."""
    chosen = {s.cluster.id for s in most_reported(said)[:most]}
    return sorted(said, key=lambda s: s.cluster.id not in chosen)


def _actor(frame: Frame, cards: Cards, actor: Actor) -> ActorCard:
    own = frame.gathered.actors
    said = own.said.get(actor.id, [])
    last = cards.statement(said[0]) if said else None
    return ActorCard(
        voice=cards.actor(actor),
        kind=actor.kind,
        said=len(said),
        said_of=len(own.said_of.get(actor.id, [])),
        last=last,
        reported=len(own.indirect.get(actor.id, [])),
    )


def _front_days(frame: Frame, cards: Cards) -> tuple[TimelineDay, ...]:
    """Return the days, each with what most report of it first; what else it has is counted."""
    gathered = frame.gathered
    made = timeline(cards, gathered.reports, gathered.days, 0)
    first = {iso: _first_of(said, FRONT_DAY)[:FRONT_DAY] for iso, said in gathered.days.items()}
    return tuple(
        replace(
            day,
            reports=(),
            statements=cards.statements(first.get(day.day.iso, ())),
            more=_counts_of(frame, day.day.iso),
        )
        for day in made
    )


def _newest_rest(cards: Cards, reports: int) -> tuple[Fact, ...]:
    if reports <= NEWEST:
        return ()
    left = cards.tongue.count("further-report", reports - NEWEST)
    return (Fact(cards.tongue.say("front.newest"), left, cards.to(urls.TIMELINE)),)


def timeline_page(frame: Frame) -> Page:
    """Return the timeline."""
    cards = frame.cards(urls.TIMELINE)
    gathered = frame.gathered
    undated = gathered.reports.get("", [])
    told = frame.ledger.told
    first = {day: _first_of(said, DAY) for day, said in gathered.days.items()}
    few = len({*gathered.reports, *gathered.days}) <= FEW
    days = timeline(cards, gathered.reports, first, DAY if few else 1)
    shown = {day.day.iso for day in days}
    view = TimelineView(
        shell=frame.shell(urls.TIMELINE, frame.tongue.say("nav.timeline"), _span(frame)),
        days=tuple(
            replace(
                day,
                told=told_of(frame, cards, told.get(day.day.iso, ()))[: TOLD * few],
                reports=day.reports[: REPORTS * few],
            )
            for day in days
        ),
        undated=cards.reports(undated),
        fully=few,
        far=tuple(Link(frame.tongue.day(iso), cards.day(iso).href) for iso in told if iso not in shown),
    )
    return page(urls.TIMELINE, "timeline", view)


def index_page(frame: Frame) -> Page:
    """Return the index of everything, which is the search without a script."""
    cards, ledger = frame.cards(urls.SEARCH), frame.ledger
    tongue = frame.tongue
    say, count, row = tongue.say, tongue.count, tongue.row
    people = ((cards.person(p), frame.gathered.people.has(p.id)) for p in ledger.corpus.people)
    actors = [(cards.actor(a), a.kind) for a in ledger.corpus.actors]
    outlets = ((o, len(frame.gathered.outlets.reports.get(o.id, ()))) for o in ledger.corpus.outlets)
    reports = map(cards.report, ledger.corpus.articles)
    statements = map(cards.statement, ledger.statements)
    days = map(cards.day, ledger.calendar)
    sections = (
        ("heads.people", [_of_person(tongue, v, named=named) for v, named in people]),
        ("heads.actors", [IndexEntry(v.name, v.href, tongue.named("kind", kind)) for v, kind in actors]),
        (
            "heads.outlets",
            [IndexEntry(o.name, cards.to(urls.outlet(o.id)), count("report", n)) for o, n in outlets],
        ),
        (_DAYS, [IndexEntry(d.words, d.href, _counts_of(frame, d.iso)) for d in days]),
        (
            "heads.reports",
            [IndexEntry(r.title, r.href, _told_of(frame, r), r.language) for r in reports],
        ),
        (
            "heads.statements",
            [_statement(frame, card) for card in statements],
        ),
    )
    made = tuple((say(key), _in_order(key, rows)) for key, rows in sections if rows)
    view = IndexView(
        shell=frame.shell(urls.SEARCH, say("nav.index"), row(heading for heading, _ in made)),
        sections=made,
        words=_chosen(frame, cards) if frame.beside.words else None,
    )
    return page(urls.SEARCH, "index-of", view)


def _of_person(tongue: Tongue, voice: Voice, *, named: bool) -> IndexEntry:
    role = tongue.spoken(voice.role, voice.role_language)
    told = (role, voice.actor, "" if named else tongue.say("voice.desk-only"))
    return IndexEntry(voice.name, voice.href, tongue.row(filter(None, told)))


def _statement(frame: Frame, card: StatementCard) -> IndexEntry:
    day = card.day.words
    when = phrases.when(frame.tongue, day, told=card.told) if card.day.iso else day
    told = frame.tongue.row((card.voice.name, when))
    return IndexEntry(shortened(card.words, _ENTRY), card.href, told, card.language)


def _told_of(frame: Frame, report: ReportCard) -> str:
    return frame.tongue.row(filter(None, (report.outlet.text if report.outlet else "", report.day.words)))


def _in_order(key: str, rows: list[IndexEntry]) -> tuple[IndexEntry, ...]:
    return tuple(rows if key == _DAYS else sorted(rows, key=_alphabetical))


def _counts_of(frame: Frame, iso: str) -> str:
    said, reports = frame.gathered.days.get(iso, ()), frame.gathered.reports.get(iso, ())
    return frame.tongue.counts(((len(said), "statement"), (len(reports), "report")))


def _chosen(frame: Frame, cards: Cards) -> Chosen:
    """Return what a search of all words can be narrowed to: what something is of."""
    corpus, gathered = frame.ledger.corpus, frame.gathered
    outlets = ((o.id, o.name) for o in corpus.outlets if o.id in gathered.outlets.reports)
    return Chosen(
        kinds=RECORD_KINDS,
        actors=tuple(sorted(((a.id, a.name) for a in corpus.actors), key=_by_name)),
        outlets=tuple(sorted(outlets, key=_by_name)),
        days=tuple((iso, cards.day(iso).words) for iso in frame.ledger.calendar),
    )


def _by_name(pair: tuple[str, str]) -> tuple[str, str, str]:
    return _alphabetical(IndexEntry(pair[1], pair[0], ""))


def _alphabetical(entry: IndexEntry) -> tuple[str, str, str]:
    bare = unicodedata.normalize("NFKD", entry.text)
    letters = "".join(c for c in bare if c.isalnum() or c.isspace())
    return letters.casefold().strip(), entry.text, entry.href
