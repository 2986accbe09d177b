"""The page of one statement: its fullest wording, and each outlet's own."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.corpus import Relation
from generator.model.parts import Link
from generator.model.views import StatementView, Wording
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show.citing import cite_statement
from generator.publish.show.frame import Frame, page, shortened
from generator.publish.show.going_on import goes_on
from generator.publish.show.wordings import compare, relation
from generator.publish.weave.sentence import attribution

if TYPE_CHECKING:
    from collections.abc import Container

    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement

_TITLE = 80  # letters of a statement that title its page


def statement_pages(frame: Frame, wanted: Container[str] | None = None) -> list[Page]:
    """Return the page of every statement, or of those whose ids are wanted."""
    by_id = frame.ledger.by_id
    return [_page(frame, by_id[key]) for key in by_id if wanted is None or key in wanted]


def _page(frame: Frame, statement: Statement) -> Page:
    path = urls.statement(statement.cluster.id)
    cards = frame.cards(path)
    card = cards.statement(statement)
    tongue = frame.tongue
    title = phrases.pair(tongue, card.voice.name, tongue.quoted(shortened(statement.words, _TITLE)))
    about = f"{tongue.quoted(statement.words)} {tongue.row((card.voice.name, card.reported))}"
    view = StatementView(
        shell=replace(
            frame.shell(path, title, about), title_language=card.language, description_language=card.language
        ),
        words=statement.words,
        form=card.form,
        language=card.language,
        voice=card.voice,
        day=card.day,
        told=card.told,
        first=cards.day(statement.saying.first) if statement.saying.first else None,
        otherwise=tongue.listed([tongue.day(day) for day in statement.saying.otherwise]),
        reported=_reported(frame, statement),
        partly=_partly(cards, statement),
        echoes=tuple(
            Link(frame.ledger.outlet_name(a), cards.to(urls.article(a.id))) for a in statement.echoes
        ),
        cite=cite_statement(frame, statement, card, urls.canonical(frame.ledger.settings.base_url, path)),
        corrected=frame.corrected(path),
        wordings=tuple(_wording(frame, cards, statement, member) for member in statement.members),
        said_of=cards.actors(a for a in statement.spoken_of if a in frame.ledger.actors),
    )
    return page(path, "statement", view)


def _reported(frame: Frame, statement: Statement) -> str:
    """Say who reports a statement: its reports are counted where not every outlet is stated."""
    named = all(frame.ledger.outlet_name(m.article) for m in statement.members)
    return frame.tongue.say("reported.by" if named else "reported.in", told=statement.reported)


def _partly(cards: Cards, statement: Statement) -> tuple[Link, ...]:
    """Return the outlets that have no more than a fragment."""
    members = (near.member for near in cards.nearest(statement).values())
    parts = (cards.outlet(m.article) for m in members if m.relation is Relation.FRAGMENT)
    return tuple(outlet for outlet in parts if outlet)


def _source(frame: Frame, cards: Cards, member: Shown) -> Link | None:
    """Return the outlet that has it from the same pen and was first, None where that is its own."""
    origin = frame.ledger.articles.get(member.origin)
    first, own = (cards.outlet(origin) if origin else None), cards.outlet(member.article)
    return first if first != own else None


def _goes_on(frame: Frame, cards: Cards, member: Shown) -> Link | None:
    after = goes_on(frame.ledger, member)
    if after is None:
        return None
    words, language = (
        cards.tongue.quoted(shortened(after.words, _TITLE)),
        frame.ledger.language(after.article),
    )
    return Link(words, cards.passage(after), language)


_compare = lru_cache(maxsize=64)(compare)  # outlets mostly have the same words


def _wording(frame: Frame, cards: Cards, statement: Statement, member: Shown) -> Wording:
    tongue = frame.tongue.quoting(frame.ledger.language(member.article))
    pieces, differs = _compare(statement.words, member.words, frame.ledger.corpus.hidden, tongue)
    return Wording(
        outlet=cards.outlet(member.article),
        title=frame.ledger.own_title(member.article)[0],
        href=cards.passage(member),
        language=frame.ledger.language(member.article),
        day=cards.day(frame.ledger.days[member.article.id]),
        said=cards.day(member.quote.said_on) if member.quote.said_on else None,
        relation=frame.tongue.say(f"relation.{relation(statement, member)}"),
        pieces=pieces,
        differs=differs,
        source=_source(frame, cards, member),
        origin=frame.origin(member),
        address=urls.external(member.article.front.url),
        goes_on=_goes_on(frame, cards, member),
        line=frame.beside.lines.get(member.quote.id, 0),
        within=() if member.quote.in_turn else attribution(member),
        in_turn=member.quote.in_turn,
    )
