"""The ids that statements had before editors joined, parted or corrected them: old addresses lead on.

A statement's id is made of its fullest wording and of who speaks. So whatever a wording of it would have
been called alone, as it was found or as it is now, was its address once, or that of a statement that is
part of it now. Only what editors touched is looked at: all else has the address that it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.engine.memory import once, settled
from generator.knowledge.spelling import pieces
from generator.link.variants import ident_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.article import Article
    from generator.model.corpus import Person, QuoteCluster, Verdicts
    from generator.model.findings import Quote, Speaker


def former_ids(
    articles: Mapping[str, Sequence[Article]],
    people: Iterable[Person],
    clusters: Sequence[QuoteCluster],
    verdicts: Verdicts,
) -> tuple[tuple[str, str], ...]:
    """Return pairs of an id that no statement has any more and the id of the statement to which it leads.

    ``articles`` are those "found", with everybody under the id of their report, and those "joined".
    """
    taken = settled("taken", frozenset(old for p in people for old in p.same_as))
    told = {quote for pair in (*verdicts.same, *verdicts.different) for quote in pair}
    both = zip(articles["found"], articles["joined"], strict=True)
    if not told and not any(once(_are_touched, *pair, taken) for pair in both):
        return ()
    before = {q.id: q for a in articles["found"] for q in a.quotes}
    now = {q.id: q for a in articles["joined"] for q in a.quotes}
    here = {c.id for c in clusters}
    pairs = {}
    for cluster in clusters:
        members = [(before[m.quote], now[m.quote]) for m in cluster.members]
        joined = any(now.id in told for _, now in members)
        touched = [pair for pair in members if joined or _is_touched(*pair, taken)]
        for pair in [*_fullest(members), *touched] if touched else ():
            pairs.update(dict.fromkeys(_ids(*pair, cluster), cluster.id))
    return tuple(sorted((old, new) for old, new in pairs.items() if old not in here))


def _fullest(members: Sequence[tuple[Quote, Quote]]) -> list[tuple[Quote, Quote]]:
    """Return the quotation of which the id is made: the first, or the second where the first only leads.

    Both, where they are of one length.
    """
    first = members[:2]
    words = [sum(map(len, pieces(now.text))) for _, now in first]
    return [pair for pair, count in zip(first, words, strict=True) if count == max(words)]


def _are_touched(before: Article, now: Article, taken: frozenset[str]) -> bool:
    """Tell whether editors touched a quotation of a report; it has the same ones before and now."""
    return any(_is_touched(b, n, taken) for b, n in zip(before.quotes, now.quotes, strict=True))


def _is_touched(before: Quote, now: Quote, taken: frozenset[str]) -> bool:
    if now.said_by_editor or (now.speaker and now.speaker.described):  # an actor's file names the person
        return True
    return before.speaker is not None and before.speaker.person in taken


def _ids(before: Quote, now: Quote, cluster: QuoteCluster) -> Iterator[str]:
    speakers = [before.speaker, now.speaker]
    if now.found or (now.speaker and now.speaker.rule == "editor"):  # who may have stood in nobody's place
        speakers += [before.found, now.found]
    voices = {cluster.person or cluster.actor or "", *map(_voice, speakers)}
    texts = {now.text, now.found_text} - {""}
    yield from (ident_of(now.id, text, voice) for text in texts for voice in voices)


def _voice(speaker: Speaker | None) -> str:
    return (speaker.person or speaker.actor or "") if speaker else ""
