"""A report read anew, merged with what an editor made of it: whoever changed a place has it.

Three texts go in: what the machine wrote before, what the editor has, what the machine writes now. Where
both changed one place in two ways the editor's words stay, and the clash is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from merge3 import Merge3

from generator.edit.anchors import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Matcher: Final[Any] = partial(
    SequenceMatcher, autojunk=False
)  # else blank lines of long texts match nothing


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both changed: its line in the merged text from 1, what stays, and what is newer."""

    line: int
    kept: str
    newer: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text and the places where the editor's words were kept against newer ones."""

    text: str
    clashes: tuple[Clash, ...] = ()


def merge_texts(base: str, mine: str, newer: str) -> Merged:
    """Merge line by line; in one line that both changed, sentence by sentence.

    Whether the last line has an end is merged by itself: else an editor who leaves it out would have
    changed the last line of every text.
    """
    ended = [not text or text.endswith("\n") for text in (base, mine, newer)]
    if not all(ended):
        whole = (text if end else f"{text}\n" for text, end in zip((base, mine, newer), ended, strict=True))
        merged = merge_texts(*whole)
        last = ended[2] if ended[1] == ended[0] else ended[1]
        return merged if last else Merged(merged.text.removesuffix("\n"), merged.clashes)
    out: list[str] = []
    clashes: list[Clash] = []
    line = 1
    for kind, kept, other, before in _groups(
        *(text.splitlines(keepends=True) for text in (base, mine, newer))
    ):
        words = "".join(kept)
        if kind == "conflict":
            within = _by_sentence("".join(before), words, "".join(other)) if len(kept) == 1 else None
            if within is None:
                clashes.append(Clash(line, words.strip(), "".join(other).strip()))
            else:
                words = within
        out.append(words)
        line += words.count("\n")
    return Merged("".join(out), tuple(clashes))


def _by_sentence(base: str, mine: str, newer: str) -> str | None:
    """Merge one paragraph by its sentences; None where both changed one, or put some where none was."""
    if not base.strip():
        return None
    texts = (base, mine, newer)
    alone = all(text.strip() and "\n" not in text.rstrip("\n") for text in texts)  # a line each
    ends = [text[len(text.rstrip()) :] if alone else "" for text in texts]
    words = [text.removesuffix(end) for text, end in zip(texts, ends, strict=True)]
    groups = list(_groups(*(_sentences(text) for text in words)))
    if any(kind == "conflict" for kind, *_ in groups):
        return None
    end = ends[2] if ends[1] == ends[0] else ends[1]  # the line's own end is merged by itself
    return "".join(piece for _, kept, _, _ in groups for piece in kept) + end


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text and the space between them, which parts what each of two changed."""
    found: list[str] = []
    at = 0
    for span in sentences(text):
        found += [text[at : span.start], span.of(text)]
        at = span.end
    return [*found, text[at:]]


def _groups(
    base: Sequence[str], mine: Sequence[str], newer: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str], Sequence[str]]]:
    """Yield what became of each stretch: its kind, what is to stand, and of a conflict newer and base."""
    for kind, *found in Merge3(base, mine, newer, sequence_matcher=_Matcher).merge_groups():
        if kind == "conflict":
            before, kept, other = found
            yield kind, kept, other, before or ()
        else:
            yield kind, found[0], (), ()
