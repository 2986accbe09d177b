"""The head of an article, merged key by key: what an editor did not touch becomes what is newer.

Only the values that change are written, at their place. All else (the order of keys, comments, blank lines,
how a value is set) stays byte for byte. That is why no library writes the head. ruamel.yaml 0.19.1, which
keeps comments, writes the whole of it anew: loaded and written without any change (round trip, quotes kept,
width unbounded), all of 1,000 heads in the styles of tests/properties/test_heads_by_place.py came back with
other bytes, and 759 of 1,000 that ``ingest`` itself wrote and nobody had touched.

A value with a comment inside it is the editor's as it stands: to write another there would lose the comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from generator.edit.headtext import Head, read_written
from generator.edit.threeway import Clash

if TYPE_CHECKING:
    from generator.edit.headtext import Item

_OWN: Final = frozenset(
    {"source", "digest", "saved"}
)  # what tells of the saved file is never the editor's to keep


@dataclass(frozen=True, slots=True)
class MergedHead:
    """The merged head, the keys that became newer, and where the editor's value was kept against another."""

    text: str
    changed: tuple[str, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of the editor's head, what is to stand there, and what the key is to say then."""

    start: int
    end: int
    words: str
    value: Any


@dataclass(frozen=True, slots=True)
class _Three:
    """The heads that are merged."""

    before: Head
    ours: Head
    theirs: Head


def merge_heads(base: str, mine: str, newer: str) -> MergedHead:
    """Merge three heads, the YAML between the lines of "---"; ValueError where that cannot be done."""
    heads = _Three(*(read_written(text) for text in (base, mine, newer)))
    edits: dict[str, _Edit] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*heads.theirs.entries, *heads.before.entries)):
        was, has, new = (head.value(key) for head in (heads.before, heads.ours, heads.theirs))
        if new in (was, has):
            continue
        edit = _edit(key, heads)
        if edit is None or edit.value != new:
            clashes.append(_clash(key, heads))
        if edit is not None:
            edits[key] = edit
    text = _edited(mine, list(edits.values()))
    _check(text, heads.ours, edits)
    return MergedHead(text, tuple(edits), tuple(clashes))


def _edit(key: str, heads: _Three) -> _Edit | None:
    """Return what is to be written for a key whose newer value is another; None where the editor's stays."""
    before, ours, theirs = heads.before, heads.ours, heads.theirs
    untouched = ours.value(key) == before.value(key)
    entry = ours.entries.get(key)
    if key in _OWN:
        return _taken(key, ours, theirs)
    if entry is None or key not in theirs.entries:
        end = ours.line_end(entry.end) if entry else 0
        free = untouched and not (entry and ours.remarks(entry.start, end))
        return _taken(key, ours, theirs) if free else None
    if entry.lines or not untouched:
        listed = _listed(key, heads)
        if listed and (not untouched or listed.value == theirs.value(key) or _remarked(key, ours)):
            return listed
    return _taken(key, ours, theirs) if untouched and not _remarked(key, ours) else None


def _remarked(key: str, head: Head) -> bool:
    """Tell whether a comment stands inside a value, or beside the last line of a list."""
    entry = head.entries[key]
    return bool(head.remarks(entry.name_end, head.line_end(entry.end) if entry.lines else entry.end))


def _clash(key: str, heads: _Three) -> Clash:
    ours, theirs = heads.ours, heads.theirs
    line = ours.text.count("\n", 0, ours.entries[key].start) + 2 if key in ours.entries else 1
    return Clash(line, f"{key}{ours.said(key) or ':'}", f"{key}{theirs.said(key) or ':'}")


