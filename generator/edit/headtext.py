"""The head of an article as it is written: where each key, value, item and comment stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from generator.forms.yaml import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT: Final = re.compile(r"#[^\n]*")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: where its words stand, and what it says."""

    start: int
    end: int
    value: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One key: where its line begins, where its name and its value end, and what it says.

    ``items`` are those of a list, ``lines`` tells whether each has a line of its own.
    """

    start: int
    name_end: int
    end: int
    value: Any
    items: tuple[Item, ...] = ()
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A head with its keys in order, its comments, and what stands before each key on its line."""

    text: str
    entries: dict[str, Entry]
    comments: tuple[tuple[int, int], ...] = ()
    indent: str = ""

    def value(self, key: str) -> Any:  # noqa: ANN401 - whatever a head may say
        """Return what a key says, None where it is not there."""
        return self.entries[key].value if key in self.entries else None

    def said(self, key: str) -> str:
        """Return what stands behind a key, its colon too."""
        entry = self.entries.get(key)
        return self.text[entry.name_end : entry.end] if entry else ""

    def remarks(self, start: int, end: int) -> list[str]:
        """Return the comments that begin in a stretch."""
        return [self.text[first:last] for first, last in self.comments if start <= first < end]

    def line_end(self, at: int) -> int:
        """Return where the line of a place ends, its line break too."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1


def read_written(text: str) -> Head:
    """Read a head, the YAML between the lines of "---"; ValueError where its places cannot be told."""
    try:
        node = yaml.compose(text, Loader=LOADER)
        tokens = list(yaml.scan(text, Loader=LOADER))
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if any(isinstance(token, yaml.AnchorToken | yaml.AliasToken) for token in tokens):
        raise ValueError("its head has anchors or aliases, which are not read")
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise ValueError("its head has no keys")
    if isinstance(node, yaml.MappingNode) and node.flow_style:
        raise ValueError("its head stands in braces; give each key a line of its own")
    entries: dict[str, Entry] = {}
    pairs = node.value if node else []
    for key, value in pairs:
        if not isinstance(key, yaml.ScalarNode):
            raise ValueError("its head has a key that is no word")  # noqa: TRY004 - the head is at fault
        entries.setdefault(key.value, _entry(text, key, value))  # of two with one name the first is used
    return Head(text, entries, tuple(_comments(text, tokens)), _indent(text, pairs))


def _indent(text: str, pairs: list[tuple[yaml.Node, yaml.Node]]) -> str:
    first = pairs[0][0].start_mark.index if pairs else 0
    before = text[text.rfind("\n", 0, first) + 1 : first]
    return before if not before.strip() else ""


def _comments(text: str, tokens: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield where comments stand: between what the parser sees, and behind the sign of a block of text."""
    at = 0
    for token in tokens:
        start, end = token.start_mark.index, token.end_mark.index
        yield from ((m.start(), m.end()) for m in _COMMENT.finditer(text, at, max(at, start)))
        if isinstance(token, yaml.ScalarToken) and (behind := _BLOCK_HEADER.match(text, start)):
            yield behind.span(1)
        at = max(at, end)
    yield from ((m.start(), m.end()) for m in _COMMENT.finditer(text, at))


def _entry(text: str, key: yaml.Node, value: yaml.Node) -> Entry:
    name_end = key.end_mark.index
    colon = text.find(":", name_end) + 1  # the value may be none
    end = max(colon, _end(text, value))
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    if not isinstance(value, yaml.SequenceNode):
        return Entry(start, name_end, end, plain(value))
    items = tuple(Item(each.start_mark.index, _end(text, each), plain(each)) for each in value.value)
    return Entry(start, name_end, end, plain(value), items, bool(items) and not value.flow_style)


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last word of a value ends: the parser's own mark stands before the next key."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return max(start, len(text[:end].rstrip())) if end > start else start


def plain(node: yaml.Node) -> Any:  # noqa: ANN401 - whatever a head may say
    """Return what a node says, each word as it is written."""
    if isinstance(node, yaml.MappingNode):
        return {str(plain(key)): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(each) for each in node.value]
    return node.value
