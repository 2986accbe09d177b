"""What the desk puts first: reports and statements by their ids, in the order of site.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.forms.fields import did_you_mean, if_published
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.parts import Pinned
from generator.publish.tally.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.article import Article
    from generator.model.corpus import Corpus
    from generator.model.text import Location
    from generator.publish.show.cards import Cards
    from generator.publish.tally.ledger import Ledger


def pinned(ledger: Ledger, ids: Iterable[str]) -> tuple[Article | Statement, ...]:
    """Return what ids name, each thing once; an id that names nothing is passed over.

    A statement is named by its own id, by one that it had before, or by the id of one of its quotations.
    """
    moved = dict(ledger.corpus.moved)
    found: dict[str, Article | Statement] = {}
    for ident in ids:
        statement = ledger.by_id.get(moved.get(ident, ident)) or ledger.statement_of.get(ident)
        if ident in ledger.articles:
            found[ident] = ledger.articles[ident]
        elif statement is not None:
            found[statement.cluster.id] = statement
    return tuple(found.values())


def as_card(cards: Cards, thing: Article | Statement) -> Pinned:
    """Return a report or a statement as it stands in a list of both."""
    if isinstance(thing, Statement):
        return Pinned(statement=cards.statement(thing))
    return Pinned(report=cards.report(thing))


def ranks(ledger: Ledger) -> Mapping[str, int]:
    """Return the place of each pinned statement among the pinned, by its id."""
    settings = ledger.settings
    ids = (*([settings.lead] if settings.lead else []), *settings.pinned)
    things = pinned(ledger, ids) if ids else ()
    return {thing.cluster.id: n for n, thing in enumerate(things) if isinstance(thing, Statement)}


def pin_faults(corpus: Corpus, pins: Iterable[tuple[str, Location]]) -> tuple[Diagnostic, ...]:
    """Return an error for each pin to what is not shown."""
    known = {a.id for a in corpus.articles} | {c.id for c in corpus.clusters}
    known |= {old for old, _ in corpus.moved} | {m.quote for c in corpus.clusters for m in c.members}
    told = []
    for ident, where in pins:
        if ident not in known:
            hint = (
                if_published(ident, corpus.drafts)
                or did_you_mean(ident, tuple(sorted(known)))
                or "give the id of a report or a statement, the last part of the address of its page"
            )
            message = f'no report, statement or quotation that is shown has the id "{ident}"'
            told.append(Diagnostic(where, Severity.ERROR, "unknown-pin", message, hint))
    return tuple(told)
