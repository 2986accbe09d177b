"""The pages of actors and of people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.parts import DayGroup, Fact, Link, OutletRow, PersonRow, SpeakerGroup
from generator.model.views import ActorView, PersonView
from generator.publish.address import urls
from generator.publish.compose.dossier_page import actor_pdf, has_dossier
from generator.publish.compose.long_lists import REPORTS, SPOKEN, LongLists, Named
from generator.publish.phrase import phrases
from generator.publish.show.coverage import coverage
from generator.publish.show.frame import FULL, Frame, page
from generator.publish.show.hearing import hearing
from generator.publish.show.pins import ranks
from generator.publish.tally.gather import by_outlet
from generator.publish.weave.body import desk_html

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.corpus import Actor, Person
    from generator.model.parts import StatementCard, Voice
    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement


_LAST = 1_000_000  # the rank of what is not pinned


def actor_pages(frame: Frame) -> list[Page]:
    """Return the page of every actor."""
    return [page for actor in frame.ledger.corpus.actors for page in _actor(frame, actor)]


def person_pages(frame: Frame) -> list[Page]:
    """Return the page of every person."""
    return [page for person in frame.ledger.corpus.people for page in _person(frame, person)]


def rest(cards: Cards, lists: Sequence[tuple[str, int, str, str]]) -> tuple[Fact, ...]:
    """Count what long lists leave out, given as label, length, noun and kind of data."""
    return tuple(
        Fact(label, cards.tongue.count(f"further-{noun}", n - FULL), cards.to(urls.data(kind)))
        for label, n, noun, kind in lists
        if n > FULL
    )


def outlet_rows(
    frame: Frame, cards: Cards, said: Sequence[Statement], indirect: Sequence[Shown]
) -> tuple[OutletRow, ...]:
    """Return how much each outlet has of these statements."""
    rows = ((cards.outlet(s.article), s) for s in by_outlet(frame.ledger, said, indirect))
    return tuple(OutletRow(link, s.statements, s.reports, s.reported, s.alone) for link, s in rows if link)


def _actor(frame: Frame, actor: Actor) -> list[Page]:
    path = urls.actor(actor.id)
    cards, own, say = frame.cards(path), frame.gathered.actors, frame.tongue.say
    said, indirect = own.said.get(actor.id, []), own.indirect.get(actor.id, [])
    first = ranks(frame.ledger)
    # What is reported independently leads, in it what the desk pinned; of equals the newest comes first.
    said = sorted(said, key=lambda s: (not s.shared, first.get(s.cluster.id, _LAST), -s.independent))
    of, reports = own.said_of.get(actor.id, []), own.reports.get(actor.id, [])
    lists = LongLists(frame, path, actor.name)
    spoken, further_spoken = lists.spoken(_spoken(say), indirect)
    shown, further = lists.reports(Named(REPORTS, say("heads.reports")), reports)
    feed = Link(say("feed.actor", name=actor.name), cards.to(urls.actor_feed(actor.id)))
    view = ActorView(
        shell=frame.shell(
            path, actor.name, say("voice.about-actor", name=actor.name, n=len(said), of=len(of)), feed
        ),
        voice=cards.actor(actor),
        kind=actor.kind,
        aliases=actor.aliases,
        draft=actor.draft,
        intro_html=desk_html(actor.intro, cards.around),
        said=cards.statements(said[:FULL]),
        shared=sum(s.shared for s in said[:FULL]),
        independently=all(s.independent > 1 for s in said[:FULL] if s.shared),
        reported_speech=spoken,
        said_of=cards.statements(of[:FULL]),
        people=_people(frame, cards, actor),
        heard=hearing(cards, frame.gathered, said, of),
        outlets=outlet_rows(frame, cards, said, indirect),
        reports=shown,
        rest=_rest(cards, said, indirect, of, reports=reports),
        alone=groups(cards, [s for s in said[:FULL] if not s.shared]),
        of_it=groups(cards, of[:FULL], by_actor=True),
        coverage=coverage(cards, said),
        corrected=frame.corrected_of(path),
        further_reports=further,
        further_spoken=further_spoken,
    )
    if has_dossier(frame, actor):
        pdf = actor_pdf(frame, actor)
        view = replace(view, dossier=cards.to(urls.actor_dossier(actor.id)), pdf=cards.to(pdf) if pdf else "")
    return [page(path, "actor", view), *lists.pages]


def _spoken(say: Callable[..., str]) -> Named:
    return Named(SPOKEN, say("voice.in-others-words"), say("voice.reported-speech-says"))


def _rest(cards: Cards, *said: Sequence[object], reports: Sequence[object]) -> tuple[Fact, ...]:
    say = cards.tongue.say
    labels = (
        (say("voice.said"), "statement", "clusters"),
        (say("voice.reported-speech"), "statement", "quotes"),
        (say("voice.said-of"), "statement", "clusters"),
        (say("heads.reports"), "report", "articles"),
    )
    lists = zip(labels, (*said, reports), strict=True)
    return rest(cards, [(label, len(inside), noun, kind) for (label, noun, kind), inside in lists])


def groups(
    cards: Cards, statements: Sequence[Statement], *, by_actor: bool = False
) -> tuple[SpeakerGroup, ...]:
    """Group statements by who says them, or for whom: who says most comes first, those unnamed last."""
    found: dict[tuple[str, str], tuple[Voice, list[StatementCard]]] = {}
    for statement in statements:
        card = cards.statement(statement)
        actor = cards.ledger.actors.get(statement.cluster.actor or "") if by_actor else None
        voice = cards.actor(actor) if actor else card.voice
        found.setdefault((voice.name, voice.href), (voice, []))[1].append(card)
    ranked = sorted(found.values(), key=lambda group: (not group[0].known, -len(group[1])))
    return tuple(SpeakerGroup(voice, tuple(said)) for voice, said in ranked)


def by_day(cards: Cards, statements: Sequence[Statement]) -> tuple[DayGroup, ...]:
    """Group statements by the day on which they were said, in their order."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.day, []).append(statement)
    return tuple(DayGroup(cards.day(day), cards.statements(said)) for day, said in found.items())


