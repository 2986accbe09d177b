"""What people are called by what they do: the nouns that offices and occupations end with."""

from __future__ import annotations

from functools import cache

from generator.knowledge.tables import table

_INSIDE = frozenset(("of", "for", "to", "at", "in", "on"))  # an office with one does not end with its noun


@cache
def people_nouns() -> frozenset[str]:
    """Return the nouns, one and many, in lower case: "minister", "ambassadors", but not "ministry"."""
    forms = [form for row in table("offices") for form in (row.office, *row.forms)]
    forms += [form for row in table("nouns") if row.kind == "people" for form in (row.noun, *row.forms)]
    plain = (words for form in forms if _INSIDE.isdisjoint(words := form.lower().split()))
    return frozenset(words[-1] for words in plain)
