"""An actor's colour and letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from generator.model.corpus import Actor

HUES = 8
LONGEST = 4
_SHORT = 3
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "der", "und"})

_ARTICLE = re.compile(r"\Aال(?=\w\w)")


def hues(actors: Sequence[Actor]) -> dict[str, int]:
    """Give the first eight actors a colour each; 0 stands for none."""
    return {actor.id: n if n <= HUES else 0 for n, actor in enumerate(actors, 1)}


def signs(actors: Sequence[Actor], leading: Iterable[str] = ()) -> dict[str, str]:
    """Give each actor letters of its own, at most four.

    Those that lead choose first, the others in the order of their ids, so that no sign depends on who
    says how much.
    """
    first = {key: n for n, key in enumerate(leading)}
    taken: dict[str, str] = {}
    for actor in sorted(actors, key=lambda a: (first.get(a.id, len(first)), a.id)):
        taken[actor.id] = _free(actor.name, frozenset(taken.values()))
    return taken


def _free(name: str, taken: Container[str]) -> str:
    for sign in _candidates(name):
        if sign not in taken:
            return sign
    raise AssertionError  # pragma: no cover - the candidates do not end


def _candidates(name: str) -> Iterator[str]:
    words = [w for w in re.findall(r"\w+", name) if w]
    plain = [_letters(w) for w in words if w.casefold() not in _SMALL] or [_letters(w) for w in words]
    joined = "".join(plain) or "X"
    if len(words) == 1 and name.strip().isupper() and len(joined) <= LONGEST:
        yield joined
    initials = "".join(w[0] for w in plain if w)[:LONGEST]
    if len(initials) > 1:
        yield initials
    yield joined[:_SHORT]
    yield joined[:LONGEST]
    for n in range(_SHORT, len(joined)):
        yield joined[:2] + joined[n]
    n = 2
    while True:
        yield f"{joined[: LONGEST - len(str(n))]}{n}"
        n += 1


def _letters(word: str) -> str:
    """Return a word in capitals without its accents; letters of another script stay as they are.

    Of Arabic names the article is left out, with which most begin.
    """
    word = _ARTICLE.sub("", word)
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return bare.upper().replace("_", "")
