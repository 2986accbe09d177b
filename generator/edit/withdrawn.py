"""All that goes on to the site without what editors hid: articles, older savings, the desk's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.edit.withhold import (
    PHRASE,
    Withheld,
    hidden_words,
    told_of_withheld,
    withheld,
    withhold,
)
from generator.edit.wordings import folded
from generator.engine.memory import once, settled
from generator.model.article import WITHDRAWN, Article
from generator.model.corpus import Actor, Desk, Note, Person, Version

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.model.corpus import Change
    from generator.model.diagnostic import Diagnostic

_ALIKE: Final = 75  # of 100: what is more like hidden words than this may be an earlier form of them


@dataclass(frozen=True, slots=True)
class Everything:
    """What there is to be shown; ``versions`` are the savings of each article by its id."""

    articles: tuple[Article, ...]
    desk: Desk
    notes: tuple[Note, ...]
    versions: Mapping[str, tuple[Version, ...]]


def without_hidden(
    everything: Everything, drafts: Container[str] = frozenset()
) -> tuple[Everything, tuple[Diagnostic, ...]]:
    """Take what editors hid out of everything; ``drafts`` are ids of articles that are not shown.

    An editor is told what else is withheld for its words.
    """
    shown = [a for a in everything.articles if a.id not in drafts]
    known = settled("withheld", withheld(shown))
    if known is None:
        return everything, ()
    kept = {a.id: once(withhold, a, known) for a in everything.articles}
    words = {a.id: tuple(hidden_words(a)) for a in everything.articles}
    versions = {
        ident: tuple(_version(v, known, words.get(ident, ())) for v in savings)
        for ident, savings in everything.versions.items()
    }
    notes = tuple(_note(n, known) for n in everything.notes)
    desk = _desk(everything.desk, known)
    told = told_of_withheld(shown, [kept[a.id] for a in shown])
    return Everything(tuple(kept.values()), desk, notes, versions), told


def _note(note: Note, known: Withheld) -> Note:
    by, instead = (words and known.redact(words) for words in (note.by, note.instead))
    return replace(note, body=known.redact(note.body), by=by, instead=instead)


def _desk(desk: Desk, known: Withheld) -> Desk:
    """Return what editors wrote beside the articles without what is withheld."""
    pages = (replace(p, title=known.redact(p.title), body=known.redact(p.body)) for p in desk.pages)
    return replace(
        desk,
        hidden=tuple(sorted(" ".join(words) for words in known.short)),
        actors=tuple(_actor(a, known) for a in desk.actors),
        people=tuple(_person(p, known) for p in desk.people),
        pages=tuple(pages),
    )


def _actor(actor: Actor, known: Withheld) -> Actor:
    names = known.runs_alone()
    return replace(
        actor,
        intro=known.redact(actor.intro),
        aliases=tuple(filter(names.keeps, actor.aliases)),
        speaks_as=tuple(filter(names.keeps, actor.speaks_as)),
        people=tuple(_person(p, known) for p in actor.people),
    )


def _person(person: Person, known: Withheld) -> Person:
    names = known.runs_alone()
    return replace(
        person,
        intro=known.redact(person.intro),
        aliases=tuple(filter(names.keeps, person.aliases)),
        offices=tuple(replace(o, role=names.redact(o.role)) for o in person.offices),
    )


def _version(version: Version, known: Withheld, hidden: Sequence[str]) -> Version:
    return replace(version, changes=tuple(_change(c, known, hidden) for c in version.changes))


def _change(change: Change, known: Withheld, hidden: Sequence[str]) -> Change:
    """Return a changed paragraph, or that it is not shown: an older saving may have the words otherwise."""
    sides = (change.old, change.new)
    if all(known.keeps(side) and not any(_is_like(words, side) for words in hidden) for side in sides):
        return change
    old, new = (WITHDRAWN if side else "" for side in sides)
    return replace(change, old=old, new=new, withheld=True)


def _is_like(hidden: str, side: str) -> bool:
    """Tell whether a paragraph has in it what was hidden, or something so like it that it may be the same."""
    ours, theirs = folded(hidden), folded(side)
    words, text = " ".join(ours), " ".join(theirs)
    if not words or not text:
        return False
    if f" {words} " in f" {text} ":
        return True
    from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 - 50 ms, only where words were hidden

    alike = len(ours) >= PHRASE and len(text) >= len(words) / 2
    return alike and partial_ratio(words, text) >= _ALIKE
