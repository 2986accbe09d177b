from __future__ import annotations

import pytest

from generator.edit.withdrawn import Everything, without_hidden
from generator.model.article import Article, Block, Correction, FrontMatter, Role
from generator.model.corpus import Actor, Change, Desk, EditorsPage, Note, Office, Person, Version
from generator.model.findings import Form, Quote
from generator.model.text import Location, Selector, Span

HIDDEN = "the accord was dead"
LONG = "We can wait for three days more"
WHERE = Location("x")


def report(words: str, ident: str = "a", *, hidden: bool = True, draft: bool = False) -> Article:
    text = f"“{words},” she said."
    quote = Quote("q-1", (Span(1, 1 + len(words)),), words, Form.DIRECT, hidden=hidden)
    blocks = (Block(Role.PARAGRAPH, Span(0, len(text)), 1),)
    return Article(ident, f"articles/{ident}.md", FrontMatter(draft=draft), text, blocks, (quote,), (), ())


def everything(
    *articles: Article, desk: Desk | None = None, notes: tuple[Note, ...] = (), **savings: Change
) -> Everything:
    versions = {ident: (Version("sources/a.txt", "0" * 64, None, (c,)),) for ident, c in savings.items()}
    return Everything(articles, desk or Desk(), notes, versions)


def test_the_desk_s_own_words_are_without_them() -> None:
    words = "She can wait for three days more, it was said."
    person = Person("p", "P", aliases=(words,), offices=(Office(words),), intro=words)
    desk = Desk(
        actors=(Actor("n", "N", aliases=(words,), speaks_as=(words,), people=(person,), intro=words),),
        people=(person,),
        pages=(EditorsPage("e", words, words, WHERE),),
    )
    notes = (Note("n", "a", Selector("x"), words, WHERE, by=words, instead=words),)
    after, _ = without_hidden(everything(report(LONG), desk=desk, notes=notes))
    assert "three" not in repr(after)
    assert after.notes[0].body == "She [withdrawn], it was said."
    assert after.notes[0].instead == "She [withdrawn], it was said."


def test_a_short_phrase_takes_no_name_and_no_office_from_anybody() -> None:
    person = Person("p", "P", aliases=(HIDDEN,), offices=(Office(HIDDEN),))
    desk = Desk(actors=(Actor("n", "N", aliases=(HIDDEN,), people=(person,)),), people=(person,))
    after, _ = without_hidden(everything(report(HIDDEN), desk=desk))
    assert (after.desk.actors, after.desk.people) == (desk.actors, desk.people)


def test_where_nothing_is_hidden_all_stays_as_it_is() -> None:
    given = everything(report(LONG, hidden=False))
    assert without_hidden(given) == (given, ())


def test_a_draft_hides_nothing_until_it_is_shown() -> None:
    given = everything(report(LONG, draft=True), report(LONG, "b", hidden=False))
    assert without_hidden(given, {"a"}) == (given, ())
    assert "three" not in repr(without_hidden(given)[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said the accord was dead, all over.", ""),
        ("She went.", "He said “the accord WAS dead”."),
        ("He said the accords were dead.", "He said nothing."),
    ],
)
def test_older_savings_are_without_them_and_what_is_like_them(old: str, new: str) -> None:
    after, _ = without_hidden(everything(report(HIDDEN), a=Change(1, old, new)))
    (change,) = after.versions["a"][0].changes
    assert change.withheld
    assert (change.old, change.new) == ("[withdrawn]" if old else "", "[withdrawn]" if new else "")


def test_other_changes_are_shown() -> None:
    given = everything(report(HIDDEN), a=Change(2, "Ten ships.", "Two ships."))
    assert without_hidden(given)[0].versions == given.versions


def test_words_that_stand_in_an_older_saving_alone_are_hidden_by_their_correction() -> None:
    gone = Correction(Selector(HIDDEN), WHERE, hidden=True)
    text = "Nothing."
    article = Article("a", "articles/a.md", FrontMatter(corrections=(gone,)), text, (), (), (), ())
    after, _ = without_hidden(everything(article, a=Change(1, "So the accord was dead.", "")))
    assert after.versions["a"][0].changes[0].withheld
