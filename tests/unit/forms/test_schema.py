"""The schemas say what the readers do: tried with a small validator of the words the schemas use."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from generator.forms import tables
from generator.forms.records import Fields, read_form
from generator.forms.schema import FORMS, schema
from generator.forms.sheet import Sheet

TABLES: dict[str, Fields] = {
    "front-matter": tables.FRONT_MATTER,
    "actor": tables.ACTOR,
    "note": tables.NOTE,
    "person": tables.PERSON,
    "page": tables.PAGE,
    "site": tables.SITE,
}
TYPES: dict[str, type] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "array": list,
    "object": dict,
    "null": type(None),
}
WORDS = {
    *("$schema", "title", "description", "type", "properties", "required", "additionalProperties"),
    *("anyOf", "items", "enum", "pattern", "format", "minimum"),
}


def valid(value: Any, rules: dict[str, Any]) -> bool:  # noqa: ANN401 - any JSON
    assert set(rules) <= WORDS
    if "anyOf" in rules:
        return any(valid(value, r) for r in rules["anyOf"])
    if not isinstance(value, TYPES[rules["type"]]):
        return False
    match value:
        case str():
            return value in rules.get("enum", [value]) and bool(re.search(rules.get("pattern", ""), value))
        case list():
            return all(valid(v, rules["items"]) for v in value)
        case dict():
            known = set(value) <= set(rules["properties"]) and set(rules.get("required", [])) <= set(value)
            return known and all(valid(v, rules["properties"][k]) for k, v in value.items())
    return value is None or bool(value >= rules.get("minimum", value))


class Core(yaml.SafeLoader):
    """YAML as editors' tools read it: 1.2, where a day is a text."""


Core.yaml_implicit_resolvers = {
    k: [(tag, rule) for tag, rule in v if not tag.endswith("timestamp")]
    for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

GOOD = {
    "front-matter": """\
title: A
byline: [B, C]
published: 2015-10-08
url: https://a.example/
licence: null
language: pt-BR
source: sources/a b.txt
image: {caption: null, credit: D}
text: full
cut: [{rule: a, text: b}]
corrections: [{at: {exact: e}, quote: false}]
draft: false
""",
    "actor": "name: A\nkind: state\npeople: [{name: B, role: C, from: 2014-10-01, to: null}]\nspeaks_as: []",
    "note": "article: a_1\nat: {exact: b}\nkind: dispute\ndate: 2015-10-09",
    "person": "name: A\nsame_as: [b]\nactor: c",
    "page": "title: A",
    "site": """\
title: A
base_url: https://a.example/b
timezone: Europe/Brussels
excerpt_words: 60
actors: [a]
outlets: [{name: B, domains: [b.example], text: excerpt, licence: null}]
boilerplate: {drop: [c], keep: [d]}
""",
}


def faults(form: str, text: str) -> int:
    sheet = Sheet(text, "x")
    read_form(sheet, TABLES[form])
    return len(sheet.diagnostics)


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_form_is_valid(form: str) -> None:
    rules = schema(form)
    assert json.loads(json.dumps(rules)) == rules
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert faults(form, GOOD[form]) == 0
    assert valid(yaml.load(GOOD[form], Loader=Core), rules)  # noqa: S506 - a safe one


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("front-matter", "titel: A"),
        ("front-matter", "title: [A]"),
        ("front-matter", "published: soon"),
        ("front-matter", "published: 2015-10-08T12:00:00 or so"),
        ("front-matter", "url: a.example"),
        ("front-matter", "source: ../a"),
        ("front-matter", "source: a/../b"),
        ("front-matter", "source: /a"),
        ("front-matter", "corrections: [{speaker: A}]"),
        ("front-matter", "text: some"),
        ("front-matter", "tags: A"),
        ("actor", "kind: gang"),
        ("actor", "name: A\npeople: [{role: B}]"),
        ("note", "article: a"),
        ("note", "article: a b\nat: {exact: c}"),
        ("person", "name: A\nfrom: 2014"),
        ("site", "title: A\nexcerpt_words: 0"),
        ("site", "title: A\nbase_url: https://a.example/?b"),
        ("site", "title: A\ntimezone: not a zone!"),
        ("site", "title: A\nlanguage: klingon!"),
    ],
)
def test_what_the_reader_refuses_is_not_valid(form: str, line: str) -> None:
    assert faults(form, line) > 0
    assert not valid(yaml.load(line, Loader=Core), schema(form))  # noqa: S506 - a safe one


def test_an_unknown_form_has_no_schema() -> None:
    with pytest.raises(KeyError):
        schema("poem")
