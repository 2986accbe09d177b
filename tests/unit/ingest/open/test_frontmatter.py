"""Front matter: what is read, what is said of faults, and that writing loses nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.open.frontmatter import read_front_matter, read_head, split_front, write_front_matter
from generator.model.article import Correction, Cut, FrontMatter, Picture
from generator.model.text import Location, Selector, as_reports_have_it, legible

PATH = "content/articles/x.md"
WHOLE = """\
title: Northern chief ready to send help
dek: "Remarks: first of the week"
outlet: Harbour Gazette
byline: [Ada Lind, Wire One]
published: 2015-10-08
url: https://gazette.example/a?b=1#c
archived: https://archive.example/x
licence: null
language: en
source: sources/002_9be7bd9385dcf08d.txt
digest: 6e10
image: {caption: null, credit: Ola Berg / Wire One}
tags: [airspace]
text: excerpt
cut:                                     # what was left out
  - {rule: newsletter, text: "Get mail, daily"}
corrections:
  - {at: {exact: reasons for concern, prefix: the, suffix: was}, speaker: Mia Holt, actor: alliance}
  - {at: {exact: harassed}, quote: false, why: not a statement}
  - {at: {exact: very serious}, hidden: true}
draft: false
"""


def said(text: str, first_line: int = 2) -> list[str]:
    outcome = read_front_matter(text, PATH, first_line)
    return [f"{d.location.line}:{d.location.column} {d.severity}[{d.code}]" for d in outcome.diagnostics]


def front(text: str) -> FrontMatter:
    value = read_front_matter(text, PATH, 2).value
    assert value is not None
    return value


def test_every_key_is_read() -> None:
    assert front(WHOLE) == FrontMatter(
        title="Northern chief ready to send help",
        dek="Remarks: first of the week",
        outlet="Harbour Gazette",
        byline=("Ada Lind", "Wire One"),
        published="2015-10-08",
        url="https://gazette.example/a?b=1#c",
        archived="https://archive.example/x",
        language="en",
        source="sources/002_9be7bd9385dcf08d.txt",
        digest="6e10",
        image=Picture(None, "Ola Berg / Wire One"),
        tags=("airspace",),
        text="excerpt",
        cut=(Cut("newsletter", "Get mail, daily"),),
        corrections=(
            Correction(
                Selector("reasons for concern", "the", "was"),
                Location(PATH, 19, 5),
                speaker="Mia Holt",
                actor="alliance",
            ),
            Correction(Selector("harassed"), Location(PATH, 20, 5), quote=False, why="not a statement"),
            Correction(Selector("very serious"), Location(PATH, 21, 5), hidden=True),
        ),
    )
    assert said(WHOLE) == ["12:9 warning[yaml-not-text]"]  # a digest that looks like 6 · 10¹⁰


def test_a_correction_may_say_all_at_once() -> None:
    (correction,) = front(
        "corrections:\n  - at: {exact: very serious}\n    extent: {exact: very serious indeed}\n"
        "    day: 2015-10-05\n    date: 2015-10-09\n"
        "    same_statement: q-1\n    not_same_statement: [q-2, q-3]\n"
    ).corrections
    assert correction == Correction(
        Selector("very serious"),
        Location(PATH, 3, 5),
        extent=Selector("very serious indeed"),
        day="2015-10-05",
        date="2015-10-09",
        same_statement=("q-1",),
        not_same_statement=("q-2", "q-3"),
    )


def test_a_quotation_that_may_be_meant_to_be_hidden_is() -> None:
    text = "corrections:\n  - {at: {exact: a}, hidden: ja}\n"
    assert front(text).corrections[0].hidden
    assert said(text) == ["3:30 error[wrong-type]"]


def test_nothing_given_is_nothing_said() -> None:
    for text in ("", "\n", "# a remark\n", "~\n"):
        assert front(text) == FrontMatter()
        assert said(text) == []


def test_a_single_author_needs_no_list() -> None:
    assert front("byline: Ada Lind").byline == ("Ada Lind",)


def test_places_of_values_are_told() -> None:
    head = read_head("title: A\nsource: sources/a.txt\n", PATH, 2)
    assert head.places["source"] == Location(PATH, 3, 9)


@pytest.mark.parametrize(
    ("line", "expected", "attribute", "value"),
    [
        ("title: NO", "2:8 warning[yaml-not-text]", "title", "NO"),
        ("title: 12:30", "2:8 warning[yaml-not-text]", "title", "12:30"),
        ("title: 007", "2:8 warning[yaml-not-text]", "title", "007"),
        ("byline: [yes, Ada]", "2:10 warning[yaml-not-text]", "byline", ("yes", "Ada")),
        ("tags: [a, '']", "2:11 warning[empty-text]", "tags", ("a",)),
        ("tags: airspace", "2:7 error[wrong-type]", "tags", ()),
        ("title: [a, b]", "2:8 error[wrong-type]", "title", None),
        ("title: {a: b}", "2:8 error[wrong-type]", "title", None),
        ("published: 2015-02-30", "2:12 error[bad-date]", "published", None),
        ("published: last week", "2:12 error[bad-date]", "published", None),
        ("published: [2015-10-08]", "2:12 error[wrong-type]", "published", None),
        ("url: javascript:alert(1)", "2:6 error[bad-url]", "url", None),
        ("url: https://[::1/x", "2:6 error[bad-url]", "url", None),
        ("text: some", "2:7 error[bad-value]", "text", None),
        ("source: ../secret.txt", "2:9 error[bad-value]", "source", None),
        ("source: /etc/passwd", "2:9 error[bad-value]", "source", None),
        ("draft: maybe", "2:8 error[wrong-type]", "draft", True),
        ('draft: "true"', "2:8 error[wrong-type]", "draft", True),
        ("titel: A", "2:1 warning[unknown-key]", "title", None),
        ("image: a.jpg", "2:8 error[wrong-type]", "image", None),
        ("cut: {rule: a, text: b}", "2:6 error[wrong-type]", "cut", ()),
        ("title: Talks: day one", "2:13 error[yaml-syntax]", "title", None),
        ("title: A\ntitle: B", "3:1 error[yaml-duplicate-key]", "title", "A"),
        ("title: A\n\tdek: B", "3:1 error[yaml-syntax]", "dek", None),
        ("language: klingon!", "2:11 error[bad-value]", "language", None),
    ],
)
def test_one_fault_gives_one_diagnostic_at_its_place_and_loses_nothing_else(
    line: str, expected: str, attribute: str, value: object
) -> None:
    text = f"{line}\noutlet: Harbour Gazette\n"
    assert said(text) == [expected]
    assert getattr(front(text), attribute) == value
    assert front(text).outlet == "Harbour Gazette"


def test_several_faults_are_all_told() -> None:
    text = "titel: A\npublished: soon\ndek: Talks: day one\ntags: x\noutlet: Harbour Gazette\nbyline: [a\n"
    assert said(text) == [
        "4:11 error[yaml-syntax]",
        "7:9 error[yaml-syntax]",
        "2:1 warning[unknown-key]",
        "3:12 error[bad-date]",
        "5:7 error[wrong-type]",
    ]
    assert front(text).outlet == "Harbour Gazette"


def test_unknown_keys_are_guessed_at() -> None:
    hints = [d.hint for d in read_front_matter("titel: A\nauthor: B\nxyzzy: C", PATH).diagnostics]
    assert hints[:2] == ['did you mean "title"?', 'did you mean "byline"?']
    assert hints[2].startswith("known here: title, headline, dek")


def test_a_faulty_correction_does_not_lose_the_others() -> None:
    text = """\
