"""The head of an article, merged key by key: what an editor did not touch becomes what is newer.

Only the values that change are written. All else (the order of keys, comments, blank lines, how a value is
set) stays byte for byte; ruamel.yaml 0.18, which writes the whole head anew, sets spaces, lists and long
lines in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.edit.threeway import Clash
from generator.forms.yaml import LOADER

_OWN: Final = frozenset({"source", "digest"})  # what tells of the saved file is never the editor's to keep


@dataclass(frozen=True, slots=True)
class MergedHead:
    """The merged head, the keys that became newer, and where the editor's value was kept against another."""

    text: str
    changed: tuple[str, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list that has a line of its own: where its words stand, and what it says."""

    start: int
    end: int
    value: Any


@dataclass(frozen=True, slots=True)
class _Entry:
    """One key: where its line begins, where its name and its value end, and what it says."""

    start: int
    name_end: int
    end: int
    value: Any
    items: tuple[_Item, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """A head with its keys in order."""

    text: str
    entries: dict[str, _Entry]

    def value(self, key: str) -> Any:  # noqa: ANN401 - whatever a head may say
        return self.entries[key].value if key in self.entries else None

    def said(self, key: str) -> str:
        """Return what stands behind a key, its colon too."""
        entry = self.entries.get(key)
        return self.text[entry.name_end : entry.end] if entry else ""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of the editor's head, and what is to stand there."""

    start: int
    end: int
    words: str


def merge_heads(base: str, mine: str, newer: str) -> MergedHead:
    """Merge three heads, the YAML between the lines of "---"; ValueError where one cannot be read."""
    before, ours, theirs = (_head(text) for text in (base, mine, newer))
    edits: dict[str, _Edit] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*theirs.entries, *before.entries)):
        was, has, new = (head.value(key) for head in (before, ours, theirs))
        if new in (was, has):
            continue
        if has == was or key in _OWN:
            edits[key] = _taken(key, ours, theirs)
        elif words := _listed(key, before, ours, theirs):
            edits[key] = _Edit(ours.entries[key].name_end, ours.entries[key].end, words)
        else:
            line = mine.count("\n", 0, ours.entries[key].start) + 2 if key in ours.entries else 1
            clashes.append(Clash(line, f"{key}{ours.said(key) or ':'}", f"{key}{theirs.said(key) or ':'}"))
    return MergedHead(_edited(mine, list(edits.values())), tuple(edits), tuple(clashes))


def _head(text: str) -> _Head:
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return _Head(text, {key.value: _entry(text, key, value) for key, value in pairs})


def _entry(text: str, key: yaml.Node, value: yaml.Node) -> _Entry:
    name_end = key.end_mark.index
    end = max(name_end + 1, _end(text, value))
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    own_lines = isinstance(value, yaml.SequenceNode) and not value.flow_style
    items = [_Item(v.start_mark.index, _end(text, v), _plain(v)) for v in value.value] if own_lines else []
    return _Entry(start, name_end, end, _plain(value), tuple(items))


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last word of a value ends: the parser's own mark stands before the next key."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return max(start, len(text[:end].rstrip())) if end > start else start


def _plain(node: yaml.Node) -> Any:  # noqa: ANN401 - the same
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return node.value


def _taken(key: str, ours: _Head, theirs: _Head) -> _Edit:
    """Return what makes the editor's head say of a key what the newer one says: it may say nothing."""
    if key not in theirs.entries:
        entry = ours.entries[key]
        end = ours.text.find("\n", entry.end)
        return _Edit(entry.start, len(ours.text) if end < 0 else end + 1, "")
    if key in ours.entries:
        return _Edit(ours.entries[key].name_end, ours.entries[key].end, theirs.said(key))
    order = list(theirs.entries)
    above = [k for k in order[: order.index(key)] if k in ours.entries]
    at = 0
    if above:
        line_end = ours.text.find("\n", ours.entries[above[-1]].end)
        at = len(ours.text) if line_end < 0 else line_end + 1
    gap = "\n" if at and ours.text[at - 1] != "\n" else ""
    return _Edit(at, at, f"{gap}{key}{theirs.said(key)}\n")


def _listed(key: str, before: _Head, ours: _Head, theirs: _Head) -> str | None:
    """Merge lists of items that stand in no order, as what was cut; None where they are no such lists.

    What is new comes, what is gone goes; what the editor took out or put in stays so.
    """
    base, mine, newer = (head.entries.get(key) for head in (before, ours, theirs))
    if base is None or mine is None or newer is None or not (base.items and newer.items):
        return None
    if mine.value and not mine.items:
        return None
    was, said, now = ([item.value for item in entry.items] for entry in (base, mine, newer))
    kept = ours.said(key) if mine.items else ":"
    for item in reversed(mine.items):
        if item.value in was and item.value not in now:
            kept = _without_line(kept, item.start - mine.name_end, item.end - mine.name_end)
    first = mine.items[0].start if mine.items else 0
    indent = ours.text[ours.text.rfind("\n", 0, first) + 1 : first] if mine.items else "  - "
    come = [item for item in newer.items if item.value not in was and item.value not in said]
    added = "".join(f"\n{indent}{theirs.text[item.start : item.end]}" for item in come)
    return f"{kept}{added}" if added or kept.strip() != ":" else ": []"


def _without_line(text: str, start: int, end: int) -> str:
    first, last = text.rfind("\n", 0, start), text.find("\n", end)
    return text[:first] + (text[last:] if last >= 0 else "")


def _edited(text: str, edits: list[_Edit]) -> str:
    """Lay edits over a head, from its end; of several at one place the first is to stand first."""
    in_order = sorted(edits, key=lambda each: each.start)
    for edit in in_order[::-1]:
        text = f"{text[: edit.start]}{edit.words}{text[edit.end :]}"
    return text
