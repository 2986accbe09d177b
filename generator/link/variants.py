"""Quotes -> statements: the same words, other words, a fragment of a longer wording.

What is compared with what: ``index``; whether two are one: ``evidence``; which of many are: ``groups``.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from generator.link.statements import Statements
from generator.link.wording import inside
from generator.model.corpus import Member, QuoteCluster, Relation, Verdicts
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.evidence import Item
    from generator.model.article import Article

FRAGMENT = 0.6  # of the fullest wording's words: less, and standing in it as they are, is a fragment


def clusters(articles: Sequence[Article], verdicts: Verdicts | None = None) -> tuple[QuoteCluster, ...]:
    """Return the statements of all articles; every unhidden quote in marks that has words is in one."""
    statements = Statements(verdicts or Verdicts())
    _, groups = statements.add(articles)
    made = [statement([statements.items[i] for i in group]) for group in groups]
    return tuple(sorted(made, key=lambda c: c.id))


def statement(group: Sequence[Item]) -> QuoteCluster:
    """Make a statement of wordings, the fullest first; it has the name that goes with its person."""
    fullest = group[0]
    voices = [item.quote.speaker for item in group if item.quote.speaker]
    person = next((v.person for v in voices if v.person), None)
    actor = next((v.actor for v in voices if v.actor), None)
    name = next((v.name for v in voices if v.person == person), None)
    members = tuple(Member(i.article, i.quote.id, _relation(i, fullest)) for i in group)
    ident = _ident(fullest, person or actor or "")
    return QuoteCluster(ident, fullest.quote.text, name, person, actor, members)


def _relation(item: Item, fullest: Item) -> Relation:
    if item.wording.words == fullest.wording.words:
        return Relation.SAME
    if len(item.wording.words) < FRAGMENT * len(fullest.wording.words) and inside(
        item.wording.words, fullest.wording.words
    ):
        return Relation.FRAGMENT
    return Relation.VARIANT


def _ident(fullest: Item, voice: str) -> str:
    """Make an id of the first words, the voice and the place of the fullest wording."""
    key = "\0".join((voice, " ".join(fullest.wording.words), fullest.quote.id))
    head = slug(" ".join(fullest.quote.text.split()[:6]))[:48].strip("-")
    return f"{head}-{blake2b(key.encode(), digest_size=4).hexdigest()}".lstrip("-")
