"""Everything that pages look up, made once: what is shown, by whom, of whom, on which day."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.knowledge.spelling import words as in_one_spelling
from generator.model.article import READ, Article
from generator.model.corpus import Actor, Corpus, Office, Outlet, Person, QuoteCluster, Relation
from generator.model.findings import Form, Mention, Quote
from generator.model.moments import Appeared, appeared, stated_day
from generator.model.settings import Settings
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.phrase.languages import open_tongue
from generator.publish.phrase.tongue import Tongue
from generator.publish.tally.echoes import Echoes, open_echoes
from generator.publish.tally.saying import Saying, saying
from generator.publish.tally.spoken import spoken_of
from generator.publish.weave.body import plain_words
from generator.publish.weave.told import Told, is_day, told_by_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.text import Span

_LED = frozenset(("infinitive", "object", "whether"))  # the patterns whose words need their verb
READ_LANGUAGE = "en"  # of reports that do not state theirs: no other is read


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote that is shown, with its report.

    ``words`` are as they read alone: without Markdown, and without the comma that joins them to "he said".
    """

    article: Article
    quote: Quote
    words: str
    folded: str
    relation: Relation = Relation.SAME
    origin: str = ""  # the first article that has it from the same pen


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as far as it is shown: ``members`` are never empty, the first has the fullest wording.

    ``independent`` counts the outlets that report it by themselves: what an agency wrote counts once.
    """

    cluster: QuoteCluster
    members: tuple[Shown, ...]
    saying: Saying
    outlets: tuple[str, ...]
    independent: int
    reports: int
    wordings: int
    reported: str  # who reports it, in words
    spoken_of: tuple[str, ...]
    echoes: tuple[Article, ...] = ()  # reports of other outlets in which its words stand in no marks

    @property
    def day(self) -> str:
        """Return the day on which it stands: that of the words, else that of the first report."""
        return self.saying.day

    @property
    def words(self) -> str:
        """Return the fullest wording."""
        return self.members[0].words

    @property
    def shared(self) -> bool:
        """Tell whether it is reported independently; where an outlet is not stated, in several reports."""
        if self.independent > 1:
            return True
        return self.reports > 1 and not all(m.article.front.outlet for m in self.members)

    @property
    def alone(self) -> bool:
        """Tell whether one outlet has it, and its words stand in no report of another."""
        named = all(m.article.front.outlet for m in self.members)
        return named and len(self.outlets) == 1 and not self.echoes


@dataclass(frozen=True, slots=True)
class _Known:
    """What a statement is made of beside its members: by article its day, its outlet, who is spoken of."""

    tongue: Tongue
    days: Mapping[str, str]
    names: Mapping[str, str]
    spoken: Mapping[str, Mapping[str, Sequence[str]]]
    echoes: Echoes


@dataclass(frozen=True, slots=True)
class Ledger:
    """The corpus by id, and what follows from it."""

    corpus: Corpus
    settings: Settings
    tongue: Tongue
    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    people: Mapping[str, Person]
    outlets: Mapping[str, Outlet]  # by article
    days: Mapping[str, str]  # by article, "" where not stated
    quotes: Mapping[str, Shown]
    shown: Mapping[str, tuple[Shown, ...]]  # by article, in the order of the text
    actors_in: Mapping[str, tuple[str, ...]]  # by article
    people_in: Mapping[str, tuple[str, ...]]  # by article, who says most first
    statements: tuple[Statement, ...]  # newest first, undated last
    statement_of: Mapping[str, Statement]  # by quote
    by_id: Mapping[str, Statement]
    told: Mapping[str, tuple[Told, ...]]  # by day, what reports tell of it
    calendar: tuple[str, ...]  # the days that have a page, in order
    leading: tuple[Actor, ...]
    moved: Mapping[str, Person]  # by the ids a person had before
    named: Mapping[str, tuple[str, str]]  # name and path of actors, people, outlets and editors' pages
    left: Mapping[str, int] = field(default_factory=dict)  # by article, quotations that it leaves out

    def outlet_name(self, article: Article) -> str:
        """Return the name of an article's outlet, "" where it is not stated."""
        outlet = self.outlets.get(article.id)
        return outlet.name if outlet else article.front.outlet or ""

    def title(self, article: Article) -> tuple[str, bool]:
        """Return what an article is called: the desk's headline, else its own, and whether that was made."""
        return (article.front.headline, False) if article.front.headline else self.own_title(article)

    def own_title(self, article: Article) -> tuple[str, bool]:
        """Return the headline that the outlet gave, else the first words, and whether it is those."""
        given = article.front.title
        words = given or article.made_title or article.id
        return words, not given

    def language(self, article: Article) -> str:
        """Return the language of an article's words: where it is not stated, the one that can be read."""
        return article.front.language or READ_LANGUAGE

    def title_language(self, article: Article) -> str:
        """Return the language of what an article is called: the desk's headline is in the desk's own."""
        return self.settings.language if article.front.headline else self.language(article)

    def role_language(self, office: Office) -> str:
        """Return the language of an office: the desk's own, or the one that is read."""
        return READ_LANGUAGE if office.found else self.settings.language

    def appeared(self, article: Article) -> Appeared:
        """Return by what reports are sorted, the earliest first."""
        return appeared(article.front.published, self.settings.timezone)

    def said_on(self, shown: Shown) -> str:
        """Return the day on which a quote stands: that of the words where it is told, else its report's."""
        return shown.quote.said_on or self.days[shown.article.id]


