"""The words of a text as what is withheld is told by them: as they are written, and as a reader has them.

Markup may stand within a word, as in ``se**rio**us``, or between two, as where a link leads; then what is
written are other words than those that are shown.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

from generator.model.text import bare

WORD: Final = re.compile(r"&#?\w{1,31};|[^\W_]+(?:['’][^\W_]+)*")
_ENTITY: Final = re.compile(r"&#?\w{1,31};")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_TARGET: Final = r"""[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*"""
_MARKUP: Final = re.compile(
    rf"\]\({_TARGET}\)"
    r"|\[\[[^\]\[|\n]{0,199}\||\[\^[^\]\[\s]{1,99}\]"  # whither a link by id leads; the sign of a footnote
    r"|\]\[[^\]\[\n]{0,99}\]|!?\[|\]|[*_`~\\]|<[!/A-Za-z][^<>]{0,999}>"
    rf"|{_UNSEEN.pattern}|{_ENTITY.pattern}"
)

Words = tuple[str, ...]


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    folded: str
    start: int
    end: int


def written_words(text: str) -> list[Word]:
    """Return the words of a text as they are written, entities left out."""
    found = ((m.group(), m.start(), m.end()) for m in WORD.finditer(text))
    return [Word(bare(w).replace("’", "'"), start, end) for w, start, end in found if w[0] != "&"]


def shown_words(text: str) -> list[Word]:
    """Return the words of a text as a reader has them: parts between which only markup stands are one."""
    shown, places, at = list[str](), list[int](), 0
    for markup in _MARKUP.finditer(text):
        letters = _letters(markup)
        shown += [text[at : markup.start()], letters]
        places += [*range(at, markup.start()), *[markup.start()] * len(letters)]
        at = markup.end()
    places += range(at, len(text))
    words = written_words("".join([*shown, text[at:]]))
    return [Word(word.folded, places[word.start], _end(text, places[word.end - 1])) for word in words]


def without_markup(text: str) -> str:
    """Return a text as a reader has it."""
    return _MARKUP.sub(_letters, text)


def folded(text: str) -> Words:
    """Return the words of a text as they are compared: no case, no diacritics, no signs."""
    return tuple(word.folded for word in written_words(text))


def readings(text: str) -> set[Words]:
    """Return the words of a text as they are written, and as they are shown."""
    return {folded(text), folded(without_markup(text))} - {()}


def _letters(markup: re.Match[str]) -> str:
    return _UNSEEN.sub("", unescape(markup[0])) if markup[0][0] == "&" else ""


def _end(text: str, last: int) -> int:
    """Return the place behind a letter, that of one which is written as an entity behind its name."""
    entity = _ENTITY.match(text, last)
    return entity.end() if entity else last + 1
