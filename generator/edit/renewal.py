"""An article whose report was saved or read anew: the machine's part renewed, the editor's kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from generator.edit.anchors import Anchored, anchor
from generator.edit.heads import merge_heads
from generator.edit.threeway import Clash, Merged, merge_texts
from generator.forms.front import Split, split_front
from generator.model.text import Selector

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABOVE: Final = re.compile(r"\ufeff?\s*")  # what may stand above a head


class Fate(StrEnum):
    """What became of a passage that an editor wrote about."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    SUGGESTED = "suggested"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Followed:
    """A passage, what became of it, and where it is or may be now."""

    selector: Selector
    fate: Fate
    found: Anchored


def merge_article(base: str, mine: str, newer: str) -> Merged:
    """Merge three files of one article; ValueError where the head of one of them cannot be read.

    ``base`` is what was ingested before, ``mine`` what the editor has, ``newer`` what is ingested now. Of the
    editor's bytes only those change that give way to newer ones.
    """
    above = _ABOVE.match(mine)
    lead = above.group() if above else ""
    windows = "\r\n" in mine and mine.count("\n") == mine.count("\r\n")
    ours = mine[len(lead) :].replace("\r\n", "\n") if windows else mine[len(lead) :]
    splits = [split_front(text) for text in (base, ours, newer)]
    if not all(split.closed and split.head is not None for split in splits):
        raise ValueError('its head has no closing "---"')
    head = merge_heads(*(split.head or "" for split in splits))
    body = merge_texts(*(split.body for split in splits))
    text = _joined(ours, splits[1], head.text, body.text)
    first = lead.count("\n")
    told = [*_lower(head.clashes, first), *_lower(body.clashes, first + _body_line(text, body.text))]
    return Merged(lead + (text.replace("\n", "\r\n") if windows else text), tuple(told))


def _lower(clashes: Iterable[Clash], lines: int) -> list[Clash]:
    return [Clash(clash.line + lines, clash.kept, clash.newer) for clash in clashes]


def _body_line(text: str, body: str) -> int:
    return text.count("\n", 0, len(text) - len(body))


def _joined(mine: str, split: Split, head: str, body: str) -> str:
    """Put a head and a body where those of the editor stand."""
    below = len(mine) - len(split.body)
    end = mine.rindex("---", 0, below)
    return f"{mine[: end - len(split.head or '')]}{head}{mine[end:below]}{body}"


def follow(selectors: Iterable[Selector], before: str, after: str) -> list[Followed]:
    """Say of each passage what becomes of it where one text takes the place of another."""
    return [_followed(selector, before, after) for selector in selectors]


def _followed(selector: Selector, before: str, after: str) -> Followed:
    was, found = anchor(before, selector), anchor(after, selector)
    if found.span is None:
        return Followed(selector, Fate.SUGGESTED if found.candidates else Fate.ORPHANED, found)
    stays = was.span is None or _paragraph(before, was.span.start) == _paragraph(after, found.span.start)
    return Followed(selector, Fate.UNCHANGED if stays else Fate.MOVED, found)


def _paragraph(text: str, at: int) -> int:
    return text.count("\n\n", 0, at)