def open_ledger(corpus: Corpus, settings: Settings, tongue: Tongue | None = None) -> Ledger:
    """Look everything up once, in time linear in the corpus."""
    tongue = tongue or open_tongue(settings.language)[0]
    days = {a.id: stated_day(a.front.published, settings.timezone) for a in corpus.articles}
    found = {a.id: once(_shown, a) for a in corpus.articles}
    quotes = {s.quote.id: s for inside in found.values() for s in inside}
    shown = {key: once(_apart, inside) for key, inside in found.items()}
    actors = {a.id: a for a in corpus.actors}
    people = {p.id: p for p in corpus.people}
    order = {key: n for n, key in enumerate(actors)}
    outlets = outlets_of(corpus)
    names = {a.id: outlets[a.id].name if a.id in outlets else a.front.outlet or "" for a in corpus.articles}
    of = {a.id: once(spoken_of, a, found[a.id]) for a in corpus.articles}
    known = _Known(tongue, days, names, of, open_echoes(corpus.articles, names))
    members = ((cluster, tuple(_members(cluster, quotes))) for cluster in corpus.clusters)
    made = (_statement(inside, cluster, known) for cluster, inside in members if inside)
    statements = newest_first(made, settings.timezone)
    told = told_by_day(corpus.articles, days)
    return Ledger(
        corpus=corpus,
        settings=settings,
        tongue=tongue,
        articles={a.id: a for a in corpus.articles},
        actors=actors,
        people=people,
        outlets=outlets,
        days=days,
        quotes=quotes,
        shown=shown,
        actors_in={a.id: _ranked(order, once(_actors_in, a, shown[a.id])) for a in corpus.articles},
        people_in={
            a.id: tuple(p for p in once(_people_in, a, shown[a.id]) if p in people) for a in corpus.articles
        },
        statements=statements,
        statement_of={m.quote.id: s for s in statements for m in s.members},
        by_id={s.cluster.id: s for s in statements},
        told=told,
        calendar=_calendar(days, found, statements, told),
        leading=_leading(corpus, settings, statements),
        moved={old: p for p in corpus.people for old in p.same_as if old not in people},
        named=_named(corpus),
    )


