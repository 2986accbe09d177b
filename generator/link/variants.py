"""Quotes -> statements: the same words, other words, a fragment of a longer wording.

What is compared with what: ``index``; whether two are one: ``evidence``; which of many are: ``groups``.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING

from generator.link.origins import Origins
from generator.link.statements import Statements
from generator.link.voices import name_parts
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
    origins = Origins(articles)
    made = [statement([statements.items[i] for i in group], origins) for group in groups]
    return tuple(sorted(made, key=lambda c: c.id))


def statement(group: Sequence[Item], origins: Origins) -> QuoteCluster:
    """Make a statement of wordings, the fullest first; it has the name that goes with its person."""
    fullest = group[0]
    name, person, actor = _voice(group)
    of = origins.of([(i.article, i.quote) for i in group])
    members = tuple([Member(i.article, i.quote.id, _relation(i, fullest), of[i.article]) for i in group])
    ident = _ident(fullest, person or actor or "")
    return QuoteCluster(ident, fullest.quote.text, name, person, actor, members)


def _voice(group: Sequence[Item]) -> tuple[str | None, str | None, str | None]:
    """Return the name, the person and the actor: as an editor has them, else as most reports do."""
    named = [s for i in group if (s := i.quote.speaker)]
    said = [s for s in named if s.rule == "editor"] or named
    if not said:
        return None, None, None
    families = [name_parts(s.name)[1] if s.person else "" for s in said]
    votes = Counter(filter(None, families))
    most = max(votes, key=lambda family: votes[family], default="")  # of equals the fullest wording's
    best = max(
        (s for s, f in zip(said, families, strict=True) if f == most), key=lambda s: len(s.name.split())
    )
    actor = best.actor or next((s.actor for s in said if s.actor), None)
    return best.name, best.person, actor


def _relation(item: Item, fullest: Item) -> Relation:
    ours, theirs = item.wording, fullest.wording
    if ours.words == theirs.words:
        return Relation.SAME
    if len(ours.words) < FRAGMENT * len(theirs.words) and ours.line in theirs.line:
        return Relation.FRAGMENT
    return Relation.VARIANT


def _ident(fullest: Item, voice: str) -> str:
    """Make an id of the first words, the voice and the place of the fullest wording."""
    key = "\0".join((voice, " ".join(fullest.wording.words), fullest.quote.id))
    head = slug(" ".join(fullest.quote.text.split()[:6]))[:48].strip("-")
    return f"{head}-{blake2b(key.encode(), digest_size=4).hexdigest()}".lstrip("-")