corrections:
  - {speaker: Ada Lind}
  - {at: {prefix: x}, speaker: Ada Lind}
  - {at: {exact: }, speaker: Ada Lind}
  - Ada Lind
  - {at: harassed}
  - {at: {exact: very serious}, quote: perhaps, speaker: Mia Holt}
"""
    assert said(text, 1) == [
        "2:5 error[missing-key]",
        "3:10 error[missing-key]",
        "4:18 error[missing-key]",
        "5:5 error[wrong-type]",
        "6:10 error[wrong-type]",
        "7:40 error[wrong-type]",
    ]
    assert [(c.at.exact, c.speaker) for c in front(text).corrections] == [("very serious", "Mia Holt")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2015-10-08", "2015-10-08"),
        ('"2015-10-08"', "2015-10-08"),
        ("2015-10-08T12:30", "2015-10-08T12:30"),
        ("2015-10-08T12:30:00Z", "2015-10-08T12:30:00Z"),
        ("2015-10-08t12:30:00.5z", "2015-10-08T12:30:00.5Z"),
        ("2015-10-08 9:30:00 +2", "2015-10-08T09:30:00+02:00"),
        ("'2015-10-08T12:30:00-0330'", "2015-10-08T12:30:00-03:30"),
    ],
)
def test_days_stay_iso_text_with_their_zone(written: str, read: str) -> None:
    assert front(f"published: {written}").published == read
    assert said(f"published: {written}") == []


def test_the_head_is_told_from_the_body() -> None:
    assert split_front("---\ntitle: A\n---\n\nBody\n") == ("title: A\n", "\nBody\n", 4, True)
    assert split_front("--- \r\ntitle: A\r\n---\r\nBody") == ("title: A\r\n", "Body", 4, True)
    assert split_front("---\n---\nBody") == ("", "Body", 3, True)
    assert split_front("Body\n---\nx\n") == (None, "Body\n---\nx\n", 1, True)
    assert split_front("---") == ("", "", 2, False)
    assert split_front("") == (None, "", 1, True)


def test_a_head_without_an_end_does_not_swallow_the_body() -> None:
    text = "---\ntitle: A\ntags:\n  - b\n\nThe body: as it was.\n"
    assert split_front(text) == ("title: A\ntags:\n  - b\n", "\nThe body: as it was.\n", 5, False)
    assert split_front("---\nPlain words only.\n") == ("", "Plain words only.\n", 2, False)


def test_written_as_a_person_would() -> None:
    written = write_front_matter(
        FrontMatter(
            title="Talks: the first day",
            dek="He said “no”, it's said",
            byline=("Ada Lind", "Wire, One"),
            outlet="Harbour Gazette",
            published="2015-10-08",
            url="https://gazette.example/a",
            image=Picture(None, "Ola Berg / Wire One"),
            tags=("airspace", "NO"),
            cut=(Cut("newsletter", "Get “mail”: daily"), Cut("related", "x" * 300 + " y")),
            corrections=(
                Correction(Selector("very serious"), Location(PATH), quote=False, hidden=True, why='a "b"'),
            ),
            draft=True,
            text="full",
        )
    )
    assert written == (
        'title: "Talks: the first day"\n'
        "dek: He said “no”, it's said\n"
        "outlet: Harbour Gazette\n"
        'byline: [Ada Lind, "Wire, One"]\n'
        "published: 2015-10-08\n"
        "url: https://gazette.example/a\n"
        "image: {credit: Ola Berg / Wire One}\n"
        'tags: [airspace, "NO"]\n'
        "text: full\n"
        "cut:\n"
        '  - {rule: newsletter, text: "Get “mail”: daily"}\n'
        f"  - {{rule: related, text: {'x' * 300} y}}\n"
        "corrections:\n"
        '  - {at: {exact: very serious}, quote: false, hidden: true, why: a "b"}\n'
        "draft: true\n"
    )
    assert write_front_matter(FrontMatter(title="", byline=("",))) == ""


_TRAPS = [
    *("NO", "12:30", "007", "1984", "1e3", "2015-10-08", "null", "~", "y", "=", "<<", "---", "..."),
    *("- a", "a: b", "a #b", "a:", " a", "'", '"', "\\", "[a", "{a", "a]", "&a", "*a", "!a", "%a", "`"),
    *("a\nb", "a\n\nb", "\u2028"),
]
_legible = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(legible).filter(len)
_texts = _legible | st.sampled_from(_TRAPS)
_shown = _texts.filter(str.strip)
_maybe = st.none() | _texts
_hosts = st.sampled_from(["https://gazette.example/", "http://gazette.example:80/a?b=c#d"])
_moments = st.dates().map(dt.date.isoformat) | st.datetimes(
    timezones=st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-3, minutes=-30)))
).map(dt.datetime.isoformat)
_words = _texts.map(as_reports_have_it).filter(len)
_selectors = st.builds(Selector, exact=_words, prefix=_words | st.just(""), suffix=_words | st.just(""))
_ids = st.sampled_from(["q-0a1b2c-3d4e5f60", "q-000000-00000001-2", "007", "no"])
_corrections = st.builds(
    Correction,
    at=_selectors,
    extent=st.none() | _selectors,
    day=st.none() | st.dates().map(dt.date.isoformat),
    date=st.none() | st.dates().map(dt.date.isoformat),
    same_statement=st.lists(_ids, max_size=2).map(tuple),
    not_same_statement=st.lists(_ids, max_size=2).map(tuple),
    location=st.just(Location(PATH)),
    quote=st.none() | st.booleans(),
    speaker=_maybe,
    actor=st.none() | st.sampled_from(["alliance", "on", "0o17", "1_0"]),
    hidden=st.booleans(),
    why=_maybe,
)
_fronts = st.builds(
    FrontMatter,
    title=_maybe,
    dek=_maybe,
    byline=st.lists(_shown, max_size=3).map(tuple),
    outlet=_maybe,
    published=st.none() | _moments,
    url=st.none() | _hosts,
    archived=st.none() | _hosts,
    licence=_maybe,
    language=st.sampled_from([None, "en", "no", "pt-BR"]),
    source=st.sampled_from([None, "sources/a b.txt", "007"]),
    digest=st.none() | st.text("0123456789abcdef", min_size=4, max_size=64),
    image=st.none() | st.builds(Picture, caption=_maybe, credit=_maybe),
    tags=st.lists(_shown, max_size=3).map(tuple),
    cut=st.lists(st.builds(Cut, rule=_texts, text=_texts), max_size=3).map(tuple),
    corrections=st.lists(_corrections, max_size=3).map(tuple),
    draft=st.booleans(),
    text=st.sampled_from([None, "full", "excerpt"]),
)


@given(_fronts)
def test_writing_and_reading_lose_nothing(front_matter: FrontMatter) -> None:
    written = write_front_matter(front_matter)
    outcome = read_front_matter(written, PATH)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    here = tuple(replace(c, location=Location(PATH)) for c in outcome.value.corrections)
    assert replace(outcome.value, corrections=here) == front_matter
    assert split_front(f"---\n{written}---\nBody") == (written, "Body", written.count("\n") + 3, True)


@given(st.text(max_size=200) | st.text("abt:- \n\t[]{}\"'#&*!|>,~0", max_size=60))
def test_no_text_whatever_makes_it_fail(text: str) -> None:
    outcome = read_front_matter(text, PATH, 2)
    assert outcome.value is not None
    for diagnostic in outcome.diagnostics:
        assert diagnostic.location.line >= 2
        assert diagnostic.location.column >= 1


@pytest.mark.parametrize(
    ("entry", "draft"),
    [
        ("{at: {exact: a}, hidden: true}", False),
        ("{at: {exact: a, hidden: true}", True),
        ("{exact: a, hidden: yes}", True),
        ("{exact: a, hidden: false}", False),
        ("{exact: a}", False),
    ],
)
def test_a_report_is_kept_back_where_what_hides_words_in_it_cannot_be_read(entry: str, draft: bool) -> None:  # noqa: FBT001
    head = read_head(f"title: A\ncorrections:\n  - {entry}\n", "a.md")
    assert head.front.draft is draft
    assert ("hidden-unread" in {d.code for d in head.diagnostics}) is draft
