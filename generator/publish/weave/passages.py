"""Set the apparatus of an article beside the passages it belongs to.

The body is one well-formed string of HTML. It is cut into its top-level blocks, and each block gets
the quotes and notes whose ids stand in it, so that a template can put them in the margin, in reading
order, without a script.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import blake2b
from html import unescape
from typing import TYPE_CHECKING

from generator.model.parts import NoteView, QuoteView, WithdrawnView
from generator.publish.phrase.tongue import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.views import ArticleView


_ID = 4  # bytes of a digest in an id
_ENTRY = 100  # letters that an entry is worth beside its own words: its number, its form, its space
_BELOW = 3000  # letters that have room beside what follows a story: who appears in it, how it is cited
LONGEST = 12  # rows that an entry may reach down; the stylesheet has a class for each
ASIDE = '<aside class="note'
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_APART = re.compile(
    r'<sup class="(?:ref|fn)[^>]*>.*?</sup>|<span class="withheld"[^>]*>.*?</span>'
    r'| <a class="fnback"[^>]*>.*?</a>'
)
_INLINE = frozenset({"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "q", "s", "span", "strong", "sub"})
ID = re.compile(r"\bid=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Aside:
    """A note of the desk's that stands in a body; its ``id`` is of its words, not of its place."""

    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One top-level block and what belongs beside it.

    ``span`` is the number of blocks down to the next that has something beside it, 0 where nothing
    stands beside this one. ``asides`` are the desk's notes that its body has below this block.
    """

    html: str
    quotes: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    withdrawn: tuple[WithdrawnView, ...]
    span: int
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Margin:
    """The passages of an article; the rest is what belongs beside none of them.

    ``head`` is what belongs beside the headline and the line below it, with the desk's notes that the body
    has above the first block; it has no words of its own. ``crowded`` says that there is more beside the
    story than has room there, so that the page has to grow with its margin.
    """

    head: Passage
    passages: tuple[Passage, ...]
    quotes: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    withdrawn: tuple[WithdrawnView, ...]
    crowded: bool = False


def blocks(html: str) -> tuple[str, ...]:
    """Cut well-formed HTML into its top-level elements; stray text goes with the element after it."""
    found: list[str] = []
    depth = start = 0
    for tag in TAG.finditer(html):
        if tag[1]:
            depth -= 1
        elif tag[2].lower() not in VOID:
            depth += 1
        if depth == 0:
            found.append(html[start : tag.end()].strip())
            start = tag.end()
    rest = html[start:].strip()
    return (*found, rest) if rest else tuple(found)


def spans(beside: list[bool]) -> Iterator[int]:
    """Yield for each block how far down its margin is free; 0 where nothing stands beside it."""
    for index, here in enumerate(beside):
        ahead = beside[index + 1 : index + LONGEST]
        free = ahead.index(True) if True in ahead else len(ahead)
        yield free + 1 if here else 0


def margin(view: ArticleView) -> Margin:
    """Cut the body of ``view`` and set its quotes and notes beside the blocks that hold them."""
    quotes = {quote.id: quote for quote in view.quotes}
    notes = {f"at-{note.id}": note for note in view.notes}
    withdrawn = {quote.id: quote for quote in view.withdrawn}
    cut, asides = _without_asides(blocks(view.body_html))
    held = [view.title_html + view.dek_html, *cut]
    placed = [
        (
            tuple(quotes.pop(found) for found in here if found in quotes),
            tuple(notes.pop(found) for found in here if found in notes),
            tuple(withdrawn.pop(found) for found in here if found in withdrawn),
        )
        for here in (ID.findall("".join((html, *below))) for html, below in zip(held, asides, strict=True))
    ]
    reach = spans([any((*beside, below)) for beside, below in zip(placed[1:], asides[1:], strict=True)])
    named = tuple(_named(asides))
    passages = (
        Passage(html, *beside, span, below)
        for html, beside, span, below in zip(cut, placed[1:], reach, named[1:], strict=True)
    )
    head = Passage("", *placed[0], int(any((*placed[0], named[0]))), named[0])
    found = (head, *passages)
    unplaced = tuple(replace(note, mark="") for note in notes.values())  # the passage is not shown
    rest = tuple(quotes.values()), unplaced, tuple(withdrawn.values())
    return Margin(head, found[1:], *rest, _is_crowded(found))


def _is_crowded(found: Sequence[Passage]) -> bool:
    """Tell whether more stands beside the passages than they have room for."""
    left = sum(map(_beside, found)) - _BELOW
    for passage in found:
        if left <= 0:  # mostly so after the first few: their tags need not be taken out
            return False
        left -= _letters(passage.html)
    return left > 0


def _beside(passage: Passage) -> int:
    """Count the letters that stand beside a passage, with what an entry takes beside its words."""
    told = (f"{q.voice.name}{q.voice.role}{bare(q.corrected)}{q.further}" for q in passage.quotes)
    others = (e.outlet + e.relation for q in passage.quotes for e in q.elsewhere)
    desk = (*(n.body_html for n in passage.notes), *(a.html for a in passage.asides))
    entries = len(passage.quotes) + len(passage.withdrawn) + len(desk)
    return sum(map(len, (*told, *others))) + sum(map(_letters, desk)) + entries * _ENTRY


def _letters(html: str) -> int:
    return len(TAG.sub("", html))


def _without_asides(cut: tuple[str, ...]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Part the desk's notes from the story: each goes beside what is above it, block or head."""
    story: list[str] = []
    below: list[tuple[str, ...]] = [()]
    for block in cut:
        if block.startswith(ASIDE):
            below[-1] = (*below[-1], block)
        else:
            story.append(block)
            below.append(())
    return story, below


def _named(asides: list[tuple[str, ...]]) -> Iterator[tuple[Aside, ...]]:
    named = named_asides([html for below in asides for html in below])
    for below in asides:
        yield tuple(next(named) for _ in below)


def named_asides(asides: Iterable[str]) -> Iterator[Aside]:
    """Give each note of a body an address; of notes with the same words the later ones are counted."""
    met: Counter[str] = Counter()
    for html in asides:
        words = " ".join(TAG.sub(" ", html).split())
        ident = f"b-{blake2b(words.encode(), digest_size=_ID).hexdigest()}"
        met[ident] += 1
        yield Aside(ident if met[ident] == 1 else f"{ident}-{met[ident]}", html)


def plain(html: str) -> str:
    """Return the words of a stretch of our own HTML, without the signs of quotations, notes and footnotes."""
    words = TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", _APART.sub("", html))
    return " ".join(unescape(words).split())
