"""What editors wrote beside the articles: actors, people, notes and pages, from text to values.

No disk: a file's text, its path as it is shown and its id go in, one value and what is wrong come out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.forms import tables
from generator.forms.front import Opened, open_form
from generator.model.corpus import Actor, EditorsPage, Note, Office, Person
from generator.model.diagnostic import Outcome
from generator.model.text import Location, Selector, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.forms.records import Row

_HEADING = re.compile(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")


def read_actor(text: str, path: str, id_: str) -> Outcome[Actor]:
    """Read content/actors/<id>.md; no value where it has no name."""
    opened = open_form(text, path, tables.ACTOR)
    row = opened.row
    if not row.whole:
        return Outcome(None, opened.diagnostics)
    actor = Actor(
        id=id_,
        name=row.text("name") or "",
        kind=row.text("kind") or "organisation",
        aliases=row.texts("aliases"),
        speaks_as=row.texts("speaks_as"),
        people=_people(opened, id_),
        intro=opened.body.strip(),
        location=Location(path),
        body_line=_begins(opened),
        draft=row.flag("draft") or False,
    )
    return Outcome(actor, opened.diagnostics)


def read_person(text: str, path: str, id_: str) -> Outcome[Person]:
    """Read content/people/<id>.md; no value where it has no name.

    The person's place is where the actor is named, for that may have to be mended.
    """
    opened = open_form(text, path, tables.PERSON)
    row = opened.row
    if not row.whole:
        return Outcome(None, opened.diagnostics)
    person = Person(
        id=id_,
        name=row.text("name") or "",
        aliases=row.texts("aliases"),
        actor=row.text("actor"),
        offices=_offices(row, opened),
        intro=opened.body.strip(),
        same_as=row.texts("same_as"),
        not_same_as=row.texts("not_same_as"),
        location=opened.sheet.location(row.places["actor"]) if "actor" in row.places else Location(path),
        body_line=_begins(opened),
        places=tuple(_places(opened, "same_as")) + tuple(_places(opened, "not_same_as")),
        draft=row.flag("draft") or False,
    )
    return Outcome(person, opened.diagnostics)


def _places(opened: Opened, key: str) -> Iterator[tuple[str, Location]]:
    """Yield each id of a list with the place where it stands."""
    row, sheet = opened.row, opened.sheet
    at = row.places.get(key, 0)
    for ident in row.texts(key):
        found = re.compile(rf"(?<![\w.-]){re.escape(ident)}(?![\w.-])").search(sheet.text, at)
        yield ident, sheet.location(found.start() if found else at)


def read_note(text: str, path: str, id_: str) -> Outcome[Note]:
    """Read content/notes/<name>.md; no value where it does not say which passage it is about.

    The note's place is where its passage is named, for that is what may have to be mended; the place of
    the report's id is kept beside it.
    """
    opened = open_form(text, path, tables.NOTE)
    row, sheet = opened.row, opened.sheet
    at = row.row("at")
    if not row.whole or at is None:
        return Outcome(None, opened.diagnostics)
    if not opened.body.strip():
        sheet.warn("empty-note", row.at, "the note has no words", 'write them below the closing "---"')
    note = Note(
        id=id_,
        article=row.text("article") or "",
        at=Selector(at.text("exact") or "", at.text("prefix") or "", at.text("suffix") or ""),
        body=opened.body.strip(),
        location=sheet.location(row.places["at"]),
        by=row.text("by"),
        kind=row.text("kind") or "context",
        date=row.text("date"),
        body_line=_begins(opened),
        public=row.text("audience") != "desk",
        article_at=sheet.location(row.places["article"]),
        instead=row.text("instead"),
    )
    return Outcome(note, opened.diagnostics)


def read_page(text: str, path: str, id_: str) -> Outcome[EditorsPage]:
    """Read content/pages/<id>.md; without a title its first heading is the title, else its id."""
    opened = open_form(text, path, tables.PAGE)
    title = opened.row.text("title")
    heading = _HEADING.match(opened.body)
    if title is None and heading:
        title = heading.group(1)
        opened = opened.below(heading.end())
    page = EditorsPage(
        id=id_,
        title=title or id_.replace("-", " "),
        body=opened.body.strip(),
        location=Location(path),
        body_line=_begins(opened),
        draft=opened.row.flag("draft") or False,
    )
    return Outcome(page, opened.diagnostics)


def _begins(opened: Opened) -> int:
    """Return the line of the file on which the first words of the body stand."""
    blank = opened.body[: len(opened.body) - len(opened.body.lstrip())]
    return opened.body_line + blank.count("\n")


def _people(opened: Opened, actor: str) -> tuple[Person, ...]:
    """Make a person of each name; one name on several lines is one person with several offices."""
    people: dict[str, Person] = {}
    for row in opened.row.rows("people"):
        name = row.text("name") or ""
        id_ = slug(name)
        place = row.places["name"]
        if not id_:
            message = f'"{name}" has no letters or digits of which an id can be made'
            opened.sheet.error("bad-value", place, message, "write it in Latin letters, and this as an alias")
            continue
        before = people.get(id_)
        people[id_] = Person(
            id=id_,
            name=before.name if before else name,
            aliases=tuple(dict.fromkeys((*(before.aliases if before else ()), *row.texts("aliases")))),
            actor=actor,
            offices=(*(before.offices if before else ()), *_offices(row, opened)),
            location=before.location if before else opened.sheet.location(place),
        )
    return tuple(people.values())


def _offices(row: Row, opened: Opened) -> tuple[Office, ...]:
    role, begins, ends = row.text("role"), row.text("from"), row.text("to")
    if begins and ends and ends < begins:
        message = f'to: "{ends}" lies before from: "{begins}"'
        opened.sheet.error("bad-date", row.places["to"], message, "exchange the two, or mend one")
        begins = ends = None
    return (Office(role, begins, ends),) if role else ()
