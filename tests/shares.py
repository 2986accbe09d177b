"""How much of a text stands in a site: in words, attributes, data, feeds and the search."""

from __future__ import annotations

import gzip
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN = 8  # words in a row that are no chance
_PICTURES = {".png", ".woff2"}
_SIGN = re.compile(r'<sup class="ref[^>]*>.*?</sup>')
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|del|em|i|ins|mark|q|s|span|strong)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def words_of(text: str) -> list[str]:
    """Return the words of a text without case and points."""
    folded = ("".join(c for c in word if c.isalnum()) for word in text.casefold().split())
    return [word for word in folded if word]


def told_in(folder: Path, run: int = RUN) -> set[tuple[str, ...]]:
    """Return every run of words that stands anywhere in the files of a site."""
    found: set[tuple[str, ...]] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _PICTURES:
            for text in _readings(path.read_bytes()):
                words = words_of(text)
                found |= {tuple(words[n : n + run]) for n in range(len(words) - run + 1)}
    return found


def _readings(data: bytes) -> Iterator[str]:
    """Yield what may be read of a file: all of it, what is between its tags, and addresses decoded."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace").replace("\\n", " ")
    yield unescape(text)
    yield unescape(unescape(_TAG.sub(" ", _INLINE.sub("", _SIGN.sub("", text)))))
    yield unquote(unescape(text).replace("+", " "))
    yield re.sub(r"[<>\"=]", " ", unescape(text))


def share(text: str, told: set[tuple[str, ...]], run: int = RUN) -> float:
    """Return which part of the words of a text is in runs that stand in a site."""
    words = words_of(text)
    covered: set[int] = set()
    for n in range(len(words) - run + 1):
        if tuple(words[n : n + run]) in told:
            covered.update(range(n, n + run))
    return len(covered) / max(1, len(words))