def _named(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Return what a link by id may name; of two with one id the later kind prevails."""
    found = {p.id: (p.title, urls.plain(p.id)) for p in corpus.pages}
    found |= {o.id: (o.name, urls.outlet(o.id)) for o in corpus.outlets}
    found |= {old: (p.name, urls.person(p.id)) for p in corpus.people for old in p.same_as}
    found |= {p.id: (p.name, urls.person(p.id)) for p in corpus.people}
    return found | {a.id: (a.name, urls.actor(a.id)) for a in corpus.actors}


def _calendar(
    days: Mapping[str, str],
    shown: Mapping[str, Sequence[Shown]],
    statements: Iterable[Statement],
    told: Iterable[str],
) -> tuple[str, ...]:
    """Return the whole days of which anything is known: a report, something said, something told."""
    given = (day for inside in shown.values() for one in inside if (day := one.quote.said_on))
    return tuple(sorted(filter(is_day, {*days.values(), *given, *(s.day for s in statements), *told})))


@lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """Reduce words to what makes a wording, in the one spelling by which linking compares them."""
    return " ".join(in_one_spelling(words))


def newest_first(statements: Iterable[Statement], timezone: str = "UTC") -> tuple[Statement, ...]:
    """Sort by day, newest first and undated last; of one day the most reported first.

    What as many outlets report stands in the order in which it was first told: report by report as they
    appeared, and in each as in its text, so that the sentences of one answer follow each other.
    """

    def first_told(statement: Statement) -> tuple[Appeared, str, Span]:
        told = ((m.article, m.quote.parts[0]) for m in statement.members)
        return min((appeared(a.front.published, timezone), a.id, part) for a, part in told)

    ranked = sorted(statements, key=lambda s: (-s.independent, first_told(s), s.cluster.id))
    return tuple(sorted(ranked, key=lambda s: s.day, reverse=True))


def _is_somebodys(quote: Quote) -> bool:
    """Tell whether a quote is shown in its report: "analysts said that …" is for the data files alone."""
    speaker = quote.speaker
    if quote.form is not Form.INDIRECT or speaker is None:
        return quote.form is not Form.INDIRECT
    # Of two words the second tells: "Transport Ministry" is a name, "Analysts" only begins a sentence.
    named = any(word[:1].isupper() for word in speaker.name.split()[1:])
    return named or bool(speaker.person or speaker.actor)


def _apart(inside: Sequence[Shown]) -> tuple[Shown, ...]:
    """Return what is shown in a report: reported speech not beside the words in marks that it holds."""
    marked = [part for s in inside if s.quote.form is not Form.INDIRECT for part in s.quote.parts]
    starts = [part.start for part in marked]
    kept = []
    for one in inside:
        parts = one.quote.parts if one.quote.form is Form.INDIRECT else ()
        holds = any(bisect_right(starts, p.end) > bisect_right(starts, p.start - 1) for p in parts)
        if not holds and _is_somebodys(one.quote):
            kept.append(one)
    return tuple(kept)


def shown_of(article: Article) -> tuple[Quote, ...]:
    """Return the quotes of an article that its page shows, in the order of the text."""
    return tuple(one.quote for one in once(_apart, once(_shown, article)))


def _shown(article: Article) -> tuple[Shown, ...]:
    hidden = [part for q in article.quotes if q.hidden for part in q.parts]
    seen = [q for q in article.quotes if q.form is not Form.SCARE and not q.hidden and q.parts]
    seen = [q for q in seen if not any(part.shared(span) for part in q.parts for span in hidden)]
    seen.sort(key=lambda q: (q.parts[0], q.id))
    alone = ((quote, _read_alone(quote)) for quote in seen)
    return tuple(Shown(article, quote, words, fold(words)) for quote, words in alone)


def _read_alone(quote: Quote) -> str:
    """Return the words as they read in a list: a deed or a thing with its verb, "urged the port to open"."""
    words = plain_words(quote.text).rstrip(" ,")
    speaker = quote.speaker
    led = quote.form is Form.INDIRECT and speaker is not None and speaker.rule in _LED
    return f"{quote.cue} {words}" if led and quote.cue else words


def outlets_of(corpus: Corpus) -> dict[str, Outlet]:
    """Return the outlet of each article, by the article's id, where it is known."""
    names: dict[str, Outlet] = {}
    for outlet in corpus.outlets:
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(name.casefold(), outlet)
    found = ((a.id, names.get((a.front.outlet or "").casefold())) for a in corpus.articles)
    return {key: outlet for key, outlet in found if outlet}


def _statement(members: Sequence[Shown], cluster: QuoteCluster, known: _Known) -> Statement:
    actors = (a for m in members for a in known.spoken[m.article.id].get(m.quote.id, ()))
    names = [known.names[m.article.id] for m in members]
    outlets = tuple(dict.fromkeys(name for name in names if name))
    origins = {m.origin or m.article.id for m in members}
    independent = min(len(outlets), len(origins))
    reports = len({m.article.id for m in members})
    wordings = count_wordings(members)
    return Statement(
        cluster=cluster,
        members=tuple(members),
        saying=saying(members, known.days),
        outlets=outlets,
        independent=independent,
        reports=reports,
        wordings=wordings,
        reported=phrases.reported(
            known.tongue, (len(outlets) if all(names) else 0, reports), wordings, independent
        ),
        spoken_of=tuple(dict.fromkeys(a for a in actors if a != cluster.actor)),
        echoes=known.echoes.of([m.words for m in members], outlets, cluster),
    )


def count_wordings(members: Iterable[Shown]) -> int:
    """Count the wordings of a statement: whatever one report has no more than fragments of counts as one.

    Beside fuller words of its own report a fragment is none.
    """
    whole: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for m in members:
        (parts if m.relation is Relation.FRAGMENT else whole).setdefault(m.article.id, set()).add(m.folded)
    alone = {frozenset(folded) for report, folded in parts.items() if report not in whole}
    return len(set().union(*whole.values())) + len(alone)


def _members(cluster: QuoteCluster, quotes: Mapping[str, Shown]) -> Iterable[Shown]:
    for member in cluster.members:
        shown = quotes.get(member.quote)
        if shown:
            alone = member.relation is Relation.SAME and not member.origin
            yield shown if alone else once(_as_member, shown, member.relation, member.origin)


def _as_member(shown: Shown, relation: Relation, origin: str) -> Shown:
    return replace(shown, relation=relation, origin=origin)


def _read(article: Article) -> tuple[Mention, ...]:
    """Return the mentions in what is read of an article: words of boilerplate count for nothing."""
    spans = [b.span for b in article.blocks if b.role in READ]
    starts = [span.start for span in spans]
    found = []
    for mention in article.mentions:
        n = bisect_right(starts, mention.span.start) - 1
        if n >= 0 and mention.span.start < spans[n].end:
            found.append(mention)
    return tuple(found)


def _actors_in(article: Article, shown: Sequence[Shown]) -> set[str]:
    said = {s.quote.speaker.actor for s in shown if s.quote.speaker and s.quote.speaker.actor}
    return said | {m.actor for m in _read(article) if m.actor}


def _people_in(article: Article, shown: Sequence[Shown]) -> tuple[str, ...]:
    """Return the people of a report: who says most in it comes first, then who is met first."""
    voices = ((s.quote.parts[0].start, s.quote.speaker) for s in shown if s.quote.speaker)
    spoke = [(start, speaker.person) for start, speaker in voices if speaker.person]
    said, first = Counter(person for _, person in spoke), dict[str, int]()
    for start, person in sorted([*spoke, *((m.span.start, m.person) for m in _read(article) if m.person)]):
        first.setdefault(person, start)
    return tuple(sorted(first, key=lambda person: (-said[person], first[person])))


def _ranked(order: Mapping[str, int], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((k for k in keys if k in order), key=order.__getitem__))


def _leading(corpus: Corpus, settings: Settings, statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """Return the actors that lead: those that the site names, else the four that say most."""
    named = tuple(a for a in corpus.actors if a.id in settings.actors)
    if named:
        return named
    said = Counter(s.cluster.actor for s in statements)
    return tuple(sorted((a for a in corpus.actors if said[a.id]), key=lambda a: -said[a.id])[:4])
