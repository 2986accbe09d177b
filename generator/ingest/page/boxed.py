"""What goes with the box it stands in: the slogan above a plea for a newsletter says nothing by itself.

A page may set a box into its story and not call it one. Where the words of a box ask the reader to take or
to give something and all else in it is left out as well, a short text between goes with it. It stays where
it is in marks, for then somebody may have said it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.ingest.label.line import cut
from generator.ingest.page.story import TEXTS
from generator.ingest.page.text import BLOCKS
from generator.model.article import STORY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from generator.ingest.label.line import Label
    from generator.ingest.page.story import Part

_PLEAS = frozenset({"donation", "newsletter", "registration", "subscription"})
_SLOGAN = 12  # words: what has as many may be a sentence of the story
_BOX = 80  # words that a box has at most
_MARKS = frozenset('“”"‘«»„')


def with_its_box(parts: Sequence[Part], labels: Sequence[Label]) -> list[Label]:
    """Return the labels of a page's parts; what goes with its box has the rule of the plea in it."""
    boxes: dict[HtmlElement, list[int]] = defaultdict(list)
    for i, part in enumerate(parts):
        box = next((el for el in part.piece.path() if el.tag in BLOCKS and el.tag not in TEXTS), None)
        if box is not None:
            boxes[box].append(i)
    found = list(labels)
    for inside in boxes.values():
        kept = [i for i in inside if labels[i].role in STORY]
        plea = next((rule for i in inside if (rule := labels[i].rule) in _PLEAS), None)
        if plea and len(kept) * 2 < len(inside) and _is_small([parts[i].piece.text for i in inside]):
            short = [i for i in kept if _is_slogan(parts[i].piece.text)]
            for i in short if short == kept else ():
                found[i] = cut(plea)
    return found


def _is_small(texts: Sequence[str]) -> bool:
    return sum(len(text.split()) for text in texts) <= _BOX


def _is_slogan(text: str) -> bool:
    return len(text.split()) < _SLOGAN and _MARKS.isdisjoint(text)
