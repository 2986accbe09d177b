"""What recurs on many pages: voices, statements and reports as cards, made once for each depth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model.findings import Form
from generator.model.parts import Day, Link, ReportCard, StatementCard, Voice
from generator.publish.address import urls
from generator.publish.draw.signs import hues, signs
from generator.publish.phrase import phrases
from generator.publish.show.wordings import Nearest, nearest
from generator.publish.tally.ledger import READ_LANGUAGE, Ledger
from generator.publish.tally.statements import Statement
from generator.publish.weave.asides import has_public_notes
from generator.publish.weave.links import Around
from generator.publish.weave.sentence import place, sentence, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Actor, Office, Person
    from generator.model.findings import Speaker
    from generator.publish.phrase.tongue import Tongue
    from generator.publish.tally.shown import Shown


@dataclass(slots=True)
class Cards:
    """Cards whose links begin at one ``root``; each is made once."""

    ledger: Ledger
    root: str
    hues: dict[str, int] = field(init=False)
    signs: dict[str, str] = field(init=False)
    nobody: Voice = field(init=False)  # of a quotation without a speaker
    leading: tuple[Voice, ...] = field(init=False)
    has_notes: bool = field(init=False)
    nav: tuple[Link, ...] = field(init=False)
    calendar: frozenset[str] = field(init=False)
    _voices: dict[tuple[str | None, str | None, str | None, str], Voice] = field(default_factory=dict)
    _statements: dict[str, StatementCard] = field(default_factory=dict)
    _nearest: dict[str, tuple[Statement, dict[str, Nearest]]] = field(default_factory=dict)
    _passages: dict[str, str] = field(default_factory=dict)
    _reports: dict[str, ReportCard] = field(default_factory=dict)
    _alone: dict[str, StatementCard] = field(default_factory=dict)
    _days: dict[str, Day] = field(default_factory=dict)
    _outlets: dict[str, Link] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take colours and signs from the order of the actors."""
        self.hues = hues(self.ledger.corpus.actors)
        self.signs = signs(self.ledger.corpus.actors, self.ledger.settings.actors)
        say = self.tongue.say
        self.nobody = Voice(
            name=say("unnamed"), href="", known=False, actor="", actor_href="", sign="", hue=0
        )
        self.leading = tuple(map(self.actor, self.ledger.leading))
        self.calendar = frozenset(self.ledger.calendar)
        self.has_notes = has_public_notes(self.ledger.corpus)
        self.nav = (
            Link(say("nav.timeline"), self.to(urls.TIMELINE)),
            Link(say("nav.index"), self.to(urls.SEARCH)),
            Link(say("nav.corrections"), self.to(urls.CORRECTIONS)),
            *((Link(say("nav.notes"), self.to(urls.NOTES)),) if self.has_notes else ()),
            Link(say("nav.about"), self.to(urls.ABOUT)),
        )

    @property
    def tongue(self) -> Tongue:
        """Return the language of the site."""
        return self.ledger.tongue

    @property
    def around(self) -> Around:
        """Return what the desk's Markdown stands among."""
        desk = self.ledger.settings.language
        return Around(self.resolve, self.tongue, desk, desk)

    def to(self, path: str, anchor: str = "") -> str:
        """Return the link to ``path``."""
        return urls.address(self.root, path, anchor)

    def passage(self, shown: Shown) -> str:
        """Return the link to a quote in its article."""
        found = self._passages.get(shown.quote.id)
        if found is None:
            found = self.to(urls.article(shown.article.id), shown.quote.id)
            self._passages[shown.quote.id] = found
        return found

    def day(self, iso: str) -> Day:
        """Return a day as a machine and as an editor writes it, with its page where it has one."""
        found = self._days.get(iso)
        if found is None:
            href = self.to(urls.day_page(iso)) if iso in self.calendar else ""
            found = self._days[iso] = Day(iso, self.tongue.day(iso), href)
        return found

    def resolve(self, key: str) -> Link | None:
        """Return the link that an id between double brackets stands for."""
        ledger = self.ledger
        if named := ledger.named.get(key):
            return Link(named[0], self.to(named[1]))
        if statement := ledger.by_id.get(key) or ledger.by_id.get(dict(ledger.corpus.moved).get(key, "")):
            where = self.to(urls.statement(statement.cluster.id))
            return self._quoted(statement.members[0], where)
        if shown := ledger.quotes.get(key):
            marked = any(one.quote.id == key for one in ledger.shown[shown.article.id])
            where = self.passage(shown) if marked else self.to(urls.article(shown.article.id))
            return self._quoted(shown, where)
        if article := ledger.articles.get(key):
            return Link(ledger.title(article)[0], self.to(urls.article(key)), ledger.title_language(article))
        return None

    def _quoted(self, shown: Shown, where: str) -> Link:
        return Link(self.tongue.quoted(shown.words), where, self.ledger.language(shown.article))

    def actor(self, actor: Actor) -> Voice:
        """Return an actor as the voice it speaks with."""
        return Voice(
            name=actor.name,
            href=self.to(urls.actor(actor.id)),
            known=True,
            actor=actor.name,
            actor_href=self.to(urls.actor(actor.id)),
            sign=self.signs[actor.id],
            hue=self.hues[actor.id],
        )

    def actors(self, keys: Iterable[str]) -> tuple[Voice, ...]:
        """Return the voices of the actors with these ids."""
        return tuple(self.actor(self.ledger.actors[key]) for key in keys)

    def person(self, person: Person, day: str = "") -> Voice:
        """Return a person as a voice, with the office held on ``day``."""
        return self.voice(person.name, person.id, person.actor, day)

    def speaker(self, speaker: Speaker | None, day: str) -> Voice:
        """Return the voice of one quote."""
        return self.voice(speaker.name, speaker.person, speaker.actor, day) if speaker else self.nobody

    def in_report(self, shown: Shown, day: str) -> Voice:
        """Return the voice of one quote; a name that only its report has is in the language of that."""
        return self._named_by(shown.article, self.speaker(shown.quote.speaker, day))

    def _named_by(self, article: Article, voice: Voice) -> Voice:
        return replace(voice, language=self.ledger.language(article)) if voice.language else voice

    def voice(self, name: str | None, person: str | None, actor: str | None, day: str) -> Voice:
        """Return the voice of name, person, actor and day.

        That is the person by name and office, else the actor, else the name that the article has.
        """
        key = (name, person, actor, day)
        found = self._voices.get(key)
        if found is None:
            found = self._voices[key] = self._voice(*key)
        return found

    def _voice(self, name: str | None, person: str | None, actor: str | None, day: str) -> Voice:
        known = self.ledger.people.get(person or "")
        group = self.ledger.actors.get(actor or "")
        if not (name or known or group):
            return self.nobody
        if group and not known and (not name or name.casefold() in _names(group)):
            return self.actor(group)
        office = office_on(known, day) if known else None
        return Voice(
            name=known.name if known else name or "",
            href=self._home(known, group),
            known=True,
            actor=group.name if group else "",
            actor_href=self.to(urls.actor(group.id)) if group else "",
            sign=self.signs[group.id] if group else "",
            hue=self.hues[group.id] if group else 0,
            role=office.role if office else "",
            role_language=self.ledger.role_language(office) if office else "",
            language="" if known or not name else READ_LANGUAGE,
        )

    def _home(self, person: Person | None, actor: Actor | None) -> str:
        if person:
            return self.to(urls.person(person.id))
        return self.to(urls.actor(actor.id)) if actor else ""

    def of(self, statement: Statement) -> Voice:
        """Return the voice of a statement."""
        cluster = statement.cluster
        voice = self.voice(cluster.speaker, cluster.person, cluster.actor, statement.day)
        return self._named_by(statement.members[0].article, voice)

    def statement(self, statement: Statement) -> StatementCard:
        """Return a statement as it stands in a list."""
        card = self._statements.get(statement.cluster.id)
        if card is None:
            newest = max(statement.members, key=lambda m: self.ledger.appeared(m.article)[1:])
            card = self._statements[statement.cluster.id] = StatementCard(
                words=statement.words,
                href=self.to(urls.statement(statement.cluster.id)),
                passage=self.passage(newest),
                form=statement.members[0].quote.form,
                voice=self.of(statement),
                day=self.day(statement.day),
                outlets=statement.outlets,
                reported=statement.reported,
                language=self.ledger.language(statement.members[0].article),
                within=within(statement.members[0]),
                told=statement.saying.told,
                echoes=tuple(map(self.ledger.outlet_name, statement.echoes)),
            )
        return card

    def statements(self, statements: Iterable[Statement]) -> tuple[StatementCard, ...]:
        """Return statements as they stand in a list."""
        return tuple(map(self.statement, statements))

    def nearest(self, statement: Statement) -> dict[str, Nearest]:
        """Return by outlet what it has of a statement that is nearest to the fullest wording."""
        held = self._nearest.get(statement.cluster.id)
        if held is None or held[0] is not statement:
            held = statement, nearest(statement, self.ledger.outlet_name)
            self._nearest[statement.cluster.id] = held
        return held[1]

    def alone(self, shown: Shown) -> StatementCard:
        """Return a quote that belongs to no statement, reported speech, as it stands in a list."""
        card = self._alone.get(shown.quote.id)
        if card is None:
            card = self._alone[shown.quote.id] = self._reported(shown)
        return card

    def _reported(self, shown: Shown) -> StatementCard:
        day = self.ledger.said_on(shown)
        outlet = self.ledger.outlet_name(shown.article)
        return StatementCard(
            words=shown.words,
            href=self.passage(shown),
            passage=self.passage(shown),
            form=shown.quote.form,
            voice=self.in_report(shown, day),
            day=self.day(day),
            outlets=(outlet,) if outlet else (),
            reported=phrases.reported(self.tongue, (1 if outlet else 0, 1), 1),
            language=self.ledger.language(shown.article),
            within=within(shown),
            told=shown.quote.said_on is not None,
        )

    def spoken(self, lot: Iterable[Shown]) -> tuple[StatementCard, ...]:
        """Return reported speech as it stands in a list: a sentence that is shown is shown once.

        All that its speaker says in it is marked there.
        """
        found: dict[object, list[Shown]] = {}
        for one in lot:
            span = place(one)
            key = (one.article.id, span, self.in_report(one, "")) if span else one.quote.id
            found.setdefault(key, []).append(one)
        return tuple(card for inside in found.values() for card in self._in_one(inside))

    def _in_one(self, inside: Sequence[Shown]) -> Iterable[StatementCard]:
        if len({one.quote.id for one in inside}) == 1 or not any(map(within, inside)):
            return map(self.alone, inside)
        first = self.alone(inside[0])
        words = f" {phrases.ELLIPSIS} ".join(one.words for one in inside)
        return (replace(first, words=words, within=sentence(*inside), phrases=len(inside)),)

    def outlet(self, article: Article) -> Link | None:
        """Return the link to the outlet of an article, without an address where it has no page."""
        outlet = self.ledger.outlets.get(article.id)
        if outlet:
            found = self._outlets.get(outlet.id)
            if found is None:
                found = self._outlets[outlet.id] = Link(outlet.name, self.to(urls.outlet(outlet.id)))
            return found
        return Link(article.front.outlet, "") if article.front.outlet else None

    def report(self, article: Article) -> ReportCard:
        """Return a report as it stands in a list."""
        card = self._reports.get(article.id)
        if card is None:
            ledger = self.ledger
            title, made = ledger.title(article)
            shown = ledger.shown[article.id]
            speaking = {s.quote.speaker.actor for s in shown if s.quote.speaker}
            card = self._reports[article.id] = ReportCard(
                title=title,
                language=ledger.title_language(article),
                own_language=ledger.language(article),
                made=made,
                own=ledger.own_title(article)[0] if article.front.headline else "",
                draft=article.front.draft,
                href=self.to(urls.article(article.id)),
                dek=article.front.dek or "",
                outlet=self.outlet(article),
                day=self.day(ledger.days[article.id]),
                statements=len({s.cluster.id for q in shown if (s := ledger.statement_of.get(q.quote.id))}),
                reported=sum(1 for s in shown if s.quote.form is Form.INDIRECT),
                voices=self.actors(a for a in ledger.actors_in[article.id] if a in speaking),
            )
        return card

    def reports(self, articles: Sequence[Article]) -> tuple[ReportCard, ...]:
        """Return reports as they stand in a list."""
        return tuple(map(self.report, articles))


def office_on(person: Person, day: str) -> Office | None:
    """Return the office a person held on a day; where no day is stated, the only one there is."""
    if not day:
        return person.offices[0] if len(person.offices) == 1 else None
    for office in person.offices:
        if (office.since or "") <= day and (not office.until or day <= office.until):
            return office
    return None


def byline(cards: Cards, article: Article) -> str:
    """Return the names of a byline as a sentence lists them."""
    if not article.front.byline:
        return ""
    tongue = cards.tongue.quoting(cards.ledger.language(article))
    return tongue.listed([tongue.given(name) for name in article.front.byline])


def _names(actor: Actor) -> set[str]:
    return {name.casefold() for name in (actor.name, *actor.aliases, *actor.speaks_as)}
