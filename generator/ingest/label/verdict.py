"""The verdict on every line of a text: all evidence is brought together here, and nowhere else.

In this order, and what is said first stands: the editors (site.yaml), wording (``boilerplate``), shape
(``shape``), then place (``place``): the head above the story, what lies outside of it, its tail. A line of
which nothing is said is of the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ingest.label.boilerplate import REPEATED, Worded, by_settings, worded
from generator.ingest.label.head import label_head
from generator.ingest.label.line import STORY_LABEL
from generator.ingest.label.place import ground
from generator.ingest.label.shape import by_amendment, by_shape, in_body
from generator.ingest.label.tail import label_end, label_outside, label_tail
from generator.ingest.label.turns import turns_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.label.line import Label, Line
    from generator.model.article import RawDocument
    from generator.model.settings import ReadSettings


def _by_both(words: Worded, shape: Label | None, i: int) -> Label | None:
    """Say what wording and shape make of a line: a list ends nowhere, so a byline or caption stands in it."""
    return (shape or words.labels[i]) if i in words.listed else (words.labels[i] or shape)


def label(lines: Sequence[Line], document: RawDocument, settings: ReadSettings) -> list[Label]:
    """Say of every line what it is."""
    words, shapes = worded(lines), by_shape(lines)
    labels = [
        by_settings(line, settings) or by_amendment(line) or _by_both(words, shapes[i], i)
        for i, line in enumerate(lines)
    ]
    for i in turns_in(lines, document.title or ""):
        labels[i] = STORY_LABEL if words.labels[i] in (None, REPEATED) else labels[i]
    where = ground(lines, labels, words.menu)
    if where.headline is not None:
        for i in words.listed.intersection(range(where.headline, where.start)):
            labels[i] = shapes[i]  # no list goes on below the headline
    label_head(lines, labels, where, document)
    if where.page:
        label_outside(lines, labels, where)
        label_end(lines, labels, where, words.tails)
    else:
        label_tail(lines, labels, where.start)
    last = max((i for i, found in enumerate(labels) if found is None), default=0)
    return [
        found or in_body(line, last=i == last)
        for i, (line, found) in enumerate(zip(lines, labels, strict=True))
    ]
