from __future__ import annotations

from dataclasses import replace

import pytest

from generator.link.corpus import link
from generator.model.article import FrontMatter
from generator.model.corpus import Actor, Corpus, Desk, Office, Person
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.settings import Settings
from generator.model.text import Span
from tests.unit.link.articles import article, mention, quote

SITE = Settings("Pier", "https://pier.example/")
DAY = "2031-05-04"
ADA = Person(
    "ada-berg", "Ada Berg", ("Lamp of the North",), "nato", (Office("Secretary General", "2030-10-01"),)
)
ILSE = Person("ilse-marrow", "Ilse Marrow", (), "norway", (Office("Minister of Finance", "2029-03-01"),))
BO = Person("bo-ek", "Bo Ek", (), "sweden", (Office("Finance Minister", "2029-03-01"),))


def desk(*people: Person, own: tuple[Person, ...] = ()) -> Desk:
    """Make actors' files with these people."""
    actors = {
        "nato": "NATO",
        "norway": "Norway",
        "sweden": "Sweden",
        "quay": "Quay Union",
        "pier": "Pier Union",
    }
    rows = ((i, name, tuple(p for p in people if p.actor == i)) for i, name in actors.items())
    states = {"norway", "sweden"}
    return Desk(
        tuple(Actor(i, n, "state" if i in states else "organisation", people=of) for i, n, of in rows if of),
        own,
    )


def by(name: str, actor: str | None = None, *, rule: str = "that") -> Quote:
    return quote("We shall stay", Speaker(name, None, None, actor, 1.0, rule))


def linked(said: Quote, desk: Desk, day: str | None = DAY, *mentions: Mention) -> Corpus:
    return link([article("a", said, front=FrontMatter(published=day), mentions=mentions)], desk, SITE)


def who(said: Quote, desk: Desk, day: str | None = DAY, *mentions: Mention) -> Speaker:
    (read,) = linked(said, desk, day, *mentions).articles[0].quotes
    assert read.speaker is not None
    return read.speaker


def test_a_speaker_by_office_is_who_held_it_and_the_words_are_kept() -> None:
    told = who(by("the secretary general", "nato"), desk(ADA))
    assert (told.name, told.person, told.actor) == ("Ada Berg", "ada-berg", "nato")
    assert told.described == "the secretary general"


def test_the_statement_and_the_persons_page_are_theirs() -> None:
    corpus = linked(by("NATO chief", "nato"), desk(ADA))
    assert [(c.speaker, c.person) for c in corpus.clusters] == [("Ada Berg", "ada-berg")]
    assert [old.rpartition("-")[0] for old, _ in corpus.moved] == ["we-shall-stay"]


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (DAY, "ada-berg"),
        ("2031-05-04T12:00:00+02:00", "ada-berg"),
        ("2030-09-30", None),
        (None, None),
        ("soon", None),
    ],
)
def test_the_day_tells_who_held_it(day: str | None, person: str | None) -> None:
    assert who(by("the secretary general", "nato"), desk(ADA), day).person == person


def test_the_day_of_the_statement_prevails() -> None:
    said = replace(by("the secretary general", "nato"), day="2030-01-01")
    assert who(said, desk(ADA)).person is None


def test_a_last_day_is_a_day_in_office() -> None:
    until = replace(ADA, offices=(Office("Secretary General", None, DAY),))
    assert who(by("the secretary general", "nato"), desk(until)).person == "ada-berg"
    assert who(by("the secretary general", "nato"), desk(until), "2031-05-05").person is None


def test_an_office_without_days_tells_nobody_and_makes_others_doubtful() -> None:
    undated = Person("tom-reed", "Tom Reed", (), "nato", (Office("Secretary-General"),))
    assert who(by("the secretary general", "nato"), desk(undated)).person is None
    assert who(by("the secretary general", "nato"), desk(ADA, undated)).person is None


def test_another_office_of_one_body_makes_nobody_doubtful() -> None:
    deputy = Person("tom-reed", "Tom Reed", (), "nato", (Office("Deputy Secretary General", "2030-10-01"),))
    assert who(by("the secretary general", "nato"), desk(ADA, deputy)).person == "ada-berg"
    assert who(by("NATO's deputy secretary general", "nato"), desk(ADA, deputy)).person == "tom-reed"


def test_an_alias_of_the_file_counts_in_the_days_of_office() -> None:
    assert who(by("the Lamp of the North"), desk(ADA)).person == "ada-berg"
    assert who(by("the Lamp of the North"), desk(ADA), "2030-09-30").person is None
    assert who(by("the Lamp of the North", "norway"), desk(ADA)).person is None


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("a former secretary general", "nato"),
        ("a spokesman for NATO", "nato"),
        ("NATO's secretaries general", "nato"),
        ("his secretary general", "nato"),
        ("Norway's secretary general", "nato"),
        ("the secretary general", "norway"),
        ("the secretary general", None),
    ],
)
def test_other_words_are_nobodys(name: str, actor: str | None) -> None:
    assert who(by(name, actor), desk(ADA, ILSE)).person is None


