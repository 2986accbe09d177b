"""Interviews whose questions are set off, in bold, in italics or as headings, and whose answers are plain.

What an outlet explains in that form has answers of its own; so somebody has to speak in them of themselves.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.knowledge.turns import Label

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

LEAST = 3  # questions
_MOST = 0.6  # of what is set off, that are questions
_OWN = 0.5  # of the answers in which somebody says "I" or "we"
_FEW = 3  # words that a question has at least
_WHOLE = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+|.+?)(?<=\S)\1")
_LEAD = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+\?[”\"’]?)\1:?\s+(?=\S)")
_SPEAKS = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us)\b")
_ASKS = re.compile(r"\?[”\"’)]*$")


def speaks(words: str) -> bool:
    """Tell whether somebody says "I" or "we"."""
    return _SPEAKS.search(words) is not None


def questions_of(texts: Sequence[str], headings: Container[int]) -> dict[int, Label]:
    """Return labels for an interview by the places of its blocks: of questions, and of what follows them."""
    asked = {i: found for i, text in enumerate(texts) if (found := _asked(text, heading=i in headings))}
    questions = sum(1 for words, _ in asked.values() if _ASKS.search(words))
    if questions < LEAST or questions < _MOST * len(asked):
        return {}
    labels: dict[int, Label] = {}
    answers: list[str] = []
    for i, after in pairwise([*asked, len(texts)]):
        words, end = asked[i]
        own = texts[i]
        if end < len(own):  # the answer goes on in the same block
            labels[i] = Label(words, own.index(words), end, "answered")
            answers.append(own[end:])
            continue
        labels[i] = Label(words, own.index(words), end, "asked", alone=True)
        if i + 1 < after:
            labels[i + 1] = Label("", 0, 0, "answered")
            answers.append(" ".join(texts[i + 1 : after]))
    own_words = sum(map(speaks, answers))
    return labels if answers and own_words >= _OWN * len(answers) else {}


def _asked(words: str, *, heading: bool) -> tuple[str, int] | None:
    """Return what of a block is set off, and where the rest begins."""
    if whole := _WHOLE.fullmatch(words):
        return whole["words"], len(words)
    if lead := _LEAD.match(words):
        return lead["words"], lead.end()
    if heading and words.count(" ") >= _FEW - 1:
        return words, len(words)
    return None