def _people(frame: Frame, cards: Cards, actor: Actor) -> tuple[PersonRow, ...]:
    """List who spoke for an actor or has an office with it, by how much they said."""
    own = frame.gathered.people
    said = Counter(s.cluster.person for s in frame.gathered.actors.said.get(actor.id, []))
    reported = Counter(
        s.quote.speaker.person for s in frame.gathered.actors.indirect.get(actor.id, []) if s.quote.speaker
    )
    rows = []
    for person in frame.ledger.corpus.people:
        ours = person.actor == actor.id
        if said[person.id] or (
            ours and (person.offices or own.said.get(person.id) or own.indirect.get(person.id))
        ):
            rows.append(
                PersonRow(
                    cards.person(person),
                    said[person.id],
                    reported[person.id],
                    _offices(frame, person),
                    own.has(person.id),
                )
            )
    return tuple(sorted(rows, key=lambda row: (-row.said, row.voice.name)))


def _offices(frame: Frame, person: Person) -> tuple[str, ...]:
    tongue, told = frame.tongue, ((o, frame.ledger.role_language(o)) for o in person.offices)
    return tuple(phrases.office(tongue, tongue.spoken(o.role, its), (o.since, o.until)) for o, its in told)


def _person(frame: Frame, person: Person) -> list[Page]:
    path = urls.person(person.id)
    cards, own, say = frame.cards(path), frame.gathered.people, frame.tongue.say
    said, indirect = own.said.get(person.id, []), own.indirect.get(person.id, [])
    first = ranks(frame.ledger)
    said = sorted(said, key=lambda s: first.get(s.cluster.id, _LAST))
    pinned = [s for s in said[:FULL] if s.cluster.id in first]
    reports = own.reports.get(person.id, [])
    lists = LongLists(frame, path, person.name)
    spoken, further_spoken = lists.spoken(_spoken(say), indirect)
    shown, further = lists.reports(Named(REPORTS, say("heads.reports")), reports)
    about = say("voice.about-person", name=person.name, n=len(said))
    view = PersonView(
        shell=frame.shell(path, person.name, about if own.has(person.id) else say("voice.desk-only")),
        named=own.has(person.id),
        voice=cards.person(person),
        aliases=person.aliases,
        draft=person.draft,
        offices=_offices(frame, person),
        intro_html=desk_html(person.intro, cards.around),
        said=cards.statements(said[:FULL]),
        reported_speech=spoken,
        outlets=outlet_rows(frame, cards, said, indirect),
        reports=shown,
        rest=rest(
            cards,
            (
                (say("voice.said"), len(said), "statement", "clusters"),
                (say("voice.reported-speech"), len(indirect), "statement", "quotes"),
                (say("heads.reports"), len(reports), "report", "articles"),
            ),
        ),
        heard=hearing(cards, frame.gathered, said),
        pinned=cards.statements(pinned),
        by_day=by_day(cards, said[len(pinned) : FULL]),
        corrected=frame.corrected_of(path),
        further_reports=further,
        further_spoken=further_spoken,
    )
    return [page(path, "person", view), *lists.pages]
