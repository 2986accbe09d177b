"""Speakers whom a report names by their office alone -> the person who held it on that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from generator.link.holders import Holders
from generator.link.offices import described, folded, forms_of, office_of, owner_at
from generator.model.article import READ, Article
from generator.model.text import Span, slug

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.link.holders import Holder
    from generator.link.offices import Description
    from generator.model.findings import Quote, Speaker

_NEAR = 1  # paragraphs from a name on to "the minister", who is the one named
_BESIDE = 100  # letters before and behind a description in which it may go on
_OF = re.compile(r"\s+(of|for)\s+(?=\S)")
_OWNED = re.compile(r"[’']s?\s+$")
_OWNER = re.compile(r"(?!The\b)[A-Z].*|.+[’']s?")


def with_incumbents(article: Article, holders: Holders) -> Article:
    """Return an article whose speakers by an office are those who held it; an editor's word stays."""
    told = _Report(article, holders)
    quotes = tuple(map(told.quote, article.quotes))
    return article if quotes == article.quotes else replace(article, quotes=quotes)


@dataclass(frozen=True)
class _Report:
    """An article whose descriptions are read."""

    article: Article
    holders: Holders

    def quote(self, quote: Quote) -> Quote:
        day = quote.said_on or (self.article.front.published or "")[:10]
        if not _is_day(day):
            return quote
        speaker = quote.speaker and self._speaker(quote.speaker, day)
        found = quote.found and self._speaker(quote.found, day)
        if speaker == quote.speaker and found == quote.found:
            return quote
        return replace(quote, speaker=speaker, found=found)

    def _speaker(self, s: Speaker, day: str) -> Speaker:
        if s.person or s.rule == "editor":
            return s
        words = self._whole(s)
        fits = self._fitting(s, words, day) if words else []
        ids = {h.person.id for h in fits}
        held = next((h for h in fits if h.held_on(day)), None)
        if held is None or len(ids) > 1 or _is_apart(held, words):
            return s
        p = held.person
        return replace(s, name=p.name, person=p.id, actor=p.actor or held.actor, described=words)

    def _fitting(self, s: Speaker, words: str, day: str) -> list[Holder]:
        """Return whom a description may mean: one, or nobody can tell."""
        called = self.holders.called(folded(words).removeprefix("the "), s.actor, day)
        if called:
            return called
        told = described(words, self.holders.owners)
        if told is None:
            return []
        owners = self.holders.owners.get(told.owner, ())
        if s.actor is None and not told.owner:
            return self._named_before(s, told, day)
        if s.actor is None and len(owners) == 1:
            return self._unless_another(owners[0], told, day)
        if s.actor is None or (told.owner and s.actor not in owners):
            return []
        return self._unless_another(s.actor, told, day)

    def _unless_another(self, actor: str, told: Description, day: str) -> list[Holder]:
        """Return who held an actor's office, nobody where the report introduces another with it."""
        fits = self.holders.in_office(told.office, actor, day)
        others = self._introduced(told.office, actor) - {h.person.id for h in fits}
        return [] if others else fits

    def _introduced(self, office: str, actor: str | None) -> set[str]:
        """Return the people whom the report itself introduces with an office of an actor."""
        return {
            m.person
            for m in self.article.mentions
            if m.person and m.role and (actor is None or m.actor in (actor, None))
            if office_of(m.role, self.holders.owners) == office
        }

    def _named_before(self, s: Speaker, told: Description, day: str) -> list[Holder]:
        """Return who is named shortly before "the minister", if the report is about no other such office."""
        fits = self.holders.of_any(told.office, day)
        people = {m.person for m in self.article.mentions}
        actors = {m.actor for m in self.article.mentions}
        about = [h for h in fits if h.person.id in people or h.actor in actors]
        ids = {h.person.id for h in about} | self._introduced(told.office, None)
        if len(ids) != 1 or not about or s.mention is None or self._is_of_others(about[0], told.office):
            return []
        at = s.mention.start
        before = [m.span.start for m in self.article.mentions if m.person in ids and m.span.start < at]
        near = before and self._paragraph(at) - self._paragraph(max(before)) <= _NEAR
        return about if near and not self._another_between(max(before), at) else []

    def _another_between(self, name: int, at: int) -> bool:
        """Tell whether somebody of whom no office is told is named nearer, who may be meant."""
        between = [m for m in self.article.mentions if m.person and name < m.span.start < at]
        return any(m.role is None for m in between)

    def _is_of_others(self, holder: Holder, office: str) -> bool:
        """Tell whether the report tells of such an office of somebody else: "the Northland minister"."""
        text, owners = self.article.text, self.holders.owners
        own = {form for form, ids in owners.items() if holder.actor in ids}
        either = "|".join(r"[\s-]+".join(map(re.escape, form.split())) for form in forms_of(office))
        found = re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text, re.IGNORECASE)
        return any(_is_of_another(text, Span(*m.span()), own) for m in found)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at)

    @cached_property
    def _paragraphs(self) -> list[int]:
        return sorted(b.span.start for b in self.article.blocks if b.role in READ)

    def _whole(self, s: Speaker) -> str:
        """Return a description with what it goes on to say and whose the office is, "" where that is unknown.

        "The president" before "of the council" is not that of a state.
        """
        at, text = s.mention, self.article.text
        if at is None or not folded(s.name).endswith(folded(at.of(text))):
            return s.name
        before, behind = text[max(0, at.start - _BESIDE) : at.start], text[at.end : at.end + _BESIDE]
        further = _OF.match(behind)
        if further:
            owner = owner_at(folded(behind[further.end() :]).split(), self.holders.owners)
            if not owner:
                return "" if further[1] == "of" else s.name
            return f"{s.name} {further[1]} {owner}"
        if folded(s.name) == folded(at.of(text)) and _OWNED.search(before):
            owner = _name_before(before.split(), self.holders.owners)
            return f"{owner} {s.name}".strip()
        return s.name


def _is_of_another(text: str, office: Span, own: Container[str]) -> bool:
    """Tell whether the words before or behind an office say that it is of somebody without these names."""
    before = text[max(0, office.start - _BESIDE) : office.start].rstrip(" ").split(" ")
    if _OWNER.fullmatch(before[-1]) and not _name_before(before, own):
        return True
    behind = _OF.match(text, office.end)
    if behind is None or behind[1] != "of":
        return False
    return not owner_at(folded(text[behind.end() : behind.end() + _BESIDE]).split(), own)


def _name_before(words: Sequence[str], owners: Container[str]) -> str:
    """Return the longest of some words' ends that is the name of an owner, "" where none is."""
    ends = (" ".join(words[n:]) for n in range(len(words)))
    bare = ((end, folded(end).removesuffix("'s").removesuffix("'").removeprefix("the ")) for end in ends)
    return next((end for end, name in bare if name in owners), "")


def _is_apart(holder: Holder, words: str) -> bool:
    """Tell whether the person's file says that a description is somebody else's ("not_same_as")."""
    ident = slug(words)
    return not {ident, f"{ident}-{holder.actor}"}.isdisjoint(holder.person.not_same_as)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
