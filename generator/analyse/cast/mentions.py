"""Who and what a text names, within quotations too: people of its cast, actors, places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analyse.cue.passages import parse
from generator.analyse.word.lexicon import Sort
from generator.analyse.word.words import listed
from generator.model.findings import Kind, Mention
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.cast.cast import Cast
    from generator.analyse.cue.passages import Passage
    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token
    from generator.model.article import CleanText

_WHERE = listed("in near outside inside around across")
_TRUST = listed("trust confidence faith belief believe believes believed interest interested")


def mentions_of(clean: CleanText, read: Sequence[Passage], cast: Cast) -> tuple[Mention, ...]:
    """Return the mentions in the order of the text.

    A form that often means something else counts only where a surer one of the same actor stands in
    the text too; a city where something happens is a place, not the state that it may speak for.
    """
    pairs = [(n, m) for n, base in _nominals(clean, read) if (m := _mention(n, base, cast))]
    sure = {m.actor for n, m in pairs if not n.risky and m.actor}
    sure |= {a for a in (cast.actor_of(m) for m in cast.members if m.known) if a}
    kept = [
        replace(m, kind=Kind.PLACE, actor=None) if n.risky and m.actor and m.actor not in sure else m
        for n, m in pairs
    ]
    return tuple(sorted(kept, key=lambda m: (m.span.start, m.span.end, m.name)))


def _nominals(clean: CleanText, read: Sequence[Passage]) -> Iterator[tuple[Nominal, int]]:
    """Yield every nominal with the place from which its span counts."""
    for passage in read:
        for placed in passage.sentences:
            sentence = placed.clause.sentence
            for n in _placed(sentence.toks, sentence.noms):
                yield n, placed.base
        for _, mark in passage.marks:
            toks, noms = parse(mark.span.of(clean.text), opening=False)
            for n in _placed(toks, noms):
                yield n, mark.span.start


def _placed(toks: Sequence[Token], noms: Sequence[Nominal]) -> Iterator[Nominal]:
    """Yield nominals, seats that only say where as places: "in Oslo and Rome", "at the White House"."""
    place = -1  # the last token of the place before
    for n in noms:
        if n.entry is Sort.SEAT and not n.possessive and (_located(toks, n) or _joins(toks, n, place)):
            place = n.last
            yield replace(n, sort="place", actors=())
        else:
            yield n


def _located(toks: Sequence[Token], n: Nominal) -> bool:
    """Tell whether a word for a place leads to a seat: not "trust in Oslo", "anger at Oslo"."""
    building = toks[n.first].low == "the" or (n.first > 0 and toks[n.first - 1].low == "the")
    at = n.first - 1 - (building and toks[n.first].low != "the")
    if at < 0:
        return False
    before = toks[at - 1].low if at else ""
    return (toks[at].low in _WHERE and before not in _TRUST) or (building and toks[at].low == "at")


def _joins(toks: Sequence[Token], n: Nominal, place: int) -> bool:
    return 0 <= place == n.first - 2 and toks[n.first - 1].low in ("and", "or", ",")


def _mention(n: Nominal, base: int, cast: Cast) -> Mention | None:
    if n.sort == "person":
        m = cast.find(n.name)
        if m is None or not m.known:
            return None
        actor = cast.actor_of(m)
        return Mention(n.core.moved(base), m.name, Kind.PERSON, slug(m.name), actor, m.role)
    if n.sort == "actor":
        actor = _actor(n, cast)
        return Mention(n.core.moved(base), n.name, Kind.ACTOR, None, actor) if actor else None
    return Mention(n.core.moved(base), n.name, Kind.PLACE) if n.sort == "place" else None


def _actor(n: Nominal, cast: Cast) -> str | None:
    """Return whose a name or an adjective is: "the Danish navy" names Denmark, though it does not speak."""
    if n.entry is Sort.DEMONYM:
        return n.actors[0]
    who = cast.resolve(n)
    return who.actor if who else None
