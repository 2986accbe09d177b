"""The kinds of value a key may have: each reads a node strictly and describes itself as JSON Schema.

A kind returns None where there is nothing to use, having said why on the sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol

from generator.forms.plain import TRUTHS, iso, taken_for
from generator.forms.yaml import Items, Node, Pairs, Scalar
from generator.model.text import as_reports_have_it, legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.forms.sheet import Sheet
    from generator.model.corpus import Unpublished

Schema = dict[str, object]

_DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_CLOCK_PATTERN = r"\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?\s*(Z|[+-]\d{1,2}(:?\d{2})?)?"
_MOMENT_PATTERN = rf"^\d{{4}}-\d{{2}}-\d{{2}}([Tt ]{_CLOCK_PATTERN})?$"


class Kind(Protocol):
    """A kind of value: how it is read, and what its JSON Schema is."""

    def read(self, node: Node, name: str, sheet: Sheet) -> object | None:
        """Return the value, or None having said on the sheet why there is none."""

    def schema(self) -> Schema:
        """Describe the value as JSON Schema."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; what is not in quotes is kept as it was written, whatever YAML would make of it.

    Signs that an escape brought in and nobody would see are left out.
    """

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the text, warning where other readers of the file would see no text."""
        if not isinstance(node, Scalar):
            sheet.error("wrong-type", node.at, _wrong(node, name, "a text"))
            return None
        if node.plain and (other := taken_for(node.text)):
            message = (
                f'{name}: without quotes YAML takes {node.text} for {other}; here it stays "{node.text}"'
            )
            sheet.warn("yaml-not-text", node.at, message, f'write "{node.text}", in quotes')
        return legible(node.text) or None

    def schema(self) -> Schema:
        """Describe a text."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Passage(Text):
    """Words of a report, in the form that its text has: a browser copies soft hyphens with them."""

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the words."""
        text = Text.read(self, node, name, sheet)
        return as_reports_have_it(text) or None if text else None


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text of one form: ``pattern`` is what it must match whole, ``wanted`` says so in words."""

    pattern: str
    wanted: str
    advice: str = ""

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the text if it has the form."""
        if not isinstance(node, Scalar) or not node.text or re.fullmatch(self.pattern, node.text):
            return Text().read(node, name, sheet)
        sheet.error("bad-value", node.at, f'{name}: "{node.text}" is not {self.wanted}', self.advice)
        return None

    def schema(self) -> Schema:
        """Describe the form."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO 8601 date; with ``moment`` a date-time will do too. Kept as text, never as a clock's value."""

    moment: bool = False

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return ``2015-10-08`` or ``2015-10-08T12:30:00+02:00``, the zone as it was given."""
        if not isinstance(node, Scalar):
            sheet.error("wrong-type", node.at, _wrong(node, name, "a day such as 2015-10-08"))
            return None
        text = iso(node.text.strip(), moment=self.moment)
        if text is None:
            wanted = "2015-10-08 or 2015-10-08T12:30:00+02:00" if self.moment else "2015-10-08"
            message = f'{name}: "{node.text}" is not a day of the calendar written as {wanted}'
            sheet.error("bad-date", node.at, message, "leave the key out if the day is not known")
            return None
        return text

    def schema(self) -> Schema:
        """Describe the day."""
        if self.moment:
            return {"type": "string", "pattern": _MOMENT_PATTERN}
        return {"type": "string", "format": "date", "pattern": _DAY_PATTERN}


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; ``unread`` is taken for one that cannot be read."""

    unread: bool | None = None

    def read(self, node: Node, name: str, sheet: Sheet) -> bool | None:
        """Return the truth value; YAML 1.1's yes, no, on and off are understood."""
        truth = TRUTHS.get(node.text.lower()) if isinstance(node, Scalar) and node.plain else None
        if truth is None:
            sheet.error("wrong-type", node.at, _wrong(node, name, "true or false, without quotes"))
            return self.unread
        return truth == "true"

    def schema(self) -> Schema:
        """Describe the flag."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number in decimal, not below ``least`` nor above ``most``."""

    least: int = 0
    most: int | None = None

    def read(self, node: Node, name: str, sheet: Sheet) -> int | None:
        """Return the number."""
        if not (isinstance(node, Scalar) and node.plain and re.fullmatch(r"0|[1-9][0-9]{0,8}", node.text)):
            sheet.error("wrong-type", node.at, _wrong(node, name, "a whole number such as 60"))
            return None
        number = int(node.text)
        if number < self.least:
            sheet.error("bad-value", node.at, f"{name} is {number}; it must be {self.least} or more")
            return None
        if self.most is not None and number > self.most:
            sheet.error("bad-value", node.at, f"{name} is {number}; it must be {self.most} or less")
            return None
        return number

    def schema(self) -> Schema:
        """Describe the number."""
        limit = {} if self.most is None else {"maximum": self.most}
        return {"type": "integer", "minimum": self.least, **limit}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; ``unread`` is taken for one that is none of them."""

    words: tuple[str, ...]
    unread: str | None = None

    def read(self, node: Node, name: str, sheet: Sheet) -> str | None:
        """Return the word, guessing aloud which was meant if it is none of them."""
        if not isinstance(node, Scalar):
            sheet.error("wrong-type", node.at, _wrong(node, name, f"one of {', '.join(self.words)}"))
            return self.unread
        if node.text in self.words:
            return node.text
        message = f'{name}: "{node.text}" is none of {", ".join(self.words)}'
        sheet.error("bad-value", node.at, message, did_you_mean(node.text, self.words))
        return self.unread

    def schema(self) -> Schema:
        """Describe the words."""
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of ``each``; with ``or_one`` a single text stands for a list of one."""

    each: Kind = Text()
    or_one: bool = False

    def read(self, node: Node, name: str, sheet: Sheet) -> tuple[str, ...] | None:
        """Return the texts that can be used, in order."""
        if isinstance(node, Scalar) and self.or_one:
            node = Items(node.at, (node,))
        if not isinstance(node, Items):
            hint = f"write [{node.text}]" if isinstance(node, Scalar) else ""
            sheet.error("wrong-type", node.at, _wrong(node, name, "a list"), hint)
            return None
        texts = []
        for item in node.items:
            if isinstance(item, Scalar) and (item.empty or not item.text.strip()):
                sheet.warn("empty-text", item.at, f"{name} holds an empty text", "delete it")
                continue
            text = self.each.read(item, name, sheet)
            if isinstance(text, str):
                texts.append(text)
        return tuple(texts)

    def schema(self) -> Schema:
        """Describe the list."""
        several: Schema = {"type": "array", "items": self.each.schema()}
        return {"anyOf": [self.each.schema(), several]} if self.or_one else several


def did_you_mean(word: str, words: tuple[str, ...]) -> str:
    """Guess which of ``words`` was meant; empty if none is near."""
    folded = {w.lower(): w for w in words}
    near = get_close_matches(word.lower(), folded, n=1)
    return f'did you mean "{folded[near[0]]}"?' if near else ""


def if_published(ident: str, drafts: Iterable[Unpublished], *kinds: str) -> str:
    """Say which draft an id means and how to publish it; empty where it means none of these kinds, or any."""
    for draft in drafts:
        if draft.id == ident and (not kinds or draft.kind in kinds):
            return f'{draft.path} is a draft, which "serve" alone shows; take "draft: true" out to publish it'
    return ""


def describe(node: Node) -> str:
    """Name what stands there instead of what was asked for."""
    if isinstance(node, Pairs):
        return "keys with values"
    if isinstance(node, Items):
        return "a list"
    return "nothing" if node.empty else f'"{node.text}"'


def _wrong(node: Node, name: str, wanted: str) -> str:
    return f"{name} should be {wanted}, not {describe(node)}"
