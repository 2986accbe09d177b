"""The dossiers: the whole affair, or what is said by one actor and of it, laid out to be printed.

They say nothing that other pages do not; here it stands on end, numbered, with the sources and their whole
addresses at the end. An actor of whom no words are reported has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.dossier import DossierView
from generator.model.findings import Form
from generator.model.parts import Link
from generator.model.text import slug
from generator.publish.address import urls
from generator.publish.compose.dossier_matter import Matter, anchor, key_of, open_notes
from generator.publish.compose.dossier_sources import open_sources
from generator.publish.show.changes import rows
from generator.publish.show.days import timeline
from generator.publish.show.frame import Frame, page
from generator.publish.tally.statements import Statement
from generator.publish.weave.body import desk_html

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Actor
    from generator.model.dossier import DossierPart
    from generator.model.parts import CorrectedRow
    from generator.model.pictures import TimelineDay
    from generator.model.site import Page
    from generator.publish.compose.dossier_matter import Said
    from generator.publish.show.cards import Cards
    from generator.publish.show.changes import Entry

_TICKS = 60  # of one day on the line
SAID, OF = "d", "of"  # what the days of a chapter begin with


def has_dossier(frame: Frame, actor: Actor) -> bool:
    """Tell whether words of an actor are reported."""
    own = frame.gathered.actors
    return bool(own.said.get(actor.id) or own.indirect.get(actor.id))


def dossier_page(frame: Frame, intro: str) -> Page:
    """Return the whole affair; ``intro`` is the desk's own, in Markdown."""
    ledger, cards = frame.ledger, frame.cards(urls.DOSSIER)
    shown = (s for a in ledger.corpus.articles for s in ledger.shown[a.id])
    alone = [s for s in shown if s.quote.form is Form.INDIRECT and s.quote.id not in ledger.statement_of]
    sources = open_sources(cards)
    matter = Matter(frame, sources, open_notes(frame, sources))
    parts = (matter.part(SAID, frame.tongue.say("heads.statements"), [*ledger.statements, *alone]),)
    view = _view(matter, parts, urls.DOSSIER)
    view = replace(
        view,
        back=Link(ledger.settings.title, cards.to(urls.FRONT), ledger.settings.language),
        intro_html=desk_html(intro, cards.around),
        days=_line(cards, ledger.statements, dict.fromkeys(frame.gathered.reports, ())),
        notes=tuple(matter.notes.get("", ())),
        corrected=_others(matter, frame.changes.entries),
    )
    return page(urls.DOSSIER, "dossier", view)


def actor_dossiers(frame: Frame, wanted: Container[str] | None = None) -> list[Page]:
    """Return the dossier of every actor of whom words are reported, or of those whose ids are wanted."""
    actors = (a for a in frame.ledger.corpus.actors if wanted is None or a.id in wanted)
    return [_actor(frame, actor) for actor in actors if has_dossier(frame, actor)]


def pdf_of(frame: Frame, path: str, name: str) -> str:
    """Return where a dossier stands as a file, "" where none is made; ``path`` is its page's.

    A name of which only figures are Latin does not name the file.
    """
    made = slug(name)
    named = any(c.isalpha() for c in made)
    return urls.pdf(path, made if named else "") if frame.beside.pdf else ""


def actor_pdf(frame: Frame, actor: Actor) -> str:
    """Return where the dossier of an actor stands as a file: those that lead have one."""
    leads = actor in frame.ledger.leading
    return pdf_of(frame, urls.actor_dossier(actor.id), actor.name) if leads else ""


def _actor(frame: Frame, actor: Actor) -> Page:
    path = urls.actor_dossier(actor.id)
    cards, own = frame.cards(path), frame.gathered.actors
    said: list[Said] = [*own.said.get(actor.id, ())]
    of = own.said_of.get(actor.id, [])
    said += (s for s in own.indirect.get(actor.id, ()) if s.quote.id not in frame.ledger.statement_of)
    sources = open_sources(cards, _reports([*said, *of]))
    notes = open_notes(frame, sources, {key_of(one) for one in (*said, *of)})
    matter = Matter(frame, sources, notes)
    say = frame.tongue.say
    parts = [matter.part(SAID, say("voice.said"), said), matter.part(OF, say("voice.said-of"), of)]
    view = _view(matter, [part for part in parts if part.days], path, actor)
    statements = [one for one in said if isinstance(one, Statement)]
    view = replace(
        view,
        back=Link(actor.name, cards.to(urls.actor(actor.id))),
        intro_html=desk_html(actor.intro, cards.around),
        days=_line(cards, statements),
        corrected=_others(matter, frame.changes.on.get(urls.actor(actor.id), ())),
    )
    return page(path, "dossier", view)


def _reports(said: Iterable[Said]) -> set[str]:
    found: set[str] = set()
    for one in said:
        found |= {m.article.id for m in one.members} if isinstance(one, Statement) else {one.article.id}
    return found


def _view(matter: Matter, parts: Sequence[DossierPart], path: str, actor: Actor | None = None) -> DossierView:
    """Return what all dossiers have."""
    frame, sources = matter.frame, matter.sources
    settings, ledger = frame.ledger.settings, frame.ledger
    stated = sorted(day for a in sources.articles if (day := ledger.days[a.id]))
    told = sum(one.form is Form.INDIRECT for one in matter.laid)  # reported speech counts as no statement
    counts = frame.tongue.counts(
        (
            (len(sources.articles), "report"),
            (len({name for a in sources.articles if (name := ledger.outlet_name(a))}), "outlet"),
            (len(matter.laid) - told, "statement"),
            (told, "reported"),
        )
    )
    name = actor.name if actor else settings.title
    pdf = actor_pdf(frame, actor) if actor else pdf_of(frame, path, name)
    shell = frame.shell if actor else frame.desk_shell
    return DossierView(
        shell=shell(path, frame.tongue.say("dossier.title", name=name), counts),
        title=name,
        subject=sources.cards.actor(actor) if actor else None,
        back=Link("", ""),
        intro_html="",
        span=frame.tongue.days(stated[0], stated[-1]) if stated else "",
        counts=counts,
        newest=sources.cards.day(stated[-1] if stated else ""),
        days=(),
        parts=tuple(parts),
        speakers=matter.speakers(),
        notes=(),
        corrected=(),
        sources=sources.listed(),
        pdf=sources.cards.to(pdf) if pdf else "",
    )


def _others(matter: Matter, entries: Iterable[Entry]) -> tuple[CorrectedRow, ...]:
    """Return the corrections that stand beside no statement."""
    return rows((e for e in entries if e.id not in matter.told), matter.sources.cards)


def _line(
    cards: Cards, statements: Sequence[Statement], reports: dict[str, Sequence[Article]] | None = None
) -> tuple[TimelineDay, ...]:
    """Return the days as a line whose strokes lead to the statements of this very page."""
    by_day: dict[str, list[Statement]] = {}
    for one in statements:
        by_day.setdefault(one.day, []).append(one)
    few = {iso: said[:_TICKS] for iso, said in by_day.items()}
    return tuple(
        replace(
            day,
            href=f"#{SAID}-{day.day.iso}" if day.day.iso in few else "",
            ticks=tuple(
                replace(tick, href=f"#{anchor(one)}")
                for tick, one in zip(day.ticks, few.get(day.day.iso, ()), strict=True)
            ),
        )
        for day in timeline(cards, reports or {}, few, 0)
    )
