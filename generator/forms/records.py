"""Keys with values: a table of fields says which keys a form has, and reads and describes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from generator.forms.fields import Kind, Schema, describe, did_you_mean
from generator.forms.yaml import Items, Node, Pairs, Scalar, parse

if TYPE_CHECKING:
    from generator.forms.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a form; ``mistaken`` are other words people write for it."""

    key: str
    kind: Kind
    gloss: str
    required: bool = False
    mistaken: tuple[str, ...] = ()


Fields: TypeAlias = tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a mapping gave: the values that can be used, and where each key's value stands.

    ``whole`` is False where a required key is missing or unusable.
    """

    at: int
    values: dict[str, object] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    whole: bool = True

    def text(self, key: str) -> str | None:
        """Return the text of a key, None if it is not given."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a key, none if it is not given."""
        value = self.values.get(key)
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()

    def flag(self, key: str) -> bool | None:
        """Return the truth value of a key, None if it is not given."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def row(self, key: str) -> Row | None:
        """Return the mapping of a key, None if it is not given."""
        value = self.values.get(key)
        return value if isinstance(value, Row) else None

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the mappings of a key, none if it is not given."""
        value = self.values.get(key)
        return tuple(v for v in value if isinstance(v, Row)) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    fields: Fields

    def read(self, node: Node, name: str, sheet: Sheet) -> Row | None:
        """Return the row if nothing that it requires is missing."""
        if not isinstance(node, Pairs):
            keys = ", ".join(f"{f.key}: …" for f in self.fields[:2])
            wanted = f"{{{keys}}}"
            sheet.error(
                "wrong-type",
                node.at,
                f"{name} should be keys with values, not {describe(node)}",
                f"write {wanted}",
            )
            return None
        row = read_pairs(node, self.fields, sheet)
        return row if row.whole else None

    def schema(self) -> Schema:
        """Describe the mapping."""
        return object_schema(self.fields)


@dataclass(frozen=True, slots=True)
class Records:
    """A list of mappings."""

    each: Record

    def read(self, node: Node, name: str, sheet: Sheet) -> tuple[Row, ...] | None:
        """Return the rows that can be used, in order; a faulty one does not lose the others."""
        if not isinstance(node, Items):
            hint = 'begin each with "- "' if isinstance(node, Pairs) else ""
            sheet.error("wrong-type", node.at, f"{name} should be a list, not {describe(node)}", hint)
            return None
        rows = (self.each.read(item, f"each of {name}", sheet) for item in node.items)
        return tuple(row for row in rows if row is not None)

    def schema(self) -> Schema:
        """Describe the list."""
        return {"type": "array", "items": self.each.schema()}


def read_form(sheet: Sheet, fields: Fields) -> Row:
    """Read a whole sheet as keys with values; what cannot be used is said on the sheet and left out."""
    node = parse(sheet)
    if node is None or (isinstance(node, Scalar) and node.empty):
        node = Pairs(0, ())
    if not isinstance(node, Pairs):
        message = f"keys with values were expected, one on each line, not {describe(node)}"
        sheet.error("wrong-type", node.at, message, f"begin with {fields[0].key}: …")
        return Row(node.at, whole=False)
    return read_pairs(node, fields, sheet)


def read_pairs(node: Pairs, fields: Fields, sheet: Sheet) -> Row:
    """Read a mapping by its table of fields.

    A key that may keep words from the public is understood though it is mistyped; given twice, it keeps them.
    """
    known = {f.key: f for f in fields}
    row = Row(node.at)
    faulty = set()
    for key, value in node.pairs:
        one = known.get(key.text) or _mistyped(key, fields, sheet)
        if one is None:
            continue
        again = key.text in node.twice or one.key in row.places
        row.places[one.key] = value.at
        if isinstance(value, Scalar) and value.empty:
            continue
        said = len(sheet.diagnostics)
        read = one.kind.read(value, one.key, sheet)
        read = _guarding(one) if again and _guarding(one) is not None else read
        if read is not None:
            row.values[one.key] = read
        elif len(sheet.diagnostics) > said:
            faulty.add(one.key)
    missing = [one for one in fields if one.required and one.key not in row.values]
    for one in missing:
        if one.key not in faulty:
            _say_missing(one, row, sheet)
    return replace(row, whole=False) if missing else row


def object_schema(fields: Fields) -> Schema:
    """Describe a mapping: no other keys, and null wherever a key may be left out."""
    properties: dict[str, object] = {}
    for one in fields:
        schema = one.kind.schema()
        if not one.required:
            schema = {"anyOf": [schema, {"type": "null"}]}
        properties[one.key] = {"description": one.gloss, **schema}
    required = [one.key for one in fields if one.required]
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, "required": required} if required else found


def _guarding(one: Field) -> object | None:
    """Return the value by which a key keeps words from the public, which it has where it cannot be read."""
    return getattr(one.kind, "unread", None)


def _mistyped(key: Scalar, fields: Fields, sheet: Sheet) -> Field | None:
    if not sheet.text[key.at :].removeprefix(key.text).lstrip().startswith((",", "}")):
        hint = _meant(key.text, fields)
    else:  # as in {exact: well, never}
        hint = 'in {…} a "," ends a value: put the whole text in quotes'
    meant = (one for one in fields if _guarding(one) is not None and f'"{one.key}"?' in hint)
    one = next(meant, None)
    what = f'but is taken for "{one.key}", lest something be shown by mistake' if one else "and is not used"
    sheet.warn("unknown-key", key.at, f'"{key.text}" is no key here {what}', hint)
    return one


def _meant(key: str, fields: Fields) -> str:
    for one in fields:
        if key.lower() in one.mistaken:
            return f'did you mean "{one.key}"?'
    keys = tuple(one.key for one in fields)
    return did_you_mean(key, keys) or f"known here: {', '.join(keys)}"


def _say_missing(one: Field, row: Row, sheet: Sheet) -> None:
    place = row.places.get(one.key)
    if place is None:
        sheet.error("missing-key", row.at, f'"{one.key}" is missing: {one.gloss}', f"add {one.key}: …")
    else:
        message = f'"{one.key}" is empty: {one.gloss}'
        sheet.error("missing-key", place, message, f"write something after {one.key}:")