def test_an_actor_that_only_the_desk_knows_is_told_by_its_name() -> None:
    holm = Person("tom-holm", "Tom Holm", (), "quay", (Office("Leader", "2030-01-01"),))
    told = who(by("the head of the Quay Union"), desk(holm))
    assert (told.person, told.actor) == ("tom-holm", "quay")


def test_editors_prevail() -> None:
    assert who(by("the secretary general", "nato", rule="editor"), desk(ADA)).person is None
    for other in ("the-secretary-general", "the-secretary-general-nato"):
        own = Person("ada-berg", "Ada Berg", not_same_as=(other,))
        assert who(by("the secretary general", "nato"), desk(ADA, own=(own,))).person is None


def test_a_person_taken_in_is_the_one_who_stays() -> None:
    own = Person("ada-holm", "Ada Holm", same_as=("ada-berg",))
    told = who(by("the secretary general", "nato"), desk(ADA, own=(own,)))
    assert (told.person, told.name) == ("ada-holm", "Ada Holm")


def test_what_was_found_where_an_editor_has_another_is_read_too() -> None:
    said = replace(by("Tom Reed", "nato", rule="editor"), found=by("the secretary general", "nato").speaker)
    (read,) = linked(said, desk(ADA)).articles[0].quotes
    assert read.found is not None
    assert read.found.person == "ada-berg"


def test_somebody_whom_the_report_introduces_with_the_office_makes_it_doubtful() -> None:
    other = mention("Tom Reed", "nato", "secretary-general")
    assert who(by("the secretary general", "nato"), desk(ADA), DAY, other).person is None
    same = mention("Ada Berg", "nato", "secretary-general")
    assert who(by("the secretary general", "nato"), desk(ADA), DAY, same).person == "ada-berg"


def reading(text: str, words: str, name: str | None = None, actor: str | None = None) -> Speaker:
    """Return who speaks where a report names the speaker by ``words``."""
    at = text.index(words)
    speaker = Speaker(name or words, Span(at, at + len(words)), None, actor, 1.0, "that")
    said = replace(article("a", quote(text, speaker, Form.INDIRECT)), front=FrontMatter(published=DAY))
    read = link([said], desk(ADA, ILSE, BO), SITE).articles[0].quotes[0].speaker
    assert read is not None
    return read


def test_whose_the_office_is_may_stand_beside_the_words() -> None:
    assert (
        reading("Norway’s finance minister stays", "finance minister").described
        == "Norway’s finance minister"
    )
    told = reading("the finance minister of Norway stays", "the finance minister")
    assert (told.person, told.described) == ("ilse-marrow", "the finance minister of norway")


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Marrow met the finance minister of the league",
        "Ilse Marrow heard that Northland’s finance minister stays",
    ],
)
def test_of_somebody_else_it_is_not(text: str) -> None:
    assert reading(text, "finance minister").person is None


def test_a_name_shortly_before_tells_who_the_minister_is() -> None:
    told = reading(
        "Ilse Marrow was in Lund. It cannot wait, the finance minister said.", "the finance minister"
    )
    assert told.person == "ilse-marrow"


@pytest.mark.parametrize(
    "text",
    [
        "It cannot wait, the finance minister said. Ilse Marrow was in Lund.",
        "Ilse Marrow met Bo Ek. It cannot wait, the finance minister said.",
        "Ilse Marrow was in Sweden. It cannot wait, the finance minister said.",
        "Ilse Marrow met the Northland finance minister. It cannot wait, the finance minister said.",
        "Ilse Marrow met the minister of finance of Northland. It cannot wait, the finance minister said.",
        "It cannot wait, the finance minister said.",
    ],
)
def test_but_not_where_another_may_be_meant(text: str) -> None:
    where = text.find("Sweden")
    seen = [Mention(Span(where, where + 6), "Sweden", Kind.ACTOR, None, "sweden")] * (where >= 0)
    at = text.index("the finance minister said")
    speaker = Speaker("the finance minister", Span(at, at + 20), None, None, 1.0, "that")
    said = article("a", quote(text, speaker, Form.INDIRECT), mentions=tuple(seen))
    said = replace(said, front=FrontMatter(published=DAY))
    (read,) = link([said], desk(ADA, ILSE, BO), SITE).articles[0].quotes
    assert read.speaker == speaker


@pytest.mark.parametrize(("role", "person"), [(None, None), ("Mayor", "ilse-marrow")])
def test_nor_where_somebody_of_no_known_office_is_named_nearer(role: str | None, person: str | None) -> None:
    text = "Ilse Marrow met Tom Reed. It cannot wait, the finance minister said."
    at = text.index("the finance minister")
    seen = mention("Ilse Marrow"), mention("Tom Reed", None, role, text.index("Tom Reed"))
    speaker = Speaker("the finance minister", Span(at, at + 20), None, None, 1.0, "that")
    said = article("a", quote(text, speaker, Form.INDIRECT), mentions=seen)
    (read,) = (
        link([replace(said, front=FrontMatter(published=DAY))], desk(ADA, ILSE), SITE).articles[0].quotes
    )
    assert read.speaker
    assert read.speaker.person == person
