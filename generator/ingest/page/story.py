"""Which pieces of a page are its story: by another reader, by their place, by the names of their boxes.

A piece is of the story if the first reader keeps it and nothing speaks against it: it is a link, it stands in
an element that the page calls a newsletter or a teaser. What was lost comes
back if it is prose in an element of the same making as the prose that was kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.ingest.label.line import Line
from generator.ingest.page.text import BLOCKS
from generator.knowledge.wordings import furniture
from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement  # noqa: TC004 - start-up: no value of these types leaves its process

    from generator.ingest.page.text import Piece  # noqa: TC004 - the same


_PROSE = 12  # words: a sentence of that length is of a story, or of something that looks like one
_NEAR = 5  # elements outwards from a paragraph that may hold the whole story
_LINKED = 0.5  # of the letters: more, and a text is a link with a word before it
_LINK = 0.8  # the same, and a text is a link
_MOST = 0.3  # of the prose: an element that holds more is no box beside the story, whatever it is called
_POOR = 0.3  # of the prose in the densest element: a reader that keeps less has missed the story
_SHORT = 15  # words: a longer text without an end may be the story's first or last
_FEW = 4  # such texts: more of them are a list that the story ends with
_CARD = 60  # words: the most that stand in a card that leads to another report
_ALIKE = 3  # prose pieces of one making that make it the story's
TEXTS = frozenset({"p", "li", "blockquote", "dd", "h2", "h3"})  # hold a paragraph, never the story
_LOOSE = frozenset({Role.PARAGRAPH, Role.HEADING})
EDGE = "edge"  # the rule by which a few words before the first or after the last sentence go
BESIDE = "beside"  # the rule by which a text within the story's element goes that no reader kept
_APART = frozenset({Role.CAPTION, Role.CREDIT})
_PARTS = re.compile(r"[a-z]+|[A-Z][a-z]*")
_STATE = ("has-", "no-", "with-", "is-", "js-", "tag-", "category-", "text-", "font-", "col-")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece, and the rule that says it is not of the story; None where it is."""

    piece: Piece
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The parts of a page that are its story or seemed to be, and the element that holds most of it."""

    parts: tuple[Part, ...]
    container: HtmlElement | None


def story_of(pieces: Sequence[Piece], voted: Sequence[bool]) -> Story:
    """Return the story of a page, and what is none of it: kept at first, or within it."""
    seen = [_seen(piece) for piece in pieces]
    container = _densest(seen)
    kept = _wanted(seen, voted, container)
    boxed = _boxes(seen, container)
    ended = [i for i, keep in enumerate(kept) if keep and seen[i].ended and not boxed[i]]
    first, last = (ended[0], ended[-1]) if ended else (0, len(seen) - 1)
    edges = {*_edge(seen, kept, range(first)), *_edge(seen, kept, range(last + 1, len(seen)))}
    cards = _cards(seen, container)
    rules = [
        (boxed[i] or _link(one) or (EDGE if i in edges else None) or cards[i]) if keep else BESIDE
        for i, (one, keep) in enumerate(zip(seen, kept, strict=True))
    ]
    _spare_lists(seen, rules)
    for i in range(_another(seen, rules), len(seen)):
        rules[i] = rules[i] if rules[i] == BESIDE else "another-article"
    places = [i for i, rule in enumerate(rules) if rule is None]
    within = range(places[0], places[-1] + 1) if places else range(0)
    parts = [
        Part(one.piece, rules[i])
        for i, one in enumerate(seen)
        if rules[i] != BESIDE or (i in within and container in one.path)
    ]
    return Story(tuple(parts) if places else (), container)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A piece with what is asked of it again and again; ``path`` leads outwards from its element."""

    piece: Piece
    words: int
    ended: bool
    path: tuple[HtmlElement, ...]

    @property
    def prose(self) -> bool:
        return self.ended and self.words >= _PROSE and self.piece.linked < _LINKED


def _seen(piece: Piece) -> _Seen:
    return _Seen(piece, len(piece.text.split()), Line(piece.text, piece.line).ended, piece.path())


def _densest(seen: Iterable[_Seen]) -> HtmlElement | None:
    """Return the element that holds most prose, the nearer the better."""
    weights: defaultdict[HtmlElement, float] = defaultdict(float)
    for one in seen:
        if one.prose:
            outer = [el for el in one.path if el.tag in BLOCKS and el.tag not in TEXTS]
            for depth, el in enumerate(outer[:_NEAR], 1):
                weights[el] += one.words / depth
    return max(weights, key=weights.__getitem__, default=None)


