"""Snippets for VS Code: the heads and entries that editors begin, made from the tables of the forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.forms.fields import Choice, Flag
from generator.forms.tables import CORRECTION, NOTE, SELECTOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.forms.records import Field, Fields

_USUAL: Final = {"by": "Desk", "speaker": "name", "article": "id of the report"}
_AT: Final = f"at: {{{SELECTOR[0].key}: ${{9:the words of the passage}}}}"
_BODY: Final = ("by", "kind")


def snippets() -> str:
    """Return the file that VS Code reads."""
    found = {
        "A note on a passage": _snippet("note", "the head of a file in content/notes/", _note()),
        "A correction": _snippet("correction", "an entry of corrections: in the head of a report", _entry()),
        "A note in a body": _snippet("passage", "a note between two paragraphs of a report", _in_body()),
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _snippet(prefix: str, gloss: str, body: Sequence[str]) -> dict[str, object]:
    return {"scope": "markdown", "prefix": prefix, "description": gloss, "body": list(body)}


def _note() -> list[str]:
    keys = _keys(NOTE, ("article", "by", "kind", "date"))
    return ["---", *(f"{key}: {stop}" for key, stop in keys), _AT, "---", "$0"]


def _entry() -> list[str]:
    keys = _keys(CORRECTION, ("speaker", "actor", "why"))
    return [
        f"- {_AT}",
        *(f"  {key}: {stop}" for key, stop in keys),
        "$0",
    ]


def _in_body() -> list[str]:
    told = " ".join(f'{key}="{stop}"' for key, stop in _keys(NOTE, _BODY))
    return [f"::: note {{{told}}}", "$0", ":::"]


def _keys(fields: Fields, wanted: Iterable[str]) -> list[tuple[str, str]]:
    known = {field.key: field for field in fields}
    return [(key, _stop(n, known[key])) for n, key in enumerate(wanted, 1)]


def _stop(n: int, field: Field) -> str:
    """Return a place to fill in: one of a few words where there are few, else what belongs there."""
    kind = field.kind
    words = kind.words if isinstance(kind, Choice) else ("true", "false") if isinstance(kind, Flag) else ()
    if words:
        return f"${{{n}|{','.join(words)}|}}"
    return f"${{{n}:{_USUAL.get(field.key, field.gloss).replace('}', '')}}}"
