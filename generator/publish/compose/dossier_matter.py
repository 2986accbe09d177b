"""What a dossier says: statements by day, numbered, each with its wordings, its notes, its corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.article import Role
from generator.model.dossier import (
    DossierDay,
    DossierNote,
    DossierPart,
    DossierStatement,
    DossierWording,
    Speaker,
)
from generator.publish.compose.article_page import is_excerpt
from generator.publish.compose.dossier_sources import Sources
from generator.publish.show.changes import rows
from generator.publish.show.frame import Frame
from generator.publish.show.noting import note_html
from generator.publish.show.wordings import FULLEST, SAME, compare, relation
from generator.publish.tally.shown import Shown
from generator.publish.tally.statements import Statement
from generator.publish.weave.body import desk_html, plain_words
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from generator.model.corpus import Note
    from generator.model.parts import CorrectedRow, StatementCard, Voice

Said = Statement | Shown  # a statement, or reported speech that belongs to none
Notes = Mapping[str, Sequence[DossierNote]]  # by the key of what they are about, "" where it is nothing said

_compare = lru_cache(maxsize=4096)(
    compare
)  # a statement stands in the whole, and with who said it and of whom


@dataclass(slots=True)
class Matter:
    """Statements on their way into a dossier; each that is laid down takes the next number."""

    frame: Frame
    sources: Sources
    notes: Notes
    laid: list[DossierStatement] = field(default_factory=list)
    told: set[str] = field(default_factory=set)  # ids of the corrections that stand beside a statement

    def part(self, ident: str, heading: str, said: Iterable[Said]) -> DossierPart:
        """Lay down a chapter; its days begin with ``ident``, the undated come last."""
        by_day: dict[str, list[Said]] = {}
        for one in said:
            by_day.setdefault(self._day(one), []).append(one)
        days = []
        for iso in sorted(by_day, key=lambda day: (not day, day)):
            made = tuple(map(self._lay, by_day[iso]))
            days.append(DossierDay(f"{ident}-{iso or 'undated'}", self.sources.cards.day(iso), made))
        return DossierPart(ident, heading, tuple(days))

    def speakers(self) -> tuple[Speaker, ...]:
        """Return who speaks, actor by actor in the order of the briefing; whom no report names comes last."""
        found: dict[Voice, list[tuple[int, str]]] = {}
        for one in self.laid:
            found.setdefault(replace(one.voice, role="", role_language=""), []).append(
                (one.number, f"#{one.id}")
            )
        rank = {a.name: n for n, a in enumerate(self.frame.ledger.corpus.actors)}

        def order(voice: Voice) -> tuple[bool, int, bool, str]:
            return not voice.known, rank.get(voice.actor, len(rank)), voice.name != voice.actor, voice.name

        return tuple(Speaker(voice, tuple(found[voice])) for voice in sorted(found, key=order))

    def _day(self, one: Said) -> str:
        return one.day if isinstance(one, Statement) else self.frame.ledger.said_on(one)

    def _lay(self, one: Said) -> DossierStatement:
        cards = self.sources.cards
        card = cards.statement(one) if isinstance(one, Statement) else cards.alone(one)
        first, *others = self._wordings(one)
        made = _statement(card, anchor(one), len(self.laid) + 1)
        made = replace(
            made,
            first=first,
            others=tuple(others),
            notes=tuple(self.notes.get(key_of(one), ())),
            corrected=self._corrected(one),
        )
        self.laid.append(made)
        return made

    def _wordings(self, one: Said) -> list[DossierWording]:
        """Return what the reports have, those with the same words together, the fullest wording first."""
        if isinstance(one, Shown):
            return [DossierWording("", (), "", (self.sources.of(one),))]
        alike: dict[str, list[Shown]] = {}
        for member in one.members:
            alike.setdefault(member.folded, []).append(member)
        hidden = self.frame.ledger.corpus.hidden
        made: list[DossierWording] = []
        for inside in alike.values():
            language = self.frame.ledger.language(inside[0].article)
            tongue = self.frame.tongue.quoting(language)
            pieces, differs = _compare(one.words, inside[0].words, hidden, tongue)
            references = dict.fromkeys(map(self.sources.of, inside))
            how = relation(one, inside[0])
            how = SAME if made and how == FULLEST else how  # spelt otherwise
            name = self.frame.tongue.say(f"relation.{how}")
            made.append(DossierWording(name, pieces, differs, tuple(references), language))
        return made

    def _corrected(self, one: Said) -> tuple[CorrectedRow, ...]:
        changes = self.frame.changes
        if isinstance(one, Statement):
            entries = [e for m in one.members for e in changes.of.get(m.quote.id, ())]
        else:
            entries = list(changes.of.get(one.quote.id, ()))
        self.told.update(e.id for e in entries)
        return rows(entries, self.sources.cards)


def key_of(one: Said) -> str:
    """Return the id of what was said: of the statement, or of the quote where it belongs to none."""
    return one.cluster.id if isinstance(one, Statement) else one.quote.id


def anchor(one: Said) -> str:
    """Return the place in a dossier at which something said stands."""
    return f"s-{key_of(one)}"


def open_notes(frame: Frame, sources: Sources, wanted: Container[str] | None = None) -> Notes:
    """Return the desk's notes on the sources, laid to what was said in the passages that they are about.

    Where the keys that are ``wanted`` are given there are no others.
    """
    found: dict[str, list[DossierNote]] = {}
    for note in frame.ledger.corpus.notes:
        if note.article in sources.numbers and (wanted is None or _about(frame, note) in wanted):
            found.setdefault(_about(frame, note), []).append(_note(frame, sources, note))
    for article in sources.articles if wanted is None else ():  # what stands in a body is about nothing said
        asides = (b for b in article.blocks if b.role is Role.BOILERPLATE and b.rule == DESK_NOTE)
        for n, block in enumerate(asides):
            html = desk_html(block.span.of(article.text), sources.cards.around, f"{article.id}.{n}")
            made = DossierNote(
                f"{article.id}.{n}", "", "", sources.cards.day(""), "", html, sources.reference(article)
            )
            found.setdefault("", []).append(made)
    found.get("", []).sort(key=lambda note: note.reference.number)
    return found


def _about(frame: Frame, note: Note) -> str:
    for shown in frame.ledger.shown[note.article] if note.span else ():
        if any(note.span and part.shared(note.span) for part in shown.quote.parts):
            statement = frame.ledger.statement_of.get(shown.quote.id)
            return key_of(statement or shown)
    return ""


def _note(frame: Frame, sources: Sources, note: Note) -> DossierNote:
    article = frame.ledger.articles[note.article]
    tongue = frame.tongue
    by = note.by or tongue.say("desk")
    return DossierNote(
        id=note.id,
        label=tongue.named("note", note.kind),
        by=by if note.public else tongue.say("note.for-desk", name=by),
        day=sources.cards.day(note.date or ""),
        quoted=plain_words(note.span.of(article.text)) if note.span else "",
        body_html=note_html(sources.cards, note, shown=not is_excerpt(frame, article)),
        reference=sources.reference(article),
        language=frame.ledger.language(article),
    )


def _statement(card: StatementCard, ident: str, number: int) -> DossierStatement:
    return DossierStatement(
        id=ident,
        number=number,
        words=card.words,
        language=card.language,
        href=card.href,
        form=card.form,
        voice=card.voice,
        told=card.told,
        reported=card.reported,
        first=DossierWording("", (), "", ()),
        others=(),
        notes=(),
        corrected=(),
    )
