"""What the search of all words is told: the words that pages show, and by what they can be narrowed.

The words are taken from the views, which are all that a template sees: what no page shows (boilerplate, what
was withdrawn, the rest of an excerpt) is in no record, and so in no byte of the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.backmatter import PlainView
from generator.model.site import Page, Record
from generator.model.views import ActorView, ArticleView, PersonView, StatementView
from generator.publish.address import urls
from generator.publish.phrase.tongue import alike, bare
from generator.publish.weave.passages import margin, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model.article import Article
    from generator.model.site import View
    from generator.publish.show.frame import Frame


def records(frame: Frame, pages: Iterable[Page]) -> tuple[Record, ...]:
    """Return a record for each page that has something to say by itself, and for each note."""
    views = {page.path: page.view for page in pages}
    made = (record for make in _MAKERS for record in make(frame, views))
    return tuple(sorted(made, key=lambda record: (record.path, record.anchor)))


def _article(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    for article in frame.ledger.corpus.articles:
        view = views.get(urls.article(article.id))
        if not isinstance(view, ArticleView):
            continue
        beside = margin(view)
        story = [plain(p.html) for p in beside.passages]
        own = view.title if view.headline else ""
        words = (own, plain(view.dek_html), bare(view.byline), *story, view.caption)
        yield _of(frame, article, (view.shell.title, *words))
        for note in view.notes:
            words = (view.shell.title, note.label, note.quoted, plain(note.body_html))
            yield _of(frame, article, words, f"n-{note.id}")
        for aside in (aside for passage in beside.passages for aside in passage.asides):
            yield _of(frame, article, (view.shell.title, plain(aside.html)), aside.id)


def _of(frame: Frame, article: Article, words: tuple[str, ...], note: str = "") -> Record:
    """Return a record of a report, or of a ``note`` on it; its title is the first of the words."""
    ledger = frame.ledger
    outlet = ledger.outlets.get(article.id)
    day = ledger.days[article.id]
    return Record(
        path=urls.article(article.id),
        anchor=note,
        kind="note" if note else "article",
        language=ledger.settings.language,
        title=words[0],
        title_language=_other(frame, ledger.title_language(article)),
        words=tuple(filter(None, words[1:])),
        words_language=_other(frame, ledger.settings.language if note else ledger.language(article)),
        actors=ledger.actors_in[article.id],
        outlets=(outlet.id,) if outlet else (),
        days=(day,) if day else (),
    )


def _other(frame: Frame, language: str) -> str:
    """Return a language, "" where that of the interface."""
    return "" if alike(language, frame.tongue.tag) else language


def _statement(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    ledger = frame.ledger
    for statement in ledger.statements:
        path = urls.statement(statement.cluster.id)
        view = views.get(path)
        if isinstance(view, StatementView):
            outlets = (ledger.outlets.get(m.article.id) for m in statement.members)
            yield Record(
                path=path,
                kind="statement",
                language=ledger.settings.language,
                title=view.words,
                title_language=_other(frame, view.language),
                words_language=_other(frame, view.language),
                words=tuple(dict.fromkeys(m.words for m in statement.members if m.words not in view.words)),
                by=view.voice.name if view.voice.known else "",
                actors=_known(frame, statement.cluster.actor, *statement.spoken_of),
                outlets=tuple(dict.fromkeys(o.id for o in outlets if o)),
                days=(statement.day,) if statement.day else (),
            )


def _known(frame: Frame, *actors: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for a in actors if a and a in frame.ledger.actors))


def _person(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    for person in frame.ledger.corpus.people:
        view = views.get(urls.person(person.id))
        if isinstance(view, PersonView):
            offices = map(bare, view.offices)
            words = (view.voice.role, view.voice.actor, *view.aliases, *offices, plain(view.intro_html))
            actors = _known(frame, person.actor)
            yield _plain(frame, ("person", urls.person(person.id), view.voice.name), words, actors=actors)


def _actor(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    for actor in frame.ledger.corpus.actors:
        view = views.get(urls.actor(actor.id))
        if isinstance(view, ActorView):
            words = (view.kind, *view.aliases, plain(view.intro_html))
            yield _plain(frame, ("actor", urls.actor(actor.id), view.voice.name), words, actors=(actor.id,))


def _outlet(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    for outlet in frame.ledger.corpus.outlets:
        path = urls.outlet(outlet.id)
        if path in views:
            yield _plain(frame, ("outlet", path, outlet.name), outlet.domains, outlets=(outlet.id,))


def _day(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    gathered, cards = frame.gathered, frame.cards(urls.TIMELINE)
    for iso in frame.ledger.calendar:
        path = urls.day_page(iso)
        if path in views:
            words = tuple(frame.ledger.title(a)[0] for a in gathered.reports.get(iso, ()))
            yield _plain(frame, ("day", path, cards.day(iso).words), words, days=(iso,))


def _page(frame: Frame, views: Mapping[str, View]) -> Iterator[Record]:
    for written in frame.ledger.corpus.pages:
        path = urls.plain(written.id)
        view = views.get(path)
        if isinstance(view, PlainView):
            yield _plain(frame, ("page", path, view.heading), (plain(view.body_html),))


def _plain(
    frame: Frame, what: tuple[str, str, str], words: tuple[str, ...], **narrowed: tuple[str, ...]
) -> Record:
    kind, path, title = what
    own = _other(frame, frame.ledger.settings.language)
    return Record(
        path=path,
        kind=kind,
        language=frame.ledger.settings.language,
        title=title,
        title_language=own if kind == "page" else "",
        words=tuple(filter(None, words)),
        words_language="" if kind == "day" else own,
        actors=narrowed.get("actors", ()),
        outlets=narrowed.get("outlets", ()),
        days=narrowed.get("days", ()),
    )


_MAKERS: tuple[Callable[[Frame, Mapping[str, View]], Iterator[Record]], ...] = (
    *(_article, _statement, _person, _actor, _outlet, _day, _page),
)
