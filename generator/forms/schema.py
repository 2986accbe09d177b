"""JSON Schema (draft 2020-12) of each form, made from the tables that the readers use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.forms import tables
from generator.forms.records import Fields, object_schema

if TYPE_CHECKING:
    from generator.forms.fields import Schema

_TABLES: dict[str, tuple[str, Fields]] = {
    "front-matter": ("Head of an article, or the file beside a source", tables.FRONT_MATTER),
    "actor": ("Head of content/actors/<id>.md", tables.ACTOR),
    "note": ("Head of content/notes/<name>.md", tables.NOTE),
    "person": ("Head of content/people/<id>.md", tables.PERSON),
    "page": ("Head of content/pages/<id>.md", tables.PAGE),
    "site": ("content/site.yaml", tables.SITE),
}
FORMS = tuple(_TABLES)


def schema(form: str) -> Schema:
    """Return the schema of one of ``FORMS``; a KeyError if it is none of them."""
    title, fields = _TABLES[form]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **object_schema(fields),
    }
