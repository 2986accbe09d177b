"""Who and what a text names, within quotations too: people of its cast, actors, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.analyse.cast import Cast
from generator.analyse.names import Nominal, nominals
from generator.analyse.passages import Passage
from generator.analyse.tokens import tokens
from generator.model.article import CleanText
from generator.model.findings import Kind, Mention
from generator.model.text import slug


def mentions_of(clean: CleanText, read: Sequence[Passage], cast: Cast) -> tuple[Mention, ...]:
    """Return the mentions in the order of the text.

    A form that often means something else counts only where a surer one of the same actor stands in
    the text too.
    """
    pairs = [(n, m) for n in _nominals(clean, read) for m in _mention(n, cast)]
    sure = {m.actor for n, m in pairs if not n.risky and m.actor}
    spoken = {a for a in (cast.actor_of(m) for m in cast.members if m.known) if a}
    kept = [m if m.actor is None or not n.risky or m.actor in sure | spoken else replace(m, kind=Kind.PLACE, actor=None) for n, m in pairs]  # noqa: E501
    return tuple(sorted(kept, key=lambda m: (m.span, m.name)))


def _nominals(clean: CleanText, read: Sequence[Passage]) -> Iterator[Nominal]:
    for passage in read:
        for sentence in passage.sentences:
            yield from sentence.noms
        for _, mark in passage.marks:
            yield from nominals(tokens(clean.text, mark.span.start, mark.span.end), opening=False)


def _mention(n: Nominal, cast: Cast) -> Iterable[Mention]:
    if n.sort == "person":
        member = cast.find(n.name)
        if member is not None and member.known:
            yield Mention(n.core, member.name, Kind.PERSON, slug(member.name), cast.actor_of(member), member.role)
    elif n.sort == "actor":
        who = cast.resolve(n)
        if who is not None and who.actor is not None:
            yield Mention(n.core, n.name, Kind.ACTOR, None, who.actor)
    elif n.sort == "place":
        yield Mention(n.core, n.name, Kind.PLACE)
