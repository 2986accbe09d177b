"""Everything that pages look up, made once: what is shown, by whom, of whom, on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.model.article import Article
from generator.model.corpus import Actor, Corpus, Office, Outlet, Person
from generator.model.moments import Appeared, appeared, stated_day
from generator.model.settings import Settings
from generator.publish.address import urls
from generator.publish.phrase.languages import open_tongue
from generator.publish.phrase.tongue import Tongue
from generator.publish.tally.echoes import open_echoes
from generator.publish.tally.present import actors_in, people_in
from generator.publish.tally.shown import Shown, all_shown, on_page
from generator.publish.tally.spoken import spoken_of
from generator.publish.tally.statements import Known, Statement, statements_of
from generator.publish.weave.told import Told, is_day, told_by_day

if TYPE_CHECKING:
    from collections.abc import Iterable


READ_LANGUAGE = "en"  # of reports that do not state theirs: no other is read


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
    found = {a.id: once(all_shown, a) for a in corpus.articles}
    quotes = {s.quote.id: s for inside in found.values() for s in inside}
    shown = {key: once(on_page, inside) for key, inside in found.items()}
    actors = {a.id: a for a in corpus.actors}
    people = {p.id: p for p in corpus.people}
    order = {key: n for n, key in enumerate(actors)}
    outlets = outlets_of(corpus)
    names = {a.id: outlets[a.id].name if a.id in outlets else a.front.outlet or "" for a in corpus.articles}
    of = {a.id: once(spoken_of, a, found[a.id]) for a in corpus.articles}
    known = Known(tongue, days, names, of, open_echoes(corpus.articles, names))
    statements = statements_of(corpus.clusters, quotes, known, settings.timezone)
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
        actors_in={a.id: _ranked(order, once(actors_in, a, shown[a.id])) for a in corpus.articles},
        people_in={
            a.id: tuple(p for p in once(people_in, a, shown[a.id]) if p in people) for a in corpus.articles
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


def outlets_of(corpus: Corpus) -> dict[str, Outlet]:
    """Return the outlet of each article, by the article's id, where it is known."""
    names: dict[str, Outlet] = {}
    for outlet in corpus.outlets:
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(name.casefold(), outlet)
    found = ((a.id, names.get((a.front.outlet or "").casefold())) for a in corpus.articles)
    return {key: outlet for key, outlet in found if outlet}


def _ranked(order: Mapping[str, int], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((k for k in keys if k in order), key=order.__getitem__))


def _leading(corpus: Corpus, settings: Settings, statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """Return the actors that lead: those that the site names, else the four that say most."""
    named = tuple(a for a in corpus.actors if a.id in settings.actors)
    if named:
        return named
    said = Counter(s.cluster.actor for s in statements)
    return tuple(sorted((a for a in corpus.actors if said[a.id]), key=lambda a: -said[a.id])[:4])