def _taken(key: str, ours: Head, theirs: Head) -> _Edit:
    """Return what makes the editor's head say of a key what the newer one says: it may say nothing."""
    new = theirs.value(key)
    entry = ours.entries.get(key)
    if entry and key not in theirs.entries:
        return _Edit(entry.start, ours.line_end(entry.end), "", None)
    if entry:
        kept = "".join(f"  {words}" for words in ours.remarks(entry.name_end, entry.end))
        return _Edit(entry.name_end, entry.end, theirs.said(key) + kept, new)
    order = list(theirs.entries)
    above = [k for k in order[: order.index(key)] if k in ours.entries]
    at = ours.line_end(ours.entries[above[-1]].end) if above else 0
    gap = "\n" if at and ours.text[at - 1] != "\n" else ""
    return _Edit(at, at, f"{gap}{ours.indent}{key}{theirs.said(key)}\n", new)


def _listed(key: str, heads: _Three) -> _Edit | None:
    """Merge lists whose items have lines of their own, as what was cut; None where they are no such lists.

    What is new comes, what is gone goes unless the editor wrote a comment beside it; what the editor took
    out or put in stays so.
    """
    was, mine, newer = (head.entries.get(key) for head in (heads.before, heads.ours, heads.theirs))
    if was is None or mine is None or newer is None or not (was.items and newer.items):
        return None
    if mine.value and not mine.lines:
        return None
    if mine.value != was.value and not (was.lines and newer.lines):
        return None  # names in a row stand in an order, of which nobody says what it is to become
    said, now = ([item.value for item in entry.items] for entry in (was, newer))
    gone = [item for item in mine.items if item.value in said and item.value not in now]
    gone = [item for item in gone if not heads.ours.remarks(*_lines(heads.ours, item))]
    here = [item.value for item in mine.items]
    come = [item for item in newer.items if item.value not in said and item.value not in here]
    if not (gone or come):
        return None
    words = _rewritten(key, heads, gone, come)
    stay = [item.value for item in mine.items if item not in gone]
    return _Edit(mine.name_end, mine.end, words, [*stay, *(item.value for item in come)])


def _rewritten(key: str, heads: _Three, gone: list[Item], come: list[Item]) -> str:
    """Return the list without what is gone and with what comes, each on a line like those of the editor."""
    ours, mine = heads.ours, heads.ours.entries[key]
    kept = ours.said(key) if mine.items else ":"
    for item in reversed(gone):
        start, end = _lines(ours, item)
        first, last = start - mine.name_end - 1, end - mine.name_end - 1
        kept = kept[: max(0, first)] + kept[last:]
    first = mine.items[0].start if mine.items else 0
    indent = ours.text[ours.text.rfind("\n", 0, first) + 1 : first] if mine.items else f"{ours.indent}  - "
    texts = heads.theirs.text
    added = "".join(f"\n{indent}{texts[item.start : item.end]}" for item in come)
    return f"{kept}{added}" if added or kept.strip() != ":" else ": []"


def _lines(head: Head, item: Item) -> tuple[int, int]:
    """Return the stretch of the lines of an item."""
    return head.text.rfind("\n", 0, item.start) + 1, head.line_end(item.end)


def _edited(text: str, edits: list[_Edit]) -> str:
    """Lay edits over a head, from its end; of several at one place the first is to stand first."""
    in_order = sorted(edits, key=lambda each: each.start)
    for edit in in_order[::-1]:
        text = f"{text[: edit.start]}{edit.words}{text[edit.end :]}"
    return text


def _check(text: str, ours: Head, edits: dict[str, _Edit]) -> None:
    """Raise ValueError where a head does not say what it should, or a comment is gone: styles are many."""
    merged = read_written(text)
    wanted = {key: entry.value for key, entry in ours.entries.items()}
    wanted |= {key: edit.value for key, edit in edits.items()}
    says = {key: entry.value for key, entry in merged.entries.items()}
    comments = [merged.remarks(0, len(text)), ours.remarks(0, len(ours.text))]
    if {k: v for k, v in wanted.items() if v is not None} != says or comments[0] != comments[1]:
        raise ValueError("its head is written so that no value of it can be changed alone")
