from __future__ import annotations

from dataclasses import replace

from generator.edit.outspoken import Said, outspoken
from generator.model.article import Article, Correction, FrontMatter
from generator.model.corpus import Actor, Desk, EditorsPage, Note, Person
from generator.model.text import Location, Selector

LONG = "We can wait for three days more"
SHORT = "very serious indeed"


def hiding(*words: str) -> Article:
    corrections = tuple(
        Correction(Selector(exact), Location("articles/a.md"), hidden=True) for exact in words
    )
    return Article("a", "articles/a.md", FrontMatter(corrections=corrections), "Text.", (), (), (), ())


def told(desk: Desk, *said: Said) -> list[tuple[str, str, int, str]]:
    found = outspoken([hiding(LONG, SHORT)], desk, said)
    return [(d.code, d.location.path, d.location.line, d.message) for d in found]


def test_where_nothing_is_hidden_nothing_is_said() -> None:
    assert outspoken([hiding()], Desk(), [Said(Location("site.yaml", 2), "the title", LONG)]) == ()


def test_each_place_is_named_with_its_line() -> None:
    place = Location("site.yaml", 4, 9)
    found = told(
        Desk(),
        Said(place, "the licence of an outlet", f"Read on: {LONG}."),
        Said(place, "another name of an outlet", SHORT),
        Said(place, "a theme", "one: two\nthree: Can wa<b>it</b> for three days, more\n"),
        Said(place, "the title of the site", "We can wait for nights"),
        Said(place, "the title of the site", f"It is “{SHORT}”", long=False),
    )
    message = "words of a hidden quotation stand in {}, and are shown"
    assert found == [
        ("withheld-desk", "site.yaml", 4, message.format("the licence of an outlet")),
        ("withheld-desk", "site.yaml", 5, message.format("a theme")),
        ("withheld-desk", "site.yaml", 4, message.format("the title of the site")),
    ]


def test_names_and_the_names_of_files_are_looked_at() -> None:
    ident = "we-can-wait-for-three-days"
    here = [Location(f"{name}.md", 3) for name in ("actor", "person", "page", "note", "other")]
    desk = Desk(
        actors=(Actor("x", f"{LONG} Union", people=(Person("y", f"Of {LONG}"),), location=here[0]),),
        people=(Person("z", LONG, location=here[1]), Person("ada", "Ada Berg", location=here[4])),
        pages=(EditorsPage(ident, "A", "", here[2]),),
        notes=(Note(ident, "a", Selector("x"), "", here[3]),),
    )
    assert [(code, path, line) for code, path, line, _ in told(desk)] == [
        ("withheld-desk", "actor.md", 3),
        ("withheld-desk", "actor.md", 3),
        ("withheld-desk", "person.md", 3),
        ("withheld-name", "note.md", 1),
        ("withheld-name", "page.md", 1),
    ]


def test_the_outlet_that_a_report_names_is_looked_at() -> None:
    hides = hiding(LONG)
    named = replace(hides, path="articles/b.md", front=FrontMatter(outlet=f"The {LONG} Post"))
    (found,) = outspoken([hides, named], Desk(), ())
    assert (found.code, found.location.path) == ("withheld-desk", "articles/b.md")