def _wanted(seen: Sequence[_Seen], voted: Sequence[bool], container: HtmlElement | None) -> list[bool]:
    """Return what the first reader kept and prose of the same making; where it kept little, ``container``."""
    within = [container in one.path for one in seen]
    held = sum(one.words for one, inside in zip(seen, within, strict=True) if inside and one.prose)
    read = sum(one.words for one, vote in zip(seen, voted, strict=True) if vote and one.prose)
    if read < _POOR * held:
        begun = next((i for i, one in enumerate(seen) if within[i] and one.prose), 0)
        return [inside and i >= begun for i, inside in enumerate(within)]
    made = Counter(_making(one) for one, vote in zip(seen, voted, strict=True) if vote and one.prose)
    kept = [
        vote
        or (one.ended and one.piece.linked < _LINKED and made[_making(one)] >= _ALIKE)
        or (one.piece.role in _APART and inside)
        for one, vote, inside in zip(seen, voted, within, strict=True)
    ]
    return [keep or (within[i] and _heads(seen, kept, i)) for i, keep in enumerate(kept)]


def _heads(seen: Sequence[_Seen], kept: Sequence[bool], i: int) -> bool:
    """Tell whether a text is the heading of the one below it, which is kept."""
    if (
        seen[i].piece.role is not Role.HEADING
        or seen[i].piece.linked >= _LINKED
        or not any(kept[i + 1 : i + 2])
    ):
        return False
    beside = seen[i].path[1] is seen[i + 1].path[1] and seen[i].piece.element.tag != "h1"
    return beside and seen[i + 1].prose


def _making(one: _Seen) -> tuple[str, ...]:
    """Return what a page's template makes of a text: tags and classes of the elements around it."""
    return tuple(f"{el.tag}.{el.get('class', '')}" for el in one.path[:4])


def _boxes(seen: Sequence[_Seen], container: HtmlElement | None) -> list[str | None]:
    """Say of each piece in which kind of box it stands, by what the page calls the elements around it."""
    held: Counter[HtmlElement] = Counter()
    for one in seen:
        if one.prose:
            held.update(dict.fromkeys(one.path, one.words))
    most = _MOST * sum(one.words for one in seen if one.prose)
    named: dict[HtmlElement, str | None] = {}

    def kind(el: HtmlElement) -> str | None:
        if el not in named:
            named[el] = _named(el) if held[el] <= most else None
        return named[el]

    return [
        next(filter(None, map(kind, takewhile(lambda el: el is not container, one.path))), None)
        for one in seen
    ]


def _cards(seen: Sequence[_Seen], container: HtmlElement | None) -> list[str | None]:
    """Say of each piece whether it stands in a card: a small element with a headline that is a link."""
    words: Counter[HtmlElement] = Counter()
    for one in seen:
        words.update(dict.fromkeys(one.path, one.words))
    cards = set()
    for one in seen:
        if one.piece.role is Role.HEADING and one.piece.linked > _LINK:
            inner = takewhile(lambda el: el is not container, one.path[1:])
            cards |= {el for el in inner if el.tag in BLOCKS and words[el] <= _CARD}
    return ["links" if not cards.isdisjoint(one.path) else None for one in seen]


def _named(el: HtmlElement) -> str | None:
    """Return the kind of box that an element's class or id names."""
    names = f"{el.get('class', '')} {el.get('id', '')}".split()
    for name in names:
        if not name.startswith(_STATE):
            for word in _PARTS.findall(name):
                if kind := furniture().get(word.lower()):
                    return kind
    return None


def _link(one: _Seen) -> str | None:
    most = _LINKED if one.words < _PROSE else _LINK
    return "links" if one.piece.linked > most and not one.ended and one.piece.role not in _APART else None


def _edge(seen: Sequence[_Seen], kept: Sequence[bool], places: Iterable[int]) -> list[int]:
    """Return the few short texts without an end before the first or after the last sentence of the story."""
    short = [
        i
        for i in places
        if kept[i]
        and not seen[i].ended
        and seen[i].words <= _SHORT
        and seen[i].piece.role in _LOOSE
        and not _heads(seen, kept, i)
    ]
    return short if len(short) <= _FEW else []


def _another(seen: Sequence[_Seen], rules: Sequence[str | None]) -> int:
    """Return where another report begins that a page appends to its own: a headline in an article apart."""
    begun = next((i for i, one in enumerate(seen) if rules[i] is None and one.prose), len(seen))
    for i in range(begun, len(seen)):
        if any(el.tag == "h1" for el in seen[i].path):
            around = next((el for el in seen[i].path if el.tag in {"article", "main"}), None)
            if around is not None and around not in seen[begun].path:
                return i
    return len(seen)


def _spare_lists(seen: Sequence[_Seen], rules: list[str | None]) -> None:
    """Keep the links where they are more than all else that is kept: then the story is a list of them."""
    gone = [i for i, rule in enumerate(rules) if rule == "links"]
    left = sum(one.words for one, rule in zip(seen, rules, strict=True) if rule is None)
    if sum(seen[i].words for i in gone) > left:
        for i in gone:
            rules[i] = None
