from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator.knowledge import tables
from generator.knowledge.tables import Body, Cue, NounRow, OfficeRow, State, columns, rows, table

FILES = sorted(path.stem for path in Path(tables.__file__).parent.glob("*.tsv"))
TYPED = {
    "bodies": (Body, "kind", {"alliance", "organisation", "group"}),
    "cues": (
        Cue,
        "kind",
        {
            *(
                "announce",
                "answer",
                "ask",
                "call",
                "claim",
                "concede",
                "criticise",
                "deny",
                "express",
                "feel",
            ),
            *(
                "praise",
                "promise",
                "say",
                "show",
                "source",
                "speak",
                "think",
                "urge",
                "voice",
                "warn",
                "write",
            ),
        },
    ),
    "nouns": (NounRow, "kind", {"text", "organ", "people"}),
    "offices": (OfficeRow, "of", {"state", "body", "any"}),
    "states": (State, "standing", {"member", "observer", "other", "former"}),
}
RANKS = {
    *("deputy-head", "envoy", "governor", "head-of-body", "head-of-company", "head-of-government"),
    *("head-of-state", "honorific", "judge", "legislator", "minister", "occupation", "officer", "official"),
    *("people", "politician", "religious", "royal", "spokesperson"),
}
OURS = [*TYPED, "decoys"]
ROWS = {
    "bodies": table("bodies"),
    "cues": table("cues"),
    "nouns": table("nouns"),
    "offices": table("offices"),
    "states": table("states"),
}


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_all_columns(name: str) -> None:
    width = len(columns(name))
    assert rows(name)
    assert [row for row in rows(name) if len(row) != width] == []


@pytest.mark.parametrize("name", OURS)
def test_files_say_what_they_are_and_are_clean(name: str) -> None:
    text = (Path(tables.__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "# Source" in text
    assert text.endswith("\n")
    assert "\r" not in text
    fields = [field for row in rows(name) for field in row]
    assert [f for f in fields if f != f.strip() or "  " in f or "’" in f] == []
    values = [value for field in fields for value in field.split("; ")]
    assert [v for v in values if v != v.strip(" ;")] == []


@pytest.mark.parametrize("name", OURS)
def test_rows_are_sorted_and_stand_once(name: str) -> None:
    keys = [row[0] for row in rows(name)]
    assert all(one < two for one, two in pairwise(keys))


@pytest.mark.parametrize("name", OURS)
def test_no_row_says_a_thing_twice(name: str) -> None:
    for row in rows(name):
        for field in row:
            values = field.split("; ")
            assert len(values) == len(set(values)), row


@pytest.mark.parametrize("name", TYPED)
def test_rows_are_typed_and_classes_known(name: str) -> None:
    kind, column, allowed = TYPED[name]
    assert all(type(row) is kind for row in ROWS[name])
    assert {getattr(row, column) for row in ROWS[name]} == allowed


def test_ranks_are_those_of_the_head() -> None:
    assert {row.rank for row in table("offices")} == RANKS


def test_ids_are_slugs_and_unique_over_states_and_bodies() -> None:
    ids = [row.id for row in table("states")] + [row.id for row in table("bodies")]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_all_members_of_the_united_nations_are_there() -> None:
    standings = [state.standing for state in table("states")]
    assert standings.count("member") == 193
    assert {s.id for s in table("states") if s.standing == "observer"} == {"palestine", "vatican"}
    assert {s.id for s in table("states") if s.standing == "other"} == {"kosovo", "taiwan"}


def test_what_is_risky_is_a_form_of_its_row() -> None:
    for state in table("states"):
        forms = {state.name, *state.aliases, *state.demonyms, *state.speaks_as, *state.places}
        assert set(state.risky) <= forms, state.id
    for body in table("bodies"):
        assert set(body.risky) <= {body.name, *body.aliases, *body.speaks_as}, body.id


def test_no_form_stands_in_two_rows_of_offices_cues_or_nouns() -> None:
    for name, forms in (
        ("offices", [f for row in table("offices") for f in (row.office, *row.forms)]),
        ("cues", [f for cue in table("cues") for f in cue.forms]),
        ("nouns", [f for row in table("nouns") for f in (row.noun, *row.forms)]),
    ):
        assert sorted({f for f in forms if forms.count(f) > 1}) == [], name


def test_every_head_of_a_body_is_an_office() -> None:
    offices = {form for row in table("offices") for form in (row.office, *row.forms)}
    assert {head for body in table("bodies") for head in body.head} <= offices


def test_offices_and_cues_are_lower_case() -> None:
    forms = [form for row in table("offices") for form in (row.office, *row.forms)]
    forms += [form for cue in table("cues") for form in cue.forms]
    assert [form for form in forms if form != form.lower() or form.endswith(".")] == []


def test_every_cue_has_its_lemma_among_its_forms() -> None:
    for cue in table("cues"):
        assert cue.forms[0] == cue.lemma
        assert cue.strength in {1, 2, 3}
        assert cue.kind == "source" or len(cue.forms) > 2, cue.lemma


@pytest.mark.parametrize(
    ("form", "lemma", "kind", "strength"),
    [
        ("said", "say", "say", 3),
        ("told", "tell", "say", 3),
        ("quipped", "quip", "say", 3),
        ("denied", "deny", "deny", 3),
        ("tweeted", "tweet", "write", 3),
        ("underscored", "underscore", "say", 2),
        ("called on", "call on", "call", 2),
        ("pointed out", "point out", "say", 3),
        ("emphasizes", "emphasise", "say", 3),
        ("testified", "testify", "announce", 3),
        ("felt", "feel", "feel", 1),
        ("according to", "according to", "source", 3),
    ],
)
def test_cues_are_found_by_their_forms(form: str, lemma: str, kind: str, strength: int) -> None:
    cue = next(cue for cue in table("cues") if form in cue.forms)
    assert (cue.lemma, cue.kind, cue.strength) == (lemma, kind, strength)


def test_cues_know_what_follows_them() -> None:
    cues = {cue.lemma: cue for cue in table("cues")}
    assert cues["say"].takes_that
    assert not cues["say"].takes_obj_inf
    assert cues["urge"].takes_obj_inf
    assert not cues["condemn"].takes_that


@pytest.mark.parametrize(
    ("form", "office", "rank"),
    [
        ("minister of defence", "defence minister", "minister"),
        ("secretary of defense", "defence minister", "minister"),
        ("secretary-general", "secretary general", "head-of-body"),
        ("premier", "prime minister", "head-of-government"),
        ("sen", "senator", "legislator"),
        ("spokeswoman", "spokesman", "spokesperson"),
        ("attorney", "attorney", "occupation"),
        ("mrs", "mrs", "honorific"),
        ("lt gen", "lieutenant general", "officer"),
    ],
)
def test_offices_are_found_by_their_forms(form: str, office: str, rank: str) -> None:
    row = next(row for row in table("offices") if form in (row.office, *row.forms))
    assert (row.office, row.rank) == (office, rank)


@pytest.mark.parametrize(
    ("form", "noun", "kind"),
    [
        ("communiqués", "communique", "text"),
        ("Air force", "air force", "organ"),
        ("lawmakers", "lawmaker", "people"),
    ],
)
def test_nouns_are_found_by_their_forms(form: str, noun: str, kind: str) -> None:
    row = next(row for row in table("nouns") if form.lower() in (row.noun, *row.forms))
    assert (row.noun, row.kind) == (noun, kind)


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        tables._typed("planets")  # noqa: SLF001 - `table` takes only the names it knows
