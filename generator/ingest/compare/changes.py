"""What changed between two savings of one report, paragraph by paragraph, for an editor to read."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from generator.model.corpus import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALTERED = 50.0  # of 100: less alike are two paragraphs, of which one went and one came
_SHOWN = 96  # letters of a paragraph
_MOST = 2_000  # paragraphs that are laid side by side; of more, those that only one text has are told
_COMPARED = 2_000  # letters of two paragraphs that are compared


def what_changed(older: str, newer: str) -> list[str]:
    """Return lines that say what a newer text has otherwise: a kind and a number, then the words.

    Paragraphs stand between empty lines and are counted from 1, in the newer text where they stand in it.
    """
    lines: list[str] = []
    for change in changes(older, newer):
        old, new, number = change.old, change.new, change.number
        if old and new:
            at = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
            lines += [f"altered, paragraph {number}:", f"  - {_part(old, at)}", f"  + {_part(new, at)}"]
        else:
            kind, sign = ("removed", "-") if old else ("added", "+")
            lines += [f"{kind}, paragraph {number}:", f"  {sign} {_part(old or new, 0)}"]
    return lines


def changes(older: str, newer: str) -> list[Change]:
    """Return what a newer text has otherwise, paragraph by paragraph."""
    return [Change(number, old, new) for old, new, number in _pairs(_paragraphs(older), _paragraphs(newer))]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(words.split()) for words in text.split("\n\n") if words.strip()]


def _pairs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield what differs: the older paragraph, the newer, "" where there is none, and the number."""
    if max(len(a), len(b)) > _MOST:
        before, after = set(a), set(b)
        yield from ((words, "", n) for n, words in enumerate(a, 1) if words not in after)
        yield from (("", words, n) for n, words in enumerate(b, 1) if words not in before)
        return
    for kind, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for n, (old, new) in enumerate(zip_longest(a[i:i_end], b[j:j_end], fillvalue="")):
            alike = old and new and ratio(old[:_COMPARED], new[:_COMPARED]) >= _ALTERED
            if alike or not (old and new):
                yield old, new, (j if new else i) + n + 1
            else:
                yield old, "", i + n + 1
                yield "", new, j + n + 1


def _part(words: str, at: int) -> str:
    """Return a paragraph, or what of a long one stands around a place in it."""
    start = max(0, min(at - _SHOWN // 3, len(words) - _SHOWN))
    before, after = "…" if start else "", "…" if len(words) > start + _SHOWN else ""
    return f"{before}{words[start : start + _SHOWN]}{after}"
